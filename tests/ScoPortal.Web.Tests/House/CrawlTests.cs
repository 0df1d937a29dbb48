using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace ScoPortal.Web.Tests.House;

/// <summary>Follows every link there is, as a search engine would.</summary>
public sealed class Crawl
{
    private const int Enough = 600;
    private readonly PortalFixture portal;

    private Crawl(PortalFixture portal) => this.portal = portal;

    /// <summary>Every page that was read, by its address without fragment.</summary>
    public Dictionary<string, (HttpStatusCode Status, IHtmlDocument? Page)> Pages { get; } = [];

    /// <summary>Who links where, by where.</summary>
    public Dictionary<string, (string From, IElement Link)> Links { get; } = [];

    public static async Task<Crawl> OfAsync(PortalFixture portal, params string[] languages)
    {
        var crawl = new Crawl(portal);
        var waiting = new Queue<string>(languages.Select(l => $"/{l}/"));
        while (waiting.TryDequeue(out var path) && crawl.Pages.Count < Enough)
            foreach (var found in await crawl.ReadAsync(path))
                waiting.Enqueue(found);
        return crawl;
    }

    private async Task<List<string>> ReadAsync(string path)
    {
        if (Pages.ContainsKey(path))
            return [];
        using var response = await portal.Client.GetAsync(path);
        var page = response.Content.Headers.ContentType?.MediaType == "text/html"
            ? await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync())
            : null;
        Pages[path] = (response.StatusCode, page);
        var found = new List<string>();
        foreach (var link in page?.QuerySelectorAll("a[href], link[href], use[href], img[src], script[src], form[action]") ?? Enumerable.Empty<IElement>())
        {
            var target = (link.GetAttribute("href") ?? link.GetAttribute("src") ?? link.GetAttribute("action"))!;
            if (!target.StartsWith('/'))
                continue;
            var address = target.Split('#')[0];
            if (Links.TryAdd(address, (path, link)) && !Endless(path, address))
                found.Add(address);
        }

        return found;
    }

    // Filters of a search lead to searches without end: those on the first one are enough.
    private static bool Endless(string from, string to) =>
        from.Contains("/search?", StringComparison.Ordinal) && to.Contains("/search?", StringComparison.Ordinal);
}

public class CrawlTests
{
    [Fact]
    public async Task Every_link_leads_somewhere_and_every_page_is_sound()
    {
        await using var portal = new PortalFixture();
        var crawl = await Crawl.OfAsync(portal, "en", "de", "ru", "zh");

        Assert.True(crawl.Pages.Count > 150, $"only {crawl.Pages.Count} pages were found");
        Faults.None(crawl.Links.Where(l => crawl.Pages.TryGetValue(l.Key, out var to) && to.Status != HttpStatusCode.OK && !SaysThatItIsMissing(l.Value.Link, to.Page))
            .Select(l => $"{l.Key} answers {(int)crawl.Pages[l.Key].Status}, linked from {l.Value.From}"));
        Faults.None(crawl.Pages.Where(p => p.Value.Page is not null).SelectMany(p => FaultsOf(p.Value.Page!).Select(f => $"{p.Key}: {f}")));
        Faults.None(AlternatesThatDisagree(crawl));
    }

    [Fact]
    public async Task A_portal_of_two_languages_links_to_no_other()
    {
        await using var portal = await OwnPortal.OpenAsync(languages: "zh,de");
        portal.Clock.Now = PortalFixture.Now;
        var crawl = await Crawl.OfAsync(portal, "zh", "de");

        Faults.None(crawl.Links.Where(l => l.Key[1..].Split('/')[0] is "en" or "ru").Select(l => $"{l.Key} on {l.Value.From}"));
        Faults.None(crawl.Pages.Where(p => (int)p.Value.Status >= 500).Select(p => p.Key));
    }

    // The language switch leads to the page that says that there is no such version.
    private static bool SaysThatItIsMissing(IElement link, IHtmlDocument? page) =>
        link.Closest(".langs-switch") is not null && page?.QuerySelector("ul.versions a") is not null;

    private static IEnumerable<string> FaultsOf(IHtmlDocument page)
    {
        foreach (var empty in page.QuerySelectorAll("a:not([href]), a[href=''], a[href='#'], img:not([src]), img[src=''], link[href=''], form[action='']"))
            yield return $"leads nowhere: {empty.OuterHtml}";
        foreach (var same in page.All.Where(e => !string.IsNullOrEmpty(e.Id)).GroupBy(e => e.Id).Where(g => g.Count() > 1))
            yield return $"two are called {same.Key}";
        foreach (var inline in page.All.Where(e => e.HasAttribute("style") || e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal))))
            yield return $"styled or scripted where it stands: {inline.OuterHtml}";
        foreach (var inline in page.QuerySelectorAll("style, script:not([src]):not([type='application/ld+json'])"))
            yield return $"inline: {inline.OuterHtml}";
        foreach (var anchor in page.QuerySelectorAll("a[href^='#'], use[href^='#']").Where(a => page.GetElementById(a.GetAttribute("href")![1..]) is null))
            yield return $"leads to nothing on the page: {anchor.OuterHtml}";
        foreach (var name in page.QuerySelectorAll("[aria-labelledby]").Where(a => page.GetElementById(a.GetAttribute("aria-labelledby")!) is null))
            yield return $"is named by nothing: {name.OuterHtml[..60]}";
        if (page.QuerySelectorAll("h1").Length != 1)
            yield return "has not one h1";
        if (page.QuerySelectorAll("main").Length != 1)
            yield return "has not one main";
    }

    private static IEnumerable<string> AlternatesThatDisagree(Crawl crawl)
    {
        const string Site = "https://news.example.org";
        foreach (var (path, (status, page)) in crawl.Pages.Where(p => p.Value.Page is not null))
        {
            var alternates = Alternates(page!);
            if (alternates.Count == 0)
                continue;
            var canonical = page!.QuerySelector("link[rel=canonical]")?.GetAttribute("href");
            if (status != HttpStatusCode.OK || canonical is null)
                yield return $"{path} answers {(int)status} and has alternates, or has no canonical address";
            if (alternates.GetValueOrDefault(page.DocumentElement.GetAttribute("lang")!) != canonical)
                yield return $"{path} is not its own alternate";
            if (!alternates.ContainsKey("x-default"))
                yield return $"{path} has no x-default";
            foreach (var (language, address) in alternates)
            {
                if (!address.StartsWith(Site, StringComparison.Ordinal) || !crawl.Pages.TryGetValue(address[Site.Length..], out var there) || there.Status != HttpStatusCode.OK)
                    yield return $"{path} names {address} in {language}, which is not open";
                else if (!Alternates(there.Page!).OrderBy(a => a.Key).SequenceEqual(alternates.OrderBy(a => a.Key)))
                    yield return $"{path} and {address} name different alternates";
            }
        }
    }

    private static Dictionary<string, string> Alternates(IHtmlDocument page) =>
        page.QuerySelectorAll("link[rel=alternate][hreflang]").ToDictionary(l => l.GetAttribute("hreflang")!, l => l.GetAttribute("href")!);
}
