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
        // A portal that listens nowhere lives in a process of others, as in tests.
        app.Lifetime.ApplicationStarted.Register(() => _ = Addresses(app).Count > 0 ? GiveBackAsync(app.Lifetime.ApplicationStopping) : Task.CompletedTask);
        await app.RunAsync(cancel);
        return 0;
    });

    private static ICollection<string> Addresses(WebApplication app) => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];

    // What only the start needed, some 15 MB, goes back to the system; by itself the collector would keep it until there is much more.
    private static async Task GiveBackAsync(CancellationToken stopping)
    {
        await Task.Delay(TimeSpan.FromSeconds(5), stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!stopping.IsCancellationRequested)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
    }

    // To the console alone: it is not in the log, which may be sent elsewhere.
    private static void SayWhere(WebApplication app, string? setup)
    {
        var addresses = Addresses(app);
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
