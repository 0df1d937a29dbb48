using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Data.Search;
using ScoPortal.Data.Stories;

namespace ScoPortal.Web.Areas.Admin.Pages.Stories;

/// <summary>The language versions of a story: others are found and linked, or it is said why they cannot be.</summary>
public sealed class VersionsModel(SearchIndex index) : LinkPage
{
    [FromRoute]
    public int Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(Name = "language", SupportsGet = true)]
    public string? OfLanguage { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Zone { get; set; }

    /// <summary>The release to be linked.</summary>
    [BindProperty]
    public int Release { get; set; }

    /// <summary>The version that is in its way is to be taken out.</summary>
    [BindProperty]
    public bool Instead { get; set; }

    /// <summary>The versions that the story has.</summary>
    public IReadOnlyList<ReleaseHead> Versions { get; private set; } = [];

    /// <summary>What was found; null when texts cannot be searched for now.</summary>
    public IReadOnlyList<Pick>? Picks { get; private set; } = [];

    /// <summary>What cannot be linked, and what is in its way.</summary>
    public LinkBlock? Block { get; private set; }

    /// <summary>The languages that the story lacks.</summary>
    public IReadOnlyList<string> Missing => [.. Portal.Languages.Codes.Except(Versions.Select(v => v.Language))];

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    protected override async Task<IActionResult> ShowAsync()
    {
        Versions = await Db.Releases.Where(r => r.StoryId == Id).OrderBy(r => r.Id).HeadsAsync(Db, Gone);
        if (Versions.Count == 0)
            return await Db.HeirAsync(Id, Gone) is { } heir ? LocalRedirect(DeskLinks.Versions(heir)) : NotFound();
        Title = Ui["Desk.Link.Title"];
        var languages = Missing.Contains(OfLanguage) ? [OfLanguage!] : Missing;
        Picks = await Db.PicksAsync(index, new(Q, Id, languages, Catalogue.Zone(Zone)?.Id), Portal, Now, Gone);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var heads = await Db.Releases.Where(r => r.Id == Release || r.StoryId == Id).HeadsAsync(Db, Gone);
        if (!heads.Exists(h => h.StoryId == Id))
            return NotFound();
        if (heads.Find(h => h.Id == Release) is not { } mine || mine.StoryId == Id)
        {
            ModelState.AddModelError("", Ui["Desk.Story.NoSuchRelease"]);
            return await ShowAsync();
        }

        if (!Me.MayLink(mine.Language, mine.State))
            return Forbid();
        var inTheWay = heads.Find(h => h.StoryId == Id && h.Language == mine.Language);
        if (inTheWay is not null && (!Instead || heads.Count(h => h.StoryId == Id) == 1))
        {
            Block = new(inTheWay, mine, heads.Count(h => h.StoryId == Id) > 1 && Me.MayLink(inTheWay.Language, inTheWay.State));
            return await ShowAsync();
        }

        if (inTheWay is not null && !Me.MayLink(inTheWay.Language, inTheWay.State))
            return Forbid();
        await using var transaction = await Db.Database.BeginTransactionAsync(Gone);
        if (inTheWay is not null)
            await TakeOutAsync(inTheWay);
        var change = await LinkAsync(mine, Id);
        await transaction.CommitAsync(Gone);
        return Done(Ui.Format("Desk.Link.Linked", mine.Headline), DeskLinks.Story(Id), DeskLinks.LinkUndo(change.Id));
    }
}

/// <summary>A release that cannot be linked, because the story has another in its language.</summary>
/// <param name="Theirs">The one that the story has.</param>
/// <param name="Mine">The one that is to be linked.</param>
/// <param name="MayReplace">This person may take the other one out.</param>
public sealed record LinkBlock(ReleaseHead Theirs, ReleaseHead Mine, bool MayReplace);
