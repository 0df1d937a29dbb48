using Microsoft.EntityFrameworkCore;
using ScoPortal.Core;
using ScoPortal.Core.Search;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Wire;
using ScoPortal.Data;
using ScoPortal.Data.Search;
using ScoPortal.Data.Stories;
using ScoPortal.Web.Localization;

namespace ScoPortal.Web.Areas.Admin.Pages.Wire;

/// <summary>A release in the portal that may tell the same story as a text.</summary>
/// <param name="Row">The release.</param>
/// <param name="Dateline">When and where, as it says itself.</param>
/// <param name="Languages">The languages that its story has.</param>
/// <param name="Why">Why it is offered, each in words, the strongest first.</param>
public sealed record WireOffer(DeskRow Row, Dateline Dateline, IReadOnlyList<string> Languages, IReadOnlyList<string> Why);

/// <summary>Finds what the portal may have of a text already.</summary>
/// <param name="db">The database.</param>
/// <param name="index">The search index.</param>
/// <param name="catalogue">The zones.</param>
/// <param name="ui">The words of the reasons.</param>
public sealed class WireOffers(PortalDb db, SearchIndex index, Catalogue catalogue, Ui ui)
{
    private const int Most = 6;
    private const int MostFound = 50;

    // Of the words of both headlines, at least this part is in each.
    private const double SameWords = 0.5;

    private readonly List<(int Id, double Weight, string Why)> found = [];

    /// <summary>The likeliest stories, best first, each by one of its releases.</summary>
    public async Task<IReadOnlyList<WireOffer>> FindAsync(WireRelease read, WireForm form, CancellationToken cancel)
    {
        foreach (var copy in await db.LikelyCopiesAsync(read, cancel))
            found.Add((copy.ReleaseId, 4 + copy.Similarity, ui.Format("Desk.Wire.Why.Copy", Math.Floor(copy.Similarity * 100))));
        await NumbersAsync(read, cancel);
        await SameDayAsync(read, form, cancel);
        await HeadlinesAsync(read, cancel);

        var best = found.GroupBy(f => f.Id).OrderByDescending(g => g.Sum(f => f.Weight)).ThenByDescending(g => g.Key).Take(MostFound).ToDictionary(g => g.Key, g => g.ToList());
        var rows = await db.Releases.Where(r => best.Keys.Contains(r.Id)).RowsAsync(db, MostFound, cancel);
        var about = await db.Releases.Where(r => best.Keys.Contains(r.Id)).Select(r => new { r.Id, r.Content.Dateline, Languages = r.Story.Releases.Select(o => o.Language).ToList() })
            .AsNoTracking().ToDictionaryAsync(r => r.Id, cancel);

        // Of the versions of one story, the one that is most like the text speaks for it: in its language, if they are alike.
        return
        [
            .. rows.OrderByDescending(r => best[r.Id].Sum(f => f.Weight)).ThenByDescending(r => r.Language == read.Language).ThenByDescending(r => r.Id)
                .DistinctBy(r => r.StoryId).Take(Most)
                .Select(r => new WireOffer(r, about[r.Id].Dateline, about[r.Id].Languages, [.. best[r.Id].OrderByDescending(f => f.Weight).Select(f => f.Why)])),
        ];
    }

    private async Task NumbersAsync(WireRelease read, CancellationToken cancel)
    {
        var ids = read.ExternalIds.ToList();
        var values = ids.ConvertAll(i => i.Value);
        if (values.Count == 0)
            return;
        foreach (var one in await db.Releases.SelectMany(r => r.ExternalIds, (r, x) => new { r.Id, x.Scheme, x.Value }).Where(x => values.Contains(x.Value)).Take(MostFound).ToListAsync(cancel))
            if (ids.Contains((one.Scheme, one.Value)))
                found.Add((one.Id, 3, ui.Format("Desk.Wire.Why.Number", $"{one.Scheme}:{one.Value}")));
    }

    // The same day alone says little: two of place, zone and issuer have to agree as well.
    private async Task SameDayAsync(WireRelease read, WireForm form, CancellationToken cancel)
    {
        if (read.DatelineDate is not { Date: { } day } || (form.Zones.Count == 0 && read.Issuer is null))
            return;
        List<PartialDate?> days = [PartialDate.Day(day.AddDays(-1)), PartialDate.Day(day), PartialDate.Day(day.AddDays(1))];
        var (zones, issuer) = (form.Zones, read.Issuer);
        var near = await db.Releases
            .Where(r => days.Contains(r.Content.Dateline.Date) && (r.Content.Issuer == issuer || r.Story.Zones.Any(z => zones.Contains(z.Id))))
            .OrderByDescending(r => r.Id).Take(MostFound)
            .Select(r => new { r.Id, r.Content.Dateline, r.Content.Issuer, Zones = r.Story.Zones.Select(z => z.Id).ToList() }).AsNoTracking().ToListAsync(cancel);
        foreach (var one in near)
        {
            var shared = catalogue.ZonesOf([.. one.Zones.Intersect(zones)]).Select(z => z.In(ui.Language.Code).ShortName).ToList();
            string?[] agree =
            [
                IsSamePlace(read.Place, one.Dateline.Place) ? ui.Format("Desk.Wire.Why.Place", one.Dateline.Place) : null,
                shared.Count > 0 ? ui.Format("Desk.Wire.Why.Zone", ui.List(shared)) : null,
                issuer is not null && string.Equals(one.Issuer, issuer, StringComparison.OrdinalIgnoreCase) ? ui.Format("Desk.Wire.Why.Issuer", issuer) : null,
            ];
            if (agree.Count(a => a is not null) < 2)
                continue;
            found.Add((one.Id, 1.5, ui.Format("Desk.Wire.Why.Day", ui.Date(one.Dateline.Date!.Value))));
            found.AddRange(agree.OfType<string>().Select(a => (one.Id, 0.5, a)));
        }
    }

    private bool IsSamePlace(string? one, string? other) => one is not null && other is not null
        && (string.Equals(one, other, StringComparison.OrdinalIgnoreCase)
            || catalogue.Zones.Any(z => z.Names.Any(n => n.ShortName == one) && z.Names.Any(n => n.ShortName == other)));

    private async Task HeadlinesAsync(WireRelease read, CancellationToken cancel)
    {
        if (read is not { Language: { } language, Headline: { } headline } || Words(headline, language) is not { Count: > 2 } words)
            return;
        var plain = string.Concat(headline.Select(c => char.IsLetterOrDigit(c) ? c : ' '));
        var hits = index.Find(plain, [language], MostFound) ?? [];
        foreach (var one in await db.Releases.Where(r => hits.Contains(r.Id)).Select(r => new { r.Id, r.Content.Headline }).ToListAsync(cancel))
            if (Words(one.Headline, language) is { Count: > 0 } others && words.Intersect(others).Count() >= SameWords * Math.Max(words.Count, others.Count))
                found.Add((one.Id, 1, ui["Desk.Wire.Why.Headline"]));
    }

    private static HashSet<string> Words(string headline, string language) => [.. TextAnalyzer.Analyze(headline, language).Select(t => t.Text)];
}
