using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Translation.Segments;
using ScoPortal.Data.Bulk;

namespace ScoPortal.Data.Newsroom;

/// <summary>As many stories as a measurement asks for: synthetic, in four languages, and always the same.</summary>
public static class SyntheticNewsroom
{
    private const int StoriesPerBatch = 500;

    /// <summary>
    /// Adds stories with about two and a half releases each, spread over the eight years that end at <paramref name="until"/>, in batches of one
    /// transaction each; the portal may go on running. They are filed under the zones and topics of the sample newsroom that the database has.
    /// Sketches, pair profiles and the translation memory are not made; each can be rebuilt.
    /// </summary>
    /// <param name="open">Gives a new context; it is disposed of here.</param>
    /// <param name="count">How many stories, at least 1.</param>
    /// <param name="seed">Other texts for another seed.</param>
    /// <param name="until">The last publish time that is not scheduled, in UTC.</param>
    /// <param name="progress">Told how many stories are done, after each batch.</param>
    /// <param name="cancel">Stops it between two batches.</param>
    public static async Task AddAsync(
        Func<PortalDb> open, int count, int seed, DateTimeOffset until, IProgress<int>? progress, CancellationToken cancel)
    {
        for (var done = 0; done < count;)
        {
            // The tracker keeps what was found out about the model, not about the rows: a fresh one a batch stays small.
            await using var db = open();
            var maker = new SyntheticStories(
                await db.Zones.ToDictionaryAsync(z => z.Key, cancel), await db.Topics.ToDictionaryAsync(t => t.Key, cancel), count, seed, until);
            var stories = new List<Story>();
            foreach (var number in Enumerable.Range(done, Math.Min(StoriesPerBatch, count - done)))
                stories.Add(maker.Make(number, stories.LastOrDefault()));
            await db.AddInBulkAsync(stories, () => CountStale(db, stories), cancel);
            done += stories.Count;
            progress?.Report(done);
        }
    }

    // As a save would, but from the revisions that are at hand.
    private static void CountStale(PortalDb db, IEnumerable<Story> stories)
    {
        foreach (var release in stories.SelectMany(s => s.Releases))
        {
            if (release.TranslatedFrom is not { } source || source.MajorRevision <= release.TranslatedFromRevision)
                continue;
            var changes = SegmentHistory.Through(
                [.. source.Revisions.Where(v => v.Number >= release.TranslatedFromRevision).Select(v => (v.Content, v.Minor))], source.Language);
            db.Entry(release).Property(r => r.StaleSentences).CurrentValue = changes.Count(c => c.Weight >= ChangeWeight.Should);
            db.Entry(release).Property(r => r.StaleMust).CurrentValue = changes.Count(c => c.Weight == ChangeWeight.Must);
        }
    }
}
