using System.Text.Json.Nodes;

namespace ScoPortal.Web.Seo;

/// <summary>Another language version that a visitor may open.</summary>
/// <param name="Url">Its absolute address.</param>
/// <param name="Language">Its language tag.</param>
/// <param name="IsOriginal">It was not translated from another version.</param>
public sealed record ArticleVersion(string Url, string Language, bool IsOriginal);

/// <summary>A zone that a release is about.</summary>
public sealed record ArticlePlace(string Name, string Url, double Latitude, double Longitude);

/// <summary>A picture of it, by an absolute address.</summary>
public sealed record ArticlePicture(string Url, int Width, int Height, string? Caption, string? Credit);

/// <summary>What was put right in public.</summary>
public sealed record ArticleCorrection(DateTimeOffset At, string Note);

/// <summary>
/// What search engines are told of a release: schema.org's NewsArticle, https://schema.org/NewsArticle. Every address
/// is absolute.
/// </summary>
public sealed record NewsArticle
{
    public required string Url { get; init; }

    /// <summary>Its language tag.</summary>
    public required string Language { get; init; }

    public required string Headline { get; init; }

    public string? Subheadline { get; init; }

    public string? Summary { get; init; }

    public required DateTimeOffset Published { get; init; }

    /// <summary>When its text was last saved; times before <see cref="Published"/> count as that.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>Place and date as readers see them.</summary>
    public string? Dateline { get; init; }

    /// <summary>The body it comes from.</summary>
    public string? Issuer { get; init; }

    /// <summary>Home page of the portal in this language.</summary>
    public required string Home { get; init; }

    /// <summary>It was not translated from another version.</summary>
    public required bool IsOriginal { get; init; }

    /// <summary>The other versions that a visitor may open.</summary>
    public IReadOnlyList<ArticleVersion> Versions { get; init; } = [];

    public IReadOnlyList<ArticlePlace> Places { get; init; } = [];

    /// <summary>Names of its topics.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    public IReadOnlyList<ArticleCorrection> Corrections { get; init; } = [];

    public IReadOnlyList<ArticlePicture> Pictures { get; init; } = [];

    /// <summary>JSON-LD that may stand in a script element as it is.</summary>
    public string ToJson() => JsonLd.Thing(
        "NewsArticle",
        ("@id", Url),
        ("url", Url),
        ("mainEntityOfPage", JsonLd.Thing("WebPage", ("@id", Url))),
        ("headline", Headline),
        ("alternativeHeadline", Subheadline),
        ("description", Summary),
        ("inLanguage", Language),
        ("image", List(Pictures.Select(p => JsonLd.Thing(
            "ImageObject",
            ("url", p.Url),
            ("width", p.Width),
            ("height", p.Height),
            ("caption", p.Caption),
            ("creditText", p.Credit))))),
        ("datePublished", Published.ToIsoSecond()),
        ("dateModified", (Updated > Published ? Updated : Published).ToIsoSecond()),
        ("dateline", Dateline),
        ("author", Organization(Issuer)),
        ("sourceOrganization", Organization(Issuer)),
        ("publisher", JsonLd.Thing("Organization", ("@id", Home), ("name", "ScoPortal"), ("url", Home))),
        ("articleSection", List(Topics.Select(t => JsonValue.Create(t)))),
        ("contentLocation", List(Places.Select(p => JsonLd.Thing(
            "Place",
            ("name", p.Name),
            ("url", p.Url),
            ("geo", JsonLd.Thing("GeoCoordinates", ("latitude", p.Latitude), ("longitude", p.Longitude))))))),
        (IsOriginal ? "workTranslation" : "translationOfWork", List(Versions.Where(v => v.IsOriginal != IsOriginal).Select(v => JsonLd.Thing(
            "NewsArticle", ("@id", v.Url), ("url", v.Url), ("inLanguage", v.Language))))),
        ("correction", List(Corrections.Select(c => JsonLd.Thing(
            "CorrectionComment", ("text", c.Note), ("datePublished", c.At.ToIsoSecond()))))))
        .ToScript();

    private static JsonObject? Organization(string? name) => name is null ? null : JsonLd.Thing("Organization", ("name", name));

    private static JsonArray? List(IEnumerable<JsonNode?> items) => items.ToArray() is { Length: > 0 } some ? [.. some] : null;
}
