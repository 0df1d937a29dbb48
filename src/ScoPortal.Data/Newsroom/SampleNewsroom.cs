using Microsoft.EntityFrameworkCore;

namespace ScoPortal.Data.Newsroom;

/// <summary>
/// Three zones, their topics, a glossary and some twenty stories, written for this portal: what a new installation
/// shows, and the cast of the tests.
/// </summary>
public static class SampleNewsroom
{
    /// <summary>Fills a database that has neither zones nor stories, in one transaction; leaves any other alone.</summary>
    /// <param name="db">A context that is not used for anything else.</param>
    /// <param name="now">The instant that "in thirty days" counts from.</param>
    /// <param name="cancel">Stops it; nothing is saved then.</param>
    /// <returns>Whether this call has filled it; false, too, when another process did so at the same time.</returns>
    /// <exception cref="InvalidDataException">A content file is malformed; the message names it and the reason.</exception>
    public static async Task<bool> FillIfEmptyAsync(PortalDb db, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Zones.AnyAsync(cancel) || await db.Stories.AnyAsync(cancel))
            return false;

        var topics = SampleZones.Topics();
        var zones = SampleZones.Load(topics);
        db.AddRange(zones.Values);
        db.AddRange(topics.Values);
        db.AddRange(SampleZones.Terms());
        db.AddRange(new SampleStories(zones, topics, now).Load());
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException failure) when (db.IsUniqueViolation(failure))
        {
            return false;
        }
    }
}
