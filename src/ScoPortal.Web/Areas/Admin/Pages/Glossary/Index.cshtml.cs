using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Terms;
using ScoPortal.Data.Queries;

namespace ScoPortal.Web.Areas.Admin.Pages.Glossary;

/// <summary>The glossary, page by page.</summary>
public sealed class IndexModel : CataloguePage
{
    private const int PageSize = 50;

    public sealed record Form(string Language, string Text, TermStatus Status);

    public sealed record Row(int Id, string Key, IReadOnlyList<Form> Forms);

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Missing { get; set; }

    [BindProperty(SupportsGet = true)]
    public TermStatus? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public bool IsFiltered => Q is not null || Missing is not null || Status is not null;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    protected override async Task<IActionResult> ShowAsync()
    {
        Title = Ui["Desk.Nav.Glossary"];
        var rows = await Db.Terms.AsNoTracking().AsSingleQuery()
            .Saying(Q).Missing(Portal.Languages.Find(Missing)?.Code).With(Status).ByKey(After).Take(PageSize + 1)
            .Select(t => new Row(t.Id, t.Key, t.Forms.OrderBy(f => f.Status).ThenBy(f => f.Id).Select(f => new Form(f.Language, f.Text, f.Status)).ToList()))
            .ToListAsync(Gone);
        Rows = [.. rows.Take(PageSize)];
        Next = rows.Count > PageSize ? DeskLinks.GlossaryList(Q, Missing, Status?.ToString(), Rows[^1].Key) : null;
        return Page();
    }
}
