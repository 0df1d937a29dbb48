using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using ScoPortal.Data.Translation;

namespace ScoPortal.Web.Areas.Admin.Pages.Workbench;

/// <summary>Which sentences belong together: joins a segment with the next, or makes two of one.</summary>
public sealed class DivisionModel : WorkbenchPage
{
    /// <summary>The segment.</summary>
    [FromRoute]
    public int Unit { get; set; }

    /// <summary>join or part.</summary>
    [BindProperty]
    [Required]
    [RegularExpression("join|part")]
    public string? Step { get; set; }

    /// <summary>How many of its source sentences stay in the first part.</summary>
    [BindProperty]
    public int Sources { get; set; }

    /// <summary>Where in the translation the second part begins.</summary>
    [BindProperty]
    public int Offset { get; set; }

    public IActionResult OnGet() => LocalRedirect(DeskLinks.Workbench(Id, Unit));

    public async Task<IActionResult> OnPostAsync()
    {
        At = Unit;
        if (await RefuseAsync() is { } refusal)
            return refusal;
        var open = await KeepAsync(then: Divide);
        return open is null || Conflicts.Count > 0 ? await ShowAsync(Head, open) : LocalRedirect(DeskLinks.Workbench(Id, Unit));
    }

    private bool Divide(OpenTranslation open)
    {
        if (Step == "join")
        {
            open.Draft.Join(Unit, Edit());
            Audit("translation.join", open.Target.Subject(), after: new { Segment = Unit });
        }
        else
        {
            open.Draft.Part(Unit, Sources, Offset, Edit());
            Audit("translation.part", open.Target.Subject(), after: new { Segment = Unit, Sources, Offset });
        }

        return true;
    }
}
