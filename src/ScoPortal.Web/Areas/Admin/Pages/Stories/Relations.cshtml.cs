using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;

namespace ScoPortal.Web.Areas.Admin.Pages.Stories;

/// <summary>Notes what a story has to do with another, which is named by any release of it: its number or its address.</summary>
public sealed partial class RelationsModel : DeskPage
{
    [FromRoute]
    public int Id { get; set; }

    [BindProperty]
    [Required]
    [EnumDataType(typeof(RelationKind), ErrorMessage = "Desk.Invalid.Value")]
    public RelationKind Kind { get; set; }

    [BindProperty]
    [Required]
    [StringLength(500)]
    public string? Other { get; set; }

    public IActionResult OnGet() => Redirect(DeskLinks.Story(Id));

    protected override Task<IActionResult> ShowAsync() => Task.FromResult(Refused(DeskLinks.Story(Id)));

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.Stories.Include(s => s.Releases).Include(s => s.Relations).ThenInclude(r => r.Other).AsSplitQuery().SingleOrDefaultAsync(s => s.Id == Id, Gone) is not { } story)
            return NotFound();
        if (!story.MayFile(Me))
            return Forbid();
        var number = int.TryParse(Number().Match(Other!).Value, NumberStyles.None, CultureInfo.InvariantCulture, out var release) ? release : 0;
        if (await Db.Releases.Where(r => r.Id == number).Select(r => r.Story).SingleOrDefaultAsync(Gone) is not { } other || other == story)
        {
            ModelState.AddModelError("", Ui["Desk.Story.NoSuchRelease"]);
            return await ShowAsync();
        }

        story.Relate(Kind, other);
        Audit("story.relate", story.Subject(), after: new { Kind = Kind.ToString(), Other = other.Id });
        await Db.SaveChangesAsync(Gone);
        return Done(Ui["Desk.Story.Related"], DeskLinks.Story(Id));
    }

    // "42", or the first number behind /news/ or /releases/ in an address.
    [GeneratedRegex(@"(?<=^\s*#?|/news/|/releases/)[0-9]{1,9}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
