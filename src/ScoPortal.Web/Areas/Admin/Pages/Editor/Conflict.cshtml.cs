using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Stories;
using ScoPortal.Web.Text;

namespace ScoPortal.Web.Areas.Admin.Pages.Editor;

/// <summary>Brings a refused edit and the newest revision together.</summary>
public sealed class ConflictModel : EditorPage
{
    /// <summary>Number of the revision that the proposal goes on from.</summary>
    [BindProperty]
    public int BasedOn { get; set; }

    [BindProperty]
    public List<MergeChoice> Parts { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    [StringLength(300)]
    public string? Note { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Minor { get; set; }

    /// <summary>Not yet saved: the result goes to the editor.</summary>
    [BindProperty]
    public bool GoOn { get; set; }

    /// <summary>What stands there now.</summary>
    public RevisionRow Theirs { get; private set; } = null!;

    /// <summary>Number of the revision that both started from.</summary>
    public int From { get; private set; }

    public IReadOnlyList<MergedField> Fields { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await RefuseAsync() is { } refusal)
            return refusal;
        var form = ReleaseForm.Of(Sheet.Content, BasedOn);
        foreach (var field in Parts.Where(p => ContentField.All.Any(f => f.Name == p.Field)).GroupBy(p => p.Field!))
            form[field.Key] = Merge.Join(field.Select(p => p.Chosen));
        var content = form.Content();
        if (!IsSound(form))
            return await Db.WorkingCopies.AnyAsync(c => c.ReleaseId == Id && c.AccountId == Me.Id, Gone) ? await ShowAsync() : await GoOnAsync(content);

        if (GoOn)
            return await GoOnAsync(content);
        try
        {
            var revision = await Db.SaveEditAsync(
                Id, content, BasedOn, Edit(Note, Minor), Me.Id,
                r => Audit("release.save", $"release/{Id}", new { revision = BasedOn }, new { revision = r.Number, r.Note, r.Minor, merged = true }), Gone);
            return Done(Ui.Format("Desk.Edit.Saved", revision?.Number ?? BasedOn), DeskLinks.Release(Id));
        }
        catch (EditConflictException)
        {
            return LocalRedirect(DeskLinks.Conflict(Id, Note, Minor));
        }
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        if (!await FindAsync())
            return NotFound();
        var copy = await Db.WorkingCopies.AsNoTracking().SingleOrDefaultAsync(c => c.ReleaseId == Id && c.AccountId == Me.Id, Gone);
        if (copy is null || copy.BasedOn >= Sheet.Number || await Db.ContentAsync(Id, copy.BasedOn, Gone) is not { } from)
            return LocalRedirect(copy is null ? DeskLinks.Release(Id) : DeskLinks.Unsaved(Id));

        (From, BasedOn) = (copy.BasedOn, Sheet.Number);
        Fields = [.. Merge.Fields(from, copy.Kept(), Sheet.Content).Where(f => f.IsChanged)];
        Theirs = (await RevisionRow.ReadAsync(Db, Id, Gone))[0];
        Title = Ui["Desk.Conflict.Title"];
        return Page();
    }

    /// <summary>What was chosen for a stretch; where nothing was, the person's own text.</summary>
    /// <param name="index">Its place on the page.</param>
    /// <param name="field">Name of its field.</param>
    /// <param name="mine">The person's own text.</param>
    /// <param name="theirs">The text of the newest revision.</param>
    public MergeChoice ChoiceFor(int index, string field, string? mine, string? theirs) =>
        index < Parts.Count && Parts[index] is var posted && posted.Field == field && Same(posted.Mine, mine) && Same(posted.Theirs, theirs)
            ? posted
            : new MergeChoice { Choice = MergeChoice.Take.Mine, Text = mine };

    private static bool Same(string? posted, string? text) => (posted ?? "").ReplaceLineEndings("\n") == (text ?? "").ReplaceLineEndings("\n");

    // The result has no form of the editor around it: what is wrong is said with the name of its field.
    private bool IsSound(ReleaseForm form)
    {
        ModelState.Clear();
        if (TryValidateModel(form, ""))
            return true;
        var wrong = ModelState.SelectMany(field => field.Value!.Errors.Select(e => Ui.Format("Desk.Conflict.Wrong", Ui[$"Desk.Field.{field.Key}"], e.ErrorMessage))).ToList();
        ModelState.Clear();
        wrong.ForEach(text => ModelState.AddModelError("", text));
        return false;
    }

    // The merge is kept even when the copy that it came from is gone.
    private async Task<IActionResult> GoOnAsync(ReleaseContent content)
    {
        await Db.KeepAsync(Id, Me.Id, content, BasedOn, Now, Gone);
        return LocalRedirect(DeskLinks.Unsaved(Id));
    }
}
