using System.Data.Common;
using Microsoft.Extensions.Options;
using ScoPortal.Data.Archives;
using ScoPortal.Web.Hosting;

namespace ScoPortal.Web.Commands;

/// <summary>What commands run in: settings, logs and the database; and how they say what went wrong.</summary>
internal static class Host
{
    private const int Failed = 1;

    /// <summary>Settings of a command, and what it is made of.</summary>
    public static WebApplicationBuilder Builder(string[] settings) => WebApplication.CreateBuilder(PortalApp.HostOptions(settings));

    /// <summary>Runs a command that serves nothing, on a database that is brought up to date unless it is to stay as it is.</summary>
    public static Task<int> RunAsync(string[] settings, Func<IServiceProvider, Task<int>> work, CancellationToken cancel, bool migrates = true) =>
        ReportAsync(async () =>
        {
            var builder = Builder(settings);
            builder.Services.AddPortalData(builder, isCommand: true);
            await using var services = builder.Services.BuildServiceProvider();
            if (migrates)
                await services.MigrateAsync(cancel);
            return await work(services);
        });

    /// <summary>Wrong settings, a database that does not answer and a folder that cannot be written are told in a line.</summary>
    public static async Task<int> ReportAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (OptionsValidationException wrong)
        {
            foreach (var failure in wrong.Failures)
                await Console.Error.WriteLineAsync(failure);
        }
        catch (DbException failure)
        {
            await Console.Error.WriteLineAsync($"The database: {failure.Message}");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArchiveException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
        }

        return Failed;
    }
}
