using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;
using ScoPortal.Web.Caching;
using ScoPortal.Web.Hosting;
using ScoPortal.Web.Localization;

namespace ScoPortal.Web.Feeds;

/// <summary>The feeds: of everything, of each zone and of each topic, in every language and three formats.</summary>
internal static class FeedEndpoints
{
    private static readonly (string Format, string MediaType, Action<Feed, Stream> Write)[] Formats =
    [
        ("atom", AtomFormat.MediaType, AtomFormat.Write),
        ("rss", RssFormat.MediaType, RssFormat.Write),
        ("json", JsonFeedFormat.MediaType, JsonFeedFormat.Write),
    ];

    /// <summary>Every feed's media type, all of them worth compressing.</summary>
    public static IEnumerable<string> MediaTypes => Formats.Select(f => f.MediaType);

    public static void MapFeeds(this IEndpointRouteBuilder app)
    {
        foreach (var (format, mediaType, write) in Formats)
            foreach (var part in (string[])["", "/zones/{zone}", "/topics/{topic}"])
                app.MapMethods(
                    $"/{{{RequestLanguage.Key}:{RequestLanguage.Key}}}{part}/feed.{format}",
                    [HttpMethods.Get, HttpMethods.Head],
                    (HttpContext context, [AsParameters] FeedSource source) => ServeAsync(context, source, format, mediaType, write))
                    .WithMetadata(new CachedAttribute(), new EnableRateLimitingAttribute(Overload.Feeds), new RequestTimeoutAttribute(Overload.Reading));
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> ServeAsync(
        HttpContext context, FeedSource source, string format, string mediaType, Action<Feed, Stream> write)
    {
        var (zoneKey, topicKey) = (context.GetRouteValue("zone") as string, context.GetRouteValue("topic") as string);
        var (zone, topic) = (source.Catalogue.Zone(zoneKey), source.Catalogue.Topic(topicKey));
        if ((zone is null) != (zoneKey is null) || (topic is null) != (topicKey is null))
            return TypedResults.NotFound();

        var feed = await source.ReadAsync(context.Request, format, zone, topic);
        using var body = new MemoryStream();
        write(feed, body);
        return TypedResults.Bytes(body.ToArray(), $"{mediaType}; charset=utf-8", lastModified: feed.LastChange);
    }
}
