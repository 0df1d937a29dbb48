using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Queries;
using ScoPortal.Data.Translation;
using ScoPortal.Web.Pages.Shared;

namespace ScoPortal.Web.Areas.Admin.Pages.Pairs;

/// <summary>Releases that may be versions of one story, the likeliest first, for somebody to decide.</summary>
public sealed class IndexModel : PairPage
{
    private const int PageSize = 10;

    /// <summary>No tab is counted further.</summary>
    public const int CountedTo = 1000;

    [BindProperty(SupportsGet = true)]
    public SuggestionState State { get; set; } = SuggestionState.Open;

    [BindProperty(SupportsGet = true)]
    public string? Zone { get; set; }

    /// <summary>Two languages: "de-en".</summary>
    [BindProperty(SupportsGet = true)]
    public string? Languages { get; set; }

    /// <summary>Least score in percent.</summary>
    [BindProperty(SupportsGet = true)]
    [Range(0, 100)]
    public int? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Before { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? After { get; set; }

    /// <summary>One page, the likeliest first.</summary>
    public ListPart<PairRow> Part { get; private set; } = ListPart<PairRow>.Empty;

    /// <summary>The tabs, and how many each has, at most one more than <see cref="CountedTo"/>.</summary>
    public IReadOnlyList<(SuggestionState State, int Count)> Views { get; private set; } = [];

    /// <summary>Two of the portal's languages each.</summary>
    public IEnumerable<(string One, string Two)> LanguagePairs =>
        from one in Portal.Languages.Codes.Index() from two in Portal.Languages.Codes.Skip(one.Index + 1) select (one.Item, two);

    /// <summary>This person may say what a pair is.</summary>
    public bool MayDecide(PairRow pair) => Me.MayLink(pair.Newer.Language, pair.Newer.State) || Me.MayLink(pair.Older.Language, pair.Older.State);

    public async Task<IActionResult> OnGetAsync()
    {
        Title = Ui["Desk.Pairs.Title"];
        var pairs = new PairFilter(Catalogue.Zone(Zone)?.Id, Languages, From ?? 0).Of(Db.Suggestions.Pairs(Db, State));
        var place = (Before ?? After) is { } key ? await Db.Suggestions.Where(s => s.Id == key).Select(s => new { s.Id, s.Score }).SingleOrDefaultAsync(Gone) : null;
        var backwards = Before is null && place is not null;
        var some = place is null ? pairs.OrderByDescending(s => s.Score).ThenByDescending(s => s.Id)
            : backwards ? pairs.Where(s => s.Score > place.Score || (s.Score == place.Score && s.Id > place.Id)).OrderBy(s => s.Score).ThenBy(s => s.Id)
            : pairs.Where(s => s.Score < place.Score || (s.Score == place.Score && s.Id < place.Id)).OrderByDescending(s => s.Score).ThenByDescending(s => s.Id);
        Part = ListPart<PairRow>.Of(await some.Take(PageSize + 1).Rows(Db).ToListAsync(Gone), PageSize, place is null ? null : new Place(Now, place.Id), backwards, r => r.Id);

        foreach (var state in (SuggestionState[])[SuggestionState.Open, SuggestionState.Later, SuggestionState.Rejected, SuggestionState.SameEvent, SuggestionState.Accepted])
            Views = [.. Views, (state, await Db.Suggestions.Pairs(Db, state).Take(CountedTo + 1).CountAsync(Gone))];
        return Page();
    }

    /// <summary>Another part of the same list.</summary>
    public string Same(int? before = null, int? after = null) => DeskLinks.PairList(State, Zone, Languages, From, before, after);
}

/// <summary>Which pairs a list shows; what is null or 0 does not matter.</summary>
public sealed record PairFilter(int? ZoneId, string? Languages, int AtLeast)
{
    /// <summary>Those that fit.</summary>
    public IQueryable<Suggestion> Of(IQueryable<Suggestion> pairs)
    {
        var least = (AtLeast / 100.0) - 1e-6; // as the list rounds: 0.6 + 0.08 is a little less than 0.68
        if (ZoneId is { } zone)
            pairs = pairs.Where(s => s.Release.Story.Zones.Any(z => z.Id == zone) || s.Other.Story.Zones.Any(z => z.Id == zone));
        if (Languages?.Split('-') is [var one, var two])
            pairs = pairs.Where(s => (s.Release.Language == one && s.Other.Language == two) || (s.Release.Language == two && s.Other.Language == one));
        return AtLeast > 0 ? pairs.Where(s => s.Score >= least) : pairs;
    }
}
