using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Stories;

namespace ScoPortal.Web.Areas.Admin.Pages.Releases;

/// <summary>One step for many releases: each goes its own way, and the page says what became of each.</summary>
public sealed class BatchModel : DeskPage
{
    private const int Most = 200;

    /// <summary>The releases, with the revision of each that the list showed.</summary>
    [BindProperty]
    [MaxLength(Most)]
    public SeenRevision[] Rows { get; set; } = [];

    [BindProperty]
    [Required]
    [RegularExpression("submit|approve|return|publish|zone|topic")]
    public string? Step { get; set; }

    [BindProperty]
    public string? Zone { get; set; }

    [BindProperty]
    public string? Topic { get; set; }

    /// <summary>The list it came from.</summary>
    [BindProperty]
    public string? Back { get; set; }

    /// <summary>What became of each; no reason for those that it was done to.</summary>
    public IReadOnlyList<(int Id, string Language, string Headline, string? Reason)> Results { get; private set; } = [];

    /// <summary>The steps of a release's way that somebody may take.</summary>
    public static IReadOnlyList<string> StepsFor(Member member) => member.MayPublish ? ["submit", "approve", "return", "publish"] : ["submit"];

    /// <summary>The list to go back to.</summary>
    public string BackTo => Url.IsLocalUrl(Back) && Back.StartsWith(DeskLinks.Releases, StringComparison.Ordinal) ? Back : DeskLinks.Releases;

    public IActionResult OnGet() => Redirect(DeskLinks.Releases);

    protected override Task<IActionResult> ShowAsync() => Task.FromResult(Refused(BackTo));

    public async Task<IActionResult> OnPostAsync()
    {
        if ((Step == "zone" && Catalogue.Zone(Zone) is null) || (Step == "topic" && Catalogue.Topic(Topic) is null))
        {
            ModelState.AddModelError("", Ui["Desk.Batch.NoChoice"]);
            return await ShowAsync();
        }

        List<(int, string, string, string?)> results = [];
        foreach (var (id, number) in Rows.DistinctBy(r => r.Id))
        {
            Db.ChangeTracker.Clear();
            if (await PublicationCheck.Load(Db.Releases).Include(r => r.Story.Topics).Include(r => r.Story.Releases).SingleOrDefaultAsync(r => r.Id == id, Gone) is { } release)
                results.Add((id, release.Language, release.Content.Headline, await TakeAsync(release, number)));
        }

        Results = results;
        Title = Ui["Desk.Batch.Title"];
        return Page();
    }

    private async Task<string?> TakeAsync(Release release, int seen)
    {
        if (!Allowed(release))
            return Ui["Desk.Batch.NotAllowed"];
        if (!IsFiling && release.RevisionNumber != seen)
            return Ui.Format("Desk.Workflow.NewRevision", release.RevisionNumber);
        try
        {
            if (Step == "publish" && await PublicationCheck.HoldAsync(Db, Glossaries, release, Gone))
                return Ui["Desk.Publication.Held"];
            var before = Seen(release);
            await ActAsync(release);
            Audit(IsFiling ? "story.file" : $"release.{Step}", IsFiling ? release.Story.Subject() : release.Subject(), before, Seen(release));
            await Db.SaveChangesAsync(Gone);
            return null;
        }
        catch (RuleException broken)
        {
            return Ui.Rule(broken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Ui["Desk.Overtaken"];
        }
    }

    private bool Allowed(Release release) => Step switch
    {
        "submit" => Me.MayWrite(release.Language),
        "zone" or "topic" => release.Story.MayFile(Me),
        _ => Me.MayPublish && Me.MayWrite(release.Language),
    };

    private bool IsFiling => Step is "zone" or "topic";

    private object Seen(Release release) => IsFiling ? release.Story.Filed() : release.Snapshot();

    private async Task ActAsync(Release release)
    {
        var story = release.Story;
        if (Step == "zone")
            story.FileUnder([.. story.Zones, .. await Db.Zones.Where(z => z.Key == Zone).ToListAsync(Gone)], story.Topics.ToList());
        else if (Step == "topic")
            story.FileUnder(story.Zones.ToList(), [.. story.Topics, .. await Db.Topics.Where(t => t.Key == Topic).ToListAsync(Gone)]);
        else
            release.Take(Step!, Now);
    }
}
