using Microsoft.EntityFrameworkCore;

namespace ScoPortal.Data.Queries;

/// <summary>Under what stories are filed.</summary>
public static class StoryZones
{
    /// <summary>Keys of the zones of some stories, by story, in the order of the zones.</summary>
    /// <remarks>A query of its own: as a list within a row, SQLite would first write down the zones of all stories.</remarks>
    public static async Task<ILookup<int, int>> ZonesOfAsync(this PortalDb db, IEnumerable<int> stories, CancellationToken cancel)
    {
        var ids = stories.Distinct().ToList();
        var pairs = ids.Count == 0 ? [] : await db.Stories.Where(s => ids.Contains(s.Id))
            .SelectMany(s => s.Zones, (s, z) => new { Story = s.Id, Zone = z.Id, z.Order }).OrderBy(p => p.Order).ToListAsync(cancel);
        return pairs.ToLookup(p => p.Story, p => p.Zone);
    }
}
