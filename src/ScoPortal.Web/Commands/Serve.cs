using System.CommandLine;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using ScoPortal.Data;
using ScoPortal.Data.Accounts;
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
        // Before anybody can ask: a link that cannot be stored ends the start, not a portal that serves already.
        var setup = await SetupSecretAsync(app, cancel);
        app.Lifetime.ApplicationStarted.Register(() => SayWhere(app, setup));
        await app.RunAsync(cancel);
        return 0;
    });

    // To the console alone: it is not in the log, which may be sent elsewhere.
    private static void SayWhere(WebApplication app, string? setup)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        foreach (var address in addresses)
            Console.WriteLine($"ScoPortal is at {address}  (stop it with Ctrl+C)");
        var front = app.Services.GetRequiredService<PortalOptions>().PublicUrl ?? addresses.FirstOrDefault();
        if (setup is not null)
            Console.WriteLine($"There is no account yet. Within an hour, and once, this address makes the first administrator:\n  {front}{DeskLinks.Setup(setup)}");
    }

    private static async Task<string?> SetupSecretAsync(WebApplication app, CancellationToken cancel)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().OfferSetupAsync(app.Services.GetRequiredService<TimeProvider>().GetUtcNow(), cancel);
    }
}
