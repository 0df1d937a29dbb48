using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Translation.Segments;
using ScoPortal.Data;

namespace ScoPortal.Web.Areas.Admin.Pages.Workbench;

/// <summary>A translation in a list.</summary>
/// <param name="Id">Key of the release that is being written.</param>
/// <param name="Language">Its language.</param>
/// <param name="Headline">Its headline; that of its source while it has none.</param>
/// <param name="HeadlineLanguage">The language of that headline.</param>
/// <param name="Confirmed">Segments that are confirmed.</param>
/// <param name="Total">Segments to translate.</param>
/// <param name="Stale">Segments whose source has changed.</param>
/// <param name="By">Who worked on it last.</param>
/// <param name="At">When; when it was handed in, if it was.</param>
public sealed record TranslationRow(int Id, string Language, string Headline, string HeadlineLanguage, int Confirmed, int Total, int Stale, string By, DateTimeOffset At)
{
    /// <summary>Reads some drafts of translations.</summary>
    public static Task<List<TranslationRow>> ReadAsync(PortalDb db, IQueryable<TranslationDraft> drafts, int count, CancellationToken cancel) => (
        from draft in drafts.Take(count)
        join target in db.Releases on draft.ReleaseId equals target.Id
        join source in db.Releases on draft.SourceId equals source.Id
        select new TranslationRow(
            draft.ReleaseId, draft.Language,
            target.Content.Headline != "" ? target.Content.Headline : source.Content.Headline, target.Content.Headline != "" ? target.Language : source.Language,
            draft.Confirmed, draft.Total, draft.Stale, draft.UpdatedBy, draft.SubmittedAt ?? draft.UpdatedAt)).AsNoTracking().ToListAsync(cancel);

    /// <summary>What was handed in for an editor to save, the oldest first.</summary>
    public static IQueryable<TranslationDraft> Submitted(PortalDb db) => db.TranslationDrafts.Where(d => d.SubmittedAt != null).OrderBy(d => d.SubmittedAt);

    /// <summary>What somebody worked on last, the newest first.</summary>
    public static IQueryable<TranslationDraft> Of(PortalDb db, int accountId) => db.TranslationDrafts.Where(d => d.UpdatedById == accountId).OrderByDescending(d => d.UpdatedAt);
}
