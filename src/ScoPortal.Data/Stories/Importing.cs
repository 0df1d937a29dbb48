using Microsoft.EntityFrameworkCore;
using ScoPortal.Core;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Wire;

namespace ScoPortal.Data.Stories;

/// <summary>Where an imported text is.</summary>
/// <param name="ReleaseId">Key of the release made from it.</param>
/// <param name="IsNew">This import made it; false when the same text was imported before.</param>
public readonly record struct Imported(int ReleaseId, bool IsNew);

/// <summary>A text on its way in, with what the importer or an editor made of it.</summary>
public sealed record Incoming
{
    /// <summary>The original, not a character changed.</summary>
    public required string Text { get; init; }

    /// <summary>Where it came from, without folder; its end is kept when it is longer than 300 characters.</summary>
    public required string Name { get; init; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    /// <summary>The content of the draft.</summary>
    public required ReleaseContent Content { get; init; }

    /// <summary>When it happened.</summary>
    public PartialDate? EventDate { get; init; }

    /// <summary>Its numbers at wires and sites.</summary>
    public IEnumerable<(string Scheme, string Value)> ExternalIds { get; init; } = [];

    /// <summary>Keys of the zones it is about.</summary>
    public IReadOnlyCollection<int> ZoneIds { get; init; } = [];

    /// <summary>Keys of its topics.</summary>
    public IReadOnlyCollection<int> TopicIds { get; init; } = [];

    /// <summary>A text as the importer reads it.</summary>
    /// <param name="read">What was read from <paramref name="text"/>.</param>
    /// <param name="text">The original.</param>
    /// <param name="name">Where it came from, without folder.</param>
    /// <exception cref="ArgumentException">The language was not recognised.</exception>
    /// <exception cref="InvalidDataException">The story is longer than <see cref="WireContent.MaxBody"/>.</exception>
    public static Incoming From(WireRelease read, string text, string name) => new()
    {
        Text = text,
        Name = name,
        Language = read.Language ?? throw new ArgumentException("The language was not recognised.", nameof(read)),
        Content = read.ToContent(),
        EventDate = read.EventDate,
        ExternalIds = read.ExternalIds,
    };
}

/// <summary>Stores what was read from wires.</summary>
public static class Importing
{
    /// <summary>
    /// Makes a draft in a story of its own, with the untouched original beside it; the same text, whatever its white space,
    /// makes one release only, also when two imports run at once.
    /// </summary>
    /// <param name="db">A context without a transaction; what it tracked is forgotten when the text is known.</param>
    /// <param name="incoming">The text and what was made of it.</param>
    /// <param name="edit">Who, when, why.</param>
    /// <param name="made">Adds what belongs to the draft, such as the line of the audit, to the same transaction.</param>
    /// <param name="cancel">Stops it; nothing is saved then.</param>
    public static async Task<Imported> ImportAsync(
        this PortalDb db, Incoming incoming, Edit edit, Action<Release> made, CancellationToken cancel)
    {
        var fingerprint = WireText.Fingerprint(incoming.Text);
        if (await db.KnownAsync(fingerprint, cancel) is { } known)
            return new Imported(known, IsNew: false);
        try
        {
            return new Imported(await db.StoreAsync(incoming, fingerprint, edit, made, cancel), IsNew: true);
        }
        catch (DbUpdateException failure) when (db.IsUniqueViolation(failure))
        {
            db.ChangeTracker.Clear();
            return new Imported((await db.KnownAsync(fingerprint, cancel))!.Value, IsNew: false);
        }
    }

    /// <summary>Key of the release that was made from a text, or null.</summary>
    /// <param name="db">The database.</param>
    /// <param name="fingerprint">As <see cref="WireText.Fingerprint"/> has it.</param>
    /// <param name="cancel">Stops it.</param>
    public static Task<int?> KnownAsync(this PortalDb db, string fingerprint, CancellationToken cancel) =>
        db.Originals.Where(o => o.Fingerprint == fingerprint).Select(o => (int?)o.ReleaseId).SingleOrDefaultAsync(cancel);

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

    private static async Task<int> StoreAsync(
        this PortalDb db, Incoming incoming, string fingerprint, Edit edit, Action<Release> made, CancellationToken cancel)
    {
        var story = new Story();
        story.HappenedOn(incoming.EventDate);
        story.FileUnder(
            await db.Zones.Where(z => incoming.ZoneIds.Contains(z.Id)).ToListAsync(cancel),
            await db.Topics.Where(t => incoming.TopicIds.Contains(t.Id)).ToListAsync(cancel));
        var release = story.Draft(incoming.Language, incoming.Content, edit);
        release.CameFrom(new Original(incoming.Text, Fit(incoming.Name), fingerprint, edit.At));
        foreach (var (scheme, value) in incoming.ExternalIds)
            release.KnownAs(scheme, value);

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Add(story);
        await db.SaveChangesAsync(cancel);
        made(release);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return release.Id;
    }

    private static string Fit(string name) => name.Length <= 300 ? name : name[^300..];
}
