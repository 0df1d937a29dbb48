using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using ScoPortal.Data.Changes;

namespace ScoPortal.Data.Bulk;

/// <summary>
/// Writes thousands of new things in the time that a save needs for dozens: the change tracker sorts out who points to whom, the model
/// tells tables, columns and conversions, and the engine's own bulk copy writes the rows. The change log is written as by any save;
/// what a save derives besides (sketches, pair profiles, translation memory) is not, and can be rebuilt.
/// </summary>
public static class BulkInsert
{
    /// <summary>Writes new things with everything that hangs on them, and their lines of the change log, in one transaction.</summary>
    /// <param name="db">A context that tracks nothing and has no transaction; it tracks nothing afterwards.</param>
    /// <param name="things">New entities; what they point to is new as well, or is tracked already.</param>
    /// <param name="prepare">Called when all are tracked, before they have keys, to set what only the tracker can.</param>
    /// <param name="cancel">Stops it; nothing is written then.</param>
    public static async Task AddInBulkAsync(this PortalDb db, IEnumerable<object> things, Action? prepare, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var tracker = db.ChangeTracker;
        var detects = tracker.AutoDetectChangesEnabled;
        tracker.AutoDetectChangesEnabled = false;
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await db.LockLogAsync(cancel);
            db.AddRange(things);
            prepare?.Invoke();
            var added = tracker.Entries().Where(e => e.State == EntityState.Added).ToLookup(e => e.Metadata);
            foreach (var type in added)
                await db.NumberAsync(type.Key, [.. type], cancel);

            var changes = new ChangeCollector(tracker);
            foreach (var type in Dependencies.InOrder(added.Select(t => t.Key), t => t.GetForeignKeys().Select(k => k.PrincipalEntityType)))
                await db.WriteAsync(type, added[type].Select(e => e.CurrentValues), cancel);
            await db.LogInBulkAsync(changes, cancel);
            await transaction.CommitAsync(cancel);
        }
        finally
        {
            tracker.Clear();
            tracker.AutoDetectChangesEnabled = detects;
        }
    }

    // Temporary keys count up as things come into the tracker: the order that the caller gave them.
    private static async Task NumberAsync(this PortalDb db, IEntityType type, EntityEntry[] entries, CancellationToken cancel)
    {
        if (type.FindPrimaryKey() is not { Properties: [{ ValueGenerated: ValueGenerated.OnAdd } key] } || key.ClrType != typeof(int) || key.IsForeignKey())
            return;
        var next = await db.NewestKeyAsync(type, key, cancel);
        foreach (var entry in entries.OrderBy(e => (int)e.Property(key).CurrentValue!))
            (entry.Property(key).CurrentValue, entry.Property(key).IsTemporary) = (++next, false);
    }

    private static async Task<int> NewestKeyAsync(this PortalDb db, IEntityType type, IProperty key, CancellationToken cancel)
    {
        var sql = $"""SELECT COALESCE(MAX("{key.GetColumnName()}"), 0) AS "Value" FROM "{type.GetTableName()}" """;
        return await db.Database.SqlQueryRaw<int>(sql).SingleAsync(cancel);
    }

    private static Task LogInBulkAsync(this PortalDb db, ChangeCollector changes, CancellationToken cancel) => db.LogAsync(changes, lines =>
    {
        var type = db.Model.FindEntityType(typeof(Change))!;
        return db.WriteAsync(type, lines.Select(line => db.Entry(line).CurrentValues), cancel);
    }, cancel);

    private static Task WriteAsync(this PortalDb db, IEntityType type, IEnumerable<PropertyValues> rows, CancellationToken cancel)
    {
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        var properties = type.GetFlattenedProperties().ToArray();
        var columns = Array.ConvertAll(properties, p => BulkColumn.Of(p, table));
        var values = rows.Select(row => columns.Select((c, i) => c.Convert(row[properties[i]])).ToArray()).ToList();
        return values.Count == 0 ? Task.CompletedTask : db.CopyAsync(new BulkRows(table.Name, columns, values), cancel);
    }
}
