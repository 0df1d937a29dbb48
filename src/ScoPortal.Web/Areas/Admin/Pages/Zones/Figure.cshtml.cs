using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Zones;

namespace ScoPortal.Web.Areas.Admin.Pages.Zones;

/// <summary>A key figure: its value with date and source, and its words in each language.</summary>
public sealed class FigureModel : CataloguePage
{
    [FromRoute(Name = "zone")]
    public string Key { get; set; } = "";

    [FromRoute]
    public int? Id { get; set; }

    [BindProperty]
    public FigureForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync() => Id is null && !Me.MayPublish ? Forbid() : await ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is not ({ } zone, var figure) || (Id is not null && figure is null))
            return NotFound();
        if (!Me.MayPublish && (Id is null || !MayWriteSome))
            return Forbid();

        var stored = FigureForm.Of(figure, this);
        Form = Form.Over(stored, Me);
        var value = Number("Form.Value", Form.Value);
        Need("Form.Value", Form.Value);
        var asOf = Date("Form.AsOf", Form.AsOf);
        var source = Source("Form.Source", Form.Source, Form.SourceUrl);
        if (!Enum.IsDefined(Form.Qualifier))
            ModelState.AddModelError("Form.Qualifier", Ui["Desk.Invalid.Value"]);
        var words = Languages.ToDictionary(l => l.Code, l => Words(l.Code));
        if (!ModelState.IsValid || (figure is not null && IsOvertaken(stored.Fields(Ui), Form.Fields(Ui))))
            return await ShowAsync();

        if (figure is null)
            zone.Add(figure = new KeyFigure(value!.Value, asOf, Form.Qualifier, source));
        else if (Me.MayPublish)
            figure.Restate(value!.Value, asOf, Form.Qualifier, source);
        foreach (var (language, (label, unit, own)) in words.Where(w => Me.MayWrite(w.Key)))
            if (label is null)
                figure.Unsay(language);
            else
                figure.Say(language, label, unit, own);
        Audit(Id is null ? "figure.create" : "figure.edit", $"zone/{Key}", Id is null ? null : stored, Form);
        await SaveAsync();
        return Done(Ui["Desk.Catalogue.Saved"], DeskLinks.Zone(Key));
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        Title = Ui[Id is null ? "Desk.Zones.NewFigure" : "Desk.Zones.Figure"];
        Db.ChangeTracker.Clear();
        if (await FindAsync() is not ({ }, var figure) || (Id is not null && figure is null))
            return NotFound();

        var stored = FigureForm.Of(figure, this);
        Form = IsFresh ? stored : Form.Over(stored, Me);
        if (IsFresh)
            See(stored.Fields(Ui));
        return Page();
    }

    private async Task<(Zone? Zone, KeyFigure? Figure)> FindAsync()
    {
        var zone = await Db.Zones.Include(z => z.Figures).SingleOrDefaultAsync(z => z.Key == Key, Gone);
        return (zone, zone?.Figures.FirstOrDefault(f => f.Id == Id));
    }

    private (string? Label, string? Unit, decimal? Value) Words(string language)
    {
        var words = Form.Texts[language];
        if (Text(words.Unit) is not null || Text(words.Value) is not null)
            Need($"Form.Texts[{language}].Label", words.Label);
        return (Text(words.Label), Text(words.Unit), Number($"Form.Texts[{language}].Value", words.Value));
    }
}
