using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Zones;

namespace ScoPortal.Web.Areas.Admin.Pages.Zones;

/// <summary>A milestone: its date and source, and its words in each language.</summary>
public sealed class MilestoneModel : CataloguePage
{
    [FromRoute(Name = "zone")]
    public string Key { get; set; } = "";

    [FromRoute]
    public int? Id { get; set; }

    [BindProperty]
    public MilestoneForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync() => Id is null && !Me.MayPublish ? Forbid() : await ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is not ({ } zone, var milestone) || (Id is not null && milestone is null))
            return NotFound();
        if (!Me.MayPublish && (Id is null || !MayWriteSome))
            return Forbid();

        var stored = MilestoneForm.Of(milestone, this);
        Form = Form.Over(stored, Me);
        Need("Form.Date", Form.Date);
        var date = Date("Form.Date", Form.Date);
        var source = Source("Form.Source", Form.Source, Form.SourceUrl);
        foreach (var (language, words) in Form.Texts.Where(t => Text(t.Value.Text) is not null))
            Need($"Form.Texts[{language}].Title", words.Title);
        if (!ModelState.IsValid || (milestone is not null && IsOvertaken(stored.Fields(Ui), Form.Fields(Ui))))
            return await ShowAsync();

        if (milestone is null)
            zone.Add(milestone = new Milestone(date!.Value, source));
        else if (Me.MayPublish)
            milestone.Redate(date!.Value, source);
        foreach (var (language, words) in Form.Texts.Where(t => Me.MayWrite(t.Key)))
            if (Text(words.Title) is { } title)
                milestone.Say(language, title, Text(words.Text));
            else
                milestone.Unsay(language);
        Audit(Id is null ? "milestone.create" : "milestone.edit", $"zone/{Key}", Id is null ? null : stored, Form);
        await SaveAsync();
        return Done(Ui["Desk.Catalogue.Saved"], DeskLinks.Zone(Key));
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        Title = Ui[Id is null ? "Desk.Zones.NewMilestone" : "Desk.Zones.Milestone"];
        Db.ChangeTracker.Clear();
        if (await FindAsync() is not ({ }, var milestone) || (Id is not null && milestone is null))
            return NotFound();

        var stored = MilestoneForm.Of(milestone, this);
        Form = IsFresh ? stored : Form.Over(stored, Me);
        if (IsFresh)
            See(stored.Fields(Ui));
        return Page();
    }

    private async Task<(Zone? Zone, Milestone? Milestone)> FindAsync()
    {
        var zone = await Db.Zones.Include(z => z.Milestones).SingleOrDefaultAsync(z => z.Key == Key, Gone);
        return (zone, zone?.Milestones.FirstOrDefault(m => m.Id == Id));
    }
}
