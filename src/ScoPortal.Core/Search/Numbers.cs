namespace ScoPortal.Core.Search;

/// <summary>Numbers written in groups of three digits.</summary>
internal static class Numbers
{
    /// <summary>
    /// The length of a grouped number such as 1,225 or 1.225.000 that starts at <paramref name="at"/>, else 0.
    /// One separator throughout: comma, full stop, apostrophe, no-break or thin space. A plain space does not group.
    /// </summary>
    public static int GroupedLength(string text, int at)
    {
        var first = Digits(text, at);
        var next = at + first;
        if (first is 0 or > 3 || next >= text.Length
            || text[next] is not (',' or '.' or '\'' or '\u2019' or '\u00A0' or '\u2009' or '\u202F'))
            return 0;
        var separator = text[next];
        while (next < text.Length && text[next] == separator && Digits(text, next + 1) == 3)
            next += 4;
        return next == at + first ? 0 : next - at;
    }

    /// <summary>How many digits follow, counting no further than four: more than a group is no group.</summary>
    private static int Digits(string text, int at)
    {
        var n = 0;
        while (n < 4 && at + n < text.Length && char.IsAsciiDigit(text[at + n]))
            n++;
        return n;
    }
}
