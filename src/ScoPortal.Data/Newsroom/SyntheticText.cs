using System.Globalization;
using System.Text;
using ScoPortal.Core;
using ScoPortal.Core.Stories;

namespace ScoPortal.Data.Newsroom;

/// <summary>What one synthetic story tells, the same in every language: who, what, where, how many.</summary>
internal sealed class SyntheticText
{
    private const int FewestParagraphs = 3;
    private const int MostParagraphs = 6;
    private static readonly SyntheticWords Words = SyntheticWords.All;

    private readonly SyntheticWords.Name[] company;
    private readonly SyntheticWords.Name[] person;
    private readonly Dictionary<string, string> sector;
    private readonly Dictionary<string, string> city;
    private readonly Dictionary<string, string> goods;
    private readonly Dictionary<string, string>[] paragraphs;
    private readonly (int N, int M, int P, int K) figures;
    private readonly DateOnly day;
    private readonly string zone;
    private readonly string? wires;

    public SyntheticText(Random random, string zone, DateOnly day)
    {
        (this.zone, this.day) = (zone, day);
        Kind = KindAt(random.Next(Words.Kinds.Sum(k => k.Weight)));
        company = [Pick(random, Words.Syllables), Pick(random, Words.Syllables)];
        person = [Pick(random, Words.Surnames), Pick(random, Words.Syllables), Pick(random, Words.Syllables)];
        (sector, city, goods) = (Pick(random, Words.Sectors), Pick(random, Words.Cities), Pick(random, Words.Goods));
        figures = (random.Next(100, 9000), random.Next(100, 9000), random.Next(3, 60), random.Next(3, 12));
        paragraphs = random.GetItems(Words.Paragraphs, random.Next(FewestParagraphs, MostParagraphs + 1)).Distinct().ToArray();
        wires = random.Next(3) switch { 0 => "PRNewswire", 1 => "Xinhua", _ => null };
    }

    public SyntheticWords.Kind Kind { get; }

    /// <summary>The text as it is first saved.</summary>
    public ReleaseContent In(string language) => new()
    {
        Headline = Fill(Kind.Headline, language),
        Summary = Fill(Kind.Summary, language),
        Body = string.Join("\n\n", paragraphs.Prepend(Kind.Lead).Select(p => Fill(p, language))),
        Dateline = new Dateline { Place = Words.Zones[zone][language], Country = "CN", Date = PartialDate.Day(day) },
        Wires = wires,
        Issuer = Fill(Words.Issuer, language),
        Source = wires is null ? null : $"{wires}, {Day(language)}",
        MoreInfoUrl = zone.Length == 0 ? null : $"https://{zone}.example.org/",
        Facts = Fill(Words.Facts, language).Replace(" | ", "\n", StringComparison.Ordinal),
    };

    /// <summary>The same after it was put right: another figure, and a paragraph that says so.</summary>
    public ReleaseContent Revised(string language) => In(language) with { Body = $"{In(language).Body}\n\n{Fill(Words.Added, language)}" };

    /// <summary>The same with a comma's difference that no translation has to follow.</summary>
    public ReleaseContent Polished(string language) => In(language) with { Summary = In(language).Summary!.TrimEnd('.', '。') };

    public string Correction(string language) => Fill(Words.Correction, language);

    public string Withdrawal(string language) => Fill(Words.Withdrawal, language);

    private static SyntheticWords.Kind KindAt(int place) => Words.Kinds.First(k => (place -= k.Weight) < 0);

    private static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];

    private string Fill(Dictionary<string, string> sentence, string language)
    {
        var text = sentence[language].AsSpan();
        var filled = new StringBuilder();
        for (int open; (open = text.IndexOf('{')) >= 0;)
        {
            var close = text.IndexOf('}');
            filled.Append(text[..open]).Append(Value(text[(open + 1)..close], language));
            text = text[(close + 1)..];
        }

        return filled.Append(text).ToString();
    }

    private string Value(ReadOnlySpan<char> place, string language) => place switch
    {
        "zone" => Words.Zones[zone][language],
        "company" => Fill(Words.Company, language),
        "name" => Joined(company, language),
        "person" => person[0].In(language) + (language == "zh" ? "" : " ") + Joined(person[1..], language),
        "sector" => sector[language],
        "city" => city[language],
        "goods" => goods[language],
        "day" => Day(language),
        "n" => Number(figures.N, language),
        "m" => Number(figures.M, language),
        "p" => Number(figures.P, language),
        "k" => Number(figures.K, language),
        _ => throw new InvalidDataException($"synthetic/words.json: there is no place '{place}'."),
    };

    private static string Joined(IEnumerable<SyntheticWords.Name> syllables, string language)
    {
        var joined = string.Concat(syllables.Select(s => s.In(language)));
        return string.Concat(char.ToUpperInvariant(joined[0]).ToString(), joined[1..]);
    }

    private string Day(string language)
    {
        var month = Words.Months[language][day.Month - 1];
        return language switch
        {
            "zh" => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{month}{day.Day}日"),
            "de" => string.Create(CultureInfo.InvariantCulture, $"{day.Day}. {month} {day.Year}"),
            "ru" => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {month} {day.Year} г."),
            _ => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {month} {day.Year}"),
        };
    }

    private static string Number(int number, string language)
    {
        var digits = number.ToString("N0", CultureInfo.InvariantCulture);
        return language switch { "de" => digits.Replace(',', '.'), "ru" => digits.Replace(',', '\u00A0'), "zh" => digits.Replace(",", "", StringComparison.Ordinal), _ => digits };
    }
}
