using ScoPortal.Web.Media;

namespace ScoPortal.Web.Pages;

/// <summary>Which part of the site a page belongs to, for the navigation.</summary>
public enum Section
{
    /// <summary>None.</summary>
    None,

    /// <summary>Home, archive, releases.</summary>
    News,

    /// <summary>Topics.</summary>
    Topics,

    /// <summary>Zones.</summary>
    Zones,

    /// <summary>About the portal.</summary>
    About,
}

/// <summary>What a page says about itself to browsers, search engines and feed readers, and to the frame around it.</summary>
public sealed class Head
{
    /// <summary>Title of the document, without the portal's name.</summary>
    public string? Title { get; set; }

    /// <summary>One or two sentences.</summary>
    public string? Description { get; set; }

    /// <summary>The page's own path; null keeps it out of search engines.</summary>
    public string? Canonical { get; set; }

    /// <summary>Where the language switch leads, by language; those a visitor may open without an explanation are also alternates.</summary>
    public Dictionary<string, string> Versions { get; } = new(StringComparer.Ordinal);

    /// <summary>Languages in <see cref="Versions"/> where the page says that there is no such version.</summary>
    public HashSet<string> Missing { get; } = new(StringComparer.Ordinal);

    /// <summary>The language that x-default points to; the portal's default where null.</summary>
    public string? DefaultLanguage { get; set; }

    /// <summary>Which part of the navigation is current.</summary>
    public Section Section { get; set; }

    /// <summary>The page itself is the section's own, not one below it.</summary>
    public bool IsSectionPage { get; set; }

    /// <summary>Key of the zone whose stop is lit.</summary>
    public string? Zone { get; set; }

    /// <summary>Feeds narrower than the portal's, named for people.</summary>
    public List<(string Title, string? Zone, string? Topic)> Feeds { get; } = [];

    /// <summary>article or website, for Open Graph.</summary>
    public string OpenGraphType { get; set; } = "website";

    /// <summary>When an article was published, in UTC.</summary>
    public DateTimeOffset? Published { get; set; }

    /// <summary>What shows it where it is passed on.</summary>
    public Picture? Picture { get; set; }

    /// <summary>schema.org data, as JSON.</summary>
    public string? JsonLd { get; set; }

    /// <summary>What the search field holds.</summary>
    public string? Query { get; set; }

    /// <summary>Path of the previous and the next part of a list.</summary>
    public string? Previous { get; set; }

    /// <inheritdoc cref="Previous" />
    public string? Next { get; set; }
}
