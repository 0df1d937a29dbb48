using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data;
using ScoPortal.Data.Queries;
using ScoPortal.Data.Search;
using ScoPortal.Web.Areas.Admin.Pages.Pairs;

namespace ScoPortal.Web.Areas.Admin.Pages.Stories;

/// <summary>A release that may be linked.</summary>
/// <param name="Row">The release.</param>
/// <param name="Languages">All languages of its story, its own among them.</param>
/// <param name="Dateline">What its dateline says.</param>
/// <param name="Percent">How likely it is a version of the story; null where nothing is suggested.</param>
public sealed record Pick(DeskRow Row, IReadOnlyList<string> Languages, Dateline Dateline, int? Percent);

/// <summary>Which releases are looked for.</summary>
/// <param name="Text">A number, or words of headline and text; empty for the newest.</param>
/// <param name="NotIn">Key of the story that is linked to.</param>
/// <param name="Languages">In one of these languages.</param>
/// <param name="ZoneId">About this zone.</param>
/// <param name="Lacks">Its story has no release in that language; null where that does not matter.</param>
public sealed record PickQuery(string? Text, int NotIn, IReadOnlyList<string> Languages, int? ZoneId = null, string? Lacks = null);

/// <summary>Finds releases to be linked.</summary>
public static partial class LinkPicks
{
    private const int Most = 30;
    private const int MostFound = 500;

    /// <summary>Those that are suggested first, then the last changed; null when texts cannot be searched for now.</summary>
    public static async Task<IReadOnlyList<Pick>?> PicksAsync(this PortalDb db, SearchIndex index, PickQuery query, PortalOptions portal, DateTimeOffset now, CancellationToken cancel)
    {
        var releases = db.Releases.Where(r => r.StoryId != query.NotIn && r.State != ReleaseState.Withdrawn);
        // Who names a number means that release, whatever its language: the page says why where it cannot be linked.
        if (int.TryParse(Number().Match(query.Text ?? "").Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return await db.WithStoriesAsync(await releases.Where(r => r.Id == number).RowsAsync(db, 1, cancel), [], cancel);

        var isSearch = !string.IsNullOrWhiteSpace(query.Text);
        var ids = isSearch ? index.Find(query.Text!, portal.Languages.Codes, MostFound) : null;
        if (isSearch && ids is null)
            return null;
        releases = db.OnDesk(new DeskFilter { Languages = query.Languages, ZoneId = query.ZoneId, Ids = ids }, DeskOrder.Changed, [], now).Onwards(DeskOrder.Changed, null)
            .Where(r => r.StoryId != query.NotIn && r.State != ReleaseState.Withdrawn);
        if (query.Lacks is { } lacks)
            releases = releases.Where(r => !db.Releases.Any(o => o.StoryId == r.StoryId && o.Language == lacks));
        var scores = isSearch ? [] : await db.SuggestedAsync(query.NotIn, cancel);
        var suggested = scores.Count == 0 ? [] : await releases.Where(r => scores.Keys.Contains(r.Id)).RowsAsync(db, Most, cancel);
        var rows = await releases.RowsAsync(db, Most, cancel);
        return await db.WithStoriesAsync([.. suggested.OrderByDescending(r => scores[r.Id]).Concat(rows).DistinctBy(r => r.Id).Take(Most)], scores, cancel);
    }

    private static async Task<Dictionary<int, double>> SuggestedAsync(this PortalDb db, int story, CancellationToken cancel)
    {
        var open = db.Suggestions.Where(s => s.Kind == SuggestionKind.Translation && (s.State == SuggestionState.Open || s.State == SuggestionState.Later));
        var pairs = await open.Where(s => s.Release.StoryId == story).Select(s => new { Id = s.OtherId, s.Score })
            .Concat(open.Where(s => s.Other.StoryId == story).Select(s => new { Id = s.ReleaseId, s.Score })).ToListAsync(cancel);
        return pairs.GroupBy(p => p.Id).ToDictionary(g => g.Key, g => g.Max(p => p.Score));
    }

    private static async Task<IReadOnlyList<Pick>> WithStoriesAsync(this PortalDb db, List<DeskRow> rows, Dictionary<int, double> scores, CancellationToken cancel)
    {
        var (ids, stories) = (rows.ConvertAll(r => r.Id), rows.ConvertAll(r => r.StoryId));
        var languages = (await db.Releases.Where(r => stories.Contains(r.StoryId)).OrderBy(r => r.Id).Select(r => new { r.StoryId, r.Language }).ToListAsync(cancel)).ToLookup(r => r.StoryId, r => r.Language);
        var datelines = await db.Releases.Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.Content.Dateline }).AsNoTracking().ToDictionaryAsync(r => r.Id, r => r.Dateline, cancel);
        return rows.ConvertAll(r => new Pick(r, [.. languages[r.StoryId]], datelines[r.Id], scores.TryGetValue(r.Id, out var score) ? PairRow.InPercent(score) : null));
    }

    // "42", "#42", or the number behind /news/ or /releases/ in an address.
    [GeneratedRegex("(?<=^\\s*#?)[0-9]{1,9}(?=\\s*$)|(?<=/news/|/releases/)[0-9]{1,9}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
