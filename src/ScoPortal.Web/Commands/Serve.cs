using System.CommandLine;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using ScoPortal.Web.Hosting;

namespace ScoPortal.Web.Commands;

/// <summary><c>serve</c>: brings the database up to date and answers requests until it is told to stop.</summary>
internal static class Serve
{
    public static Command Command(string[] settings)
    {
        var command = new Command("serve", "Bring the database up to date and serve the portal (the default).");
        command.SetAction((_, cancel) => RunAsync(settings, cancel));
        return command;
    }

    public static Task<int> RunAsync(string[] settings, CancellationToken cancel) => Host.ReportAsync(async () =>
    {
        await using var app = PortalApp.Build(settings);
        await app.PrepareAsync(cancel);
        app.Lifetime.ApplicationStarted.Register(() => SayWhere(app));
        await app.RunAsync(cancel);
        return 0;
    });

    private static void SayWhere(WebApplication app)
    {
        foreach (var address in app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
            Console.WriteLine($"ScoPortal is at {address}  (stop it with Ctrl+C)");
    }
}
