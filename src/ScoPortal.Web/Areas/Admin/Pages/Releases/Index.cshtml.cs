using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Counting;
using ScoPortal.Data.Queries;
using ScoPortal.Data.Search;
using ScoPortal.Web.Pages.Shared;

namespace ScoPortal.Web.Areas.Admin.Pages.Releases;

/// <summary>All releases, filtered and sorted, page by page, to be opened or to be worked on many at once.</summary>
public sealed class IndexModel(SearchIndex index, Publications publications) : DeskPage
{
    private const int PageSize = 50;
    private const int MostFound = 500;

    /// <summary>What memory has no count of is counted no further: "1,000+" says enough.</summary>
    public const int CountedTo = 1000;

    [BindProperty(SupportsGet = true)]
    public DeskState? State { get; set; }

    [BindProperty(Name = "language", SupportsGet = true)]
    public string? OfLanguage { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Zone { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Topic { get; set; }

    /// <summary>Key of an account, or "me".</summary>
    [BindProperty(SupportsGet = true)]
    public string? Author { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public DeskOrder Sort { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Before { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? After { get; set; }

    /// <summary>One page.</summary>
    public ListPart<DeskRow> Part { get; private set; } = ListPart<DeskRow>.Empty;

    /// <summary>The tabs: name of the text, filter, and how many there are.</summary>
    public IReadOnlyList<(string Text, string? State, string? Author, int Count)> Views { get; private set; } = [];

    /// <summary>Everybody who can have written something.</summary>
    public IReadOnlyList<(int Id, string Name)> Authors { get; private set; } = [];

    /// <summary>The text could not be searched for: the index is being built.</summary>
    public bool IndexIsMissing { get; private set; }

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    protected override async Task<IActionResult> ShowAsync()
    {
        Title = Ui["Desk.Nav.Releases"];
        var found = string.IsNullOrWhiteSpace(Q) ? null : index.Find(Q, Portal.Languages.Codes, MostFound);
        IndexIsMissing = !string.IsNullOrWhiteSpace(Q) && found is null;
        var filter = new DeskFilter
        {
            State = State,
            Languages = Portal.Languages.Find(OfLanguage) is { } one ? [one.Code] : null,
            ZoneId = Catalogue.Zone(Zone)?.Id,
            TopicId = Catalogue.Topic(Topic)?.Id,
            AuthorId = Author == "me" ? Me.Id : int.TryParse(Author, NumberStyles.None, CultureInfo.InvariantCulture, out var author) ? author : null,
            Ids = found,
        };
        var wanted = Me.MayPublish ? Portal.Languages.Codes : Me.Languages;
        var place = (Before ?? After) is { } key ? await Db.DeskPlaceAsync(key, Sort, Gone) : null;
        var backwards = Before is null && place is not null;
        var list = new DeskList(filter, Sort, wanted) { Place = place, IsBackwards = backwards };
        var rows = await list.RowsAsync(Db, publications, PageSize + 1, Now, Gone);
        Part = ListPart<DeskRow>.Of(rows, PageSize, place is null ? null : new Place(Now, place.Id), backwards, r => r.Id);

        await CountAsync();
        Authors = (await Db.Users.OrderBy(u => u.DisplayName).Select(u => new { u.Id, u.DisplayName }).ToListAsync(Gone)).ConvertAll(u => (u.Id, u.DisplayName));
        return Page();
    }

    /// <summary>The same list with another order, or another part of it.</summary>
    public string Same(string? sort = null, int? before = null, int? after = null) => DeskLinks.ReleaseList(
        Name(State), OfLanguage, Zone, Topic, Author, Q, sort ?? (Sort == default ? null : Name(Sort)), before, after);

    /// <summary>A name as it stands in addresses.</summary>
    public static string? Name<T>(T? value) => value?.ToString()?.ToLowerInvariant();

    private async Task CountAsync()
    {
        var states = publications.PerState;
        int Count(params ReleaseState[] some) => some.Sum(s => states.GetValueOrDefault(s));
        var scheduled = publications.Scheduled(Now);
        var outdated = await Db.OnDesk(new() { State = DeskState.Outdated }, DeskOrder.Created, [], Now).Take(CountedTo + 1).CountAsync(Gone);
        var mine = await Db.Releases.CountAsync(r => r.AuthorId == Me.Id && r.State == ReleaseState.Draft, Gone);
        Views =
        [
            ("All", null, null, states.Values.Sum()),
            ("Mine", "draft", "me", mine),
            ("Draft", "draft", null, Count(ReleaseState.Draft)),
            ("Review", "review", null, Count(ReleaseState.InReview)),
            ("Approved", "approved", null, Count(ReleaseState.Approved)),
            ("Scheduled", "scheduled", null, scheduled),
            ("Published", "published", null, Count(ReleaseState.Published, ReleaseState.Corrected) - scheduled),
            ("Outdated", "outdated", null, outdated),
            ("Withdrawn", "withdrawn", null, Count(ReleaseState.Withdrawn)),
        ];
    }
}
