using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ScoPortal.Core;
using ScoPortal.Core.Terms;
using ScoPortal.Core.Wire;
using ScoPortal.Data.Terms;
using ScoPortal.Web.Hosting;

namespace ScoPortal.Web.Areas.Admin.Pages.Glossary;

/// <summary>A glossary file: what it would change is shown first, then it is taken over.</summary>
[Authorize(Policy = Desk.Publishers)]
[RequestSizeLimit(16 * 1024 * 1024)]
[RequestFormLimits(ValueLengthLimit = 8 * 1024 * 1024)]
[EnableRateLimiting(Overload.Imports)]
public sealed class ImportModel : CataloguePage
{
    /// <summary>How many lines of each kind are shown.</summary>
    public const int Shown = 200;

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>What was pasted, or what the file held.</summary>
    [BindProperty]
    public string? Typed { get; set; }

    /// <summary>Stands for the text whose effect was shown; only that is taken over.</summary>
    [BindProperty]
    public string? Shows { get; set; }

    [BindProperty]
    public bool Apply { get; set; }

    public GlossaryImport? Import { get; private set; }

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadFileAsync();
        if (ModelState.IsValid && Text(Typed) is null)
            ModelState.AddModelError(nameof(Typed), Ui["Desk.Invalid.Required"]);
        if (!ModelState.IsValid)
            return await ShowAsync();

        Import = await Db.TakeOverAsync(GlossaryFile.Read(Typed!.TrimStart('\uFEFF')), Portal.Languages.Codes, Gone);
        var (shown, text) = (Shows, HashOf(Typed));
        if (!Apply || shown != text)
        {
            Db.ChangeTracker.Clear();
            (Shows, Apply) = (text, false);
            ModelState.Remove(nameof(Shows));
            return await ShowAsync();
        }

        var (added, changed) = (Import.Count(GlossaryEffect.New), Import.Count(GlossaryEffect.Changed));
        Audit("glossary.import", "glossary", null, new { added, changed, unchanged = Import.Count(GlossaryEffect.Unchanged), refused = Import.Refused.Count, terms = Import.Keys });
        await SaveAsync();
        return Done(Ui.Format("Desk.GlossaryImport.Done", added, changed, Import.Refused.Count), DeskLinks.Glossary);
    }

    /// <summary>The lines with that effect, as many as are shown.</summary>
    public IEnumerable<GlossaryLine> Lines(GlossaryEffect effect) => Import!.Results.Where(r => r.Effect == effect).Take(Shown).Select(r => r.Line);

    /// <summary>Why a line is refused.</summary>
    public string Reason(GlossaryRefusal refusal) => Ui.Rule(new RuleException(refusal.Reason, [.. refusal.Values]));

    protected override Task<IActionResult> ShowAsync()
    {
        Title = Ui["Desk.Glossary.Import"];
        return base.ShowAsync();
    }

    private async Task ReadFileAsync()
    {
        if (Upload is not { Length: > 0 } file)
            return;
        Apply = false;
        using var bytes = new MemoryStream();
        if (file.Length <= WireText.MaxBytes)
            await file.CopyToAsync(bytes, Gone);
        if (WireText.Decode(bytes.ToArray()) is { Text: { } text, IsGuessed: false })
        {
            Typed = text;
            ModelState.Remove(nameof(Typed));
        }
        else
        {
            ModelState.AddModelError(nameof(Upload), Ui.Format("Desk.GlossaryImport.NotText", file.FileName));
        }
    }

    // Browsers send line ends as CR LF, whatever they were.
    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))));
}
