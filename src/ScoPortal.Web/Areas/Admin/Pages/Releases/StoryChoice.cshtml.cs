using Microsoft.AspNetCore.Mvc;
using ScoPortal.Data.Search;
using ScoPortal.Web.Areas.Admin.Pages.Stories;

namespace ScoPortal.Web.Areas.Admin.Pages.Releases;

/// <summary>Finds the story that a release is to be a version of; the story's own page links it.</summary>
public sealed class StoryChoiceModel(SearchIndex index) : DeskPage
{
    [FromRoute]
    public int Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Zone { get; set; }

    /// <summary>The release.</summary>
    public ReleaseHead Head { get; private set; } = null!;

    /// <summary>Releases of other stories; null when texts cannot be searched for now.</summary>
    public IReadOnlyList<Pick>? Picks { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await Db.Releases.Where(r => r.Id == Id).HeadAsync(Db, Gone) is not { } head)
            return NotFound();
        if (!Me.MayLink(head.Language, head.State))
            return Forbid();
        Head = head;
        Title = Ui["Desk.LinkStory.Title"];
        Picks = await Db.PicksAsync(index, new(Q, head.StoryId, [.. Portal.Languages.Codes.Where(l => l != head.Language)], Catalogue.Zone(Zone)?.Id, head.Language), Portal, Now, Gone);
        return Page();
    }
}
