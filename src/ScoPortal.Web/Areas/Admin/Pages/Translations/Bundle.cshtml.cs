using System.IO.Compression;
using System.Net.Mime;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Data.Translation;
using ScoPortal.Web.Exchange;
using ScoPortal.Web.Hosting;

namespace ScoPortal.Web.Areas.Admin.Pages.Translations;

/// <summary>Several translations as XLIFF, in one archive.</summary>
[EnableRateLimiting(Overload.Exports)]
public sealed class BundleModel : DeskPage
{
    private const int Most = 200;

    [BindProperty(SupportsGet = true, Name = "release")]
    public List<int> Releases { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public string Format { get; set; } = "xliff12";

    /// <summary>Stories picked on the board, and the language that their translations are in.</summary>
    [BindProperty]
    public List<int> Stories { get; set; } = [];

    [BindProperty(Name = "Language")]
    public string? Into { get; set; }

    protected override Task<IActionResult> ShowAsync() => Task.FromResult(Refused(DeskLinks.TranslationFiles()));

    public async Task<IActionResult> OnPostAsync()
    {
        Releases = await Db.Releases.Where(r => Stories.Contains(r.StoryId) && r.Language == Into && r.TranslatedFromId != null).OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(Gone);
        return await OnGetAsync();
    }

    public async Task<IActionResult> OnGetAsync()
    {
        if (Format is not ("xliff12" or "xliff21"))
            return NotFound();
        var asked = Releases.Distinct().Take(Most).ToList();
        var languages = Portal.Languages.Codes.Where(Me.MayWrite).ToList();
        var mine = await Db.Releases.Where(r => asked.Contains(r.Id) && languages.Contains(r.Language)).Select(r => r.Id).ToListAsync(Gone);
        var zipped = new MemoryStream();
        var written = new List<int>();
        await using (var zip = new ZipArchive(zipped, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var id in asked.Intersect(mine))
            {
                Db.ChangeTracker.Clear();
                if (await TranslationFiles.WriteAsync(Db, HttpContext.RequestServices.GetRequiredService<TranslationMemory>(), id, Format == "xliff21", Edit(), Gone) is not { } file)
                    continue;
                var entry = zip.CreateEntry(file.Name);
                entry.LastWriteTime = Now;
                await using var content = entry.Open();
                await content.WriteAsync(file.Content, Gone);
                written.Add(id);
            }
        }

        if (written.Count == 0)
        {
            ModelState.AddModelError("", Ui["Desk.Exchange.NoneChosen"]);
            return Refused(DeskLinks.TranslationFiles());
        }

        if (HttpMethods.IsPost(Request.Method))
        {
            Db.ChangeTracker.Clear();
            Audit("translation.export", "translation", null, new { releases = written, format = Format });
            await Db.SaveChangesAsync(Gone);
        }

        zipped.Position = 0;
        return File(zipped, MediaTypeNames.Application.Zip, "translations.zip");
    }
}
