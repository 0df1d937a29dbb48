using Microsoft.AspNetCore.Mvc;
using ScoPortal.Data.Counting;
using ScoPortal.Data.Queries;
using ScoPortal.Web.Caching;
using ScoPortal.Web.Pages.Shared;

namespace ScoPortal.Web.Pages.Archive;

/// <summary>What was published in one month, by UTC, newest first, beside the calendar of all months.</summary>
[Cached("before", "after")]
public sealed class MonthModel : PortalPage
{
    private const int PageSize = 50;

    /// <summary>The first day of the month.</summary>
    public DateOnly First { get; private set; }

    /// <summary>Its name.</summary>
    public string Name => Ui.Month(First.Year, First.Month);

    /// <summary>One page of its releases.</summary>
    public IReadOnlyList<Teaser> Releases { get; private set; } = [];

    /// <summary>Every month with releases, newest first.</summary>
    public IReadOnlyList<MonthCount> Months { get; private set; } = [];

    /// <summary>The nearest month before this one that has releases.</summary>
    public MonthCount? Earlier => Months.FirstOrDefault(m => (m.Year, m.Month).CompareTo((First.Year, First.Month)) < 0);

    /// <summary>The nearest month after this one that has releases.</summary>
    public MonthCount? Later => Months.LastOrDefault(m => (m.Year, m.Month).CompareTo((First.Year, First.Month)) > 0);

    public async Task<IActionResult> OnGetAsync(int year, int month, int? before, int? after)
    {
        if (year is < 1 or > 9999 || month is < 1 or > 12 || new DateTimeOffset(year, month, 1, 0, 0, 0, TimeSpan.Zero) is var start && start > Now)
            return NotFound();
        if (Request.Path != Links.Month(Lang, year, month))
            return RedirectPermanent(Links.Month(Lang, year, month));

        First = new DateOnly(year, month, 1);
        var list = new PublicList(Lang) { After = Place.Of(start), Before = Place.Of(start.AddMonths(1)) };
        var part = await ListPart.ReadAsync(Db, Publications, list, before, after, PageSize, Now, Shown, Gone);
        Releases = part.Items;
        Head.Previous = part.NewerThan is { } first ? Links.Month(Lang, year, month, after: first) : null;
        Head.Next = part.OlderThan is { } last ? Links.Month(Lang, year, month, before: last) : null;
        Months = Publications.Months(Lang, Now);
        Shown.OnList(new ListWindow(Lang));
        InEveryLanguage(lang => Links.Month(lang, year, month));
        if (before is not null || after is not null || Releases.Count == 0)
            Head.Canonical = null;
        else
        {
            Head.Missing.UnionWith(Head.Versions.Keys.Where(code => !Publications.Months(code, Now).Any(m => (m.Year, m.Month) == (year, month))));
            Shown.OnList(new ListWindow(Language: null, From: start, To: start.AddMonths(1)));
        }

        Head.Title = Name;
        Head.Description = Ui.Format("Feeds.Title.For", Ui["Archive.Title"], Name);
        Head.Section = Section.News;
        return Page();
    }
}
