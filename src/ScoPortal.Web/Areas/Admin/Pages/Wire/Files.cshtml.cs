using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ScoPortal.Core.Wire;
using ScoPortal.Data.Stories;
using ScoPortal.Web.Hosting;
using ScoPortal.Web.Wires;

namespace ScoPortal.Web.Areas.Admin.Pages.Wire;

/// <summary>Takes files in: one is shown to be checked, several become drafts at once. A bad one is named; the others go on.</summary>
[RequestFormLimits(ValueLengthLimit = LargestText, MultipartBodyLengthLimit = LargestForm)]
[RequestSizeLimit(LargestForm)]
[EnableRateLimiting(Overload.Imports)]
public sealed class FilesModel : WirePage
{
    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    public IActionResult OnGet() => LocalRedirect(DeskLinks.PasteWire);

    public async Task<IActionResult> OnPostAsync()
    {
        // A text that stands there is somebody's work: one file more would be a draft that nobody has looked at.
        var isBusy = !string.IsNullOrWhiteSpace(Text);
        if (isBusy)
            await RecogniseAgainAsync();
        if (Files.Count == 0)
            ModelState.AddModelError(nameof(Files), Ui["Desk.Wire.Files.None"]);
        if (isBusy && Files.Count == 1)
        {
            ModelState.AddModelError(nameof(Files), Ui["Desk.Wire.Files.Busy"]);
            return await ShowAsync();
        }

        var left = WireFile.MostStories;
        foreach (var file in Files)
        {
            var items = new Queue<WireItem>(await ItemsAsync(file));
            if (Files.Count == 1 && items is { Count: 1 } && items.Peek() is { Document: { } only } alone)
            {
                (Text, Around, FileName, FailedId) = (only.Text, WireAround.Of(only), alone.Name.Length <= 300 ? alone.Name : alone.Name[^300..], null);
                (SourceFile, SourceType) = (WireSource.Of(alone.Source), alone.SourceType);
                ModelState.Clear();
                await RecogniseAsync();
                return await ShowAsync();
            }

            for (; left > 0 && items.TryDequeue(out var item); left--)
                Outcomes.Add(item.Document is null ? await RefuseAsync(item.Name, item.Refusal?.ToString() ?? item.Reason!, null) : await StoreAsync(item));
            if (items.Count > 0)
                Outcomes.Add(await RefuseAsync(file.FileName, nameof(WireRefusal.TooMany), null));
        }

        return await ShowAsync();
    }

    private async Task<IEnumerable<WireItem>> ItemsAsync(IFormFile file)
    {
        await using var content = file.OpenReadStream();
        return await WireFile.ReadAsync(file.FileName.Replace('\\', '/'), content, Gone);
    }

    private async Task<FileOutcome> StoreAsync(WireItem item)
    {
        var (name, text, read) = (item.Name, item.Text!, WireReader.Read(item.Document!));
        if (Portal.Languages.For(read.Language) is not { } language)
            return await RefuseAsync(name, $"Language:{read.Language}", text);
        if (!Me.MayWrite(language.Code))
            return await RefuseAsync(name, $"NotYours:{read.Language}", text);
        if (read.IsTooLong())
            return await RefuseAsync(name, nameof(WireRefusal.TooLarge), text);

        var form = WireForm.From(read, language.Code, Catalogue);
        var incoming = form.ToIncoming(text, name, item.Source, item.SourceType);
        Db.ChangeTracker.Clear();
        return new FileOutcome(name, null, await Db.ImportAsync(incoming, Edit(name), release => Audit("release.import", $"release/{release.Id}", null, new { incoming.Content.Headline, incoming.Language, File = name }), Gone));
    }

    private async Task<FileOutcome> RefuseAsync(string name, string reason, string? text)
    {
        Db.ChangeTracker.Clear();
        HttpContext.RequestServices.GetRequiredService<PortalMetrics>().ImportFailed();
        var failed = await Db.KeepFailedAsync(name, reason, text, Me.Name, Now, Gone);
        Audit("failed-import.keep", $"failed-import/{failed.Id}", null, new { File = failed.FileName, failed.Reason });
        await Db.SaveChangesAsync(Gone);
        return new FileOutcome(name, reason, null);
    }
}
