using Microsoft.AspNetCore.Mvc;
using ScoPortal.Core.Wire;
using ScoPortal.Data.Stories;

namespace ScoPortal.Web.Areas.Admin.Pages.Wire;

/// <summary>Takes files in: one is shown to be checked, several become drafts at once. A bad one is named; the others go on.</summary>
[RequestFormLimits(ValueLengthLimit = LargestText, MultipartBodyLengthLimit = LargestForm)]
[RequestSizeLimit(LargestForm)]
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

        foreach (var file in Files)
        {
            var name = Path.GetFileName(file.FileName.Replace('\\', '/'));
            var decoded = await DecodeAsync(file);
            if (decoded.Text is { } only && Files.Count == 1)
            {
                (Text, FileName, FailedId) = (only, name.Length <= 300 ? name : name[^300..], null);
                await RecogniseAsync();
                return await ShowAsync();
            }

            Outcomes.Add(decoded.Refusal is { } refusal
                ? await RefuseAsync(name, refusal.ToString(), null)
                : await StoreAsync(name, decoded.Text!));
        }

        return await ShowAsync();
    }

    private async Task<WireDecoded> DecodeAsync(IFormFile file)
    {
        if (file.Length > WireText.MaxBytes)
            return new WireDecoded(null, WireRefusal.TooLarge);
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, Gone);
        return WireText.Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    private async Task<FileOutcome> StoreAsync(string name, string text)
    {
        var read = WireReader.Read(text);
        if (Portal.Languages.Find(read.Language) is not { } language)
            return await RefuseAsync(name, $"Language:{read.Language}", text);
        if (!Me.MayWrite(language.Code))
            return await RefuseAsync(name, $"NotYours:{read.Language}", text);
        if (read.IsTooLong())
            return await RefuseAsync(name, nameof(WireRefusal.TooLarge), text);

        var form = WireForm.From(read, language.Code, Catalogue);
        var incoming = form.ToIncoming(text, name);
        Db.ChangeTracker.Clear();
        return new FileOutcome(name, null, await Db.ImportAsync(incoming, Edit(name), release => Audit("release.import", $"release/{release.Id}", null, new { incoming.Content.Headline, incoming.Language, File = name }), Gone));
    }

    private async Task<FileOutcome> RefuseAsync(string name, string reason, string? text)
    {
        Db.ChangeTracker.Clear();
        var failed = await Db.KeepFailedAsync(name, reason, text, Me.Name, Now, Gone);
        Audit("failed-import.keep", $"failed-import/{failed.Id}", null, new { File = failed.FileName, failed.Reason });
        await Db.SaveChangesAsync(Gone);
        return new FileOutcome(name, reason, null);
    }
}
