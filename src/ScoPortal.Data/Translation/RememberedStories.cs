using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Translation.Segments;

namespace ScoPortal.Data.Translation;

/// <summary>A pair of sentences that belongs into the memory.</summary>
internal sealed record Remembered(int FirstId, string FirstLanguage, string FirstText, int SecondId, string SecondLanguage, string SecondText, string By, DateTimeOffset At)
{
    public (int, int, string, string) Key => (FirstId, SecondId, FirstText, SecondText);

    public MemoryUnit ToUnit() => new()
    {
        FirstLanguage = FirstLanguage,
        FirstText = FirstText,
        FirstReleaseId = FirstId,
        SecondLanguage = SecondLanguage,
        SecondText = SecondText,
        SecondReleaseId = SecondId,
        By = By,
        At = At,
    };
}

/// <summary>Works out which sentences of stories belong into the memory.</summary>
internal static class RememberedStories
{
    private sealed record Text(int Id, int StoryId, string Language, ReleaseState State, int Revision, string By, DateTimeOffset At)
    {
        /// <summary>The release that it was translated from, and the revision of that which it still follows though there is a newer one.</summary>
        public (int Id, int Revision)? Behind { get; init; }
    }

    private sealed record Pair(Text First, Text Second, bool IsAligned);

    /// <summary>
    /// What belongs into the memory of the pairs in scope. Where a draft only confirms more, and both releases are sure, that is all that is
    /// given, and the pair is growing: what is remembered of it stays.
    /// </summary>
    public static async Task<(List<Remembered> Wanted, HashSet<(int First, int Second)> Growing)> RememberedAsync(
        this PortalDb db, IReadOnlyCollection<int> stories, Remembering.Scope scope, CancellationToken cancel)
    {
        var rows = await db.Releases.AsNoTracking().Where(r => stories.Contains(r.StoryId))
            .Select(r => new { r.Id, r.StoryId, r.Language, r.State, r.RevisionNumber, r.UpdatedAt, r.TranslatedFromId, r.TranslatedFromRevision, Major = (int?)r.TranslatedFrom!.MajorRevision, By = r.Revisions.OrderByDescending(v => v.Number).Select(v => v.By).FirstOrDefault() })
            .ToListAsync(cancel);
        var texts = rows.ConvertAll(r => new Text(r.Id, r.StoryId, r.Language, r.State, r.RevisionNumber, r.By ?? "", r.UpdatedAt)
        {
            Behind = r.TranslatedFromId is { } source && r.TranslatedFromRevision is { } made && made < r.Major ? (source, made) : null,
        });

        var (pairs, growing) = (new List<Pair>(), new HashSet<(int, int)>());
        foreach (var story in texts.GroupBy(t => t.StoryId))
            foreach (var first in story)
                foreach (var second in story.Where(s => string.CompareOrdinal(first.Language, s.Language) < 0))
                {
                    var isSure = Remembering.IsSure(first.State) && Remembering.IsSure(second.State);
                    var (isWhole, hasLost) = (scope.Has(first.Id, second.Id), scope.HasLost(first.Id, second.Id));
                    if (isWhole || hasLost is not null)
                        pairs.Add(new(first, second, isSure && (isWhole || hasLost == true)));
                    if (isSure && !isWhole && hasLost == false)
                        growing.Add((first.Id, second.Id));
                }

        var ids = pairs.SelectMany(p => (int[])[p.First.Id, p.Second.Id]).ToHashSet();
        var drafts = await db.TranslationDrafts.AsNoTracking().Where(d => ids.Contains(d.ReleaseId) && ids.Contains(d.SourceId)).ToListAsync(cancel);
        ids = [.. pairs.Where(p => p.IsAligned).SelectMany(p => (int[])[p.First.Id, p.Second.Id])];
        var contents = await db.Releases.AsNoTracking().Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.Content }).ToDictionaryAsync(r => r.Id, r => r.Content, cancel);

        var found = new List<Remembered>();
        foreach (var (first, second, isAligned) in pairs)
        {
            found.AddRange(drafts.Where(d => (d.SourceId, d.ReleaseId) == (first.Id, second.Id) || (d.SourceId, d.ReleaseId) == (second.Id, first.Id)).SelectMany(d => Confirmed(first, second, d)));
            if (isAligned)
                found.AddRange(await db.AlignedAsync(first, second, contents, cancel));
        }

        return ([.. found.Where(u => Remembering.Fits(u.FirstText) && Remembering.Fits(u.SecondText) && u.FirstText != u.SecondText).DistinctBy(u => u.Key)], growing);
    }

    /// <summary>What a draft says for certain.</summary>
    public static IEnumerable<(string Source, string Target)> Confirmed(TranslationDraft draft) =>
        draft.Units.Where(u => u is { State: UnitState.Confirmed, IsStale: false }).Select(u => (u.Source, u.Target.Trim()));

    // The text that the other was made from: a sentence that has changed since is not translated by what stands there.
    private static async Task<AlignedText> AsTranslatedAsync(this PortalDb db, Text text, Text other, ReleaseContent newest, CancellationToken cancel) =>
        other.Behind is { } behind && behind.Id == text.Id
            && await db.Revisions.AsNoTracking().Where(v => v.Release.Id == text.Id && v.Number == behind.Revision).Select(v => v.Content).SingleOrDefaultAsync(cancel) is { } content
            ? new(text.Id, text.Language, behind.Revision, content) : new(text.Id, text.Language, text.Revision, newest);

    private static async Task<IEnumerable<Remembered>> AlignedAsync(this PortalDb db, Text first, Text second, Dictionary<int, ReleaseContent> contents, CancellationToken cancel)
    {
        var (one, other) = (await db.AsTranslatedAsync(first, second, contents[first.Id], cancel), await db.AsTranslatedAsync(second, first, contents[second.Id], cancel));
        var newer = first.At > second.At ? first : second;
        return (await db.BeadsAsync(one, other, cancel)).Where(b => b.Score >= Remembering.LeastScore)
            .Select(b => Of(first, Join(one, b.Source), second, Join(other, b.Target), newer.By, newer.At));
    }

    private static IEnumerable<Remembered> Confirmed(Text first, Text second, TranslationDraft draft) => Confirmed(draft)
        .Select(u => draft.ReleaseId == second.Id ? (First: u.Source, Second: u.Target) : (First: u.Target, Second: u.Source))
        .Select(u => Of(first, u.First, second, u.Second, draft.UpdatedBy, draft.UpdatedAt));

    private static Remembered Of(Text first, string one, Text second, string other, string by, DateTimeOffset at) =>
        new(first.Id, first.Language, one, second.Id, second.Language, other, by, at);

    private static string Join(AlignedText text, Range range)
    {
        var (start, count) = range.GetOffsetAndLength(text.Segments.Count);
        return SegmentText.Join([.. text.Segments.Skip(start).Take(count).Select(s => s.Text)]);
    }
}
