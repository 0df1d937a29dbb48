using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Data.Stories;
using ScoPortal.Data.Translation;

namespace ScoPortal.Web.Areas.Admin.Pages.Stories;

/// <summary>Undoes a change of links, or says why that is too late.</summary>
public sealed class LinkUndoModel : DeskPage
{
    [FromRoute]
    public int Id { get; set; }

    /// <summary>The page that it was asked for on.</summary>
    [BindProperty]
    public string? Back { get; set; }

    private string story = DeskLinks.Releases;

    public async Task<IActionResult> OnGetAsync() =>
        await Db.LinkStepAsync(Id, Gone) is { } step ? LocalRedirect(DeskLinks.Story(step.StoryId)) : NotFound();

    protected override Task<IActionResult> ShowAsync() => Task.FromResult(Refused(BackTo));

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.LinkStepAsync(Id, Gone) is not { } step)
            return NotFound();
        var moved = await Db.Releases.Where(r => step.Moved.Contains(r.Id)).Select(r => new { r.Id, r.Language, r.State, r.StoryId }).ToListAsync(Gone);
        if (moved.Count == 0 || !moved.TrueForAll(r => Me.MayLink(r.Language, r.State)))
            return Forbid();
        story = DeskLinks.Story(moved[0].StoryId);
        var change = await Db.UndoAsync(Id, new(Edit(), Made: done => Audit(
            "link.undo", $"story/{step.StoryId}", new { Kind = step.Kind.ToString(), Releases = step.Moved, Story = moved[0].StoryId }, new { Story = Returned(done) })), Gone);
        story = DeskLinks.Story(change.Kind == LinkChangeKind.Unlink ? change.StoryId : Returned(change));
        return Done(Ui["Desk.Link.Undone"], BackTo);
    }

    private static int Returned(LinkChange change) => change.ReturnedAs ?? (change.Kind == LinkChangeKind.Unlink ? change.StoryId : change.OtherStoryId);

    // The page of a story that is gone leads on, and nowhere back.
    private string BackTo => Url.IsLocalUrl(Back) && Back.StartsWith(DeskLinks.Root, StringComparison.Ordinal) ? Back : story;
}
