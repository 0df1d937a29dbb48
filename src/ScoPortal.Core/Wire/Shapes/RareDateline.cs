using ScoPortal.Core.Wire.Data;

namespace ScoPortal.Core.Wire.Shapes;

/// <summary>Datelines without a marked wire, or with the parts in another order: each as its pattern says.</summary>
internal static class RareDateline
{
    /// <summary>A dateline without date and agency stands before a paragraph, not before the rest of a headline.</summary>
    private const int ShortestStory = 90;

    /// <summary>"(CHONGQING, China, June 22, 2020 AsiaNet) Text".</summary>
    private static readonly Pattern Bracketed = Pattern.New($@"^\((?<place>[^()\d]{{3,60}}?),?\s+(?<date>{WireDates.Named})(?:,?\s+(?<wire>[^()\d]{{2,30}}))?\)\s*[-–—:]*\s*");

    /// <summary>"Xinhua News Agency, Beijing, July 26 (Reporter: A B) Text", as Chinese datelines are translated.</summary>
    private static readonly Pattern AgencyAtStart = Pattern.New(
        $@"^\(?(?<names>\p{{L}}[\p{{L}}'., -]{{2,60}}?),?\s+(?<date>{WireDates.Named})\)?\s*(?:\([^()]{{2,60}}\)\s*)?[-–—:,]*\s+");

    /// <summary>"BEIJING - Text", "Hefei, Anhui -- Text", "MÜNCHEN. Text": a place in capitals, or one that is known.</summary>
    private static readonly Pattern NothingButPlace = Pattern.Exact(@"^(?<place>\p{Lu}[^:;!?""“”„«»().\d–—]{1,50}?)(?<sep>\s?--\s?|\s[-–—]\s|\.\s|:\s)\p{Lu}");

    public static Dateline? AgencyFirst(string head)
    {
        var match = AgencyAtStart.Match(head);
        if (!match.Success || match.Length >= head.Length || WireDates.Read(match) is not { } date)
            return null;

        // "Xinhua News Agency Beijing July 26": the longest known name, then the place.
        var names = match.Groups["names"];
        for (var end = names.Length; end > 1; end = names.Value.AsSpan(0, end).LastIndexOfAny(' ', ','))
        {
            if (names.Value.IndexOf(',', 0, end - 1) >= 0 || WireNames.Resolve(names.Value[..end].TrimEnd(',')).Count == 0)
                continue;
            var city = names.Value[end..].Trim(' ', ',');
            var at = names.Index + names.Length - names.Value[end..].TrimStart(' ', ',').Length;
            return new(match.Length, city.Length > 0 ? WirePlaces.Read(city) : null, at, city.Length, date, match.Groups["date"].Index, match.Groups["date"].Length,
                names.Value[..end].TrimEnd(','), names.Index, "dateline-agency-first", 0.9);
        }

        return null;
    }

    public static Dateline? InBrackets(string head)
    {
        var match = Bracketed.Match(head);
        if (!match.Success || match.Length >= head.Length || WireDates.Read(match) is not { } date || WirePlaces.Read(match.Groups["place"].Value) is not { } place)
            return null;
        var (wire, placeAt) = (match.Groups["wire"], match.Groups["place"]);
        return new(match.Length, place, placeAt.Index, placeAt.Length, date, match.Groups["date"].Index, match.Groups["date"].Length,
            wire.Success ? wire.Value : null, wire.Index, "dateline-in-brackets", 0.85);
    }

    public static Dateline? PlaceAlone(string head)
    {
        var match = NothingButPlace.Match(head);
        if (!match.Success || WirePlaces.Read(match.Groups["place"].Value) is not { Country: not null } place)
            return null;
        var text = match.Groups["place"].Value;
        var city = text.Split(',')[0];
        var rest = head[(match.Length - 1)..];

        // "Moscow - Beijing railway opens" is a headline, and so is a short line; a country alone is no place of a dateline.
        if (rest.Length < ShortestStory || Countries.Code(city) is not null && Cities.Country(city) is null || BeginsWithPlace(rest))
            return null;
        var isCapitals = city.Where(char.IsLetter).All(char.IsUpper);

        // "Moscow: the talks" is a sentence or a headline; "MOSCOW: The talks" is a dateline.
        return isCapitals || (Cities.Country(city) is not null && match.Groups["sep"].Value is not (". " or ": "))
            ? new(match.Length - 1, place, 0, text.Length, null, 0, 0, null, 0, "dateline-place-alone", 0.75)
            : null;
    }

    private static bool BeginsWithPlace(string rest)
    {
        var words = rest.Split([' ', ',', ':', '.'], 4, StringSplitOptions.RemoveEmptyEntries);
        for (var count = 1; count <= Math.Min(3, words.Length); count++)
        {
            var name = string.Join(' ', words[..count]);
            if (Cities.Country(name) is not null || Countries.Code(name) is not null)
                return true;
        }

        return false;
    }
}
