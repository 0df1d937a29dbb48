using Microsoft.Extensions.Options;
using ScoPortal.Web.Hosting;

namespace ScoPortal.Web.Commands;

/// <summary>What a command that serves nothing runs in: settings, logs and the database.</summary>
internal static class Host
{
    private const int Failed = 1;

    public static async Task<int> RunAsync(string[] settings, Func<IServiceProvider, Task<int>> work)
    {
        try
        {
            var builder = WebApplication.CreateBuilder(PortalApp.HostOptions(settings));
            builder.Services.AddPortalData(builder);
            await using var services = builder.Services.BuildServiceProvider();
            return await work(services);
        }
        catch (OptionsValidationException wrong)
        {
            foreach (var failure in wrong.Failures)
                await Console.Error.WriteLineAsync(failure);
            return Failed;
        }
    }
}
