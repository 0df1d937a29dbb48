using System.Text;
using ScoPortal.Core.Wire.Data;

namespace ScoPortal.Core.Wire;

/// <summary>What an editor has selected in a text, as the value of a field.</summary>
public static class WireSelection
{
    private static readonly Pattern MonthOfYear = Pattern.New(
        $@"\b(?<m1>{Months.Pattern})\b\.?,?\s+(?:de\s+|del\s+)?(?<y1>(?:19|20)\d\d)\b|\b(?<y2>(?:19|20)\d\d)\s?年\s?(?<m2>\d{{1,2}})\s?月");

    private static readonly Pattern Year = Pattern.New(@"\b(?<year>(?:19|20)\d\d)(?:\b|\s?年)");

    private static readonly Pattern Iso = Pattern.New(@"(?:^|[^\d-])(?<date>\d{4}-\d{2}(?:-\d{2})?)(?:[^\d-]|$)");

    private static readonly Pattern Address = Pattern.New(
        @"(?:https?://|www\.)[^\s<>""'“”，。、；）)】\]]+|\b[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,12}\b(?:/[^\s<>""'“”，。、；）)】\]]*)?");

    private static readonly Pattern Credit = Pattern.New(
        @"^[（(【\[]?\s*(?:source|quelle|herausgeber|issuer|источник|来源|來源|稿源|original-content von|news provided by)\s*[:：]?\s+|^[（(【\[]?\s*(?:(?:消息)?(?:来源|來源)|稿源)\s*[:：]?");

    /// <summary>
    /// The value that the selection gives a field, made as the reader makes it: a date as ISO 8601, a country as its code, an
    /// agency by its usual name, an address with its scheme, words on one line.
    /// </summary>
    /// <param name="field">Name of the field, as in <see cref="WireField.Name"/>; "externalId" for a number.</param>
    /// <param name="selected">The selected characters.</param>
    /// <param name="scheme">Whose number it is, where the selection does not say so itself: "prnewswire".</param>
    /// <param name="isMarkdown">The text is Markdown, as <see cref="WireDocument.IsMarkdown"/> has it.</param>
    /// <returns>Null where the selection holds nothing of that kind.</returns>
    public static string? Value(string field, string selected, string scheme = "wire", bool isMarkdown = false)
    {
        ArgumentNullException.ThrowIfNull(selected);
        var line = OneLine(isMarkdown ? Prose.Unescape(selected) : selected);
        if (line.Length == 0)
            return null;
        return field switch
        {
            "datelineDate" or "eventDate" => Date(line)?.ToString(),
            "country" => Countries.Code(line) ?? WirePlaces.Read(line)?.Country ?? Cities.Country(line),
            "place" => WirePlaces.Read(line)?.City ?? WirePlaces.TitleCase(line.Trim(',', ' ', '(', ')')),
            "wires" => WireNames.Resolve(line.Trim('/', '(', ')', '（', '）')) is { Count: > 0 } known ? string.Join(", ", known.Select(w => w.Name)) : line.Trim('/', ' ', '(', ')', '（', '）'),
            "moreInfoUrl" => UrlIn(line),
            "externalId" => Number(line, scheme),
            "issuer" or "distributor" or "source" => Credit.Match(line) is { Success: true, Length: var label } && label < line.Length
                ? line[label..].Trim().TrimEnd('】', ']', '）', ')') : line,
            _ => line,
        };
    }

    /// <summary>
    /// The selected characters as paragraphs: of plain text, Markdown that means nothing but itself, hard wraps joined and signs
    /// escaped; Markdown stays as it is.
    /// </summary>
    /// <param name="selected">The selected characters.</param>
    /// <param name="isMarkdown">The text is Markdown, as <see cref="WireDocument.IsMarkdown"/> has it.</param>
    public static string Paragraphs(string selected, bool isMarkdown = false)
    {
        ArgumentNullException.ThrowIfNull(selected);
        if (isMarkdown)
            return selected.ReplaceLineEndings("\n").Trim();
        var (paragraphs, current) = (new List<string>(), new StringBuilder());
        foreach (var line in selected.ReplaceLineEndings("\n").Split('\n').Select(l => Prose.Clean(l)).Append(""))
        {
            if (line.Length > 0)
                Prose.Append(current, line);
            else if (current.Length > 0)
            {
                paragraphs.Add(current.ToString());
                current.Clear();
            }
        }

        return new WireRelease { Fingerprint = "", Paragraphs = paragraphs }.ToContent().Body;
    }

    private static string OneLine(string selected)
    {
        var line = new StringBuilder();
        foreach (var part in selected.ReplaceLineEndings("\n").Split('\n').Select(l => Prose.Clean(l)).Where(l => l.Length > 0))
            Prose.Append(line, part);
        return line.ToString();
    }

    private static PartialDate? Date(string line)
    {
        if (Iso.Match(line) is { Success: true } iso && PartialDate.TryParse(iso.Groups["date"].Value, out var written))
            return written;
        if (WireDates.First(line, within: line.Length) is { } found)
            return found.Date;
        if (MonthOfYear.Match(line) is { Success: true } month)
        {
            var form = month.Groups["m1"].Success ? 1 : 2;
            var number = form == 1 ? Months.Number(month.Groups["m1"].Value) : WireDates.Number(month.Groups["m2"].Value);
            if (number is >= 1 and <= 12)
                return PartialDate.Month(WireDates.Number(month.Groups[$"y{form}"].Value), number);
        }

        return Year.Match(line) is { Success: true } year ? PartialDate.Year(WireDates.Number(year.Groups["year"].Value)) : null;
    }

    private static string? UrlIn(string line)
    {
        if (Address.Match(line) is not { Success: true } match)
            return null;
        var url = match.Value.TrimEnd('.', ',', ';', ':', '!', '?', '/') is { Length: > 0 } trimmed && !match.Value.EndsWith('/') ? trimmed : match.Value.TrimEnd('.', ',');
        return url.StartsWith("http", StringComparison.OrdinalIgnoreCase) && url.Contains("://", StringComparison.Ordinal) ? url : "http://" + url;
    }

    // "asianet: 67255" names its wire; of "MEDIA RELEASE PR67255" the last word with a figure is the number.
    private static string? Number(string line, string scheme)
    {
        var word = line.Split([' ', ':', '：', '(', ')', '/', '#'], StringSplitOptions.RemoveEmptyEntries).LastOrDefault(w => w.Any(char.IsDigit))?.Trim(',', '.', ';');
        if (string.IsNullOrEmpty(word) || word.Length > 100)
            return null;
        var before = line[..line.LastIndexOf(word, StringComparison.Ordinal)].TrimEnd().TrimEnd(':', '：').TrimEnd();
        return before.Length is > 0 and <= 64 && before.All(char.IsAsciiLetterOrDigit) && WireNames.Resolve(before).Count > 0
            ? $"{Scheme(before)}:{word}" : $"{Scheme(scheme)}:{word}";
    }

    private static string Scheme(string wire) =>
        string.Concat(wire.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)) is { Length: > 0 } scheme ? scheme[..Math.Min(scheme.Length, 64)] : "wire";
}
