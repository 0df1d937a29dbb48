using ScoPortal.Core.Wire.Data;

namespace ScoPortal.Core.Wire.Shapes;

/// <summary>
/// "CITY, Country, June 18, 2021 /PRNewswire/ -- ", "Chongqing, China (ots/PRNewswire)", "ПЕКИН, 28 авг - РИА Новости. ",
/// "CITY, ST / ACCESSWIRE / August 25, 2024 / ", "CITY--(BUSINESS WIRE)--", "BEIJING, March 9 -- ", "Riyadh, 29 May 2023: ".
/// </summary>
internal static class WesternDateline
{
    private const int Window = 220;

    private static readonly Pattern Separator = Pattern.New(@"^[\s.:;/—–\-=]*");

    private static readonly Pattern TimeAtEnd = Pattern.New(@"[,\s]+\d{1,2}:\d{2}\s*$");

    private static readonly Pattern DateBehind = Pattern.New($@"^[\s/—–\-]*(?<date>{WireDates.Named})[\s/.:—–\-]+");

    private static readonly Pattern NoWire = Pattern.New(
        $@"^(?<place>[^:;!?""“”„«»]{{2,70}}?)[,.]?\s+\(?(?<date>{WireDates.Named})\)?\s?(?<sep>--|[—–]|:|\s-\s|\.\s?[—–-])\s*");

    private static readonly Pattern Person = Pattern.New(@"^(?:reporter|journalist|correspondent|author|editor|photo|by|korrespondent)\b|[:：]|^(?:[ECMPG]|CE|ME|B|GM|US)?[SDET]?T$|^(?:GMT|UTC|CET|CEST|MSK|EST|EDT|local time|archive|file photo)$");

    private static readonly Pattern SwissPlace = Pattern.Exact(
        @"^(?<city>\p{Lu}[\p{L}.'-]+(?: [\p{L}.'-]+){0,2}) (?:ZH|BE|LU|UR|SZ|OW|NW|GL|ZG|FR|SO|BS|BL|SH|AR|AI|SG|GR|AG|TG|TI|VD|VS|NE|GE|JU)$");

    public static Dateline? Read(string line)
    {
        var head = line.Length > Window ? line[..Window] : line;
        return RareDateline.AgencyFirst(head) ?? WithWire(head) ?? RareDateline.InBrackets(head) ?? WithoutWire(head) ?? RareDateline.PlaceAlone(head) ?? Swiss(line);
    }

    /// <summary>"Landquart GR" on a line of its own, as Keystone-SDA writes it.</summary>
    private static Dateline? Swiss(string line) =>
        line.Length < 50 && SwissPlace.Match(line) is { Success: true } match
            ? new(line.Length, new(match.Groups["city"].Value, "CH", 0.8), 0, match.Groups["city"].Length, null, 0, 0, null, 0, "place-and-canton", 0.6)
            : null;

    private static Dateline? WithWire(string head)
    {
        foreach (var (start, length, name, known, isLoose) in Markers(head))
        {
            var before = TimeAtEnd.Replace(head[..start], "");
            var date = WireDates.Last(before);
            var placeText = date is { } d ? before[..d.Start] : before;
            var placeStart = 0;
            if (date is null && WireDates.Leading(before) is { } leading)
            {
                date = leading;
                placeStart = leading.Length;
                placeText = before[placeStart..];
            }

            var trimmed = placeText.Trim().TrimEnd(',', '.', '-', '–', '—', ' ');
            var place = trimmed.Length == 0 ? null : WirePlaces.Read(trimmed);
            if (trimmed.Length > 0 && place is null)
                continue;
            var end = start + length;
            var after = head[end..];
            if (date is null && DateBehind.Match(after) is { Success: true } behind && WireDates.Read(behind) is { } late)
            {
                date = new(late, end + behind.Groups["date"].Index, behind.Groups["date"].Length);
                end += behind.Length;
            }

            if (date is null && (!known || (isLoose && head[start] != '.')))
                continue;
            var rest = head[end..];
            var separator = Separator.Match(rest).Length;

            // "(dpa)" alone is a credit, "(dpa) - Text" a dateline; "Text (AFP)" with nothing behind is neither.
            if (place is null && date is null && (separator == 0 || separator == rest.Length))
                continue;

            // "Russia (TASS) reported": a sentence that names its sources.
            if (date is null && rest.TrimStart() is [var next, ..] && separator == rest.Length - rest.TrimStart().Length && char.IsLower(next))
                continue;
            return new(end + separator, place, placeStart, trimmed.Length, date?.Date, date?.Start ?? 0, date?.Length ?? 0,
                name, head.IndexOf(name, start, StringComparison.Ordinal), known ? "dateline" : "dateline-unknown-wire",
                known ? date is null ? 0.9 : 0.98 : 0.6);
        }

        return null;
    }

    private static Dateline? WithoutWire(string head)
    {
        var match = NoWire.Match(head);
        if (!match.Success || match.Length >= head.Length || WireDates.Read(match) is not { } date
            || WirePlaces.Read(match.Groups["place"].Value) is not { } place)
            return null;
        return new(match.Length, place, 0, match.Groups["place"].Length, date, match.Groups["date"].Index,
            match.Groups["date"].Length, null, 0, "dateline-without-wire", 0.8);
    }

    /// <summary>Everything in slashes, in brackets, behind a dash or a full stop that may be a wire name, from left to right.</summary>
    private static IEnumerable<(int Start, int Length, string Name, bool Known, bool IsLoose)> Markers(string head)
    {
        for (var i = 0; i < head.Length; i++)
        {
            var close = head[i] switch
            {
                '/' => head.IndexOf('/', i + 1),
                '(' => head.IndexOf(')', i + 1),
                '-' or '–' or '—' or '.' => IndexOfEnd(head, i + 1),
                _ => -1,
            };
            if (close < 0 || close - i > 50)
                continue;
            var name = head[(i + 1)..close].Trim();
            if (name.Length < 2)
                continue;
            var isDash = head[i] is '-' or '–' or '—' or '.';
            var known = WireNames.Resolve(name).Count > 0;
            if (known)
                yield return (i, close + (isDash ? 0 : 1) - i, name, true, isDash);
            else if (!isDash && name.Length <= 30 && char.IsUpper(name[0]) && !name.Any(char.IsDigit)
                     && !Person.IsMatch(name) && Countries.Code(name) is null && Cities.Country(name) is null && Cities.RegionCountry(name) is null)
                yield return (i, close + 1 - i, name, false, false);
        }
    }

    private static int IndexOfEnd(string head, int from)
    {
        // "ASTANA. KAZINFORM The": nothing but capitals parts the name from the story.
        var word = from < head.Length && head[from - 1] == '.' ? head.IndexOf(' ', Math.Min(from + 1, head.Length)) : -1;
        if (word > 0 && WireNames.Resolve(head[from..word]).Count > 0 && head[from..word].Where(char.IsLetter).All(char.IsUpper))
            return word;

        var at = head.AsSpan(from).IndexOfAny(".:—–");
        var dash = head.IndexOf(" - ", from, StringComparison.Ordinal);
        at = at < 0 ? -1 : at + from;

        // "INTERFAX.RU -": a full stop inside the name does not end it.
        if (at >= 0 && head[at] == '.' && at + 1 < head.Length && char.IsLetter(head[at + 1]) && dash > at)
            return dash;
        return at < 0 || (dash >= 0 && dash < at) ? dash : at;
    }
}
