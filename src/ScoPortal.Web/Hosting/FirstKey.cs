using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using ScoPortal.Data.Nodes;
using ScoPortal.Data.Providers;

namespace ScoPortal.Web.Hosting;

/// <summary>
/// The first Data Protection key of a portal, made by one node for all. Nodes that are started together for the first time would each make one
/// and read those of the others a day later: until then a session begun at one would be none at the other.
/// </summary>
internal static class FirstKey
{
    private const string Work = "first key";
    private static readonly TimeSpan Held = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Makes it, or waits until another node has. Later keys are made days before they are used.</summary>
    public static async Task MakeAsync(IServiceProvider services, CancellationToken cancel)
    {
        if (services.GetRequiredService<PortalOptions>().Provider == DatabaseProvider.Sqlite)
            return;
        var (keys, leases, time) = (services.GetRequiredService<IKeyManager>(), services.GetRequiredService<Leases>(), services.GetRequiredService<TimeProvider>());
        while (keys.GetAllKeys().Count == 0)
        {
            if (await leases.TakeAsync(Work, Held, cancel) is null)
            {
                await Task.Delay(Pause, time, cancel);
                continue;
            }

            // Another node may have made it and let go since the look.
            if (keys.GetAllKeys().Count == 0)
                keys.CreateNewKey(time.GetUtcNow(), time.GetUtcNow() + services.GetRequiredService<IOptions<KeyManagementOptions>>().Value.NewKeyLifetime);
            await leases.LetGoAsync(Work, position: null, cancel);
        }
    }
}
