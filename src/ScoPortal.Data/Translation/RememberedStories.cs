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
    private sealed record Text(int Id, int StoryId, string Language, ReleaseState State, ReleaseContent Content, string By, DateTimeOffset At)
    {
        /// <summary>The release that it was translated from, and the revision of that which it still follows though there is a newer one.</summary>
        public (int Id, int Revision)? Behind { get; init; }

        public IReadOnlyList<Segment> Segments { get; init; } = Segmentation.Of(Content, Language);
    }

    public static async Task<List<Remembered>> RememberedAsync(this PortalDb db, IReadOnlyCollection<int> stories, CancellationToken cancel)
    {
        var rows = await db.Releases.AsNoTracking().Where(r => stories.Contains(r.StoryId))
            .Select(r => new { r.Id, r.StoryId, r.Language, r.State, r.Content, r.UpdatedAt, r.TranslatedFromId, r.TranslatedFromRevision, Major = (int?)r.TranslatedFrom!.MajorRevision, By = r.Revisions.OrderByDescending(v => v.Number).Select(v => v.By).FirstOrDefault() })
            .ToListAsync(cancel);
        var texts = rows.ConvertAll(r => new Text(r.Id, r.StoryId, r.Language, r.State, r.Content, r.By ?? "", r.UpdatedAt)
        {
            Behind = r.TranslatedFromId is { } source && r.TranslatedFromRevision is { } made && made < r.Major ? (source, made) : null,
        });
        var ids = texts.ConvertAll(t => t.Id);
        var drafts = await db.TranslationDrafts.AsNoTracking().Where(d => ids.Contains(d.ReleaseId)).ToListAsync(cancel);

        var found = new List<Remembered>();
        foreach (var story in texts.GroupBy(t => t.StoryId))
            foreach (var first in story)
                foreach (var second in story.Where(s => string.CompareOrdinal(first.Language, s.Language) < 0))
                {
                    found.AddRange(drafts.Where(d => (d.SourceId, d.ReleaseId) == (first.Id, second.Id) || (d.SourceId, d.ReleaseId) == (second.Id, first.Id)).SelectMany(d => Confirmed(first, second, d)));
                    if (Remembering.IsSure(first.State) && Remembering.IsSure(second.State))
                        found.AddRange(Aligned(await db.AsTranslatedAsync(first, second, cancel), await db.AsTranslatedAsync(second, first, cancel)));
                }

        return [.. found.Where(u => Remembering.Fits(u.FirstText) && Remembering.Fits(u.SecondText) && u.FirstText != u.SecondText).DistinctBy(u => u.Key)];
    }

    // The text that the other was made from: a sentence that has changed since is not translated by what stands there.
    private static async Task<Text> AsTranslatedAsync(this PortalDb db, Text text, Text other, CancellationToken cancel) =>
        other.Behind is { } behind && behind.Id == text.Id
            && await db.Revisions.AsNoTracking().Where(v => v.Release.Id == text.Id && v.Number == behind.Revision).Select(v => v.Content).SingleOrDefaultAsync(cancel) is { } content
            ? text with { Content = content, Segments = Segmentation.Of(content, text.Language) } : text;

    private static IEnumerable<Remembered> Aligned(Text first, Text second)
    {
        var newer = first.At > second.At ? first : second;
        return SegmentAlignment.Of(first.Segments, first.Language, second.Segments, second.Language).Where(b => b.Score >= Remembering.LeastScore)
            .Select(b => Of(first, Join(first, b.Source), second, Join(second, b.Target), newer.By, newer.At));
    }

    private static IEnumerable<Remembered> Confirmed(Text first, Text second, TranslationDraft draft) => draft.Units
        .Where(u => u is { State: UnitState.Confirmed, IsStale: false })
        .Select(u => draft.ReleaseId == second.Id ? (First: u.Source, Second: u.Target.Trim()) : (First: u.Target.Trim(), Second: u.Source))
        .Select(u => Of(first, u.First, second, u.Second, draft.UpdatedBy, draft.UpdatedAt));

    private static Remembered Of(Text first, string one, Text second, string other, string by, DateTimeOffset at) =>
        new(first.Id, first.Language, one, second.Id, second.Language, other, by, at);

    private static string Join(Text text, Range range)
    {
        var (start, count) = range.GetOffsetAndLength(text.Segments.Count);
        return SegmentText.Join([.. text.Segments.Skip(start).Take(count).Select(s => s.Text)]);
    }
}
