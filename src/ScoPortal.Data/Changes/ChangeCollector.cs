using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using ScoPortal.Core.Media;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Terms;
using ScoPortal.Core.Topics;
using ScoPortal.Core.Zones;

namespace ScoPortal.Data.Changes;

/// <summary>
/// Finds the things that a save changes: a changed revision, name or figure is a change of the release, topic or zone it
/// belongs to, found by following the cascading foreign keys, which are exactly those from part to whole.
/// </summary>
internal sealed class ChangeCollector
{
    private static readonly Dictionary<Type, ChangeKind> Kinds = new()
    {
        [typeof(Release)] = ChangeKind.Release,
        [typeof(Story)] = ChangeKind.Story,
        [typeof(Zone)] = ChangeKind.Zone,
        [typeof(Topic)] = ChangeKind.Topic,
        [typeof(Term)] = ChangeKind.Term,
        [typeof(MediaItem)] = ChangeKind.Media,
    };

    private readonly Dictionary<(IEntityType Type, object Key), EntityEntry> tracked = [];
    private readonly Dictionary<EntityEntry, bool> wholes = new(EntryComparer.Instance);

    /// <summary>Looks through the tracker and raises the version of every whole that is changed, if only in a part.</summary>
    public ChangeCollector(ChangeTracker tracker)
    {
        var entries = tracker.Entries().ToList();
        foreach (var entry in entries)
            tracked[(entry.Metadata, KeyOf(entry))] = entry;

        foreach (var entry in entries.Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
            if (WholeOf(entry) is { } whole)
                wholes[whole] = whole.State == EntityState.Deleted;

        foreach (var (whole, removed) in wholes)
            if (!removed && whole.State != EntityState.Added)
                whole.Property("Version").CurrentValue = (int)whole.Property("Version").CurrentValue! + 1;
    }

    /// <summary>How many wholes are changed.</summary>
    public int Count => wholes.Count;

    /// <summary>The lines for the log; to be asked for after the save, when new keys are known.</summary>
    /// <param name="newest">The number of the last line.</param>
    public IEnumerable<Change> Numbered(long newest) => wholes.Select((whole, index) =>
        new Change(newest - Count + index + 1, Kinds[whole.Key.Metadata.ClrType], (int)whole.Key.Property("Id").CurrentValue!, whole.Value));

    private EntityEntry? WholeOf(EntityEntry entry)
    {
        if (Kinds.ContainsKey(entry.Metadata.ClrType))
            return entry;

        foreach (var key in PartOf(entry.Metadata))
        {
            var property = entry.Property(key.Properties[0].Name);
            var value = (entry.State == EntityState.Deleted ? property.OriginalValue : property.CurrentValue)!;
            return tracked.TryGetValue((key.PrincipalEntityType, value), out var owner)
                ? WholeOf(owner)
                : throw new InvalidOperationException(
                    $"A changed {entry.Metadata.DisplayName()} needs its {key.PrincipalEntityType.DisplayName()} loaded with it, which changes too.");
        }

        return null;
    }

    // The foreign keys that make a thing part of one of the kinds above; rows of the accounts are part of none.
    private static IEnumerable<IForeignKey> PartOf(IEntityType type) => type.GetForeignKeys().Where(key =>
        key.DeleteBehavior == DeleteBehavior.Cascade
        && (Kinds.ContainsKey(key.PrincipalEntityType.ClrType) || PartOf(key.PrincipalEntityType).Any()));

    private static object KeyOf(EntityEntry entry)
    {
        var key = entry.Metadata.FindPrimaryKey()!.Properties;
        return key.Count == 1 ? entry.Property(key[0].Name).CurrentValue! : entry.Entity;
    }

    private sealed class EntryComparer : IEqualityComparer<EntityEntry>
    {
        public static readonly EntryComparer Instance = new();

        public bool Equals(EntityEntry? x, EntityEntry? y) => ReferenceEquals(x?.Entity, y?.Entity);

        public int GetHashCode(EntityEntry entry) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(entry.Entity);
    }
}
