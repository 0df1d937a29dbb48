using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Data.Accounts;

namespace ScoPortal.Data.Nodes;

/// <summary>
/// Sees to it that work is done by one node at a time: who takes it has it until a given instant, and no longer than that is it left
/// undone when its node dies. Instants are of the nodes' own clocks, which must agree to within a fraction of that time; a lease that ends later
/// than any that begins now was taken while a clock was wrong, and holds nobody up.
/// </summary>
public sealed class Leases(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    private readonly string me = string.Create(CultureInfo.InvariantCulture, $"{Name()}/{Environment.ProcessId}/{Secret.New()[..8]}");

    /// <summary>Takes the work, or keeps it, for as long as given.</summary>
    /// <param name="work">Its name, of at most 64 characters.</param>
    /// <param name="span">How long nobody else may take it; the same for all who take this work.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>What is to be done; null when another node has it.</returns>
    public async Task<Lease?> TakeAsync(string work, TimeSpan span, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var (until, wrong) = (now + span, now + span + span);
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await db.Leases.Where(l => l.Work == work && (l.Until <= now || l.Until > wrong || l.Holder == me))
                .ExecuteUpdateAsync(l => l.SetProperty(x => x.Holder, me).SetProperty(x => x.Until, until), cancel) > 0)
            return await db.Leases.AsNoTracking().SingleOrDefaultAsync(l => l.Work == work && l.Holder == me, cancel);
        if (await db.Leases.AnyAsync(l => l.Work == work, cancel))
            return null;

        var first = new Lease { Work = work, Holder = me, Until = until };
        db.Leases.Add(first);
        try
        {
            await db.SaveChangesAsync(cancel);
            return first;
        }
        catch (DbUpdateException race) when (db.IsUniqueViolation(race))
        {
            return null;
        }
    }

    /// <summary>Lets go of the work: anybody may take it at once. Nothing happens where another node has it by now.</summary>
    /// <param name="work">Its name.</param>
    /// <param name="position">The number of the change log up to which it is done; null leaves that as it was.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task LetGoAsync(string work, long? position, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.Leases.Where(l => l.Work == work && l.Holder == me)
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.Until, now).SetProperty(x => x.Position, x => position ?? x.Position), cancel);
    }

    private static string Name() => Environment.MachineName is { Length: > 100 } longer ? longer[..100] : Environment.MachineName;
}
