using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Wire;

namespace ScoPortal.Data.Stories;

/// <summary>A release that another text is likely a copy of.</summary>
/// <param name="ReleaseId">Key of the release.</param>
/// <param name="Similarity">How much of the shorter text stands in the other, 0 to 1: <see cref="Overlap.Containment"/>.</param>
public sealed record Likeness(int ReleaseId, double Similarity);

/// <summary>Finds the same text under other headlines and from other wires, and offers it as a syndicated copy.</summary>
public static class Copies
{
    private const int Most = 5;

    // Of those that share bands with a text, so many are compared with it word by word: reports that fill one form may share some by the hundred.
    private const int MostCompared = 8;

    /// <summary>Releases of which a text that is not stored is likely a copy, in any state.</summary>
    /// <param name="db">The database.</param>
    /// <param name="read">The text as the importer reads it.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>Best first, at most 5; also the release that was made of this very text.</returns>
    public static async Task<IReadOnlyList<Likeness>> LikelyCopiesAsync(this PortalDb db, WireRelease read, CancellationToken cancel)
    {
        if (read.IsTooLong())
            return [];
        var content = read.ToContent();
        var text = Sketches.Of(content.Headline, content.Body);
        var bands = text.Bands();
        var alike = await db.SketchBands.Where(b => bands.Contains(b.Hash))
            .GroupBy(b => b.ReleaseId).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key).Take(MostCompared).ToListAsync(cancel);
        var texts = await db.TextsAsync(alike, cancel);
        return Best(alike.Select(id => (id, text.With(texts[id]))));
    }

    /// <summary>
    /// Looks what new releases may have to do with others and among each other, and adds what it finds to the context as open
    /// suggestions; what was offered before, and rejected or not, is not offered again. Called once for every batch that is imported,
    /// with its drafts written and before the transaction ends: the lock of the change log makes the batches of two imports
    /// follow each other, so that each sees the other. What else is to be offered after an import belongs here.
    /// </summary>
    /// <param name="db">A context in the transaction that wrote the releases.</param>
    /// <param name="newIds">Keys of the new releases; some hundred at most.</param>
    /// <param name="at">The instant, in UTC.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>By key of a new release, those that were there before and that it is likely a copy of, best first, at most 5.</returns>
    internal static async Task<ILookup<int, Likeness>> SuggestAsync(
        this PortalDb db, IReadOnlyList<int> newIds, DateTimeOffset at, CancellationToken cancel)
    {
        var alike = await db.AlikeAsync(newIds, cancel);
        if (alike.Count == 0)
            return Enumerable.Empty<Likeness>().ToLookup(l => l.ReleaseId);

        var texts = await db.TextsAsync([.. alike.SelectMany(a => new[] { a.New, a.Old }).Distinct()], cancel);
        var compared = alike.ConvertAll(a => (a.New, a.Old, Overlap: texts[a.New].With(texts[a.Old])));
        compared.RemoveAll(c => !c.Overlap.IsCopy);
        if (compared.Count > 0)
        {
            var offered = (await db.Suggestions.Where(s => s.Kind == SuggestionKind.SyndicatedCopy && (newIds.Contains(s.ReleaseId) || newIds.Contains(s.OtherId)))
                .Select(s => new { s.ReleaseId, s.OtherId }).ToListAsync(cancel)).Select(s => (s.ReleaseId, s.OtherId)).ToHashSet();
            db.AddRange(compared.Select(c => Offer(c.New, c.Old, c.Overlap, at)).Where(s => offered.Add((s.ReleaseId, s.OtherId))));
        }

        return compared.GroupBy(c => c.New).SelectMany(g => Best(g.Select(c => (c.Old, c.Overlap))).Select(l => (g.Key, Likeness: l)))
            .ToLookup(l => l.Key, l => l.Likeness);
    }

    /// <summary>A suggestion with all that a decision on it needs, or null.</summary>
    /// <param name="db">The database.</param>
    /// <param name="id">Its key.</param>
    /// <param name="cancel">Stops it.</param>
    public static Task<Suggestion?> SuggestionAsync(this PortalDb db, int id, CancellationToken cancel) =>
        db.Suggestions.Include(s => s.Release.Story.Relations).ThenInclude(r => r.Other).Include(s => s.Other.Story)
            .AsSplitQuery().SingleOrDefaultAsync(s => s.Id == id, cancel);

    /// <summary>Rejects a suggestion, and takes back the relation that a decision on it has made, unless another suggestion stands for that too.</summary>
    /// <param name="db">The context that the suggestion is of; saved by the caller.</param>
    /// <param name="suggestion">As <see cref="SuggestionAsync"/> gives it.</param>
    /// <param name="edit">Who, and when.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task RejectAsync(this PortalDb db, Suggestion suggestion, Edit edit, CancellationToken cancel)
    {
        var (made, same) = await db.MadeAsync(suggestion, cancel);
        suggestion.Reject(edit, made, same);
    }

    /// <summary>Forgets the decision on a suggestion, and takes back the relation that it has made as <see cref="RejectAsync"/> does.</summary>
    /// <param name="db">The context that the suggestion is of; saved by the caller.</param>
    /// <param name="suggestion">As <see cref="SuggestionAsync"/> gives it.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task ReopenAsync(this PortalDb db, Suggestion suggestion, CancellationToken cancel)
    {
        var (made, same) = await db.MadeAsync(suggestion, cancel);
        suggestion.Reopen(made, same);
    }

    // The relation that a decision has made, and another suggestion that stands for it.
    private static async Task<(Relation? Made, Suggestion? Same)> MadeAsync(this PortalDb db, Suggestion suggestion, CancellationToken cancel)
    {
        if (suggestion.Related is not { } related)
            return default;

        // A story that is gone was merged into another, and its releases with it.
        var left = await db.Stories.Where(s => s.Id == related.Story || s.Id == related.Other).Select(s => s.Id).ToListAsync(cancel);
        var story = left.Contains(related.Story) ? related.Story : suggestion.Release.StoryId;
        var other = left.Contains(related.Other) ? related.Other : suggestion.Other.StoryId;
        var kind = suggestion.State == SuggestionState.SameEvent ? RelationKind.SameEvent : RelationKind.SyndicatedCopy;
        return (
            await db.Set<Relation>().Include(r => r.Story.Relations).ThenInclude(r => r.Other)
                .SingleOrDefaultAsync(r => r.Kind == kind && r.Story.Id == story && r.Other.Id == other, cancel),
            await db.Suggestions.OrderBy(s => s.Id).FirstOrDefaultAsync(
                s => s.Id != suggestion.Id && s.Kind == suggestion.Kind && s.State == suggestion.State && s.Release.StoryId == story && s.Other.StoryId == other, cancel));
    }

    // Pairs that share bands, those that share most of them for each new release; of two new ones, the later with the earlier.
    private static async Task<List<(int New, int Old)>> AlikeAsync(this PortalDb db, IReadOnlyList<int> newIds, CancellationToken cancel)
    {
        var pairs =
            from mine in db.SketchBands
            where newIds.Contains(mine.ReleaseId)
            join theirs in db.SketchBands on mine.Hash equals theirs.Hash
            where theirs.ReleaseId != mine.ReleaseId
            group theirs by new { New = mine.ReleaseId, Old = theirs.ReleaseId } into pair
            orderby pair.Key.New, pair.Count() descending, pair.Key.Old
            select pair.Key;
        var (alike, isNew, taken) = (new List<(int New, int Old)>(), newIds.ToHashSet(), 0);
        await foreach (var pair in pairs.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (alike.Count == 0 || alike[^1].New != pair.New)
                taken = 0;
            if (taken == MostCompared || (isNew.Contains(pair.Old) && pair.Old > pair.New))
                continue;
            alike.Add((pair.New, pair.Old));
            taken++;
        }

        return alike;
    }

    private static async Task<Dictionary<int, Shingles>> TextsAsync(this PortalDb db, IReadOnlyCollection<int> ids, CancellationToken cancel)
    {
        var texts = new Dictionary<int, Shingles>();
        if (ids.Count > 0)
            await foreach (var release in db.Releases.Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.Content.Headline, r.Content.Body }).AsAsyncEnumerable().WithCancellation(cancel))
                texts[release.Id] = Sketches.Of(release.Headline, release.Body);
        return texts;
    }

    private static IReadOnlyList<Likeness> Best(IEnumerable<(int Id, Overlap Overlap)> compared) =>
    [
        .. compared.Where(c => c.Overlap.IsCopy).OrderByDescending(c => c.Overlap.Containment).ThenByDescending(c => c.Overlap.Resemblance).ThenBy(c => c.Id)
            .Take(Most).Select(c => new Likeness(c.Id, c.Overlap.Containment)),
    ];

    private static Suggestion Offer(int newer, int older, Overlap overlap, DateTimeOffset at) => new(
        SuggestionKind.SyndicatedCopy, newer, older, overlap.Resemblance,
        string.Create(CultureInfo.InvariantCulture, $$"""{"resemblance":{{overlap.Resemblance:0.###}},"containment":{{overlap.Containment:0.###}},"numbers":{{overlap.Numbers:0.###}}}"""),
        at);
}
