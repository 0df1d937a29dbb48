using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Wire;

namespace ScoPortal.Data.Stories;

/// <summary>Where an imported text is.</summary>
/// <param name="ReleaseId">Key of the release made from it.</param>
/// <param name="IsNew">This import made it; false when the same text was imported before.</param>
public readonly record struct Imported(int ReleaseId, bool IsNew);

/// <summary>Stores what was read from wires.</summary>
public static class Importing
{
    /// <summary>
    /// Makes a draft in a story of its own, with the untouched original beside it; the same text, whatever its white space,
    /// makes one release only, also when two imports run at once.
    /// </summary>
    /// <param name="db">A context that is not used for anything else.</param>
    /// <param name="read">What was read from <paramref name="text"/>.</param>
    /// <param name="text">The original, not a character changed.</param>
    /// <param name="fileName">Where it came from, without folder.</param>
    /// <param name="now">The instant of the import.</param>
    /// <param name="cancel">Stops it; nothing is saved then.</param>
    /// <exception cref="ArgumentException">The language was not recognised.</exception>
    public static async Task<Imported> ImportAsync(
        this PortalDb db, WireRelease read, string text, string fileName, DateTimeOffset now, CancellationToken cancel)
    {
        var language = read.Language ?? throw new ArgumentException("The language was not recognised.", nameof(read));
        if (await KnownAsync(db, read.Fingerprint, cancel) is { } known)
            return new Imported(known, IsNew: false);

        var name = fileName.Length <= 300 ? fileName : fileName[^300..];
        var story = new Story();
        story.HappenedOn(read.EventDate);
        var release = story.Draft(language, read.ToContent(), new Edit("import", now, name));
        release.CameFrom(new Original(text, name, read.Fingerprint, now));
        db.Add(story);
        try
        {
            await db.SaveChangesAsync(cancel);
            return new Imported(release.Id, IsNew: true);
        }
        catch (DbUpdateException failure) when (db.IsUniqueViolation(failure))
        {
            return new Imported((await KnownAsync(db, read.Fingerprint, cancel))!.Value, IsNew: false);
        }
    }

    private static Task<int?> KnownAsync(PortalDb db, string fingerprint, CancellationToken cancel) =>
        db.Originals.Where(o => o.Fingerprint == fingerprint).Select(o => (int?)o.ReleaseId).SingleOrDefaultAsync(cancel);
}
