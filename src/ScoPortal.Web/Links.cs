using System.Globalization;
using ScoPortal.Core.Media;

namespace ScoPortal.Web;

/// <summary>The addresses of everything public, and the only place that knows their form.</summary>
public static class Links
{
    public static string Home(string language) => $"/{language}/";

    public static string News(string language, string? zone = null, string? topic = null, int? before = null, int? after = null) =>
        $"/{language}/news" + Query(("zone", zone), ("topic", topic), ("before", Text(before)), ("after", Text(after)));

    public static string Month(string language, int year, int month, int? before = null, int? after = null) =>
        string.Create(CultureInfo.InvariantCulture, $"/{language}/archive/{year:0000}/{month:00}")
        + Query(("before", Text(before)), ("after", Text(after)));

    public static string Archive(string language) => $"/{language}/archive";

    public static string Release(string language, int id, string? slug) =>
        string.Create(CultureInfo.InvariantCulture, $"/{language}/news/{id}") + (slug is null ? "" : "/" + Uri.EscapeDataString(slug));

    public static string Compare(string language, int id, string slug, string other) =>
        $"{Release(language, id, slug)}/compare/{other}";

    public static string Zones(string language) => $"/{language}/zones";

    public static string Zone(string language, string key) => $"/{language}/zones/{key}";

    public static string Topics(string language) => $"/{language}/topics";

    public static string Topic(string language, string key, int? before = null, int? after = null) =>
        $"/{language}/topics/{key}" + Query(("before", Text(before)), ("after", Text(after)));

    public static string Search(
        string language, string? q = null, string? zone = null, string? topic = null, int? year = null, string? @in = null,
        string? sort = null, int? page = null) =>
        $"/{language}/search" + Query(
            ("q", q), ("zone", zone), ("topic", topic), ("year", Text(year)), ("in", @in), ("sort", sort), ("p", Text(page)));

    public static string Feeds(string language) => $"/{language}/feeds";

    public static string About(string language) => $"/{language}/about";

    /// <summary>A release that is not public, for somebody who was given this link.</summary>
    public static string Preview(string language, string token) => $"/{language}/preview/{token}";

    public static string Corrections(string language, int? before = null, int? after = null) =>
        $"/{language}/corrections" + Query(("before", Text(before)), ("after", Text(after)));

    /// <summary>A feed of everything, or of one zone or one topic; <paramref name="format"/> is atom, rss or json.</summary>
    public static string Feed(string language, string format, string? zone = null, string? topic = null) =>
        (zone, topic) switch
        {
            ({ } z, _) => $"{Zone(language, z)}/feed.{format}",
            (_, { } t) => $"{Topic(language, t)}/feed.{format}",
            _ => $"/{language}/feed.{format}",
        };

    /// <summary>A picture, by the SHA-256 of its bytes and its media type.</summary>
    public static string Media(string hash, string contentType) => $"/media/{hash}.{ImageFormat.Of(contentType).Extension}";

    public static string SitemapIndex => "/sitemap.xml";

    public static string SitemapPart(int part) => string.Create(CultureInfo.InvariantCulture, $"/sitemap-{part}.xml");

    public static string NewsSitemap => "/sitemap-news.xml";

    /// <summary>A path under one language as it is under another; the home page of that where it is under none.</summary>
    public static string InLanguage(string path, string from, string to) =>
        path.StartsWith(Home(from), StringComparison.Ordinal) ? Home(to) + path[Home(from).Length..] : Home(to);

    /// <summary>An address elsewhere on the web, or null for anything but http and https.</summary>
    public static string? External(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) ? url : null;

    /// <summary>The same address with scheme and host.</summary>
    public static string Absolute(this PortalOptions options, HttpRequest request, string path) =>
        (options.PublicUrl ?? $"{request.Scheme}://{request.Host.ToUriComponent()}") + path;

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Query(params ReadOnlySpan<(string Name, string? Value)> parts)
    {
        var query = QueryString.Empty;
        foreach (var (name, value) in parts)
            if (!string.IsNullOrEmpty(value))
                query = query.Add(name, value);
        return query.ToUriComponent();
    }
}
