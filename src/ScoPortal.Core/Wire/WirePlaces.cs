using System.Globalization;
using System.Text;
using ScoPortal.Core.Wire.Data;

namespace ScoPortal.Core.Wire;

/// <summary>A dateline place taken apart.</summary>
internal readonly record struct WirePlace(string City, string? Country, double Confidence);

/// <summary>Reads "CITY, Region, Country", "CITY (Country)" and "CITY /Region/".</summary>
internal static class WirePlaces
{
    private const int MaxLength = 80;

    private static readonly Pattern Bracketed = Pattern.New(@"^(?<city>[^/()]+?)\s*[/(]\s*(?<region>[^/()]{2,40}?)\s*[/)]\s*$");

    private static readonly Pattern Several = Pattern.Exact(@"\s(?:and|AND|und|UND|et|ET|y|и|И)\s|[&/]");

    private static readonly HashSet<string> SmallWords = new(StringComparer.Ordinal)
    {
        "am", "an", "der", "de", "del", "den", "des", "die", "do", "da", "das", "and", "und", "et", "y", "e", "la", "le", "les", "los",
        "im", "in", "bei", "ob", "zu", "upon", "on", "of", "the", "sur", "sous", "и", "на", "в", "область", "край", "район",
    };

    private static readonly HashSet<string> NoPlace = new(StringComparer.OrdinalIgnoreCase)
    {
        "On", "In", "At", "By", "The", "As", "From", "After", "Since", "Until", "Am", "Im", "Seit", "Nach", "Vom", "Bis", "В", "На", "С", "Le", "Du", "El", "Desde", "Updated", "Published", "Date",
    };

    /// <summary>The place, or null when the text does not look like one.</summary>
    public static WirePlace? Read(string text)
    {
        var place = text.Trim().TrimStart('/').TrimEnd(',', '.', ' ', '-', '–', '—');
        if (!LooksLikePlace(place))
            return null;

        string city, outside;
        if (Bracketed.Match(place) is { Success: true } bracketed)
            (city, outside) = (bracketed.Groups["city"].Value, bracketed.Groups["region"].Value);
        else if (place.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma)
            (city, outside) = (place[..comma], place[(comma + 1)..]);
        else if (place.LastIndexOf(' ') is > 0 and var space && Countries.Code(place[(space + 1)..]) is not null && Cities.Country(place) is null && Cities.Country(place[..space]) is not null)
            (city, outside) = (place[..space], place[(space + 1)..]);
        else
            (city, outside) = (place, "");

        city = city.Trim().TrimEnd(',');
        if (Several.IsMatch(place) && !Bracketed.IsMatch(place) && Cities.Country(place) is null && Countries.Code(outside) is null)
            return new(TitleCase(place), null, 0.7);
        var (country, sure) = CountryOf(city, outside);
        return new(TitleCase(city), country, sure);
    }

    private static (string? Country, double Confidence) CountryOf(string city, string outside)
    {
        foreach (var part in outside.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            // "Georgia" is a state behind Atlanta and a country behind Tbilisi: the city decides.
            var country = Countries.Code(part) is { } code && code != "GE" ? code
                : Cities.Country(city) is { } known && Countries.Code(part) == "GE" ? known
                : Cities.RegionCountry(part) ?? Countries.Code(part) ?? Cities.Country(part);
            if (country is not null)
                return (country, 0.95);
        }

        var hyphen = city.IndexOf('-', StringComparison.Ordinal);
        return Cities.Country(city) is { } fromCity ? (fromCity, 0.8)
            : hyphen > 0 && Cities.Country(city[..hyphen]) is { } ofDistrict ? (ofDistrict, 0.7)
            : Countries.Code(city) is { } itself ? (itself, 0.8)
            : (null, 0.75);
    }

    private static bool LooksLikePlace(string place)
    {
        if (place.Length is 0 or > MaxLength || !(char.IsUpper(place[0]) || Prose.IsIdeograph(place[0])))
            return false;
        if (NoPlace.Contains(place))
            return false;
        var words = place.Split([' ', ',', '/', '(', ')', '\u00a0'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 10)
            return false;
        foreach (var word in words)
        {
            if (char.IsLower(word[0]) && !SmallWords.Contains(word))
                return false;
            if (word.Any(char.IsDigit) || word.AsSpan().IndexOfAny(":;!?\"“”„«»") >= 0 || (word.EndsWith('.') && word.Length > 6))
                return false;
        }

        return true;
    }

    /// <summary>Words in capitals become capitalised words; words written otherwise stay.</summary>
    public static string TitleCase(string place)
    {
        var text = place.Trim();
        if (!text.Any(char.IsLetter))
            return text;
        var result = new StringBuilder(text.Length);
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (result.Length > 0)
                result.Append(' ');
            var isCapitals = word.Count(char.IsLetter) > 1 && word.Where(char.IsLetter).All(char.IsUpper) && !word.Contains('.', StringComparison.Ordinal) && word != "SAR";
            var lower = word.ToLower(CultureInfo.InvariantCulture);
            if (!isCapitals)
                result.Append(word);
            else if (result.Length > 0 && SmallWords.Contains(lower))
                result.Append(lower);
            else
                AppendCapitalised(result, lower);
        }

        return result.ToString();
    }

    private static void AppendCapitalised(StringBuilder result, string lower)
    {
        var start = true;
        for (var i = 0; i < lower.Length; i++)
        {
            var c = lower[i];
            result.Append(start ? char.ToUpper(c, CultureInfo.InvariantCulture) : c);

            // D'Ampezzo, but Xi'an.
            start = c is '-' or '/' or '(' || (c is '\'' or '’' && i == 1);
        }
    }
}
