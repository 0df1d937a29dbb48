using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Data.Stories;

namespace ScoPortal.Web.Areas.Admin.Pages.PreviewLinks;

/// <summary>Links with which outsiders read a release that is not public: made here, copied, taken back.</summary>
public sealed class IndexModel(PreviewTokens tokens) : ReleasePage
{
    private const int MaxHours = 30 * 24;
    private const int Shown = 50;

    /// <summary>How long a link can be good, in hours.</summary>
    public static IReadOnlyList<int> Choices { get; } = [1, 8, 24, 3 * 24, 7 * 24, MaxHours];

    /// <summary>Who it is for.</summary>
    [BindProperty]
    [StringLength(200)]
    public string? Note { get; set; }

    /// <summary>How long it is good, in hours.</summary>
    [BindProperty]
    [Range(1, MaxHours)]
    public int Hours { get; set; } = 24;

    /// <summary>The newest links.</summary>
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <inheritdoc />
    protected override string Heading => Ui["Desk.Preview.Title"];

    /// <inheritdoc />
    protected override async Task ReadAsync()
    {
        var links = await Db.PreviewLinks.Where(l => l.ReleaseId == Id).OrderByDescending(l => l.Id).Take(Shown).AsNoTracking().ToListAsync(Gone);
        Rows = links.ConvertAll(l => new Row(
            l.Id, l.Note, l.CreatedBy, l.CreatedAt, l.ExpiresAt, l.RevokedAt,
            l.IsOpen(Now) ? Portal.Absolute(Request, Links.Preview(Head.Language, tokens.Write(l.Id))) : null));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is not { } release)
            return NotFound();
        if (!Me.MayWrite(release.Language))
            return Forbid();

        var link = new PreviewLink { ReleaseId = Id, Note = Note, CreatedBy = Me.Name, CreatedAt = Now, ExpiresAt = Now.AddHours(Hours) };
        Db.PreviewLinks.Add(link);
        Audit("preview-link.create", release.Subject(), after: new { link.Note, link.ExpiresAt });
        await Db.SaveChangesAsync(Gone);
        return Done(Ui["Desk.Preview.Made"], DeskLinks.PreviewLinks(Id));
    }

    /// <summary>One link; its address only while it is good.</summary>
    public sealed record Row(
        int Id, string? Note, string CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? RevokedAt, string? Address);
}
