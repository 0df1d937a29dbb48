using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ScoPortal.Web.Areas.Admin.Pages.Releases;

/// <summary>Says in public, in the release's language, what its newest revision puts right.</summary>
[Authorize(Policy = Desk.Publishers)]
public sealed class CorrectionModel : ReleasePage
{
    /// <summary>What was wrong and what is right.</summary>
    [BindProperty]
    [Required]
    [StringLength(2000)]
    public string? Note { get; set; }

    /// <summary>What was put right before, newest first.</summary>
    public IReadOnlyList<(DateTimeOffset At, string Note)> Earlier { get; private set; } = [];

    /// <inheritdoc />
    protected override string Heading => Ui["Desk.Correction.Title"];

    /// <inheritdoc />
    protected override async Task ReadAsync() =>
        Earlier = (await Db.Corrections.Where(c => c.Release.Id == Id).OrderByDescending(c => c.Id)
            .Select(c => new { c.At, c.Note }).ToListAsync(Gone)).ConvertAll(c => (c.At, c.Note));

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is not { } release)
            return NotFound();
        if (!Me.MayWrite(release.Language))
            return Forbid();
        if (!HasSeen(release))
            return await ShowAsync();

        var before = release.Snapshot();
        release.Correct(Note!.Trim(), Now);
        Audit("release.correct", release.Subject(), before, new { State = release.State.ToString(), Revision = release.RevisionNumber, Note });
        await Db.SaveChangesAsync(Gone);
        return Done(Ui["Desk.Correction.Done"], DeskLinks.Correction(Id));
    }
}
