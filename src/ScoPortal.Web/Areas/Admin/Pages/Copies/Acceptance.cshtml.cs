using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;

namespace ScoPortal.Web.Areas.Admin.Pages.Copies;

/// <summary>Accepts every suggested copy that is similar enough.</summary>
[Authorize(Policy = Desk.Publishers)]
public sealed class AcceptanceModel : DeskPage
{
    private const int AtOnce = 100;

    /// <summary>In percent.</summary>
    [BindProperty]
    [Range(75, 100)]
    public int AtLeast { get; set; }

    /// <summary>Key of the newest that was counted on the list; what came later is for another look.</summary>
    [BindProperty]
    [Range(1, int.MaxValue)]
    public int UpTo { get; set; }

    public IActionResult OnGet() => LocalRedirect(DeskLinks.CopyList());

    public async Task<IActionResult> OnPostAsync()
    {
        var (score, done) = (AtLeast / 100.0, 0);
        while (true)
        {
            Db.ChangeTracker.Clear();
            var some = await Db.Suggestions.OpenCopies().Where(s => s.Score >= score && s.Id <= UpTo).OrderBy(s => s.Id).Take(AtOnce)
                .Include(s => s.Release.Story.Relations).ThenInclude(r => r.Other).Include(s => s.Other.Story).AsSplitQuery().ToListAsync(Gone);
            if (some.Count == 0)
                return Done(Ui.Count("Desk.Copies.AllAccepted", done), DeskLinks.CopyList());
            foreach (var suggestion in some)
            {
                suggestion.Accept(Edit());
                Audit("suggestion.accept", FormattableString.Invariant($"release/{suggestion.ReleaseId}"), new { State = nameof(SuggestionState.Open) }, new { State = suggestion.State.ToString(), Other = suggestion.OtherId });
            }

            await Db.SaveChangesAsync(Gone);
            done += some.Count;
        }
    }

    protected override Task<IActionResult> ShowAsync() => Task.FromResult(Refused(DeskLinks.CopyList()));
}
