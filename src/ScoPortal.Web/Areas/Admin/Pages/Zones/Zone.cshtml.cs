using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core;
using ScoPortal.Core.Zones;

namespace ScoPortal.Web.Areas.Admin.Pages.Zones;

/// <summary>A zone: what is true of it in any language, and the way to its descriptions, figures and milestones.</summary>
public sealed class ZoneModel : CataloguePage
{
    /// <summary>Stands for the key of a zone that is to be.</summary>
    public const string New = "new";

    private const string Order = "order"; // an address of the desk, so the name of no zone
    private static readonly string[] Reserved = [New, Order];

    public sealed record Row(int Id, string Text, string? Label, IReadOnlyList<string> Languages);

    [FromRoute(Name = "zone")]
    public string Key { get; set; } = "";

    [BindProperty]
    public ZoneForm Form { get; set; } = new();

    public bool IsNew => Key == New;

    public IReadOnlyList<string> Described { get; private set; } = [];

    public IReadOnlyList<Row> Figures { get; private set; } = [];

    public IReadOnlyList<Row> Milestones { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => IsNew && !Me.MayPublish ? Forbid() : await ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Me.MayPublish)
            return Forbid();
        var zone = IsNew ? null : await FindAsync();
        if (zone is null && !IsNew)
            return NotFound();
        var before = zone is null ? null : ZoneForm.Of(zone, Language.Culture);
        if (before is not null)
            Form.Key = before.Key;
        var place = await CheckAsync(Form, zone);
        if (place is not { } at || (before is not null && IsOvertaken(Fields(before), Fields(Form))))
            return await ShowAsync();

        if (zone is null)
            Db.Zones.Add(zone = new Zone(Form.Key!, Form.Mark, at.Latitude, at.Longitude) { Order = (await Db.Zones.MaxAsync(z => (int?)z.Order, Gone) ?? -1) + 1 });
        zone.Locate(Form.Mark, at.Latitude, at.Longitude);
        zone.Website = Text(Form.Website);
        if (at.Founded is { } founded)
            zone.FoundedOn(founded, new Source { Name = Text(Form.Source)!, Url = Text(Form.SourceUrl) });
        else
            zone.FoundingUnknown();
        zone.FocusOn(await Db.Topics.Where(t => Form.Focus.Contains(t.Id)).ToListAsync(Gone));
        Audit(IsNew ? "zone.create" : "zone.edit", $"zone/{zone.Key}", before, Form);
        await SaveAsync();
        return Done(Ui["Desk.Catalogue.Saved"], DeskLinks.Zone(zone.Key));
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        Title = IsNew ? Ui["Desk.Zones.New"] : Catalogue.Zone(Key)?.In(Lang).ShortName ?? Key;
        if (IsNew)
            return Page();
        Db.ChangeTracker.Clear();
        if (await FindAsync() is not { } zone)
            return NotFound();

        if (IsFresh)
        {
            Form = ZoneForm.Of(zone, Language.Culture);
            See(Fields(Form));
        }

        Described = [.. zone.Profiles.Select(p => p.Language)];
        Figures = [.. zone.Figures.OrderBy(f => f.Order).Select(f => new Row(
            f.Id, Ui.Number(f.Value) + (f.AsOf is { } asOf ? $" ({Ui.Date(asOf)})" : ""),
            (f.Texts.FirstOrDefault(t => t.Language == Lang) ?? f.Texts.FirstOrDefault()) is { } text ? $"{text.Unit} {text.Label}".Trim() : null,
            [.. f.Texts.Select(t => t.Language)]))];
        Milestones = [.. zone.Milestones.OrderBy(m => m.Date).ThenBy(m => m.Id).Select(m => new Row(
            m.Id, Ui.Date(m.Date), (m.Texts.FirstOrDefault(t => t.Language == Lang) ?? m.Texts.FirstOrDefault())?.Title,
            [.. m.Texts.Select(t => t.Language)]))];
        return Page();
    }

    private Task<Zone?> FindAsync() => Db.Zones.AsSplitQuery().Include(z => z.FocusTopics).Include(z => z.Figures).Include(z => z.Milestones)
        .Include(z => z.Profiles).SingleOrDefaultAsync(z => z.Key == Key, Gone);

    private async Task<(double Latitude, double Longitude, PartialDate? Founded)?> CheckAsync(ZoneForm form, Zone? zone)
    {
        if (zone is null)
        {
            Need("Form.Key", form.Key);
            if (form.Key is { } key && (Reserved.Contains(key) || await Db.Zones.AnyAsync(z => z.Key == key, Gone)))
                ModelState.AddModelError("Form.Key", Ui["Desk.Catalogue.InvalidKeyTaken"]);
        }

        Need("Form.Latitude", form.Latitude);
        Need("Form.Longitude", form.Longitude);
        var (latitude, longitude) = (Number("Form.Latitude", form.Latitude, 90, ZoneForm.Decimals), Number("Form.Longitude", form.Longitude, 180, ZoneForm.Decimals));
        var founded = Date("Form.Founded", form.Founded);
        if (founded is not null)
            Need("Form.Source", form.Source);
        Address("Form.Website", form.Website);
        Address("Form.SourceUrl", form.SourceUrl);
        if (!Enum.IsDefined(form.Mark))
            ModelState.AddModelError("Form.Mark", Ui["Desk.Invalid.Value"]);
        return ModelState.IsValid ? ((double)latitude!.Value, (double)longitude!.Value, founded) : null;
    }

    private IReadOnlyList<Said> Fields(ZoneForm form) => form.Fields(Ui, Catalogue);
}
