using ScoPortal.Core.Wire.Shapes;

namespace ScoPortal.Core.Wire;

/// <summary>Where the story begins: at the dateline, else behind the page's time, else at the first line that is no title.</summary>
internal static class StoryStart
{
    private static readonly Pattern Clause = Pattern.New(@"[,;，；]\s|\s(?:is|was|are|were|will|has|have|ist|war|sind|wird|hat|haben|est|sont|es|fue)\s");

    /// <summary>"Unfallzeit: 15.09.2020, 15:09 Uhr": the story begins with its when and where.</summary>
    private static readonly Pattern Particulars = Pattern.New(@"^\p{L}[\p{L} ]{2,24}:\s.*\d");

    /// <summary>Index of the first line of the story, before tail and noise are considered.</summary>
    public static int Of(WireDraft draft)
    {
        if (draft.DatelineIndex >= 0)
            return draft.DatelineIndex;
        var posted = draft.Lines.ToList().FindIndex(l => l.Rule is "posted-line" or "metinfo-line");
        if (posted > 0 && draft.Lines.Take(posted).Where(l => l.IsText).ToList() is { Count: > 0 and < 4 } above
            && draft.Lines.Skip(posted).FirstOrDefault(l => l.IsText) is { } below
            && !above.TrueForAll(l => FeedHead.IsKicker(l.Text, below.Text) && !IsProse(below.Text)))
            return posted;

        var seen = 0;
        for (var i = 0; i < draft.Lines.Count; i++)
        {
            var line = draft.Lines[i];
            if (line.IsText && (IsProse(line.Text) || (seen > 0 && Particulars.IsMatch(line.Text)) || IsWrappedProse(draft, i) || ++seen > 3))
                return i;
        }

        return Math.Min(1, draft.Lines.Count);
    }

    /// <summary>The first line of at least three that a hard wrap parted: a paragraph, though its first line looks like a title.</summary>
    private static bool IsWrappedProse(WireDraft draft, int index)
    {
        if (index == 0 || index + 2 >= draft.Lines.Count || !draft.Lines[index].AfterBlank)
            return false;
        return Enumerable.Range(index, 2).All(i => draft.Lines[i].Text.Length is > 55 and < 120 && !draft.Lines[i + 1].AfterBlank);
    }

    /// <summary>A sentence rather than a title: long, or of some length and closed by a full stop.</summary>
    public static bool IsProse(string text)
    {
        var isHan = text.Any(Prose.IsIdeograph);
        var end = text.TrimEnd('"', '”', '“', '»', ')', '）', '」');
        var isClosed = end.Length > 0 && end[^1] is '.' or '。' or '…';
        return isHan ? text.Length > 80 || isClosed : text.Length > 260 || (isClosed && text.Length > 60);
    }

    /// <summary>Closed like a sentence and as long as one, or of more than a few words with a clause in it.</summary>
    public static bool IsSentence(string text)
    {
        const int fewWords = 5;
        const int manyWords = 9;
        const int fewHan = 9;
        var end = text.TrimEnd('"', '”', '“', '»', ' ', '」');
        var isClosed = end is [.., '.' or '!' or '?' or '。' or '！' or '？'];
        var words = text.AsSpan().Count(' ') + 1;
        return text.Any(Prose.IsHan) ? isClosed && text.Length >= fewHan : (isClosed && words >= fewWords) || (words >= manyWords && Clause.IsMatch(text));
    }
}
