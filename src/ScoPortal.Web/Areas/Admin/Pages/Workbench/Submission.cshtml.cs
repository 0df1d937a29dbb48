using Microsoft.AspNetCore.Mvc;

namespace ScoPortal.Web.Areas.Admin.Pages.Workbench;

/// <summary>
/// Hands the translation to an editor: as a revision of a draft, which goes into review; as it is, where readers have the release and only
/// an editor may change it.
/// </summary>
public sealed class SubmissionModel : SavingPage
{
    public IActionResult OnGet() => LocalRedirect(DeskLinks.Workbench(Id));

    public async Task<IActionResult> OnPostAsync()
    {
        if (await RefuseAsync() is { } refusal)
            return refusal;
        if (await ReadyAsync(asksForAll: true) is { } notYet)
            return notYet;
        if (!MaySave)
        {
            await KeepAsync(then: open =>
            {
                open.Draft.Submit(Edit(Note));
                Audit("translation.submit", open.Target.Subject(), after: new { Source = open.Source.Id, open.Draft.SourceRevision, open.Draft.Confirmed, open.Draft.Total, Note });
                return true;
            });
            return Done(Ui["Desk.Workbench.HandedIn"], DeskLinks.Workbench(Id));
        }

        var (submitted, _) = await SaveAsync(open =>
        {
            var before = open.Target.Snapshot();
            open.Target.Submit(Now);
            Audit("release.submit", open.Target.Subject(), before, new { State = open.Target.State.ToString(), open.Target.PublishAt, Revision = open.Target.RevisionNumber, Note });
        });
        return Done(Ui.Format("Desk.Review.Done.submit", submitted.Target.Content.Headline), DeskLinks.Workbench(Id));
    }
}
