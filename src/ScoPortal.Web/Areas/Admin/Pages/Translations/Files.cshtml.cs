using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Translation.Exchange;
using ScoPortal.Web.Exchange;
using ScoPortal.Web.Hosting;

namespace ScoPortal.Web.Areas.Admin.Pages.Translations;

/// <summary>Translations go out to other tools as files, and come back: what does not fit is refused, and the rest taken.</summary>
[RequestSizeLimit(LargestForm)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestForm)]
[EnableRateLimiting(Overload.Imports)]
public sealed class FilesModel : DeskPage
{
    /// <summary>How many translations are offered, and how many refusals of a file are shown.</summary>
    public const int Shown = 200;

    private const int LargestForm = 32_000_000, Listed = 50;

    /// <summary>A translation that can be taken along.</summary>
    public sealed record Row(int Id, string Headline, string Language, string SourceHeadline, string SourceLanguage, int? Progress);

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    /// <summary>Only the translations of this story.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Story { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<FileOutcome> Outcomes { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Files.Count == 0)
            ModelState.AddModelError(nameof(Files), Ui["Desk.Invalid.Required"]);
        var outcomes = new List<FileOutcome>();
        foreach (var file in Files)
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, Gone);
            foreach (var brought in ExchangeZip.Open(file.FileName, bytes.ToArray()))
                outcomes.AddRange(await TranslationFiles.ReadAsync(Db, brought, Me.MayWrite, Edit(), Note, Gone));
        }

        Outcomes = outcomes;
        Db.ChangeTracker.Clear();
        return await ShowAsync();
    }

    /// <summary>Why a file or a sentence is refused.</summary>
    public string Reason(ExchangeFault? fault, string detail = "") => Ui.Format($"Desk.Exchange.Fault.{fault}", detail);

    protected override async Task<IActionResult> ShowAsync()
    {
        Title = Ui["Desk.Exchange.Title"];
        var languages = Portal.Languages.Codes.Where(Me.MayWrite).ToList();
        Rows = await (
            from release in Db.Releases
            where release.TranslatedFromId != null && languages.Contains(release.Language) && (Story == null || release.StoryId == Story)
            orderby release.UpdatedAt descending, release.Id descending
            let draft = Db.TranslationDrafts.FirstOrDefault(d => d.ReleaseId == release.Id)
            select new Row(
                release.Id, release.Content.Headline, release.Language, release.TranslatedFrom!.Content.Headline, release.TranslatedFrom.Language,
                draft == null || draft.Total == 0 ? null : draft.Confirmed * 100 / draft.Total)).Take(Listed).ToListAsync(Gone);
        return await base.ShowAsync();
    }

    private void Note(FileOutcome outcome) =>
        Audit("translation.import", $"release/{outcome.Release}", null, new { file = outcome.Name, taken = outcome.Taken, refused = outcome.Refused.Count() });
}
