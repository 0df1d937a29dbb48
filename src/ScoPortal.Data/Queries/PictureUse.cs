using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Media;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Zones;

namespace ScoPortal.Data.Queries;

/// <summary>A release that shows a picture.</summary>
/// <param name="ReleaseId">Its key.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Headline">Of its newest revision.</param>
/// <param name="State">How far it has come.</param>
/// <param name="PublishAt">When readers get it.</param>
/// <param name="InText">Its text contains the picture's address; it may be among its pictures as well.</param>
public sealed record PictureUse(int ReleaseId, string Language, string Headline, ReleaseState State, DateTimeOffset? PublishAt, bool InText)
{
    /// <summary>A visitor may read it at <paramref name="now"/>.</summary>
    public bool IsPublic(DateTimeOffset now) => State is ReleaseState.Published or ReleaseState.Corrected && PublishAt <= now;
}

/// <summary>
/// Where pictures are used: among the pictures of a release, or by their address in a text: of any revision of a release, for
/// readers may compare them, of a zone, or that somebody is typing.
/// </summary>
public static partial class PictureUses
{
    private const string Address = "/media/";

    /// <summary>The releases that show a picture, newest work first.</summary>
    public static Task<List<PictureUse>> UsesAsync(this PortalDb db, int id, string hash, CancellationToken cancel) =>
        db.Releases.Where(r => r.Media.Any(m => m.Item.Id == id) || r.Content.Body.Contains(hash))
            .OrderByDescending(r => r.UpdatedAt).ThenByDescending(r => r.Id)
            .Select(r => new PictureUse(r.Id, r.Language, r.Content.Headline, r.State, r.PublishAt, r.Content.Body.Contains(hash)))
            .ToListAsync(cancel);

    /// <summary>Somebody or something shows it.</summary>
    public static async Task<bool> IsUsedAsync(this PortalDb db, int id, string hash, CancellationToken cancel) =>
        await db.Releases.AnyAsync(r => r.Media.Any(m => m.Item.Id == id) || r.Content.Body.Contains(hash), cancel)
        || await db.Revisions.AnyAsync(r => r.Content.Body.Contains(hash), cancel)
        || await db.WorkingCopies.AnyAsync(c => c.Content.Contains(hash), cancel)
        || await db.Set<ZoneProfile>().AnyAsync(p => p.Text.Body.Contains(hash), cancel);

    /// <summary>
    /// Pictures that came in before <paramref name="before"/> and are used nowhere, oldest first. Texts with pictures in them
    /// are read once.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="before">An instant, in UTC.</param>
    /// <param name="most">How many to find.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<List<MediaItem>> UnusedAsync(this PortalDb db, DateTimeOffset before, int most, CancellationToken cancel)
    {
        var inTexts = await db.HashesInTextsAsync(cancel);
        List<MediaItem> unused = [];
        var candidates = db.Media.Where(m => m.AddedAt < before && !db.Set<ReleaseMedia>().Any(x => x.Item.Id == m.Id))
            .OrderBy(m => m.AddedAt).ThenBy(m => m.Id).AsNoTracking().AsSplitQuery();
        for (var (read, full) = (0, true); full && unused.Count < most; read += most)
        {
            var part = await candidates.Skip(read).Take(most).ToListAsync(cancel);
            unused.AddRange(part.Where(m => !inTexts.Contains(m.Hash)));
            full = part.Count == most;
        }

        return [.. unused.Take(most)];
    }

    /// <summary>The hashes of pictures whose addresses stand in a Markdown text, in their order.</summary>
    public static IEnumerable<string> HashesIn(string? text) =>
        string.IsNullOrEmpty(text) ? [] : Hash().Matches(text).Select(m => m.Groups["hash"].Value).Distinct();

    private static async Task<HashSet<string>> HashesInTextsAsync(this PortalDb db, CancellationToken cancel)
    {
        HashSet<string> hashes = [];
        IQueryable<string?>[] texts =
        [
            db.Revisions.Where(r => r.Content.Body.Contains(Address)).Select(r => r.Content.Body),
            db.WorkingCopies.Where(c => c.Content.Contains(Address)).Select(c => c.Content),
            db.Set<ZoneProfile>().Where(p => p.Text.Body.Contains(Address)).Select(p => p.Text.Body),
        ];
        foreach (var query in texts)
            await foreach (var text in query.AsAsyncEnumerable().WithCancellation(cancel))
                hashes.UnionWith(HashesIn(text));
        return hashes;
    }

    [GeneratedRegex("/media/(?<hash>[0-9a-f]{64})", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Hash();
}
