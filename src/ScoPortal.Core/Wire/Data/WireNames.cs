namespace ScoPortal.Core.Wire.Data;

/// <summary>Who carries a text: a service that passes on what others wrote, or an agency that writes itself.</summary>
internal enum WireKind
{
    Service,
    Agency,
}

/// <summary>The agency names that may stand in a dateline or a page line, with their normalised form.</summary>
internal static class WireNames
{
    private static readonly Dictionary<string, (string Name, WireKind Kind)> Known = Load();

    /// <summary>The normalised names in a marker such as "ots/PRNewswire" or "ats afp"; empty when any part is unknown.</summary>
    public static IReadOnlyList<(string Name, WireKind Kind)> Resolve(string marker)
    {
        var text = marker.Trim().Trim('.', ',', ' ');
        if (text.Length is 0 or > 60)
            return [];
        if (Known.TryGetValue(text, out var whole))
            return [whole];
        if (text.StartsWith("Корр. ", StringComparison.OrdinalIgnoreCase))
            return Correspondent(text["Корр. ".Length..]);

        // "Xinhua, by Wang Kun", "中新社 记者": the agency, then who wrote for it.
        if (text.IndexOf(',', StringComparison.Ordinal) is > 1 and var comma && Known.TryGetValue(text[..comma].TrimEnd(), out var agency)
            && !text.AsSpan(comma).ContainsAny('/', '&'))
            return Resolve(text[(comma + 1)..]) is { Count: > 0 } more ? [agency, .. more] : [agency];

        // "dpa/lno": the agency and its regional service.
        if (text.IndexOf('/', StringComparison.Ordinal) is > 1 and var slash && text.Length - slash is > 2 and < 6 && text[(slash + 1)..].All(char.IsAsciiLetterLower)
            && Known.TryGetValue(text[..slash], out var national))
            return [national];

        foreach (var separators in (char[][])[['/', ',', ';', '&'], ['/', '-'], ['/', ' ', '-', ',']])
        {
            var parts = text.Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (parts.Length is > 1 and < 5 && parts.All(Known.ContainsKey))
                return [.. parts.Select(p => Known[p]).Distinct()];
        }

        return [];
    }

    /// <summary>"Корр. ТАСС Иван Петров": the agency is the first word or the first two.</summary>
    private static IReadOnlyList<(string Name, WireKind Kind)> Correspondent(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var count = Math.Min(2, words.Length); count > 0; count--)
        {
            if (Known.TryGetValue(string.Join(' ', words[..count]), out var agency))
                return [agency];
        }

        return [];
    }

    private static Dictionary<string, (string, WireKind)> Load()
    {
        var known = new Dictionary<string, (string, WireKind)>(StringComparer.OrdinalIgnoreCase);
        // Normalised name, kind (S service, A agency), then the forms seen in texts.
        foreach (var row in Rows.File("WireNames.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var cells = row.Split('|');
            var entry = (cells[0], cells[1] == "S" ? WireKind.Service : WireKind.Agency);
            known[cells[0]] = entry;
            foreach (var form in cells[2].Split(';', StringSplitOptions.RemoveEmptyEntries))
                known[form] = entry;
        }

        return known;
    }
}
