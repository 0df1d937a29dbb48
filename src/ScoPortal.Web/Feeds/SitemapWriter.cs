using System.Xml;

namespace ScoPortal.Web.Feeds;

/// <summary>Writes a sitemap piece by piece: https://www.sitemaps.org/protocol.html.</summary>
internal sealed class SitemapWriter(Stream stream)
{
    public const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Xhtml = "http://www.w3.org/1999/xhtml";
    private const string News = "http://www.google.com/schemas/sitemap-news/0.9";
    private readonly XmlWriter xml = XmlWriter.Create(stream, XmlText.Settings);

    /// <summary>Begins a list of other sitemaps.</summary>
    public async Task BeginIndexAsync()
    {
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "sitemapindex", Namespace);
    }

    /// <summary>Begins a list of pages.</summary>
    public async Task BeginAsync()
    {
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "urlset", Namespace);
        await xml.WriteAttributeStringAsync("xmlns", "xhtml", null, Xhtml);
        await xml.WriteAttributeStringAsync("xmlns", "news", null, News);
    }

    /// <summary>Names a sitemap.</summary>
    public async Task SitemapAsync(string url)
    {
        await xml.WriteStartElementAsync(null, "sitemap", Namespace);
        await xml.WriteElementStringAsync(null, "loc", Namespace, url);
        await xml.WriteEndElementAsync();
    }

    /// <summary>Names a page and its language versions, itself among them.</summary>
    public async Task PageAsync(string url, DateTimeOffset? modified, IEnumerable<FeedVersion> versions)
    {
        await xml.WriteStartElementAsync(null, "url", Namespace);
        await xml.WriteElementStringAsync(null, "loc", Namespace, url);
        if (modified is { } instant)
            await xml.WriteElementStringAsync(null, "lastmod", Namespace, instant.ToIsoSecond());
        foreach (var version in versions)
        {
            await xml.WriteStartElementAsync("xhtml", "link", Xhtml);
            await xml.WriteAttributeStringAsync(null, "rel", null, "alternate");
            await xml.WriteAttributeStringAsync(null, "hreflang", null, version.Language);
            await xml.WriteAttributeStringAsync(null, "href", null, version.Url);
            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
    }

    /// <summary>Names a release that is news: https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap.</summary>
    public async Task NewsAsync(string url, string language, DateTimeOffset published, string title)
    {
        await xml.WriteStartElementAsync(null, "url", Namespace);
        await xml.WriteElementStringAsync(null, "loc", Namespace, url);
        await xml.WriteStartElementAsync("news", "news", News);
        await xml.WriteStartElementAsync("news", "publication", News);
        await xml.WriteElementStringAsync("news", "name", News, "ScoPortal");
        await xml.WriteElementStringAsync("news", "language", News, language);
        await xml.WriteEndElementAsync();
        await xml.WriteElementStringAsync("news", "publication_date", News, published.ToIsoSecond());
        await xml.WriteElementStringAsync("news", "title", News, XmlText.Clean(title));
        await xml.WriteEndElementAsync();
        await xml.WriteEndElementAsync();
    }

    /// <summary>Ends the document. Left out when something failed, so that half a sitemap does not look like a whole one.</summary>
    public async Task EndAsync() => await xml.DisposeAsync();
}
