using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core;

namespace ScoPortal.Web.Areas.Admin.Pages.Workbench;

/// <summary>Begins a version of a story in a language that it lacks, and opens it on the workbench.</summary>
public sealed class BeginningModel : DeskPage
{
    /// <summary>Key of the story.</summary>
    [FromRoute]
    public int Id { get; set; }

    /// <summary>The language to write.</summary>
    [BindProperty(Name = "Language")]
    public string? Written { get; set; }

    /// <summary>Key of the release to translate; the first of the story when none is named.</summary>
    [BindProperty]
    public int? Source { get; set; }

    public IActionResult OnGet() => LocalRedirect(DeskLinks.Story(Id));

    protected override Task<IActionResult> ShowAsync() => Task.FromResult(Refused(DeskLinks.Story(Id)));

    public async Task<IActionResult> OnPostAsync()
    {
        if (Portal.Languages.Find(Written) is not { } language || await Db.Stories.Include(s => s.Releases).SingleOrDefaultAsync(s => s.Id == Id, Gone) is not { } story)
            return NotFound();
        if (!Me.MayWrite(language.Code))
            return Forbid();
        if (story.Releases.FirstOrDefault(r => Source is null || r.Id == Source) is not { } source)
            return NotFound();
        // Pressed twice, or by two people: there it is.
        if (story.In(language.Code) is { } known)
            return LocalRedirect(DeskLinks.Workbench(known.Id));

        var release = story.Translate(source, language.Code, Edit());
        await using var transaction = await Db.Database.BeginTransactionAsync(Gone);
        try
        {
            await Db.SaveChangesAsync(Gone);
        }
        catch (DbUpdateException race) when (Db.IsUniqueViolation(race))
        {
            throw new RuleException("Rule.LanguageTaken", language.Code);
        }

        Audit("release.create", release.Subject(), after: new { release.StoryId, release.Language, release.TranslatedFromId, release.TranslatedFromRevision });
        await Db.SaveChangesAsync(Gone);
        await transaction.CommitAsync(Gone);
        return LocalRedirect(DeskLinks.Workbench(release.Id));
    }
}
