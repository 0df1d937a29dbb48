using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;

namespace ScoPortal.Web.Areas.Admin.Pages.Releases;

/// <summary>Brings an approved release to readers: now, at a set time, not before an embargo ends; or takes its time back.</summary>
[Authorize(Policy = Desk.Publishers)]
public sealed class PublicationModel : ReleasePage
{
    /// <summary>publish (which moves what is scheduled already), now, unschedule or embargo.</summary>
    [BindProperty]
    [Required]
    [RegularExpression("publish|now|unschedule|embargo")]
    public string? Step { get; set; }

    /// <summary>When, in the newsroom's time zone, as the field has it; empty for as soon as possible.</summary>
    [BindProperty]
    public string? At { get; set; }

    /// <summary>The end of the embargo in the same form; empty for none.</summary>
    [BindProperty]
    public string? Embargo { get; set; }

    /// <summary>What is looked at before publishing.</summary>
    public IReadOnlyList<PublicationCheck> Checks { get; private set; } = [];

    /// <summary>How many translations follow an older revision.</summary>
    public int Outdated { get; private set; }

    /// <summary>What the button does, in words.</summary>
    public string Effect => Ui.Format(Head.IsScheduled(Now) ? "Desk.Publication.Move" : "Desk.Publication.Publish", Head.RevisionNumber);

    /// <summary>It can be published or moved to another time now.</summary>
    public bool MayGoOut => (Head.State == ReleaseState.Approved || Head.IsScheduled(Now)) && !Checks.Any(c => c is { Passed: false, Blocks: true });

    /// <inheritdoc />
    protected override string Heading => Ui["Desk.Publication.Title"];

    /// <inheritdoc />
    protected override async Task ReadAsync()
    {
        Checks = await PublicationCheck.OfAsync(Db, Glossaries, await PublicationCheck.Load(Db.Releases).AsNoTracking().SingleAsync(r => r.Id == Id, Gone), Gone);
        Outdated = await Db.Releases.CountAsync(r => r.TranslatedFromId == Id && r.StaleSentences > 0, Gone);
        if (Request.Method == HttpMethods.Post)
            return;
        At = DeskTime.Write(Head.PublishAt, Portal);
        Embargo = DeskTime.Write(Head.EmbargoUntil, Portal);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync(PublicationCheck.Load) is not { } release)
            return NotFound();
        if (!Me.MayWrite(release.Language))
            return Forbid();

        var before = release.Snapshot();
        var at = Step == "publish" ? DeskTime.Read(At, nameof(At), Portal, Now, Ui, ModelState) : null;
        var embargo = Step == "embargo" ? DeskTime.Read(Embargo, nameof(Embargo), Portal, Now, Ui, ModelState) : null;
        if (Step == "publish" && string.IsNullOrWhiteSpace(At) && release.IsScheduled(Now))
            ModelState.AddModelError(nameof(At), Ui["Desk.Invalid.Required"]);
        if (Step is "publish" or "now" && await PublicationCheck.HoldAsync(Db, Glossaries, release, Gone))
            ModelState.AddModelError("", Ui["Desk.Publication.Held"]);
        if (!ModelState.IsValid || (Step is "publish" or "now" && !HasSeen(release)))
            return await ShowAsync();

        switch (Step)
        {
            case "embargo":
                release.Embargo(embargo, Now);
                break;
            case "unschedule":
                release.Unschedule(Now);
                break;
            case "now":
                release.Reschedule(Now, Now);
                break;
            default:
                if (release.IsScheduled(Now))
                    release.Reschedule(at, Now);
                else
                    release.Publish(at, Now);
                break;
        }

        Audit(Step == "now" ? "release.publish" : $"release.{Step}", release.Subject(), before, release.Snapshot());
        await Db.SaveChangesAsync(Gone);
        return Done(Said(release), DeskLinks.Publication(Id));
    }

    private string Said(Release release) => Step switch
    {
        "embargo" => release.EmbargoUntil is { } until ? Ui.Format("Desk.Publication.Embargoed", Ui.Time(until)) : Ui["Desk.Publication.Free"],
        "unschedule" => Ui["Desk.Publication.Unscheduled"],
        _ when release.IsScheduled(Now) => Ui.Format("Desk.Publication.Scheduled", Ui.Time(release.PublishAt!.Value), Ui.Elsewhere(release.PublishAt.Value)),
        _ => Ui["Desk.Publication.Published"],
    };
}
