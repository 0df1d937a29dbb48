using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ScoPortal.Web.Areas.Admin.Pages.Glossary;

/// <summary>Takes a term out of the glossary.</summary>
[Authorize(Policy = Desk.Publishers)]
public sealed class RemovalModel : CataloguePage
{
    [FromRoute]
    public int Id { get; set; }

    public IActionResult OnGet() => LocalRedirect(DeskLinks.Glossary);

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.Terms.Include(t => t.Forms).SingleOrDefaultAsync(t => t.Id == Id, Gone) is not { } term)
            return NotFound();

        Db.Terms.Remove(term);
        Audit("term.remove", $"term/{term.Key}", TermInput.Of(term, this));
        await SaveAsync();
        return Done(Ui["Desk.Catalogue.Removed"], DeskLinks.Glossary);
    }

    protected override Task<IActionResult> ShowAsync() => Task.FromResult(Refused(DeskLinks.Term(Id)));
}
