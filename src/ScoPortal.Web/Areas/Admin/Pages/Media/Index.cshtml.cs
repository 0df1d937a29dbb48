using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Media;
using ScoPortal.Data.Queries;
using ScoPortal.Web.Media;
using ScoPortal.Web.Pages.Shared;

namespace ScoPortal.Web.Areas.Admin.Pages.Media;

/// <summary>All pictures, newest first.</summary>
public sealed class IndexModel : DeskPage
{
    private const int Size = 40;

    /// <summary>Words in the name, the credit or what is said of a picture.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>Only those without alternative text in this language.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Silent { get; set; }

    /// <summary>One part of the list.</summary>
    public ListPart<Entry> Part { get; private set; } = ListPart<Entry>.Empty;

    public async Task<IActionResult> OnGetAsync(int? before, int? after)
    {
        Title = Ui["Desk.Media.Title"];
        if (!Portal.Languages.Codes.Contains(Silent))
            Silent = null;
        var pictures = Db.Media.Matching(Q);
        if (Silent is not null)
            pictures = pictures.WithoutAlt(Silent);
        var place = (before ?? after) is { } key ? await Db.Media.Where(m => m.Id == key).Select(m => new Place(m.AddedAt, m.Id)).SingleOrDefaultAsync(Gone) : null;
        var backwards = before is null && place is not null;
        var found = await (backwards ? pictures.AddedAfter(place!) : pictures.AddedBefore(place)).Take(Size + 1).AsNoTracking().AsSplitQuery().ToListAsync(Gone);
        Part = ListPart<Entry>.Of(found.ConvertAll(Of), Size, place, backwards, e => e.Picture.Id);
        return Page();
    }

    private Entry Of(MediaItem item) => new(
        Picture.Of(item, Lang, Portal.Languages.Codes), item.FileName, item.AddedAt,
        [.. Portal.Languages.Codes.Where(code => item.Texts.All(t => t.Language != code || t.Alt.Length == 0))]);

    /// <summary>A picture with the languages in which it has no alternative text.</summary>
    public sealed record Entry(Picture Picture, string FileName, DateTimeOffset AddedAt, IReadOnlyList<string> Silent);
}
