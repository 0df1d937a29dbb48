using Microsoft.AspNetCore.Mvc;

namespace ScoPortal.Web.Areas.Admin.Pages.Workbench;

/// <summary>What was handed in for an editor, and what the person at work translated last.</summary>
public sealed class ListModel : DeskPage
{
    private const int Most = 100;

    /// <summary>Handed in, the oldest first; empty for those who may not publish.</summary>
    public IReadOnlyList<TranslationRow> Submitted { get; private set; } = [];

    /// <summary>The person's own, the newest first.</summary>
    public IReadOnlyList<TranslationRow> Mine { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        Title = Ui["Desk.Translations.Title"];
        Submitted = Me.MayPublish ? await TranslationRow.ReadAsync(Db, TranslationRow.Submitted(Db), Most, Gone) : [];
        Mine = await TranslationRow.ReadAsync(Db, TranslationRow.Of(Db, Me.Id), Most, Gone);
        return Page();
    }
}
