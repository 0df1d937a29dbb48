using System.Text.Json;
using AngleSharp.Html.Dom;
using ScoPortal.Core.Wire;

namespace ScoPortal.Web.Wires;

/// <summary>What a page says of itself: meta elements (Open Graph, Dublin Core), its language, its address, and JSON-LD (schema.org).</summary>
internal sealed class PageMetadata
{
    private const int DeepestJson = 32;

    private readonly JsonElement? article;
    private readonly IHtmlDocument page;

    public PageMetadata(IHtmlDocument page)
    {
        this.page = page;
        article = page.QuerySelectorAll("script[type='application/ld+json']").Take(20).Select(s => Article(s.TextContent)).FirstOrDefault(a => a is not null);
        Address = Web(page.QuerySelector("link[rel=canonical]")?.GetAttribute("href")) ?? Web(Meta("og:url")) ?? Web(page.QuerySelector("base")?.GetAttribute("href"));
    }

    /// <summary>Where the page stands, as it says itself.</summary>
    public Uri? Address { get; }

    /// <summary>The story as JSON-LD has it, plain; null where it has none.</summary>
    public string? ArticleBody => Text("articleBody");

    /// <summary>Titles that the page gives itself, the surest first; the last is that of its window.</summary>
    public IEnumerable<string> Titles => ((string?[])[Text("headline"), Meta("og:title"), Meta("twitter:title"), page.Title]).OfType<string>().Select(OneLine).Where(t => t.Length > 0);

    public WireKnown Known(string? headline, IReadOnlyList<string> media) => new()
    {
        Rule = "html",
        Headline = headline,
        Language = Tag.Of(Text("inLanguage") ?? page.DocumentElement.GetAttribute("lang") ?? page.DocumentElement.GetAttribute("xml:lang") ?? Meta("og:locale") ?? Meta("content-language")),
        PostedAt = Stamp.Read(Text("datePublished") ?? Meta("article:published_time") ?? Meta("og:published_time") ?? Meta("datepublished") ?? Meta("pubdate") ?? Meta("publishdate") ?? Meta("dc.date.issued") ?? Meta("dc.date")
            ?? page.QuerySelector("[itemprop~=datePublished]")?.GetAttribute("content") ?? page.QuerySelector("time[datetime][pubdate], [itemprop~=datePublished][datetime], article time[datetime]")?.GetAttribute("datetime")),
        Distributor = Fit(Name("publisher") ?? Meta("og:site_name")),
        Rights = Fit(Text("copyrightNotice") ?? Meta("dcterms.rights") ?? Meta("dc.rights") ?? Meta("copyright")),
        ExternalIds = Address is { } address ? [("url", address.AbsoluteUri)] : [],
        MediaLinks = [.. ((string?[])[Meta("og:image"), Meta("og:video")]).Select(Web).OfType<Uri>().Select(u => u.AbsoluteUri).Concat(media).Distinct(StringComparer.Ordinal).Take(50)],
    };

    private string? Meta(string name) => page.QuerySelectorAll("meta")
        .FirstOrDefault(m => name.Equals(m.GetAttribute("property") ?? m.GetAttribute("name") ?? m.GetAttribute("http-equiv"), StringComparison.OrdinalIgnoreCase))
        ?.GetAttribute("content") is { } content && !string.IsNullOrWhiteSpace(content) ? content.Trim() : null;

    private static Uri? Web(string? address) => Uri.TryCreate(address?.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && address!.Length < 1900 ? uri : null;

    private static JsonElement? Article(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = DeepestJson });
            return Find(document.RootElement)?.Clone();
        }
        catch (Exception bad) when (bad is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static JsonElement? Find(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Select(Find).FirstOrDefault(f => f is not null),
        JsonValueKind.Object when element.TryGetProperty("@type", out var type) && type.ToString() is var name
            && (name.Contains("Article", StringComparison.Ordinal) || name.Contains("BlogPosting", StringComparison.Ordinal)) => element,
        JsonValueKind.Object when element.TryGetProperty("@graph", out var graph) => Find(graph),
        JsonValueKind.Object when element.TryGetProperty("mainEntity", out var main) => Find(main),
        _ => null,
    };

    private string? Text(string name) => article is { } found && found.TryGetProperty(name, out var value) ? First(value) : null;

    private string? Name(string name) => article is { } found && found.TryGetProperty(name, out var value)
        ? value.ValueKind == JsonValueKind.Object && value.TryGetProperty("name", out var inner) ? First(inner) : First(value)
        : null;

    private static string? First(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when Whole(value) is { } text && !string.IsNullOrWhiteSpace(text) => text.Trim(),
        JsonValueKind.Array when value.GetArrayLength() > 0 => First(value[0]),
        _ => null,
    };

    // JSON can write half a character; no text can hold it.
    private static string? Whole(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Fit(string? text) => text is null ? null : OneLine(text) is { Length: > 0 and <= 1000 } line ? line : null;

    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
