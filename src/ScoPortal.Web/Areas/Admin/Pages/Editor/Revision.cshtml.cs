using Microsoft.AspNetCore.Mvc;
using ScoPortal.Core.Stories;

namespace ScoPortal.Web.Areas.Admin.Pages.Editor;

/// <summary>One revision beside another one.</summary>
public sealed class RevisionModel : EditorPage
{
    [FromRoute]
    public int Number { get; set; }

    /// <summary>The other one; the one before it when none is named.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Against { get; set; }

    /// <summary>One text instead of two columns.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Inline { get; set; }

    public IReadOnlyList<RevisionRow> Revisions { get; private set; } = [];

    public RevisionRow Shown => Revisions.Single(r => r.Number == Number);

    public IReadOnlyList<FieldDiff> Differences { get; private set; } = [];

    /// <summary>Number of the one it is compared with; 0 for an empty page.</summary>
    public int Before => Against ?? Number - 1;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync() || await ContentAsync(Number) is not { } after)
            return NotFound();
        var before = Before == 0 ? new ReleaseContent { Headline = "" } : await ContentAsync(Before);
        if (before is null)
            return NotFound();
        Revisions = await RevisionRow.ReadAsync(Db, Id, Gone);
        Differences = FieldDiff.Of(before, after);
        Title = Ui.Format("Desk.Revision.Title", Number);
        return Page();
    }

    private Task<ReleaseContent?> ContentAsync(int number) => Db.ContentAsync(Id, number, Gone);
}
