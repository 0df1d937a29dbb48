namespace ScoPortal.Data.Search;

/// <summary>How results are ordered.</summary>
public enum SearchOrder
{
    /// <summary>Best first: BM25 with headlines counting most, times recency.</summary>
    Relevance,

    /// <summary>Newest first.</summary>
    Newest,
}

/// <summary>A search as the page has it from its address.</summary>
/// <param name="Text">Whatever was typed; null and nonsense find nothing.</param>
/// <param name="Languages">The languages of the portal: the language facet counts these.</param>
/// <param name="Now">The present instant: what is published later is not found yet.</param>
public sealed record SearchRequest(string? Text, IReadOnlyList<string> Languages, DateTimeOffset Now)
{
    /// <summary>The highest page that can be asked for.</summary>
    public const int MaxPage = 50;

    /// <summary>Releases in this language only; null for all.</summary>
    public string? Language { get; init; }

    /// <summary>Stories of this zone only.</summary>
    public int? ZoneId { get; init; }

    /// <summary>
    /// What the zones are called, in any language: a word of a name finds the releases of that zone in every language,
    /// whether or not they say it.
    /// </summary>
    public IReadOnlyList<(int ZoneId, string Name)> ZoneNames { get; init; } = [];

    /// <summary>Stories under this topic only.</summary>
    public int? TopicId { get; init; }

    /// <summary>Published in this year (UTC) only.</summary>
    public int? Year { get; init; }

    /// <summary>Which come first.</summary>
    public SearchOrder Order { get; init; }

    /// <summary>1 to <see cref="MaxPage"/>; what lies outside is moved to the nearest page there is.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Hits on a page, 1 to 100.</summary>
    public int PageSize { get; init; } = 20;
}
