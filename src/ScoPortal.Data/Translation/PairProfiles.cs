using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Translation.Clues;
using ScoPortal.Core.Translation.Pairing;

namespace ScoPortal.Data.Translation;

/// <summary>Keeps what releases are recognised by in other languages in step with their texts.</summary>
public static class PairProfiles
{
    private const int ReleasesPerBatch = 100;
    private static readonly ConditionalWeakTable<IDbContextOptions, Glossary> Glossaries = [];

    private sealed record Glossary(int Count, int Newest, int Changes, WordTable Words);

    /// <summary>Computes the profiles of all releases anew, batch by batch; the portal may go on running.</summary>
    /// <param name="db">A context without a transaction.</param>
    /// <param name="progress">Told how many releases are done, after each batch.</param>
    /// <param name="cancel">Stops it between two batches.</param>
    /// <returns>How many releases there are.</returns>
    public static Task<int> RebuildProfilesAsync(this PortalDb db, IProgress<int>? progress = null, CancellationToken cancel = default) =>
        db.ProfileAsync(db.Releases, progress, cancel);

    /// <summary>Computes the profiles of releases that have none.</summary>
    internal static Task<int> CompleteProfilesAsync(this PortalDb db, CancellationToken cancel) =>
        db.ProfileAsync(db.Releases.Where(r => !db.PairProfiles.Any(p => p.ReleaseId == r.Id)), null, cancel);

    /// <summary>Replaces the profiles of releases that have been saved, in the transaction of the caller.</summary>
    internal static Task ProfileAsync(this PortalDb db, IReadOnlyCollection<Release> saved, CancellationToken cancel) =>
        saved.Count == 0 ? Task.CompletedTask : db.ReplaceAsync([.. saved.Select(r => r.Id)], cancel);

    /// <summary>Texts as pairing looks at them, by key of the release.</summary>
    /// <param name="db">The database.</param>
    /// <param name="ids">Keys of the releases.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<Dictionary<int, PairReading>> PairReadingsAsync(this PortalDb db, IReadOnlyCollection<int> ids, CancellationToken cancel)
    {
        var words = await db.GlossaryWordsAsync(cancel);
        var texts = await db.Releases.Where(r => ids.Contains(r.Id)).Select(r => new
        {
            r.Id,
            r.Language,
            r.Content.Headline,
            r.Content.Body,
            r.Content.MoreInfoUrl,
            r.Content.Dateline.Date,
            r.Story.EventDate,
            Known = r.ExternalIds.Select(x => x.Value).ToList(),
        }).AsSplitQuery().AsNoTracking().ToListAsync(cancel);
        return texts.AsParallel().Select(t => (t.Id, Reading: PairReading.Of(
            new PairDocument(t.Language, t.Headline, t.MoreInfoUrl is null ? t.Body : $"{t.Body}\n\n{t.MoreInfoUrl}", t.Date?.Date ?? t.EventDate?.Date, t.Known), words)))
            .ToDictionary(t => t.Id, t => t.Reading);
    }

    // The whole glossary of a node is read once, until a term changes.
    private static async Task<WordTable> GlossaryWordsAsync(this PortalDb db, CancellationToken cancel)
    {
        var options = db.GetService<IDbContextOptions>();
        var now = await db.Terms.GroupBy(_ => 1).Select(g => new { Count = g.Count(), Newest = g.Max(t => t.Id), Changes = g.Sum(t => t.Version) }).SingleOrDefaultAsync(cancel);
        var (count, newest, changes) = (now?.Count ?? 0, now?.Newest ?? 0, now?.Changes ?? 0);
        if (Glossaries.TryGetValue(options, out var known) && (known.Count, known.Newest, known.Changes) == (count, newest, changes))
            return known.Words;
        var words = GlossaryWords.Of(await db.Terms.Include(t => t.Forms).AsNoTracking().ToListAsync(cancel));
        Glossaries.AddOrUpdate(options, new(count, newest, changes, words));
        return words;
    }

    private static async Task<int> ProfileAsync(this PortalDb db, IQueryable<Release> releases, IProgress<int>? progress, CancellationToken cancel)
    {
        for (var (done, last) = (0, 0); ;)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await db.LockLogAsync(cancel);
            var batch = await releases.Where(r => r.Id > last).OrderBy(r => r.Id).Take(ReleasesPerBatch).Select(r => r.Id).ToListAsync(cancel);
            if (batch.Count == 0)
                return done;
            await db.ReplaceAsync(batch, cancel);
            await transaction.CommitAsync(cancel);
            (done, last) = (done + batch.Count, batch[^1]);
            progress?.Report(done);
        }
    }

    // Derived rows are no change of anything: they go past the change tracker.
    private static async Task ReplaceAsync(this PortalDb db, List<int> ids, CancellationToken cancel)
    {
        var readings = await db.PairReadingsAsync(ids, cancel);
        await db.PairProfiles.Where(p => ids.Contains(p.ReleaseId)).ExecuteDeleteAsync(cancel);
        foreach (var some in readings.Chunk(ReleasesPerBatch))
        {
            var (sql, values) = (new StringBuilder("INSERT INTO \"PairProfiles\" (\"ReleaseId\", \"Language\", \"Features\") VALUES "), new List<object>());
            foreach (var (id, reading) in some)
            {
                sql.Append(CultureInfo.InvariantCulture, $"({id},{{{values.Count}}},{{{values.Count + 1}}}),");
                values.AddRange([reading.Profile.Language, reading.Profile.ToBytes()]);
            }

            await db.Database.ExecuteSqlRawAsync(sql.ToString(0, sql.Length - 1), values, cancel);
        }
    }
}
