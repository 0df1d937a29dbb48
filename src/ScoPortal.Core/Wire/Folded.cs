using System.Globalization;
using System.Text;

namespace ScoPortal.Core.Wire;

/// <summary>A text without white space and backslashes, each character of which knows its place.</summary>
internal sealed class Folded
{
    // A run of so many characters is known again wherever it stands.
    public const int Telling = 8;

    private readonly string text;
    private readonly string folded;
    private readonly List<int> places = [];
    private readonly Lazy<Dictionary<string, Queue<(int Start, int End)>>> paragraphs;

    public Folded(string text)
    {
        this.text = text;
        var signs = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) || text[i] == '\\')
                continue;
            signs.Append(text[i]);
            places.Add(i);
        }

        folded = signs.ToString();
        paragraphs = new(Paragraphs);
    }

    public static string Of(string passage) => string.Concat(Prose.Clean(passage).Where(c => !char.IsWhiteSpace(c) && c != '\\'));

    /// <summary>Where a passage stands: between words, else anywhere if it is long.</summary>
    public (int Start, int End)? Find(string passage)
    {
        var wanted = Of(passage);
        if (wanted.Length == 0)
            return null;
        return Apart(wanted, 0) ?? (wanted.Length >= Telling && folded.IndexOf(wanted, StringComparison.Ordinal) is >= 0 and var at ? Place(at, wanted.Length) : null);
    }

    /// <summary>Where a folded passage stands between words, at or behind <paramref name="from"/>.</summary>
    public (int Start, int End)? Apart(string wanted, int from)
    {
        var first = places.BinarySearch(from);
        for (var at = first < 0 ? ~first : first; (at = folded.IndexOf(wanted, at, StringComparison.Ordinal)) >= 0; at++)
            if (Place(at, wanted.Length) is var place && !Joins(places[at]) && !Joins(place.End))
                return place;
        return null;
    }

    /// <summary>The paragraph that a folded passage is, at or behind <paramref name="from"/>; to be asked for with rising places.</summary>
    public (int Start, int End)? Paragraph(string wanted, int from)
    {
        if (!paragraphs.Value.TryGetValue(wanted, out var same))
            return null;
        while (same.TryDequeue(out var place))
            if (place.Start >= from)
                return place;
        return null;
    }

    private Dictionary<string, Queue<(int Start, int End)>> Paragraphs()
    {
        var (all, start) = (new Dictionary<string, Queue<(int Start, int End)>>(), 0);
        foreach (var paragraph in text.Split("\n\n"))
        {
            var key = Of(paragraph);
            if (!all.TryGetValue(key, out var same))
                all[key] = same = [];
            same.Enqueue((start, start + paragraph.Length));
            start += paragraph.Length + 2;
        }

        return all;
    }

    // The backslash that makes the first sign plain belongs to it.
    private (int Start, int End) Place(int at, int length) =>
        (places[at] is > 0 and var start && text[start - 1] == '\\' ? start - 1 : places[at], places[at + length - 1] + 1);

    // A word or a number goes on there: "20|19", "1|,000". Chinese and Japanese do not part words.
    private bool Joins(int at)
    {
        if (at <= 0 || at >= text.Length)
            return false;
        var (before, after) = (text[at - 1], text[at]);
        if (IsWord(before) && IsWord(after))
            return true;
        return (char.IsDigit(before) && after is '.' or ',' && at + 1 < text.Length && char.IsDigit(text[at + 1]))
            || (before is '.' or ',' && at > 1 && char.IsDigit(text[at - 2]) && char.IsDigit(after));
    }

    private static bool IsWord(char c) => (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
        && !Prose.IsHan(c) && c is not (>= '\u3040' and <= '\u30ff');
}
