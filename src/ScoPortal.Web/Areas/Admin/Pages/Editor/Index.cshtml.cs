using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Accounts;
using ScoPortal.Data.Stories;

namespace ScoPortal.Web.Areas.Admin.Pages.Editor;

/// <summary>The editor: fields, text, preview, and what saving means.</summary>
public sealed class IndexModel : EditorPage
{
    private const int LongestOriginal = 100_000;

    /// <summary>A text as it came in.</summary>
    /// <param name="Text">The text.</param>
    /// <param name="FileName">Where it came from.</param>
    /// <param name="ImportedAt">When.</param>
    /// <param name="HasFile">The file that it was taken out of is kept, too.</param>
    public sealed record ImportedText(string Text, string FileName, DateTimeOffset ImportedAt, bool HasFile);

    [BindProperty]
    public ReleaseForm Form { get; set; } = new();

    [BindProperty]
    [StringLength(300)]
    public string? Note { get; set; }

    [BindProperty]
    public bool Minor { get; set; }

    /// <summary>The person goes on with their working copy.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Copy { get; set; }

    /// <summary>The person's own working copy that differs from what is saved; null when there is none.</summary>
    public WorkingCopy? Unsaved { get; private set; }

    public IReadOnlyList<RevisionRow> Revisions { get; private set; } = [];

    public IReadOnlyList<string> Others { get; private set; } = [];

    /// <summary>The text it was imported from.</summary>
    public ImportedText? Original { get; private set; }

    /// <summary>What is in the form is not what is saved.</summary>
    public bool IsUnsaved => !ModelState.IsValid || (Copy && Unsaved is not null);

    /// <summary>Why nothing can be changed here; null when it can.</summary>
    public string? ReadOnly => MayEdit ? null : Sheet.State switch
    {
        ReleaseState.Withdrawn => Ui.Format("Desk.Edit.ReadOnly.Withdrawn", Sheet.WithdrawnReason),
        _ when Me.MayWrite(Sheet.Language) => Ui["Desk.Edit.ReadOnly.Published"],
        _ => Ui.Format("Desk.Edit.ReadOnly.Language", Ui.LanguageName(Sheet.Language)),
    };

    /// <summary>What saving does, for readers.</summary>
    public string Effect => Ui[Sheet.IsPublic(Now) ? "Desk.Edit.Effect.Public" : Sheet.State switch
    {
        ReleaseState.Approved or ReleaseState.Published when !Me.MayPublish => "Desk.Edit.Effect.Review",
        ReleaseState.Published => "Desk.Edit.Effect.Scheduled",
        ReleaseState.Withdrawn => "Desk.Edit.Effect.Withdrawn",
        _ => "Desk.Edit.Effect.Draft",
    }];

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync())
            return NotFound();
        if (!Me.MayWrite(Sheet.Language))
            return Forbid();
        if (!MayEdit)
        {
            // Published or withdrawn while they were typing.
            await Db.KeepAsync(Id, Me.Id, Form.Content(), Form.BasedOn, Now, Gone);
            throw Closed();
        }

        try
        {
            var revision = await Db.SaveEditAsync(
                Id, Form.Content(), Form.BasedOn, Edit(Note, Minor), Me.Id,
                r => Audit("release.save", $"release/{Id}", new { revision = Form.BasedOn }, new { revision = r.Number, r.Note, r.Minor }), Gone);
            return Done(revision is null ? Ui["Desk.Edit.Nothing"] : Ui.Format("Desk.Edit.Saved", revision.Number), DeskLinks.Release(Id));
        }
        catch (EditConflictException)
        {
            // The text is in the working copy: the next page brings the two together.
            return LocalRedirect(DeskLinks.Conflict(Id, Note, Minor));
        }
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        if (!await FindAsync())
            return NotFound();

        Title = Sheet.Content.Headline.Length > 0 ? Sheet.Content.Headline : Ui["Desk.Edit.NoHeadline"];
        Revisions = await RevisionRow.ReadAsync(Db, Id, Gone);
        Others = await OthersAsync();
        Original = await Db.Originals.Where(o => o.ReleaseId == Id).Select(o => new ImportedText(o.Text, o.FileName, o.ImportedAt, o.Source != null)).SingleOrDefaultAsync(Gone);
        Unsaved = Me.MayWrite(Sheet.Language) ? await Db.WorkingCopies.AsNoTracking().SingleOrDefaultAsync(c => c.ReleaseId == Id && c.AccountId == Me.Id, Gone) : null;
        if (Unsaved?.Kept() == Sheet.Content)
            Unsaved = null;
        if (HttpMethods.IsGet(Request.Method))
            Form = Copy && Unsaved is not null ? ReleaseForm.Of(Unsaved.Kept(), Unsaved.BasedOn) : ReleaseForm.Of(Sheet.Content, Sheet.Number);
        Form.Language = TextLanguage;
        return Page();
    }

    /// <summary>As much of the original as a page can hold.</summary>
    public string OriginalText => Original!.Text.Length <= LongestOriginal ? Original.Text : Original.Text[..LongestOriginal] + " …";
}
