using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Data.Queries;
using ScoPortal.Web.Caching;
using ScoPortal.Web.Pages.Shared;

namespace ScoPortal.Web.Pages;

/// <summary>What was put right in public in this language, newest first.</summary>
[Cached("before", "after")]
public sealed class CorrectionsModel : PortalPage
{
    private const int PageSize = 30;

    /// <summary>One page of corrections.</summary>
    public IReadOnlyList<Row> Corrections { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int? before, int? after)
    {
        var all = Db.Corrections.Public(Lang, Now);
        var place = (before ?? after) is { } key ? await all.PlaceOfAsync(key, Gone) : null;
        if (place is null && (before ?? after) is not null)
            return NotFound();

        var backwards = before is null && place is not null;
        var found = await (backwards ? all.After(place!) : all.Before(place)).Take(PageSize + 1)
            .Select(c => new Row(
                c.Id, c.At, c.Note, c.Release.Id, c.Release.StoryId, c.Release.Language, c.Release.Slug, c.Release.Content.Headline))
            .AsNoTracking().ToListAsync(Gone);
        var zones = await Db.ZonesOfAsync(found.Select(row => row.StoryId), Gone);
        found = found.ConvertAll(row => row with { Zones = [.. zones[row.StoryId]] });
        Shown.OnCorrections(Lang);
        foreach (var row in found)
            Shown.OnRelease(row.ReleaseId, row.StoryId);
        var part = ListPart<Row>.Of(found, PageSize, place, backwards, row => row.Id);
        Corrections = part.Items;
        Head.Previous = part.NewerThan is { } first ? Links.Corrections(Lang, after: first) : null;
        Head.Next = part.OlderThan is { } last ? Links.Corrections(Lang, before: last) : null;

        InEveryLanguage(lang => Links.Corrections(lang));
        if (place is not null)
            Head.Canonical = null;
        Head.Title = Ui["Corrections.Title"];
        Head.Description = Ui["Corrections.Intro"];
        Head.Section = Section.About;
        return Page();
    }

    /// <summary>A correction and the release it belongs to.</summary>
    public sealed record Row(
        int Id, DateTimeOffset At, string Note, int ReleaseId, int StoryId, string Language, string Slug, string Headline)
    {
        public IReadOnlyList<int> Zones { get; init; } = [];

        /// <summary>The release's page.</summary>
        public string Path => Links.Release(Language, ReleaseId, Slug);
    }
}
