using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ScoPortal.Web.Wires;

/// <summary>The words of a paragraph of Word as Markdown.</summary>
/// <param name="links">Where links lead to, by their identifiers.</param>
/// <param name="isPlain">Without marks, as the beginning of a story is, from which a dateline is read.</param>
internal sealed class WordLine(IReadOnlyDictionary<string, Uri> links, bool isPlain)
{
    private const int Deepest = 30;

    private readonly StringBuilder line = new();
    private readonly List<string> lines = [];
    private readonly StringBuilder run = new();
    private string mark = "";

    /// <summary>One line for each that a break ends; blank ones are none.</summary>
    public IReadOnlyList<string> Lines(Paragraph paragraph)
    {
        lines.Clear();
        Walk(paragraph, 0);
        EndLine();
        return [.. lines];
    }

    private void Walk(OpenXmlElement parent, int depth)
    {
        foreach (var element in parent.ChildElements)
        {
            switch (element)
            {
                // Deleted and moved away by an author whose changes are tracked.
                case DeletedRun or MoveFromRun:
                    break;
                case Run words:
                    Run(words);
                    break;
                case Hyperlink link:
                    Link(link, depth);
                    break;
                case InsertedRun or MoveToRun or SdtRun or SdtContentRun or SimpleField or OpenXmlUnknownElement or CustomXmlRun when depth < Deepest:
                    Walk(element, depth + 1);
                    break;
            }
        }
    }

    private void Run(Run words)
    {
        if (IsOn(words.RunProperties?.Vanish))
            return;
        var wanted = isPlain ? "" : IsOn(words.RunProperties?.Bold) ? "**" : IsOn(words.RunProperties?.Italic) ? "*" : "";
        if (wanted != mark)
            EndMark(wanted);
        foreach (var part in words.ChildElements)
        {
            switch (part)
            {
                case DocumentFormat.OpenXml.Wordprocessing.Text text:
                    run.Append(text.Text);
                    break;
                case TabChar:
                    run.Append(' ');
                    break;
                case NoBreakHyphen:
                    run.Append('-');
                    break;
                case Break or CarriageReturn:
                    EndLine();
                    break;
            }
        }
    }

    private void Link(Hyperlink link, int depth)
    {
        EndMark("");
        var inner = new WordLine(links, isPlain: true);
        if (depth < Deepest)
            inner.Walk(link, depth + 1);
        inner.EndLine();
        var words = string.Join(' ', inner.lines);
        var target = link.Id?.Value is { } id ? links.GetValueOrDefault(id) : null;
        var address = target is { IsAbsoluteUri: true, Scheme: "http" or "https" or "mailto" } ? target.AbsoluteUri : null;
        if (isPlain || address is null || words.Length == 0)
            line.Append(words);
        else if (words.Trim().TrimEnd('/').Equals(address.Replace("mailto:", "", StringComparison.Ordinal).TrimEnd('/'), StringComparison.OrdinalIgnoreCase))
            line.Append(words);
        else
            line.Append('[').Append(Escaping.Label(words)).Append("](")
                .Append(address.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)).Append(')');
    }

    /// <summary>Writes the words of one mark; signs and spaces at their ends stay outside, where a mark can open and close.</summary>
    private void EndMark(string next)
    {
        var words = run.ToString();
        run.Clear();
        var (from, to) = (0, words.Length);
        while (from < to && !char.IsLetterOrDigit(words[from]))
            from++;
        while (to > from && !char.IsLetterOrDigit(words[to - 1]))
            to--;
        var isMarked = mark.Length > 0 && to - from > 1;
        Escaping.Append(line, isMarked ? words[..from] : words);
        if (isMarked)
        {
            line.Append(mark);
            Escaping.Append(line, words[from..to]);
            line.Append(mark);
            Escaping.Append(line, words[to..]);
        }

        mark = next;
    }

    private void EndLine()
    {
        EndMark(mark);
        if (line.ToString().Trim() is { Length: > 0 } words)
            lines.Add(words);
        line.Clear();
    }

    private static bool IsOn(OnOffType? property) => property is not null && (property.Val is null || property.Val.Value);
}
