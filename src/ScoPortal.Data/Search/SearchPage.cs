using ScoPortal.Core.Search;

namespace ScoPortal.Data.Search;

/// <summary>A release that was found.</summary>
/// <param name="ReleaseId">Its database key.</param>
/// <param name="StoryId">The key of its story.</param>
/// <param name="Language">BCP 47: the language of headline and excerpt.</param>
/// <param name="Slug">The readable part of its address.</param>
/// <param name="PublishedAt">In UTC.</param>
/// <param name="ZoneIds">Zones of its story.</param>
/// <param name="TopicIds">Topics of its story.</param>
/// <param name="Headline">The whole headline.</param>
/// <param name="Excerpt">Plain text of standfirst or body around the hits.</param>
public sealed record SearchHit(
    int ReleaseId, int StoryId, string Language, string Slug, DateTimeOffset PublishedAt,
    IReadOnlyList<int> ZoneIds, IReadOnlyList<int> TopicIds, IReadOnlyList<Segment> Headline, Excerpt Excerpt);

/// <summary>How many results a value of a filter would give.</summary>
/// <param name="Value">Key of a zone or topic, a year, or a language.</param>
/// <param name="Count">At least 1.</param>
public readonly record struct FacetCount<T>(T Value, int Count);

/// <summary>Per filter, the values it could have: counted with the other filters applied and its own lifted.</summary>
/// <param name="Zones">Most first.</param>
/// <param name="Topics">Most first.</param>
/// <param name="Languages">Most first.</param>
/// <param name="Years">Newest first.</param>
public sealed record SearchFacets(
    IReadOnlyList<FacetCount<int>> Zones, IReadOnlyList<FacetCount<int>> Topics,
    IReadOnlyList<FacetCount<string>> Languages, IReadOnlyList<FacetCount<int>> Years)
{
    internal static SearchFacets None { get; } = new([], [], [], []);
}

/// <summary>One page of results.</summary>
/// <param name="Query">What was understood.</param>
/// <param name="Hits">In order.</param>
/// <param name="Total">Results on all pages, and beyond the last that can be asked for.</param>
/// <param name="Page">The page this is, from 1.</param>
/// <param name="LastPage">At least 1, at most <see cref="SearchRequest.MaxPage"/>.</param>
/// <param name="Facets">Counts for the filters.</param>
/// <param name="IsAvailable">False while the index is being built: say so instead of "nothing found".</param>
public sealed record SearchPage(
    SearchQuery Query, IReadOnlyList<SearchHit> Hits, int Total, int Page, int LastPage, SearchFacets Facets, bool IsAvailable = true)
{
    internal static SearchPage Nothing(SearchQuery query, bool isAvailable) =>
        new(query, [], 0, 1, 1, SearchFacets.None, isAvailable);
}
