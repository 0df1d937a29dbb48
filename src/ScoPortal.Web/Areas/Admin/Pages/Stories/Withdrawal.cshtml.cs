using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ScoPortal.Web.Areas.Admin.Pages.Stories;

/// <summary>Takes every version of a story back, each with a reason in its own language.</summary>
[Authorize(Policy = Desk.Publishers)]
public sealed class WithdrawalModel : DeskPage
{
    private const int MaxReason = 2000;

    [FromRoute]
    public int Id { get; set; }

    /// <summary>Why, by language.</summary>
    [BindProperty]
    public Dictionary<string, string?> Reasons { get; set; } = [];

    /// <summary>The versions that readers have.</summary>
    public IReadOnlyList<ReleaseHead> Versions { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    protected override async Task<IActionResult> ShowAsync()
    {
        var all = await Db.Releases.Where(r => r.StoryId == Id).OrderBy(r => r.Id).HeadsAsync(Db, Gone);
        if (all.Count == 0)
            return NotFound();
        Versions = all.FindAll(v => v.IsPublic(Now));
        foreach (var version in Versions)
            Reasons.TryAdd(version.Language, null);
        Title = Ui["Desk.StoryWithdrawal.Title"];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.Stories.Include(s => s.Releases).SingleOrDefaultAsync(s => s.Id == Id, Gone) is not { } story)
            return NotFound();
        foreach (var language in story.Releases.Where(r => r.IsPublic(Now)).Select(r => r.Language))
        {
            var reason = Reasons.GetValueOrDefault(language);
            if (string.IsNullOrWhiteSpace(reason))
                ModelState.AddModelError($"Reasons[{language}]", Ui["Rule.NoteMissing"]);
            else if (reason.Length > MaxReason)
                ModelState.AddModelError($"Reasons[{language}]", Ui.Format("Desk.Invalid.StringLength", "", MaxReason));
        }

        if (!ModelState.IsValid)
            return await ShowAsync();

        var before = story.Releases.ToDictionary(r => r.Id, r => r.Snapshot());
        var scheduled = story.Releases.Where(r => r.IsScheduled(Now)).ToList();
        var withdrawn = story.Withdraw(Reasons.Where(r => r.Value is not null).ToDictionary(r => r.Key, r => r.Value!.Trim(), StringComparer.Ordinal), Now);
        foreach (var release in withdrawn)
            Audit("release.withdraw", release.Subject(), before[release.Id], new { State = release.State.ToString(), Reason = release.WithdrawnReason });
        foreach (var release in scheduled)
            Audit("release.unschedule", release.Subject(), before[release.Id], release.Snapshot());
        await Db.SaveChangesAsync(Gone);
        return Done(Ui.Format("Desk.StoryWithdrawal.Done", Ui.List(withdrawn.Select(r => Ui.LanguageName(r.Language)))), DeskLinks.Story(Id));
    }
}
