using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Media;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Queries;
using ScoPortal.Web.Media;

namespace ScoPortal.Web.Areas.Admin.Pages.Releases;

/// <summary>The pictures of a release, in order: picked from the library or uploaded here.</summary>
public sealed class PicturesModel : DeskPage
{
    private const int Choice = 24;

    /// <summary>Words that pictures of the library are looked for by.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>Keys of the pictures in the order as dragged.</summary>
    [BindProperty]
    public List<int> Order { get; set; } = [];

    /// <summary>Key of the picture that goes up by one.</summary>
    [BindProperty]
    public int? Up { get; set; }

    /// <summary>Key of the picture that goes down by one.</summary>
    [BindProperty]
    public int? Down { get; set; }

    /// <summary>Key of the picture that is shown no longer.</summary>
    [BindProperty]
    public int? Remove { get; set; }

    /// <summary>Key of the picture that comes last from now on.</summary>
    [BindProperty]
    public int? Add { get; set; }

    public Release Release { get; private set; } = null!;

    /// <summary>With what it lacks.</summary>
    public IReadOnlyList<(Picture Picture, string FileName)> Shown { get; private set; } = [];

    /// <summary>Others, newest first.</summary>
    public IReadOnlyList<(Picture Picture, string FileName)> Library { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute] int id) =>
        await FindAsync(id) is { } refusal ? refusal : await ShowAsync();

    public async Task<IActionResult> OnPostAsync([FromRoute] int id)
    {
        if (await FindAsync(id) is { } refusal)
            return refusal;
        var items = Release.Media.OrderBy(m => m.Order).Select(m => m.Item).ToList();
        List<int> before = [.. items.Select(i => i.Id)];
        // An order that is not of exactly these pictures is of another time.
        if (Order.Count == items.Count && Order.Order().SequenceEqual(before.Order()))
            items = [.. Order.Select(key => items.First(i => i.Id == key))];
        Swap(items, items.FindIndex(i => i.Id == Up), -1);
        Swap(items, items.FindIndex(i => i.Id == Down), +1);
        items.RemoveAll(i => i.Id == Remove);
        if (Add is { } added && items.TrueForAll(i => i.Id != added) && await Db.Media.SingleOrDefaultAsync(m => m.Id == added, Gone) is { } item)
            items.Add(item);

        if (!items.Select(i => i.Id).SequenceEqual(before))
        {
            Release.Show(items, Edit());
            Audit("release.pictures", $"release/{id}", before, items.Select(i => i.Id));
            await Db.SaveChangesAsync(Gone);
        }

        return Done(Ui["Desk.Pictures.Saved"], DeskLinks.Pictures(id));
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        if (Release is null && await FindAsync(int.Parse((string)RouteData.Values["id"]!, System.Globalization.CultureInfo.InvariantCulture)) is { } refusal)
            return refusal;
        Title = Ui.Format("Desk.Pictures.Title", Release!.Content.Headline);
        Shown = [.. Release.Media.OrderBy(m => m.Order).Select(m => Of(m.Item))];
        var shown = Release.Media.Select(m => m.Item.Id).ToList();
        Library = [.. (await Db.Media.Matching(Q).Where(m => !shown.Contains(m.Id)).AddedBefore(null).Take(Choice).AsNoTracking().AsSplitQuery().ToListAsync(Gone)).Select(Of)];
        return Page();
    }

    // In the language of the release alone: a text in another would hide that this one is missing.
    private (Picture, string) Of(MediaItem item) => (Picture.Of(item, Release.Language, []), item.FileName);

    private async Task<IActionResult?> FindAsync(int id)
    {
        var release = await Db.Releases.Include(r => r.Media).ThenInclude(m => m.Item).AsSplitQuery().SingleOrDefaultAsync(r => r.Id == id, Gone);
        if (release is null)
            return NotFound();
        Release = release;
        return Me.MayWrite(release.Language) ? null : Forbid();
    }

    private static void Swap(List<MediaItem> items, int at, int by)
    {
        if (at >= 0 && at + by >= 0 && at + by < items.Count)
            (items[at], items[at + by]) = (items[at + by], items[at]);
    }
}
