using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace ScoPortal.Web.Areas.Admin.Pages.Editor;

/// <summary>What the release was imported from, as a file: the untouched one where it is kept, else its text. It is never shown in the browser.</summary>
public sealed class OriginalModel : EditorPage
{
    // The endings that fit a media type; the first is given to names that have none of them.
    private static readonly Dictionary<string, string[]> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        [MediaTypeNames.Text.Plain] = [".txt", ".text", ".md"],
        [MediaTypeNames.Text.Html] = [".html", ".htm", ".xhtml"],
        [MediaTypeNames.Application.Xml] = [".xml", ".rss", ".rdf", ".atom", ".nitf"],
        [MediaTypeNames.Application.Json] = [".json"],
        [Word] = [".docx", ".docm"],
    };

    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    // Nothing in them runs, wherever they are opened: pages and XML go out without saying what they are.
    private static readonly string[] Harmless = [MediaTypeNames.Text.Plain, MediaTypeNames.Application.Json, Word];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync())
            return NotFound();
        var kept = await Db.Originals.Where(o => o.ReleaseId == Id)
            .Select(o => new { o.FileName, o.Source, o.SourceType, Text = o.Source == null ? o.Text : null }).SingleOrDefaultAsync(Gone);
        if (kept is null)
            return NotFound();
        var type = MediaTypeHeaderValue.TryParse(kept.Source is null ? "text/plain; charset=utf-8" : kept.SourceType, out var known) ? known : null;
        var isHarmless = Harmless.Contains(type?.MediaType.Value, StringComparer.OrdinalIgnoreCase);
        return File(
            kept.Source ?? Encoding.UTF8.GetBytes(kept.Text!), isHarmless ? type!.ToString() : MediaTypeNames.Application.Octet, NameOf(kept.FileName, type?.MediaType.Value));
    }

    // "feed.xml#2" is the second item of a feed; what is no part of a name anywhere becomes a line.
    private static string NameOf(string name, string? type)
    {
        var at = name.LastIndexOf('#');
        var isItem = at > 0 && name.AsSpan(at + 1).ContainsAnyExcept("0123456789") is false;
        var (file, item) = isItem ? (name[..at], "-" + name[(at + 1)..]) : (name, "");
        var fitting = Endings.GetValueOrDefault(type ?? "") ?? [".bin"];
        var ending = Path.GetExtension(file);
        var fits = fitting.Contains(ending, StringComparer.OrdinalIgnoreCase);
        var stem = (fits || Endings.Values.Any(e => e.Contains(ending, StringComparer.OrdinalIgnoreCase)) ? file[..^ending.Length] : file) + item;
        return string.Concat(stem.Select(c => char.IsControl(c) || "/\\:*?\"<>|".Contains(c, StringComparison.Ordinal) ? '_' : c)) + (fits ? ending : fitting[0]);
    }
}
