using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Topics;
using ScoPortal.Core.Wire;
using ScoPortal.Core.Zones;

namespace ScoPortal.Data.Stories;

/// <summary>Stores what was read from wires.</summary>
public static class Importing
{
    // Others who import the same texts at the same time win a race or two, not more.
    private const int Attempts = 5;

    /// <summary>
    /// Makes a draft in a story of its own, with the untouched original beside it; the same text, whatever its white space,
    /// makes one release only, also when two imports run at once.
    /// </summary>
    /// <param name="db">A context without a transaction; what it tracked is forgotten when another import made the same.</param>
    /// <param name="incoming">The text and what was made of it.</param>
    /// <param name="edit">Who, when, why.</param>
    /// <param name="made">Adds what belongs to the draft, such as the line of the audit, to the same transaction.</param>
    /// <param name="cancel">Stops it; nothing is saved then.</param>
    public static async Task<Imported> ImportAsync(
        this PortalDb db, Incoming incoming, Edit edit, Action<Release> made, CancellationToken cancel) =>
        await db.KnownAsync(WireText.Fingerprint(incoming.Text), cancel) is { } known
            ? new Imported(known, IsNew: false)
            : (await db.ImportAsync([incoming], _ => edit, (_, release) => made(release), cancel))[0];

    /// <summary>
    /// The same for several texts in one transaction: all of them, or none. Copies of texts that were there before, or that are
    /// in the same batch, are suggested.
    /// </summary>
    /// <param name="db">A context without a transaction; what it tracked is forgotten when another import made the same.</param>
    /// <param name="batch">Some hundred at most: they are held in memory. Texts that are known already cost a second try.</param>
    /// <param name="edit">Who, when, why, of each.</param>
    /// <param name="made">Adds what belongs to each draft to the same transaction.</param>
    /// <param name="cancel">Stops it; nothing is saved then.</param>
    /// <returns>Where each of them is, in their order.</returns>
    /// <exception cref="DbUpdateException">The database refuses one of them; nothing is saved then.</exception>
    public static async Task<IReadOnlyList<Imported>> ImportAsync(
        this PortalDb db, IReadOnlyList<Incoming> batch, Func<Incoming, Edit> edit, Action<Incoming, Release> made, CancellationToken cancel)
    {
        var fingerprints = batch.Select(i => WireText.Fingerprint(i.Text)).ToList();
        IReadOnlyDictionary<string, int> known = new Dictionary<string, int>();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var stored = await db.StoreAsync(
                    [.. fingerprints.Zip(batch).Where(f => !known.ContainsKey(f.First)).DistinctBy(f => f.First)], edit, made, cancel);
                var told = new HashSet<string>();
                return [.. fingerprints.Select(f => !stored.TryGetValue(f, out var mine) ? new Imported(known[f], IsNew: false)
                    : told.Add(f) ? mine : new Imported(mine.ReleaseId, IsNew: false))];
            }
            catch (Exception race) when (attempt < Attempts && db.IsRace(race))
            {
                db.ChangeTracker.Clear();
                known = await db.KnownAsync(fingerprints, cancel);
            }
        }
    }

    /// <summary>Key of the release that was made from a text, or null.</summary>
    /// <param name="db">The database.</param>
    /// <param name="fingerprint">As <see cref="WireText.Fingerprint"/> has it.</param>
    /// <param name="cancel">Stops it.</param>
    public static Task<int?> KnownAsync(this PortalDb db, string fingerprint, CancellationToken cancel) =>
        db.Originals.Where(o => o.Fingerprint == fingerprint).Select(o => (int?)o.ReleaseId).SingleOrDefaultAsync(cancel);

    /// <summary>Keys of the releases that were made from texts, by fingerprint; those that are not known are left out.</summary>
    /// <param name="db">The database.</param>
    /// <param name="fingerprints">As <see cref="WireText.Fingerprint"/> has them; some hundred at most.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<IReadOnlyDictionary<string, int>> KnownAsync(
        this PortalDb db, IReadOnlyCollection<string> fingerprints, CancellationToken cancel) =>
        await db.Originals.Where(o => fingerprints.Contains(o.Fingerprint)).ToDictionaryAsync(o => o.Fingerprint, o => o.ReleaseId, cancel);

    /// <summary>Notes a text that could not be imported; the same failure of the same file is noted once, the last time.</summary>
    /// <param name="db">The database.</param>
    /// <param name="name">Name of the file, without folder; its end is kept when it is longer than 300 characters.</param>
    /// <param name="reason">Why, as <see cref="FailedImport.Reason"/> has it; cut to 1,000 characters.</param>
    /// <param name="text">What could be read of it.</param>
    /// <param name="by">Name of the account or command that tried.</param>
    /// <param name="at">When, in UTC.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<FailedImport> KeepFailedAsync(
        this PortalDb db, string name, string reason, string? text, string by, DateTimeOffset at, CancellationToken cancel)
    {
        var failed = new FailedImport { FileName = Fit(name), Reason = reason[..Math.Min(reason.Length, 1000)], Text = text, By = by, At = at };
        db.RemoveRange(await db.FailedImports
            .Where(f => f.FileName == failed.FileName && f.Reason == failed.Reason && f.Text == failed.Text).ToListAsync(cancel));
        db.Add(failed);
        await db.SaveChangesAsync(cancel);
        return failed;
    }

    private static async Task<Dictionary<string, Imported>> StoreAsync(
        this PortalDb db, IReadOnlyList<(string Fingerprint, Incoming Text)> batch, Func<Incoming, Edit> edit, Action<Incoming, Release> made,
        CancellationToken cancel)
    {
        if (batch.Count == 0)
            return [];
        var (zoneIds, topicIds) = (batch.SelectMany(b => b.Text.ZoneIds).ToHashSet(), batch.SelectMany(b => b.Text.TopicIds).ToHashSet());
        var zones = zoneIds.Count == 0 ? [] : await db.Zones.Where(z => zoneIds.Contains(z.Id)).ToListAsync(cancel);
        var topics = topicIds.Count == 0 ? [] : await db.Topics.Where(t => topicIds.Contains(t.Id)).ToListAsync(cancel);
        var releases = batch.Select(b => Draft(b.Text, b.Fingerprint, edit(b.Text), zones, topics)).ToList();

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var isAlone = !db.ChangeTracker.Entries().Any();
        db.AddRange(releases.Select(r => r.Story));
        await db.SaveChangesAsync(cancel);
        // What is written need not be looked through for changes again. What somebody had loaded before is to be changed yet.
        if (isAlone)
            db.ChangeTracker.Clear();
        foreach (var (one, release) in batch.Zip(releases))
            made(one.Text, release);
        var copies = await db.SuggestAsync([.. releases.Select(r => r.Id)], releases[0].CreatedAt, cancel);
        await db.SaveChangesAsync(cancel);
        // Whoever stops it from here on is to be told that it is in.
        await transaction.CommitAsync(CancellationToken.None);
        return batch.Zip(releases).ToDictionary(
            b => b.First.Fingerprint, b => new Imported(b.Second.Id, IsNew: true) { Copies = [.. copies[b.Second.Id]] });
    }

    private static Release Draft(Incoming incoming, string fingerprint, Edit edit, List<Zone> zones, List<Topic> topics)
    {
        var story = new Story();
        story.HappenedOn(incoming.EventDate);
        story.FileUnder(zones.Where(z => incoming.ZoneIds.Contains(z.Id)), topics.Where(t => incoming.TopicIds.Contains(t.Id)));
        var release = story.Draft(incoming.Language, incoming.Content, edit);
        release.CameFrom(new Original(incoming.Text, Fit(incoming.Name), fingerprint, edit.At, incoming.Source, incoming.SourceType));
        foreach (var (scheme, value) in incoming.ExternalIds)
            release.KnownAs(scheme, value);
        return release;
    }

    internal static bool IsRace(this PortalDb db, Exception failure) =>
        db.IsCollision(failure) || (failure is DbUpdateException update && db.IsUniqueViolation(update));

    private static string Fit(string name) => name.Length <= 300 ? name : name[^300..];
}
