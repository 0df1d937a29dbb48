using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Stories;
using ScoPortal.Data.Translation;

namespace ScoPortal.Web.Areas.Admin.Pages.Pairs;

/// <summary>Accepts every suggested pair that is likely enough, after a look at how many they are.</summary>
[Authorize(Policy = Desk.Publishers)]
public sealed class AcceptanceModel : PairPage
{
    private const int Shown = 20;

    [BindProperty(SupportsGet = true)]
    public string? Zone { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Languages { get; set; }

    /// <summary>Least score in percent.</summary>
    [BindProperty(SupportsGet = true)]
    [Range(50, 100)]
    public int From { get; set; } = 95;

    /// <summary>Key of the newest that was counted; what came later is for another look.</summary>
    [BindProperty]
    public int UpTo { get; set; }

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The least likely of them.</summary>
    public IReadOnlyList<PairRow> Rows { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    protected override async Task<IActionResult> ShowAsync()
    {
        Title = Ui["Desk.PairsAll.Title"];
        (Count, UpTo) = (await Pairs.CountAsync(Gone), await Db.Suggestions.MaxAsync(s => (int?)s.Id, Gone) ?? 0);
        Rows = await Pairs.OrderBy(s => s.Score).ThenBy(s => s.Id).Take(Shown).Rows(Db).ToListAsync(Gone);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (done, left) = (0, 0);
        foreach (var id in await Pairs.Where(s => s.Id <= UpTo).OrderByDescending(s => s.Score).ThenBy(s => s.Id).Select(s => s.Id).ToListAsync(Gone))
        {
            Db.ChangeTracker.Clear();
            // One that was accepted before may have made this one impossible, or have linked it already.
            if (await Db.SuggestionAsync(id, Gone) is not { State: SuggestionState.Open } pair || !await Db.Suggestions.Pairs(Db, SuggestionState.Open).AnyAsync(s => s.Id == id, Gone))
                continue;
            try
            {
                await AcceptAsync(pair, null);
                done++;
            }
            catch (Exception failure) when (failure is RuleException or DbUpdateException)
            {
                left++;
            }
        }

        return Done(Ui.Count("Desk.PairsAll.Done", done) + (left > 0 ? " " + Ui.Count("Desk.PairsAll.Left", left) : ""), DeskLinks.PairList());
    }

    private IQueryable<Suggestion> Pairs => new PairFilter(Catalogue.Zone(Zone)?.Id, Languages, From).Of(Db.Suggestions.Pairs(Db, SuggestionState.Open));
}
