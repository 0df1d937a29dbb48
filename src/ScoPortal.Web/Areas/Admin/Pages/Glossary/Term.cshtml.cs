using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Terms;

namespace ScoPortal.Web.Areas.Admin.Pages.Glossary;

/// <summary>A glossary term with its forms in every language.</summary>
public sealed class TermModel : CataloguePage
{
    private const string New = "new";

    [FromRoute(Name = "term")]
    public string Route { get; set; } = "";

    [BindProperty]
    public TermInput Form { get; set; } = new();

    public bool IsNew => Route == New;

    public int Id => int.TryParse(Route, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    public async Task<IActionResult> OnGetAsync() => IsNew && !Me.MayPublish ? Forbid() : await ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var term = await FindAsync();
        if (term is null && !IsNew)
            return NotFound();
        if (!Me.MayPublish && (IsNew || !MayWriteSome))
            return Forbid();

        var stored = TermInput.Of(term, this);
        Form = Form.Over(stored, Me);
        await CheckAsync();
        if (!ModelState.IsValid || (term is not null && IsOvertaken(stored.Fields(Ui), Form.Fields(Ui))))
            return await ShowAsync();

        if (term is null)
            Db.Terms.Add(term = new Term(Form.Key!, null));
        if (Me.MayPublish)
        {
            term.Rename(Form.Key!);
            term.Note = Text(Form.Note);
        }

        foreach (var language in Languages.Where(l => Me.MayWrite(l.Code)))
            term.SayAll(language.Code, Form.Said(language.Code));
        Audit(IsNew ? "term.create" : "term.edit", $"term/{term.Key}", IsNew ? null : stored, TermInput.Of(term, this));
        await SaveAsync();
        return Done(Ui["Desk.Catalogue.Saved"], DeskLinks.Term(term.Id));
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        Db.ChangeTracker.Clear();
        var term = await FindAsync();
        if (term is null && !IsNew)
            return NotFound();

        Title = term?.Key ?? Ui["Desk.Glossary.New"];
        var stored = TermInput.Of(term, this);
        Form = IsFresh ? stored : Form.Over(stored, Me);
        if (IsFresh)
            See(stored.Fields(Ui));
        Form.WithRoom(Me);
        return Page();
    }

    private async Task<Term?> FindAsync() =>
        Id == 0 ? null : await Db.Terms.Include(t => t.Forms).SingleOrDefaultAsync(t => t.Id == Id, Gone);

    private async Task CheckAsync()
    {
        Need("Form.Key", Form.Key);
        if (Form.Key is { } key && await Db.Terms.AnyAsync(t => t.Key == key && t.Id != Id, Gone))
            ModelState.AddModelError("Form.Key", Ui["Desk.Catalogue.InvalidKeyTaken"]);
    }
}
