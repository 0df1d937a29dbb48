using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using ScoPortal.Core;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Translation;

namespace ScoPortal.Web.Areas.Admin.Pages.Workbench;

/// <summary>A page of the workbench that brings the translation into the release, or to somebody who may.</summary>
public abstract class SavingPage : WorkbenchPage
{
    /// <summary>What the edit is about, for the history.</summary>
    [BindProperty]
    [StringLength(300)]
    public string? Note { get; set; }

    /// <summary>Translations of this release need not follow.</summary>
    [BindProperty]
    public bool Minor { get; set; }

    /// <summary>What is not translated is left out.</summary>
    [BindProperty]
    public bool Incomplete { get; set; }

    /// <summary>Keeps what is typed, and says why the translation cannot go out yet; null when it can.</summary>
    /// <param name="asksForAll">Every sentence has to be translated, or left out on purpose.</param>
    protected async Task<IActionResult?> ReadyAsync(bool asksForAll)
    {
        if (await KeepAsync() is not { } open)
            return LocalRedirect(DeskLinks.Workbench(Id));
        if (Conflicts.Count > 0)
            return await ShowAsync(Head, open);
        var sheet = SheetOf(open);
        if (open.TargetBefore is not null)
            ModelState.AddModelError("", Ui["Rule.ReleaseChanged"]);
        if (sheet.Errors > 0 && (asksForAll || Head.IsPublic(Now)))
            ModelState.AddModelError("", Ui.Format("Desk.Workbench.Held", Ui.List(sheet.Rows.Where(r => r.HasErrors).Select(r => Ui.Number(r.Number)))));
        if (asksForAll && sheet.Empty > 0 && !Incomplete)
            ModelState.AddModelError("", Ui.Format("Desk.Workbench.HeldEmpty", Ui.List(sheet.Rows.Where(r => r.IsEmpty).Select(r => Ui.Number(r.Number)))));
        if (open.Draft.Compose(open.Target.Content) is var text && (asksForAll || Head.IsPublic(Now)) && (string.IsNullOrWhiteSpace(text.Headline) || string.IsNullOrWhiteSpace(text.Body)))
            ModelState.AddModelError("", Ui["Rule.Incomplete"]);
        return ModelState.IsValid ? null : await ShowAsync(Head, open);
    }

    /// <summary>Saves it as a revision; where every sentence has followed its source, so has the release.</summary>
    /// <param name="then">What else to do with the release, in the same go.</param>
    /// <exception cref="RuleException">Readers have the release, and this person may not publish.</exception>
    protected async Task<(OpenTranslation Open, Revision? Revision)> SaveAsync(Action<OpenTranslation>? then = null)
    {
        Revision? revision = null;
        var saved = await Db.ChangeTranslationAsync(Id, Edit(Note, Minor), open =>
        {
            var (draft, target) = (open.Draft, open.Target);
            // Saved by somebody else in this very moment: they look at it first.
            if (open.TargetBefore is not null)
                throw new RuleException("Rule.ReleaseChanged");
            target.RequireOpen(Edit());
            var before = target.RevisionNumber;
            revision = target.Save(draft.Compose(target.Content), draft.TargetRevision, Edit(Note, Minor));
            draft.Saved(target.RevisionNumber, Edit());
            if (draft.Stale == 0)
                target.Follow(open.Source, draft.SourceRevision);
            Audit("translation.save", target.Subject(), new { revision = before }, new { revision = target.RevisionNumber, Note, Minor, Source = open.Source.Id, target.TranslatedFromRevision, draft.Stale });
            then?.Invoke(open);
            return true;
        }, Gone);
        await Db.KeepAlignmentAsync(saved!, Gone);
        return (saved!, revision);
    }
}
