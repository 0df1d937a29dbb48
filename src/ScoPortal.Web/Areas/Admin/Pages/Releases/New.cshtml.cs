using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core;
using ScoPortal.Core.Stories;
using ScoPortal.Web.Localization;

namespace ScoPortal.Web.Areas.Admin.Pages.Releases;

/// <summary>Begins a story, or a language version of one.</summary>
public sealed class NewModel : DeskPage
{
    /// <summary>Key of the story that gets another version; null for a new story.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Story { get; set; }

    /// <summary>The language to write.</summary>
    [BindProperty(Name = "language", SupportsGet = true)]
    public string? Written { get; set; }

    /// <summary>Key of the release of that story to translate; null for a text of its own.</summary>
    [BindProperty(SupportsGet = true)]
    public int? From { get; set; }

    [BindProperty]
    [Required]
    [StringLength(300)]
    public string? Headline { get; set; }

    [BindProperty]
    public string[] Zones { get; set; } = [];

    [BindProperty]
    public string[] Topics { get; set; } = [];

    /// <summary>The versions that the story has.</summary>
    public IReadOnlyList<Version> Versions { get; private set; } = [];

    /// <summary>The languages that this person may write and the story lacks.</summary>
    public IReadOnlyList<PortalLanguage> Free => [.. Portal.Languages.All.Where(l => Me.MayWrite(l.Code) && Versions.All(v => v.Language != l.Code))];

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    protected override async Task<IActionResult> ShowAsync()
    {
        Versions = Story is null ? [] : await Db.Releases.Where(r => r.StoryId == Story).OrderBy(r => r.Id)
            .Select(r => new Version(r.Id, r.Language, r.Content.Headline)).AsNoTracking().ToListAsync(Gone);
        if (Story is not null && Versions.Count == 0)
            return NotFound();
        Title = Ui[Story is null ? "Desk.New.Title" : "Desk.New.Version"];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Portal.Languages.Find(Written) is not { } language)
        {
            ModelState.AddModelError("language", Ui["Desk.Invalid.Required"]);
            return await ShowAsync();
        }

        if (!Me.MayWrite(language.Code))
            return Forbid();
        var story = Story is null ? new Story() : await Db.Stories.Include(s => s.Releases).SingleOrDefaultAsync(s => s.Id == Story, Gone);
        if (story is null)
            return NotFound();

        var source = story.Releases.FirstOrDefault(r => r.Id == From);
        var release = story.Draft(language.Code, source?.Content.InOtherWords(Headline!.Trim()) ?? new() { Headline = Headline!.Trim() }, Edit());
        if (source is not null)
            release.Follow(source, source.RevisionNumber);
        if (Story is null)
        {
            story.FileUnder(
                await Db.Zones.Where(z => Zones.Contains(z.Key)).ToListAsync(Gone), await Db.Topics.Where(t => Topics.Contains(t.Key)).ToListAsync(Gone));
            Db.Add(story);
        }

        return await SaveAsync(release);
    }

    // The audit names the key that only saving gives.
    private async Task<IActionResult> SaveAsync(Release release)
    {
        await using var transaction = await Db.Database.BeginTransactionAsync(Gone);
        try
        {
            await Db.SaveChangesAsync(Gone);
        }
        catch (DbUpdateException race) when (Db.IsUniqueViolation(race))
        {
            throw new RuleException("Rule.LanguageTaken", release.Language);
        }

        Audit("release.create", release.Subject(), after: new { release.StoryId, release.Language, release.Content.Headline, release.TranslatedFromId });
        await Db.SaveChangesAsync(Gone);
        await transaction.CommitAsync(Gone);
        return Done(Ui["Desk.New.Done"], DeskLinks.Release(release.Id));
    }

    /// <summary>A version there is.</summary>
    public sealed record Version(int Id, string Language, string Headline);
}
