using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;

namespace ScoPortal.Web.Areas.Admin.Pages.Stories;

/// <summary>Publishes every approved version of a story at once; the others are named and left.</summary>
[Authorize(Policy = Desk.Publishers)]
public sealed class PublicationModel : DeskPage
{
    [FromRoute]
    public int Id { get; set; }

    /// <summary>When, in the newsroom's time zone; empty for as soon as possible.</summary>
    [BindProperty]
    public string? At { get; set; }

    /// <summary>The approved versions that the page showed, with the revision of each.</summary>
    [BindProperty]
    public SeenRevision[] Seen { get; set; } = [];

    /// <summary>Its versions, those that go out first.</summary>
    public IReadOnlyList<Version> Versions { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    protected override async Task<IActionResult> ShowAsync()
    {
        if (await FindAsync() is not { } story)
            return NotFound();
        List<Version> versions = [];
        foreach (var r in story.Releases.OrderBy(r => r.State != ReleaseState.Approved).ThenBy(r => r.Id))
            versions.Add(new Version(
                r.Id, r.Language, r.Content.Headline, DeskStates.Mark(r.State, r.PublishAt, Now),
                r.State == ReleaseState.Approved, new(r.Id, r.RevisionNumber), [.. (await PublicationCheck.OfAsync(Db, Glossaries, r, Gone)).Where(c => !c.Passed)]));
        Versions = versions;
        Title = Ui["Desk.StoryPublication.Title"];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is not { } story)
            return NotFound();
        var at = DeskTime.Read(At, nameof(At), Portal, Now, Ui, ModelState);
        var approved = story.Releases.Where(r => r.State == ReleaseState.Approved).ToList();
        var isHeld = false;
        foreach (var release in approved)
            isHeld |= await PublicationCheck.HoldAsync(Db, Glossaries, release, Gone);
        if (isHeld)
            ModelState.AddModelError("", Ui["Desk.Publication.Held"]);
        if (approved.Find(r => !Seen.Contains(new(r.Id, r.RevisionNumber))) is { } unseen)
            ModelState.AddModelError("", $"{Ui.LanguageName(unseen.Language)}: {Ui.Format("Desk.Workflow.NewRevision", unseen.RevisionNumber)}");
        if (!ModelState.IsValid)
            return await ShowAsync();

        var before = approved.ToDictionary(r => r.Id, r => r.Snapshot());
        var published = story.Publish(at, Now);
        foreach (var release in published)
            Audit("release.publish", release.Subject(), before[release.Id], release.Snapshot());
        await Db.SaveChangesAsync(Gone);

        var left = story.Releases.Where(r => r.State is ReleaseState.Draft or ReleaseState.InReview).Select(r => Ui.LanguageName(r.Language)).ToList();
        var done = Ui.Format("Desk.StoryPublication.Done", Ui.List(published.Select(r => Ui.LanguageName(r.Language))));
        return Done(left.Count == 0 ? done : $"{done} {Ui.Format("Desk.StoryPublication.Left", Ui.List(left))}", DeskLinks.Story(Id));
    }

    private async Task<Story?> FindAsync()
    {
        var releases = await PublicationCheck.Load(Db.Releases.Where(r => r.StoryId == Id)).ToListAsync(Gone);
        return releases.Count == 0 ? null : releases[0].Story;
    }

    /// <summary>A version, and what is amiss with it.</summary>
    public sealed record Version(int Id, string Language, string Headline, string Mark, bool GoesOut, SeenRevision Revision, IReadOnlyList<PublicationCheck> Faults);
}
