using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;

namespace ScoPortal.Web.Areas.Admin.Pages.Stories;

/// <summary>Takes a relation between stories back.</summary>
public sealed class RelationModel : DeskPage
{
    public async Task<IActionResult> OnGetAsync([FromRoute] int id) =>
        await Db.Set<Relation>().Where(r => r.Id == id).Select(r => (int?)r.Story.Id).SingleOrDefaultAsync(Gone) is { } story
            ? Redirect(DeskLinks.Story(story))
            : NotFound();

    public async Task<IActionResult> OnPostAsync([FromRoute] int id)
    {
        if (await Db.Stories.Include(s => s.Releases).Include(s => s.Relations).ThenInclude(r => r.Other).AsSplitQuery()
            .SingleOrDefaultAsync(s => s.Relations.Any(r => r.Id == id), Gone) is not { } story)
            return NotFound();
        if (!story.MayFile(Me))
            return Forbid();

        var relation = story.Relations.Single(r => r.Id == id);
        story.Unrelate(relation.Kind, relation.Other);
        Audit("story.unrelate", story.Subject(), new { Kind = relation.Kind.ToString(), Other = relation.Other.Id });
        await Db.SaveChangesAsync(Gone);
        return Done(Ui["Desk.Story.Unrelated"], DeskLinks.Story(story.Id));
    }
}
