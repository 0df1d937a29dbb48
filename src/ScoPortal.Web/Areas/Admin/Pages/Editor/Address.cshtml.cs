using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ScoPortal.Web.Areas.Admin.Pages.Editor;

/// <summary>Gives a release another readable address.</summary>
public sealed class AddressModel : EditorPage
{
    [BindProperty]
    [Required]
    [StringLength(Core.Stories.Slug.MaxLength)]
    public string? Slug { get; set; }

    public IActionResult OnGet() => LocalRedirect(DeskLinks.Release(Id));

    public async Task<IActionResult> OnPostAsync()
    {
        if (await RefuseAsync() is { } refusal)
            return refusal;
        var release = await Db.Releases.SingleAsync(r => r.Id == Id, Gone);
        var (before, state) = (release.Slug, release.State);
        release.Rename(Slug!, Edit());
        if (release.Slug != before)
            Audit("release.rename", $"release/{Id}", new { slug = before, state = state.ToString() }, new { slug = release.Slug, state = release.State.ToString() });
        await Db.SaveChangesAsync(Gone);
        return Done(Ui.Format("Desk.Address.Done", release.Slug), DeskLinks.Release(Id));
    }

    protected override Task<IActionResult> ShowAsync() => Task.FromResult(Refused(DeskLinks.Release(Id)));
}
