namespace ScoPortal.Web.Wires;

/// <summary>How deep HTML nests, before it is parsed: a parser looks through all open elements for each tag, so that depth costs time squared.</summary>
internal static class HtmlNesting
{
    private const int Deepest = 1_000;

    // Elements that have no end, or may leave it out.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Endless = new HashSet<string>(
        [
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "dt", "dd", "option", "optgroup",
            "tr", "td", "th", "tbody", "thead", "tfoot", "colgroup", "html", "head", "body", "frame", "path", "use", "rect", "circle",
        ],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>More elements are open at once than any page has.</summary>
    public static bool IsBoundless(string html)
    {
        var depth = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            var isEnd = html[at + 1] == '/';
            var name = Name(html.AsSpan(at + (isEnd ? 2 : 1)));
            if (name.IsEmpty || Endless.Contains(name))
                continue;
            depth = isEnd ? Math.Max(0, depth - 1) : depth + 1;
            if (depth > Deepest)
                return true;
            // What stands in a script is no element.
            if (!isEnd && (name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase)))
            {
                var end = html.IndexOf(name.Length == 6 ? "</script" : "</style", at, StringComparison.OrdinalIgnoreCase);
                if (end < 0)
                    return false;
                at = end - 1;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> tag)
    {
        var length = 0;
        while (length < tag.Length && length < 20 && char.IsAsciiLetterOrDigit(tag[length]))
            length++;
        return tag[..length];
    }
}
