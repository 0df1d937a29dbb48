using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using ScoPortal.Core.Stories;

namespace ScoPortal.Web.Areas.Admin.Pages.Releases;

/// <summary>A release on its way through review: submitted by its author, approved or returned by an editor.</summary>
public sealed class ReviewModel : ReleasePage
{
    /// <summary>submit, approve or return.</summary>
    [BindProperty]
    [Required]
    [RegularExpression("submit|approve|return")]
    public string? Step { get; set; }

    /// <summary>What the other is to know.</summary>
    [BindProperty]
    [StringLength(1000)]
    public string? Note { get; set; }

    /// <summary>What can be done now.</summary>
    public IReadOnlyList<string> Steps => Head.State switch
    {
        ReleaseState.Draft => ["submit"],
        ReleaseState.InReview when Me.MayPublish => ["approve", "return"],
        ReleaseState.Approved when Me.MayPublish => ["return"],
        ReleaseState.Published when Me.MayPublish && Head.IsScheduled(Now) => ["return"],
        _ => [],
    };

    /// <inheritdoc />
    protected override string Heading => Ui["Desk.Review.Title"];

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is not { } release)
            return NotFound();
        if (!Me.MayWrite(release.Language) || (Step != "submit" && !Me.MayPublish))
            return Forbid();
        if (Step == "approve" && !HasSeen(release))
            return await ShowAsync();

        var before = release.Snapshot();
        switch (Step)
        {
            case "approve":
                release.Approve(Now);
                break;
            case "return":
                release.Return(Now);
                break;
            default:
                release.Submit(Now);
                break;
        }

        Audit($"release.{Step}", release.Subject(), before, new { State = release.State.ToString(), release.PublishAt, Revision = release.RevisionNumber, Note });
        await Db.SaveChangesAsync(Gone);
        return Done(Ui.Format($"Desk.Review.Done.{Step}", release.Content.Headline), Step == "approve" ? DeskLinks.Publication(Id) : DeskLinks.Review(Id));
    }
}
