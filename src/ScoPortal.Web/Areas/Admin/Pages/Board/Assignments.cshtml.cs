using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core;
using ScoPortal.Core.Accounts;
using ScoPortal.Data.Accounts;
using ScoPortal.Data.Translation;

namespace ScoPortal.Web.Areas.Admin.Pages.Board;

/// <summary>Asks somebody for a language version of some stories, by a day, or takes that back.</summary>
public sealed class AssignmentsModel : DeskPage
{
    private const int Most = 200;

    [BindProperty]
    [MaxLength(Most)]
    public int[] Stories { get; set; } = [];

    /// <summary>The language to write.</summary>
    [BindProperty(Name = "Language")]
    [Required]
    public string? Into { get; set; }

    /// <summary>Who; null for whoever comes first.</summary>
    [BindProperty]
    public int? Account { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    [BindProperty]
    [StringLength(300)]
    public string? Note { get; set; }

    [BindProperty]
    [Required]
    [RegularExpression("assign|clear")]
    public string? Step { get; set; }

    /// <summary>The list it came from.</summary>
    [BindProperty]
    public string? Back { get; set; }

    public IActionResult OnGet() => Redirect(DeskLinks.Board());

    protected override Task<IActionResult> ShowAsync() => Task.FromResult(Refused(BackTo));

    public async Task<IActionResult> OnPostAsync()
    {
        if (Portal.Languages.Find(Into) is not { } language)
            return NotFound();
        // A translator may take work and give it back; who publishes may hand it out.
        if (!Me.MayWrite(language.Code) || (!Me.MayPublish && Step == "assign" && Account != Me.Id))
            return Forbid();
        if (Step == "assign" && Account is { } id && !await MayTranslateAsync(id, language.Code))
            throw new RuleException("Rule.NotTheirLanguage", language.Code);

        var stories = await Db.Stories.Where(s => Stories.Contains(s.Id)).Select(s => s.Id).ToListAsync(Gone);
        var given = await Db.Assignments.Where(a => stories.Contains(a.StoryId) && a.Language == language.Code).ToDictionaryAsync(a => a.StoryId, Gone);
        // What is asked of anybody a translator may take, but not wipe away.
        if (!Me.MayPublish && given.Values.Any(a => a.AccountId != Me.Id && (a.AccountId is not null || Step == "clear")))
            throw new RuleException("Rule.TakenByOther");
        foreach (var story in stories)
            Change(story, language.Code, given.GetValueOrDefault(story));
        await Db.SaveChangesAsync(Gone);
        return Done(Ui.Count(Step == "assign" ? "Desk.Board.Assigned" : "Desk.Board.Cleared", stories.Count), BackTo);
    }

    private string BackTo => Url.IsLocalUrl(Back) && Back.StartsWith(DeskLinks.Board(), StringComparison.Ordinal) ? Back : DeskLinks.Board();

    private void Change(int story, string language, Assignment? given)
    {
        var before = given is null ? null : Kept(given);
        if (Step == "clear" && given is not null)
            Db.Remove(given);
        if (Step == "clear" && given is null)
            return;
        if (Step == "assign")
        {
            given ??= Db.Add(new Assignment { StoryId = story, Language = language, By = Me.Name, At = Now }).Entity;
            (given.AccountId, given.DueOn, given.Note, given.By, given.At, given.Version) =
                (Account, DueOn ?? given.DueOn, string.IsNullOrWhiteSpace(Note) ? given.Note : Note.Trim(), Me.Name, Now, given.Version + 1);
        }

        Audit(Step == "assign" ? "translation.assign" : "translation.unassign", FormattableString.Invariant($"story/{story}"), before, Step == "assign" ? Kept(given!) : null);
    }

    private static object Kept(Assignment given) => new { given.Language, Account = given.AccountId, DueOn = given.DueOn?.ToString("O"), given.Note };

    private async Task<bool> MayTranslateAsync(int account, string language) =>
        (await Db.AccountLinesAsync(Gone)).Find(a => a.Id == account && a.DisabledAt is null) is { } line
        && new Member(line.Id, line.Name, line.Role, line.Languages.Split(',')).MayWrite(language);
}
