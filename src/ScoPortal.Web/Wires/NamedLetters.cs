using System.Net;
using System.Text;
using ScoPortal.Core.Wire;

namespace ScoPortal.Web.Wires;

/// <summary>XML with the letters resolved that HTML names and XML does not (feeds use them without leave), and where each place of it stands in the original.</summary>
internal sealed class NamedLetters
{
    private static readonly Pattern Named = Pattern.Exact("&(?:[b-fh-km-pr-zA-Z][a-zA-Z]{1,9}|a[a-ln-oq-z][a-z]{1,9}|amacr|l[a-su-z][a-zA-Z]{0,9}|g[a-su-z][a-z]{1,9});");

    private readonly string original;
    private readonly List<(int At, int Shift)> shifts = [(0, 0)];
    private readonly List<int> lines = [0];

    public NamedLetters(string original)
    {
        this.original = original;
        var (text, at) = (new StringBuilder(original.Length), 0);
        foreach (var match in Named.Matches(original))
        {
            text.Append(original, at, match.Index - at).Append(WebUtility.HtmlDecode(original.Substring(match.Index, match.Length)));
            at = match.Index + match.Length;
            shifts.Add((text.Length, at - text.Length));
        }

        Text = at == 0 ? original : text.Append(original, at, original.Length - at).ToString();
        for (var i = 0; i < Text.Length; i++)
        {
            if (Text[i] == '\n' || (Text[i] == '\r' && (i + 1 == Text.Length || Text[i + 1] != '\n')))
                lines.Add(i + 1);
        }
    }

    public string Text { get; }

    /// <summary>The place in <see cref="Text"/> that a reader means who began at <paramref name="from"/>; line and column count from 1.</summary>
    public int Place(int from, int line, int column)
    {
        var first = lines.BinarySearch(from);
        var at = (first < 0 ? ~first - 1 : first) + line - 1;
        return Math.Clamp((line <= 1 || at >= lines.Count ? from : lines[at]) + column - 1, from, Text.Length);
    }

    /// <summary>A part of <see cref="Text"/> as it stands in the original.</summary>
    public string Original(int from, int to) => original[Before(from)..Before(to)];

    private int Before(int at)
    {
        var found = shifts.BinarySearch((at, int.MaxValue));
        return at + shifts[~found - 1].Shift;
    }
}
