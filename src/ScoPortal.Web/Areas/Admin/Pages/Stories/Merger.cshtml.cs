using Microsoft.AspNetCore.Mvc;

namespace ScoPortal.Web.Areas.Admin.Pages.Stories;

/// <summary>Lets a story take over another with all its versions.</summary>
public sealed class MergerModel : LinkPage
{
    [FromRoute]
    public int Id { get; set; }

    /// <summary>Key of the story that goes.</summary>
    [BindProperty]
    public int Other { get; set; }

    public IActionResult OnGet() => LocalRedirect(DeskLinks.Versions(Id));

    protected override Task<IActionResult> ShowAsync() => Task.FromResult(Refused(DeskLinks.Versions(Id)));

    public async Task<IActionResult> OnPostAsync()
    {
        var versions = await Db.Releases.Where(r => r.StoryId == Id || r.StoryId == Other).OrderBy(r => r.Id).HeadsAsync(Db, Gone);
        var (ours, theirs) = (versions.FindAll(v => v.StoryId == Id), versions.FindAll(v => v.StoryId == Other));
        if (ours.Count == 0 || theirs.Count == 0 || Id == Other)
            return NotFound();
        if (!theirs.TrueForAll(v => Me.MayLink(v.Language, v.State)))
            return Forbid();
        foreach (var (one, two) in ours.Join(theirs, o => o.Language, t => t.Language, (o, t) => (o, t)))
            ModelState.AddModelError("", Ui.Format("Desk.Link.Taken.Text", one.Headline, one.Id, Ui.LanguageName(one.Language), two.Headline, two.Id));
        if (!ModelState.IsValid)
            return await ShowAsync();

        var change = await MergeAsync(Id, Other);
        return Done(Ui["Desk.Link.Merged"], DeskLinks.Story(Id), DeskLinks.LinkUndo(change.Id));
    }
}
