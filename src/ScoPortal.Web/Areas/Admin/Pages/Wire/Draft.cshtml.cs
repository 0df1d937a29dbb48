using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Wire;
using ScoPortal.Data.Stories;
using ScoPortal.Web.Areas.Admin.Pages.Copies;
using ScoPortal.Web.Hosting;

namespace ScoPortal.Web.Areas.Admin.Pages.Wire;

/// <summary>Makes a draft of a text and of its fields as they were put right.</summary>
[RequestFormLimits(ValueLengthLimit = LargestText, MultipartBodyLengthLimit = LargestForm)]
[RequestSizeLimit(LargestForm)]
[EnableRateLimiting(Overload.Imports)]
public sealed class DraftModel : WirePage
{
    [BindProperty(Name = nameof(Form))]
    public WireForm Typed
    {
        get => Form;
        set => Form = value;
    }

    public IActionResult OnGet() => LocalRedirect(DeskLinks.PasteWire);

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Me.MayWrite(Form.Language!) || Portal.Languages.Find(Form.Language) is null)
            return Forbid();
        foreach (var date in Form.WrongDates())
            ModelState.AddModelError($"{nameof(Form)}.{date}", Ui["Desk.Wire.WrongDate"]);
        if (ReadAs != WireText.Fingerprint(Text ?? ""))
            ModelState.AddModelError(nameof(Text), Ui["Desk.Wire.Changed"]);
        if (!ModelState.IsValid || !await RecogniseAsync(keepForm: true))
            return await ShowAsync();

        var failed = FailedId is { } id ? await Db.FailedImports.FindAsync([id], Gone) : null;
        var goal = await WireGoal.ReadAsync(Db, Goes, Gone);
        if (goal is { Kind: null } && goal.Other.In(Form.Language!) is not null)
            throw new RuleException("Rule.LanguageTaken", Form.Language!);
        var incoming = Form.ToIncoming(Text!, Origin ?? "paste", SourceFate == "Kept" ? WireSource.Read(SourceFile) : null, SourceType);
        var imported = await Db.ImportAsync(incoming, Edit(Origin), release => Made(release, incoming, goal, failed), Gone);
        if (imported.IsNew && goal?.Kind == RelationKind.SyndicatedCopy)
            await SettleAsync(imported.ReleaseId, goal.Other.Id);
        return imported.IsNew
            ? Done(Ui["Desk.Wire.Created"], DeskLinks.Release(imported.ReleaseId))
            : await AgainAsync();
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        if (Recognised is null && !string.IsNullOrWhiteSpace(Text))
            await RecogniseAsync(keepForm: true);
        return await base.ShowAsync();
    }

    // Somebody else was quicker with the same text: the page says so and leads there.
    private async Task<IActionResult> AgainAsync()
    {
        await RecogniseAsync(keepForm: true);
        return await ShowAsync();
    }

    private void Made(Release release, Incoming incoming, WireGoal? goal, FailedImport? failed)
    {
        if (goal is not null)
            Bring(release, goal);
        Audit("release.import", $"release/{release.Id}", null, new { incoming.Content.Headline, incoming.Language, File = incoming.Name, Story = release.Story.Id });

        // A translator is done with the text that failed, not with another.
        if (failed is not null && (Me.MayPublish || WireText.Fingerprint(failed.Text ?? "") == ReadAs))
        {
            Db.Remove(failed);
            Audit("failed-import.settle", $"failed-import/{failed.Id}", new { File = failed.FileName, failed.Reason, failed.By, failed.At }, new { Release = release.Id });
        }
    }

    // It has just been said that this is a copy of that: nobody needs to be asked again.
    private async Task SettleAsync(int release, int story)
    {
        foreach (var id in await Db.Suggestions.OpenCopies().Where(s => s.ReleaseId == release && s.Other.StoryId == story).Select(s => s.Id).ToListAsync(Gone))
        {
            var suggestion = (await Db.SuggestionAsync(id, Gone))!;
            suggestion.Accept(Edit());
            Audit("suggestion.accept", $"release/{release}", new { State = nameof(SuggestionState.Open) }, new { State = suggestion.State.ToString(), Other = suggestion.OtherId });
        }

        await Db.SaveChangesAsync(Gone);
    }

    private void Bring(Release release, WireGoal goal)
    {
        // Another import was in the way, and the context has been emptied since the other story was read.
        if (Db.Entry(goal.Other).State == EntityState.Detached)
            throw new RuleException("Rule.SavedMeanwhile");
        var filed = goal.Other.Filed();
        var empty = goal.Bring(release, Me);
        if (goal.Kind is { } kind)
            Audit("story.relate", release.Story.Subject(), after: new { Kind = kind.ToString(), Other = goal.Other.Id });
        else
            Audit("story.file", goal.Other.Subject(), filed, goal.Other.Filed());
        if (empty is null)
            return;

        // Entity Framework has to see that the release has moved before it hears that its old story goes.
        Db.ChangeTracker.DetectChanges();
        Db.Remove(empty);
    }
}
