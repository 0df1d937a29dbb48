using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using ScoPortal.Data.Translation;

namespace ScoPortal.Web.Areas.Admin.Pages.Workbench;

/// <summary>Sets a check aside for a segment, with a reason, or takes that back.</summary>
public sealed class WaiverModel : WorkbenchPage
{
    /// <summary>The segment.</summary>
    [FromRoute]
    public int Unit { get; set; }

    /// <summary>The findings on the page, with the reasons typed.</summary>
    [BindProperty]
    public List<Found> Findings { get; set; } = [];

    /// <summary>Place of the one to set aside.</summary>
    [BindProperty]
    public int? Waive { get; set; }

    /// <summary>Place of the one to mind again.</summary>
    [BindProperty]
    public int? Insist { get; set; }

    public IActionResult OnGet() => LocalRedirect(DeskLinks.Workbench(Id, Unit));

    public async Task<IActionResult> OnPostAsync()
    {
        At = Unit;
        if (await RefuseAsync() is { } refusal)
            return refusal;
        var open = await KeepAsync(then: Change);
        return open is null || Conflicts.Count > 0 || IsLive ? await ShowAsync(Head, open) : LocalRedirect(DeskLinks.Workbench(Id, Unit, Shown));
    }

    private bool Change(OpenTranslation open)
    {
        if (Findings.ElementAtOrDefault((Waive ?? Insist) ?? -1) is not { Check: { } check, Value: { } value } found)
            return false;
        if (Waive is null)
        {
            open.Draft.Insist(Unit, check, value, Edit());
            Audit("translation.insist", open.Target.Subject(), after: new { Segment = Unit, check, value });
            return true;
        }

        var reason = found.Reason?.Trim() ?? "";
        open.Draft.Waive(Unit, new(check, value, reason, Me.Name, Now), Edit());
        Audit("translation.waive", open.Target.Subject(), after: new { Segment = Unit, check, value, reason });
        return true;
    }

    /// <summary>A finding as it comes back from the page.</summary>
    public sealed class Found
    {
        [StringLength(40)]
        public string? Check { get; set; }

        [StringLength(2000)]
        public string? Value { get; set; }

        [StringLength(300)]
        public string? Reason { get; set; }
    }
}
