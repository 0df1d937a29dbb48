using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Wire;
using ScoPortal.Data.Search;

namespace ScoPortal.Data.Stories;

/// <summary>
/// A piece of the sketch of a release's text: two texts that have one in common may be copies. Derived from the newest revision;
/// can be thrown away and computed again.
/// </summary>
/// <param name="Hash">One of <see cref="Shingles.Bands"/>.</param>
/// <param name="ReleaseId">Key of the release.</param>
public sealed record SketchBand(long Hash, int ReleaseId);

/// <summary>Keeps the sketches of all releases in step with their texts.</summary>
public static class Sketches
{
    private const int ReleasesPerBatch = 100;

    // SQL Server takes at most 1,000 rows in one statement.
    private const int RowsPerStatement = 500;

    /// <summary>What is compared of a release: the headline and the story, without the marks of its Markdown.</summary>
    internal static Shingles Of(string headline, string body) => new($"{headline}\n\n{PlainText.Of(body)}");

    /// <summary>The releases whose text the next save writes; to be asked for before it.</summary>
    internal static List<Release> Saved(ChangeTracker tracker) =>
        [.. tracker.Entries<Revision>().Where(e => e.State == EntityState.Added).Select(e => e.Entity.Release).Distinct()];

    /// <summary>Replaces the sketches of releases that have been saved, in the transaction of the caller.</summary>
    internal static Task SketchAsync(this PortalDb db, IReadOnlyCollection<Release> saved, CancellationToken cancel) =>
        saved.Count == 0 ? Task.CompletedTask : db.ReplaceAsync([.. saved.Select(r => (r.Id, r.Content.Headline, r.Content.Body))], cancel);

    /// <summary>
    /// Computes the sketches of all releases anew, batch by batch; the portal may go on running. For a database that is older
    /// than they are, or when the computation has changed.
    /// </summary>
    /// <param name="db">A context without a transaction.</param>
    /// <param name="progress">Told how many releases are done, after each batch.</param>
    /// <param name="cancel">Stops it between two batches.</param>
    /// <returns>How many releases there are.</returns>
    public static async Task<int> RebuildSketchesAsync(this PortalDb db, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        for (var (done, last) = (0, 0); ;)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await db.LockLogAsync(cancel);
            var batch = await db.Releases.Where(r => r.Id > last).OrderBy(r => r.Id).Take(ReleasesPerBatch)
                .Select(r => new { r.Id, r.Content.Headline, r.Content.Body }).ToListAsync(cancel);
            if (batch.Count == 0)
                return done;
            await db.ReplaceAsync([.. batch.Select(r => (r.Id, r.Headline, r.Body))], cancel);
            await transaction.CommitAsync(cancel);
            (done, last) = (done + batch.Count, batch[^1].Id);
            progress?.Report(done);
        }
    }

    // Twenty rows a release are too many for the change tracker, and no change of anything.
    private static async Task ReplaceAsync(this PortalDb db, List<(int ReleaseId, string Headline, string Body)> texts, CancellationToken cancel)
    {
        var ids = texts.ConvertAll(t => t.ReleaseId);
        var sketches = texts.AsParallel().AsOrdered().Select(t => (t.ReleaseId, Bands: Of(t.Headline, t.Body).Bands())).ToList();
        await db.SketchBands.Where(b => ids.Contains(b.ReleaseId)).ExecuteDeleteAsync(cancel);
        foreach (var rows in sketches.SelectMany(s => s.Bands.Select(hash => (hash, s.ReleaseId))).Chunk(RowsPerStatement))
        {
            var sql = new StringBuilder("INSERT INTO \"SketchBands\" (\"Hash\", \"ReleaseId\") VALUES ");
            foreach (var (hash, releaseId) in rows)
                sql.Append(CultureInfo.InvariantCulture, $"({hash},{releaseId}),");
            await db.Database.ExecuteSqlRawAsync(sql.ToString(0, sql.Length - 1), cancel);
        }
    }
}
