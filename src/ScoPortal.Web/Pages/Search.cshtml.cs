using System.Text;
using Microsoft.AspNetCore.RateLimiting;
using ScoPortal.Data.Search;
using ScoPortal.Web.Hosting;

namespace ScoPortal.Web.Pages;

/// <summary>Search in the language of the page, or in all; every filter is a part of the address.</summary>
[EnableRateLimiting(Overload.Searches)]
public sealed class SearchModel(SearchIndex index) : PortalPage
{
    private const string Everywhere = "all";
    private const string ByDate = "date";

    /// <summary>What was found.</summary>
    public SearchPage Found { get; private set; } = null!;

    /// <summary>The words asked for, as typed, in part where they are very many.</summary>
    public string Words { get; private set; } = "";

    /// <summary>The filters that are set.</summary>
    public Filters Picked { get; private set; } = new(null, null, null, null, null);

    /// <summary>All languages are searched.</summary>
    public bool IsEverywhere => Picked.In == Everywhere;

    /// <summary>Newest first rather than best first.</summary>
    public bool IsByDate => Picked.Sort == ByDate;

    public void OnGet(string? q, string? zone, string? topic, string? year, string? @in, string? sort, string? p)
    {
        Words = Printable((q ?? "")[..Math.Min(q?.Length ?? 0, Core.Search.SearchQuery.MaxLength)]);
        var languages = Portal.Languages.Codes;
        Picked = new Filters(
            Catalogue.Zone(zone), Catalogue.Topic(topic), Number(year),
            @in == Everywhere || (@in != Lang && languages.Contains(@in!)) ? @in : null, sort == ByDate ? ByDate : null);
        Found = index.Search(
            new SearchRequest(Words, languages, Now)
            {
                Language = IsEverywhere ? null : Picked.In ?? Lang,
                ZoneNames = [.. Catalogue.Zones.SelectMany(z => z.Names.Select(n => (z.Id, n.Kicker)))],
                ZoneId = Picked.Zone?.Id,
                TopicId = Picked.Topic?.Id,
                Year = Picked.Year,
                Order = IsByDate ? SearchOrder.Newest : SearchOrder.Relevance,
                Page = Number(p) ?? 1,
            },
            Gone);

        foreach (var code in languages)
            Head.Versions[code] = Links.Search(code, Words, Picked.Zone?.Key, Picked.Topic?.Key, Picked.Year, Picked.In, Picked.Sort);
        Head.Title = Words.Length == 0 ? Ui["Search.Title"] : Ui.Format("Search.ResultsFor", Words);
        Head.Query = Words;
        if (Found.Page > 1)
            Head.Previous = To(Picked, Found.Page - 1);
        if (Found.Page < Found.LastPage)
            Head.Next = To(Picked, Found.Page + 1);
    }

    /// <summary>The same search with other filters.</summary>
    public string To(Filters filters, int? page = null) =>
        Links.Search(Lang, Words, filters.Zone?.Key, filters.Topic?.Key, filters.Year, filters.In, filters.Sort, page);

    // Control characters and what is no character at all have no place in a page.
    private static string Printable(string text) =>
        string.Concat(text.EnumerateRunes().Select(r => Rune.IsControl(r) || (r.Value & 0xFFFE) == 0xFFFE || r.Value is >= 0xFDD0 and <= 0xFDEF ? " " : r.ToString()));

    private static int? Number(string? text) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>What narrows and orders the results.</summary>
    public sealed record Filters(ZoneEntry? Zone, TopicEntry? Topic, int? Year, string? In, string? Sort)
    {
        /// <summary>Anything but the order is set.</summary>
        public bool Any => Zone is not null || Topic is not null || Year is not null;
    }
}
