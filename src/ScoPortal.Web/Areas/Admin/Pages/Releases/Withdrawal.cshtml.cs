using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ScoPortal.Web.Areas.Admin.Pages.Releases;

/// <summary>Takes a release back; its address then says so, with the reason, in the release's language.</summary>
[Authorize(Policy = Desk.Publishers)]
public sealed class WithdrawalModel : ReleasePage
{
    /// <summary>Why, for the public.</summary>
    [BindProperty]
    [Required]
    [StringLength(2000)]
    public string? Reason { get; set; }

    /// <inheritdoc />
    protected override string Heading => Ui["Desk.Withdrawal.Title"];

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is not { } release)
            return NotFound();
        if (!Me.MayWrite(release.Language))
            return Forbid();

        var before = release.Snapshot();
        release.Withdraw(Reason!.Trim(), Now);
        Audit("release.withdraw", release.Subject(), before, new { State = release.State.ToString(), Revision = release.RevisionNumber, Reason });
        await Db.SaveChangesAsync(Gone);
        return Done(Ui.Format("Desk.Withdrawal.Done", release.Content.Headline), DeskLinks.Story(release.StoryId));
    }
}
