using Microsoft.AspNetCore.Mvc;
using ScoPortal.Core;
using ScoPortal.Core.Translation.Segments;
using ScoPortal.Data.Translation;

namespace ScoPortal.Web.Areas.Admin.Pages.Workbench;

/// <summary>One segment: what helps with it, and what is written into it, kept as it is typed. Confirming one leads to the next.</summary>
public sealed class SegmentModel : WorkbenchPage
{
    /// <summary>The segment.</summary>
    [FromRoute]
    public int Unit { get; set; }

    /// <summary>The person says that it is right.</summary>
    [BindProperty]
    public bool Confirm { get; set; }

    /// <summary>A text to take over, such as a match of the memory.</summary>
    [BindProperty]
    public string? Take { get; set; }

    /// <summary>A text to put behind what is there, such as a term.</summary>
    [BindProperty]
    public string? Append { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        At = Unit;
        return IsLive ? await ShowAsync() : LocalRedirect(DeskLinks.Workbench(Id, Unit));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        At = Unit;
        if (await RefuseAsync() is { } refusal)
            return refusal;
        var open = await KeepAsync(Confirm ? Unit : null, Put);
        if (open is null || Conflicts.Count > 0 || IsLive)
            return await ShowAsync(Head, open);
        return LocalRedirect(DeskLinks.Workbench(Id, Confirm ? SheetOf(open).Next(Unit)?.Id ?? Unit : Unit, Shown));
    }

    private bool Put(OpenTranslation open)
    {
        if ((Take ?? Append) is not { Length: > 0 } text || open.Draft.Unit(Unit) is not { } unit)
            return false;
        var gap = unit.Target.Length > 0 ? SegmentText.Gap(open.Draft.Language) : "";
        var target = Take is null ? unit.Target + gap + text : text;
        if (target.Length > Workbench.Typed.Longest)
            throw new RuleException("Rule.SegmentTooLong", Workbench.Typed.Longest);
        return open.Draft.Write(Unit, unit.Target, target, confirm: false, Edit(), Take is null ? null : Origin);
    }
}
