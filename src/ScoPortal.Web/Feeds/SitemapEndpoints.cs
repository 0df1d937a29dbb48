using System.Text;
using ScoPortal.Web.Hosting;
using ScoPortal.Web.Seo;

namespace ScoPortal.Web.Feeds;

/// <summary>What search engines read first: robots.txt, the sitemaps, the sitemap of news.</summary>
internal static class SitemapEndpoints
{
    private const string XDefault = "x-default";

    public static void MapSitemaps(this IEndpointRouteBuilder app)
    {
        string[] methods = [HttpMethods.Get, HttpMethods.Head];
        var sitemaps = app.MapGroup("");
        sitemaps.RequireRateLimiting(Overload.Feeds).WithRequestTimeout(Overload.Reading);
        sitemaps.MapMethods(Links.SitemapIndex, methods, IndexAsync);
        sitemaps.MapMethods(Links.NewsSitemap, methods, NewsAsync);
        sitemaps.MapMethods("/sitemap-0.xml", methods, PagesAsync);
        sitemaps.MapMethods($"/sitemap-{{part:range(1,{SitemapSource.LastPart})}}.xml", methods, PartAsync);
        app.MapMethods("/robots.txt", methods, Robots);
    }

    private static async Task IndexAsync(HttpContext context, [AsParameters] SitemapSource source)
    {
        var sitemap = Begin(context);
        await sitemap.BeginIndexAsync();
        foreach (var path in (string[])[Links.NewsSitemap, Links.SitemapPart(0)])
            await sitemap.SitemapAsync(source.Options.Absolute(context.Request, path));
        foreach (var part in source.Parts())
            await sitemap.SitemapAsync(source.Options.Absolute(context.Request, Links.SitemapPart(part)));
        await sitemap.EndAsync();
    }

    private static async Task NewsAsync(HttpContext context, [AsParameters] SitemapSource source)
    {
        var sitemap = Begin(context);
        await sitemap.BeginAsync();
        await foreach (var item in source.News().WithCancellation(context.RequestAborted))
            await sitemap.NewsAsync(
                source.Options.Absolute(context.Request, item.Path), NewsLanguage(source, item.Language), item.PublishAt, item.Headline);
        await sitemap.EndAsync();
    }

    private static async Task PagesAsync(HttpContext context, [AsParameters] SitemapSource source)
    {
        var first = source.Options.Languages.Default.Code;
        var sitemap = Begin(context);
        await sitemap.BeginAsync();
        foreach (var page in source.Pages())
        {
            var versions = page.Select(p => new FeedVersion(source.Options.Languages.Find(p.Language)!.Tag, Absolute(p.Path)))
                .Concat(page.Where(p => p.Language == first).Select(p => new FeedVersion(XDefault, Absolute(p.Path)))).ToList();
            foreach (var (_, path) in page)
                await sitemap.PageAsync(Absolute(path), modified: null, versions);
        }

        await sitemap.EndAsync();

        string Absolute(string path) => source.Options.Absolute(context.Request, path);
    }

    private static async Task PartAsync(int part, HttpContext context, [AsParameters] SitemapSource source)
    {
        await using var items = source.PartAsync(part).GetAsyncEnumerator(context.RequestAborted);
        if (!await items.MoveNextAsync())
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var languages = source.Options.Languages;
        var sitemap = Begin(context);
        await sitemap.BeginAsync();
        do
        {
            var item = items.Current;
            await sitemap.PageAsync(
                Absolute(item.Path),
                item.Modified,
                item.Versions.Select(v => new FeedVersion(languages.Find(v.Language)!.Tag, Absolute(v.Path)))
                    .Append(new FeedVersion(XDefault, Absolute(item.Versions.ByDefault().Path))));
        }
        while (await items.MoveNextAsync());
        await sitemap.EndAsync();

        string Absolute(string path) => source.Options.Absolute(context.Request, path);
    }

    // Everything is open but the answers of the search, which have no end and say nothing of their own.
    private static IResult Robots(HttpContext context, PortalOptions options)
    {
        var robots = new StringBuilder("User-agent: *\n");
        foreach (var language in options.Languages.All)
            robots.Append("Disallow: ").Append(Links.Search(language.Code)).Append("?\n");
        robots.Append("Allow: /\n\nSitemap: ").Append(options.Absolute(context.Request, Links.SitemapIndex)).Append('\n');
        Keep(context);
        return TypedResults.Text(robots.ToString(), "text/plain", Encoding.UTF8);
    }

    private static SitemapWriter Begin(HttpContext context)
    {
        Keep(context);
        context.Response.ContentType = "application/xml; charset=utf-8";
        return new SitemapWriter(context.Response.Body);
    }

    private static void Keep(HttpContext context) => context.Response.Headers.CacheControl = "public, max-age=300";

    // Google wants the script of Chinese told by a country.
    private static string NewsLanguage(SitemapSource source, string code) =>
        code == "zh" ? "zh-cn" : source.Options.Languages.Find(code)!.Tag;
}
