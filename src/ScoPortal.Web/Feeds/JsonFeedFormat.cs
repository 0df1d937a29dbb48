using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace ScoPortal.Web.Feeds;

/// <summary>JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/. Other language versions stand under "_scoportal".</summary>
internal static class JsonFeedFormat
{
    public const string MediaType = "application/feed+json";
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void Write(Feed feed, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteString("version", "https://jsonfeed.org/version/1.1");
        json.WriteString("title", feed.Title);
        json.WriteString("description", feed.Description);
        json.WriteString("language", feed.Language);
        json.WriteString("home_page_url", feed.Page);
        json.WriteString("feed_url", feed.Self);
        Author(json, "ScoPortal", feed.Home);
        Versions(json, feed.Versions);
        json.WriteStartArray("items");
        foreach (var entry in feed.Entries)
            Write(entry, feed.Language, json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(FeedEntry entry, string language, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.Id);
        json.WriteString("url", entry.Url);
        json.WriteString("title", entry.Title);
        if (entry.Summary is not null)
            json.WriteString("summary", entry.Summary);
        json.WriteString("content_html", entry.Html);
        if (entry.Picture is { } picture)
            json.WriteString("image", picture.Url);
        json.WriteString("date_published", entry.Published.ToIsoSecond());
        json.WriteString("date_modified", entry.Updated.ToIsoSecond());
        json.WriteString("language", language);
        Author(json, entry.Author, url: null);
        json.WriteStartArray("tags");
        foreach (var category in entry.Categories)
            json.WriteStringValue(category.Name);
        json.WriteEndArray();
        Versions(json, entry.Versions);
        json.WriteEndObject();
    }

    private static void Author(Utf8JsonWriter json, string name, string? url)
    {
        json.WriteStartArray("authors");
        json.WriteStartObject();
        json.WriteString("name", name);
        if (url is not null)
            json.WriteString("url", url);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Versions(Utf8JsonWriter json, IReadOnlyList<FeedVersion> versions)
    {
        json.WriteStartObject("_scoportal");
        json.WriteStartArray("versions");
        foreach (var version in versions)
        {
            json.WriteStartObject();
            json.WriteString("language", version.Language);
            json.WriteString("url", version.Url);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
