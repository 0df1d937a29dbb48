using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Counting;
using ScoPortal.Data.Queries;
using ScoPortal.Data.Search;
using ScoPortal.Web.Pages.Shared;

namespace ScoPortal.Web.Areas.Admin.Pages.Board;

/// <summary>Every story, and how far each of its language versions has come.</summary>
public sealed class IndexModel(SearchIndex index, Publications publications) : DeskPage
{
    private const int PageSize = 50;

    /// <summary>No view is counted further: "100+" says enough.</summary>
    public const int CountedTo = 100;

    [BindProperty(SupportsGet = true)]
    public BoardQuery Query { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public int? Before { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? After { get; set; }

    /// <summary>One page.</summary>
    public ListPart<BoardRow> Part { get; private set; } = ListPart<BoardRow>.Empty;

    /// <summary>The tabs: name of the text, what it filters, and how many there are, at most one more than <see cref="CountedTo"/>.</summary>
    public IReadOnlyList<(string Text, BoardQuery Query, int Count)> Views { get; private set; } = [];

    /// <summary>Releases that readers have, by language.</summary>
    public IReadOnlyDictionary<string, int> Published { get; private set; } = new Dictionary<string, int>();

    /// <summary>Stories there are.</summary>
    public int Stories { get; private set; }

    /// <summary>Who may be asked to translate.</summary>
    public IReadOnlyList<(int Id, string Name)> People { get; private set; } = [];

    /// <summary>Today, where the newsroom is.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, Portal.TimeZone).DateTime);

    /// <summary>The text could not be searched for: the index is being built.</summary>
    public bool IndexIsMissing { get; private set; }

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    protected override async Task<IActionResult> ShowAsync()
    {
        Title = Ui["Desk.Nav.Board"];
        var filter = Query.FilterFor(this, index);
        IndexIsMissing = filter is null;
        await ReadAsync(Db.OnBoard(filter ?? new BoardFilter(), Portal.Languages.Codes));
        Stories = publications.Stories;
        Published = publications.PerLanguage(Now);
        People = (await Db.Users.Where(u => u.DisabledAt == null).OrderBy(u => u.DisplayName).Select(u => new { u.Id, u.DisplayName }).ToListAsync(Gone)).ConvertAll(u => (u.Id, u.DisplayName));
        await CountAsync();
        return Page();
    }

    /// <summary>Another part of the same list.</summary>
    public string Same(int? before = null, int? after = null) => DeskLinks.Board(Query.ToPairs(before, after));

    /// <summary>The version that a new one would be translated from.</summary>
    public static BoardVersion? SourceFor(BoardRow row) => row.Versions.FirstOrDefault(v => v.IsOriginal) ?? row.Versions.OrderByDescending(v => v.State >= ReleaseState.Published).FirstOrDefault();

    private async Task ReadAsync(IQueryable<int> stories)
    {
        var backwards = Before is null && After is not null;
        var ids = await (backwards ? stories.Backwards(After!.Value) : stories.Onwards(Before)).Take(PageSize + 1).ToListAsync(Gone);
        var part = ListPart<int>.Of(ids, PageSize, (Before ?? After) is { } key ? new Place(Now, key) : null, backwards, id => id);
        Part = new(await Db.BoardAsync(part.Items, Gone), part.NewerThan, part.OlderThan);
    }

    private async Task CountAsync()
    {
        var views = new List<(string, BoardQuery, int)>();
        foreach (var (text, query) in new (string, BoardQuery)[]
        {
            ("All", new()),
            ("Mine", new() { Translator = "me" }),
            ("Outdated", new() { State = BoardState.Outdated }),
            ("Missing", new() { State = BoardState.Missing }),
            ("Drafts", new() { State = BoardState.Draft }),
            ("Review", new() { State = BoardState.Review }),
            ("HandedIn", new() { State = BoardState.HandedIn }),
            ("Suggested", new() { State = BoardState.Suggested }),
        })
        {
            views.Add((text, query, await Db.OnBoard(query.FilterFor(this, index)!, Portal.Languages.Codes).Once().Take(CountedTo + 1).CountAsync(Gone)));
        }

        Views = views;
    }
}
