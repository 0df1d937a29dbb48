using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ScoPortal.Web.Areas.Admin.Pages.Releases;

/// <summary>Takes a release out into a story of its own.</summary>
public sealed class UnlinkingModel : LinkPage
{
    [FromRoute]
    public int Id { get; set; }

    private int story;

    public async Task<IActionResult> OnGetAsync() =>
        await Db.Releases.Where(r => r.Id == Id).Select(r => (int?)r.StoryId).SingleOrDefaultAsync(Gone) is { } found ? LocalRedirect(DeskLinks.Story(found)) : NotFound();

    protected override Task<IActionResult> ShowAsync() => Task.FromResult(Refused(DeskLinks.Story(story)));

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.Releases.Where(r => r.Id == Id).HeadAsync(Db, Gone) is not { } release)
            return NotFound();
        if (!Me.MayLink(release.Language, release.State))
            return Forbid();
        story = release.StoryId;
        var change = await TakeOutAsync(release);
        return Done(Ui.Format("Desk.Link.Unlinked", release.Headline), DeskLinks.Story(story), DeskLinks.LinkUndo(change.Id));
    }
}
