using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Stories;
using ScoPortal.Web.Areas.Admin.Pages.Editor;
using ScoPortal.Web.Localization;

namespace ScoPortal.Web.Areas.Admin.Pages.Copies;

/// <summary>Two releases that may be the same text, side by side.</summary>
public sealed class CopyModel : DeskPage
{
    [FromRoute]
    public int Id { get; set; }

    /// <summary>It is a copy; false where it is none.</summary>
    [BindProperty]
    [Required]
    public bool? IsCopy { get; set; }

    /// <summary>Both releases.</summary>
    public CopyRow Row { get; private set; } = null!;

    /// <summary>What they have differently, the older one first.</summary>
    public IReadOnlyList<FieldDiff> Differences { get; private set; } = [];

    /// <summary>The language of both.</summary>
    public PortalLanguage TextLanguage { get; private set; } = null!;

    /// <summary>This person may decide.</summary>
    public bool MayDecide { get; private set; }

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    protected override async Task<IActionResult> ShowAsync()
    {
        if (await Db.Suggestions.Where(s => s.Id == Id && s.Kind == SuggestionKind.SyndicatedCopy).Rows().SingleOrDefaultAsync(Gone) is not { } row)
            return NotFound();
        Row = row;
        Differences = FieldDiff.Of(row.Older.Content, row.Newer.Content);
        TextLanguage = Portal.Languages.Find(row.Newer.Language) ?? PortalLanguage.Get("en");
        MayDecide = Me.MayPublish || (await Db.Stories.Include(s => s.Releases).SingleAsync(s => s.Releases.Any(r => r.Id == row.Newer.Id), Gone)).MayFile(Me);
        Title = Ui.Format("Desk.Copies.Score", row.Percent);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.SuggestionAsync(Id, Gone) is not { Kind: SuggestionKind.SyndicatedCopy } suggestion)
            return NotFound();
        await Db.Entry(suggestion.Release.Story).Collection(s => s.Releases).LoadAsync(Gone);
        if (!suggestion.Release.Story.MayFile(Me))
            return Forbid();

        var before = new { State = suggestion.State.ToString() };
        if (IsCopy == true)
            suggestion.Accept(Edit());
        else
            await Db.RejectAsync(suggestion, Edit(), Gone);
        Audit(IsCopy == true ? "suggestion.accept" : "suggestion.reject", FormattableString.Invariant($"release/{suggestion.ReleaseId}"), before, new { State = suggestion.State.ToString(), Other = suggestion.OtherId });
        await Db.SaveChangesAsync(Gone);
        var next = await Db.Suggestions.OpenCopies().Where(s => s.Id < Id).MaxAsync(s => (int?)s.Id, Gone);
        return Done(Ui[IsCopy == true ? "Desk.Copies.Accepted" : "Desk.Copies.Rejected"], next is { } id ? DeskLinks.Copy(id) : DeskLinks.CopyList());
    }
}
