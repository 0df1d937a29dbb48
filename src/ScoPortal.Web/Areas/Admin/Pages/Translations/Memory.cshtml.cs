using Microsoft.AspNetCore.Mvc;
using ScoPortal.Core.Translation.Exchange;
using ScoPortal.Data.Translation;

namespace ScoPortal.Web.Areas.Admin.Pages.Translations;

/// <summary>The translation memory as TMX: out to other tools, and theirs in.</summary>
[RequestSizeLimit(LargestForm)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestForm)]
public sealed class MemoryModel : DeskPage
{
    private const int LargestForm = 200_000_000;

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public MemoryImport? Import { get; private set; }

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Me.MayPublish)
            return Forbid();
        if (Upload is not { Length: > 0 } file)
        {
            ModelState.AddModelError(nameof(Upload), Ui["Desk.Invalid.Required"]);
            return await ShowAsync();
        }

        await using var stream = file.OpenReadStream();
        Import = await Db.TakeOverAsync(
            Tmx.Read(stream), file.FileName, Portal.Languages.Codes, Me.Name, Now,
            done => Audit("memory.import", "memory", null, new { file = file.FileName, added = done.Added, replaced = done.Replaced, refused = done.Refused.Count }), Gone);
        return await ShowAsync();
    }

    /// <summary>Why a unit or the file is refused.</summary>
    public string Reason(TmxReading refused) => Ui.Format($"Desk.Exchange.Fault.{refused.Fault}", "");

    protected override Task<IActionResult> ShowAsync()
    {
        Title = Ui["Desk.Memory.Title"];
        return base.ShowAsync();
    }
}
