using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ScoPortal.Web.Areas.Admin.Pages.Workbench;

/// <summary>Says which version of its story a release is translated from, where nobody has said so yet.</summary>
public sealed class SourceModel : WorkbenchPage
{
    /// <summary>Key of that version.</summary>
    [BindProperty]
    public int Source { get; set; }

    public IActionResult OnGet() => LocalRedirect(DeskLinks.Workbench(Id));

    public async Task<IActionResult> OnPostAsync()
    {
        if (await RefuseAsync() is { } refusal)
            return refusal;
        var release = await Db.Releases.SingleAsync(r => r.Id == Id, Gone);
        if (await Db.Releases.SingleOrDefaultAsync(r => r.Id == Source && r.StoryId == release.StoryId && r.Id != Id, Gone) is not { } source)
            return NotFound();
        var before = new { Source = release.TranslatedFromId, Revision = release.TranslatedFromRevision };
        release.Follow(source, source.RevisionNumber);
        Audit("translation.source", release.Subject(), before, new { Source = (int?)source.Id, Revision = release.TranslatedFromRevision });
        await Db.SaveChangesAsync(Gone);
        return LocalRedirect(DeskLinks.Workbench(Id));
    }
}
