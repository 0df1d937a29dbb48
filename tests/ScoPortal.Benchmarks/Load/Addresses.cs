using System.Globalization;
using System.Xml;

namespace ScoPortal.Benchmarks.Load;

/// <summary>Addresses of the portal under load, taken from its own sitemaps, as a search engine does.</summary>
internal sealed class Addresses
{
    private const int Most = 2_000;
    private const int MostSearches = 300;

    private Addresses(IReadOnlyList<string> releases, IReadOnlyList<string> searches) => (Releases, Searches) = (releases, searches);

    /// <summary>At most 2,000 English releases, spread over all years.</summary>
    public IReadOnlyList<string> Releases { get; }

    /// <summary>Pages of the archive far from its beginning.</summary>
    public IEnumerable<string> DeepArchive => Releases.Where((_, i) => i % 4 == 0).Select(r => $"/en/news?before={Key(r)}");

    /// <summary>Searches for one word, for two and for three, taken from headlines in four languages.</summary>
    public IReadOnlyList<string> Searches { get; }

    public static async Task<Addresses> ReadAsync(Server portal)
    {
        using var http = new HttpClient { BaseAddress = portal.Address, Timeout = TimeSpan.FromMinutes(5) };
        var parts = (await LocationsAsync(http, "/sitemap.xml")).Where(p => int.TryParse(p["/sitemap-".Length..^".xml".Length], out var part) && part > 0).ToList();
        var all = new List<string>();
        // The oldest, the newest, and some between.
        foreach (var part in parts.Where((_, i) => i == parts.Count - 1 || i % Math.Max(1, parts.Count / 3) == 0))
            all.AddRange((await LocationsAsync(http, part)).Where(p => p.Split('/') is [_, _, "news", _, _]));
        if (all.Count == 0)
            throw new InvalidOperationException("The sitemaps name no release.");

        return new Addresses(
            Spread([.. all.Where(p => p.StartsWith("/en/", StringComparison.Ordinal))], Most), [.. Spread(all, MostSearches).Select(SearchFor)]);
    }

    private static string SearchFor(string release, int number)
    {
        var path = release.Split('/');
        var words = Uri.UnescapeDataString(path[4]).Split('-').Where(w => w.Length > (path[1] == "zh" ? 1 : 3)).DefaultIfEmpty("port").ToArray();
        var first = number % words.Length;
        return $"/{path[1]}/search?q={Uri.EscapeDataString(string.Join(' ', words[first..Math.Min(words.Length, first + 1 + (number % 3))]))}";
    }

    private static int Key(string release) => int.Parse(release.Split('/')[3], CultureInfo.InvariantCulture);

    private static IReadOnlyList<string> Spread(IReadOnlyList<string> all, int most) =>
        [.. Enumerable.Range(0, Math.Min(most, all.Count)).Select(i => all[(int)((long)i * all.Count / Math.Min(most, all.Count))])];

    private static async Task<List<string>> LocationsAsync(HttpClient http, string sitemap)
    {
        await using var stream = await http.GetStreamAsync(sitemap);
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { Async = true });
        var found = new List<string>();
        while (await xml.ReadAsync())
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "loc" })
                found.Add(new Uri(await xml.ReadElementContentAsStringAsync()).AbsolutePath);
        return found;
    }
}
