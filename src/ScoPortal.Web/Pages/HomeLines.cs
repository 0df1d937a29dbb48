using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data;
using ScoPortal.Data.Queries;
using ScoPortal.Web.Caching;
using ScoPortal.Web.Pages.Shared;

namespace ScoPortal.Web.Pages;

/// <summary>The lists of the front page.</summary>
internal sealed record HomeLines
{
    private const int Latest = 9;
    private const int Translations = 4;

    /// <summary>The newest releases of the language.</summary>
    public required IReadOnlyList<Teaser> Newest { get; init; }

    /// <summary>The newest of each zone that has one, by key of the zone.</summary>
    public required Dictionary<int, Teaser> OfZone { get; init; }

    /// <summary>The newest translations into any other language.</summary>
    public required IReadOnlyList<Teaser> Translated { get; init; }

    private enum Part
    {
        Newest,
        Zone,
        Translated,
    }

    /// <summary>Reads all of them in one query.</summary>
    public static async Task<HomeLines> ReadAsync(PortalDb db, string language, IEnumerable<string> languages, DateTimeOffset now, CancellationToken cancel)
    {
        List<Line> lines = [];
        await foreach (var line in Lines.For(db)(db, language, [.. languages.Where(l => l != language)], now).WithCancellation(cancel))
            lines.Add(line);
        return new HomeLines { Newest = [.. Of(Part.Newest)], OfZone = Of(Part.Zone).ToDictionary(l => l.Subject, Teaser (l) => l), Translated = [.. Of(Part.Translated)] };

        IEnumerable<Line> Of(Part part) => lines.Where(l => l.Part == part).OrderByDescending(l => l.PublishAt).ThenByDescending(l => l.Id);
    }

    /// <summary>Says on what the page depends that shows them.</summary>
    public void Tell(PageDependencies page, string language, IEnumerable<ZoneEntry> zones)
    {
        page.OnTeasers(Newest, new ListWindow(language, From: Newest.Count < Latest ? null : Newest[^1].PublishAt));
        page.OnTeasers(Translated, new ListWindow(null, From: Translated.Count < Translations ? null : Translated[^1].PublishAt, OnlyTranslations: true));
        foreach (var zone in zones)
            page.OnTeasers(
                OfZone.TryGetValue(zone.Id, out var news) ? [news] : [], new ListWindow(language, zone.Id, From: news?.PublishAt));
    }

    private static readonly Compiled<Func<PortalDb, string, string[], DateTimeOffset, IAsyncEnumerable<Line>>> Lines = new(() =>
        EF.CompileAsyncQuery((PortalDb db, string language, string[] others, DateTimeOffset now) =>
            db.Releases.Where(r => r.Language == language && r.PublishAt <= now && r.State != ReleaseState.Withdrawn)
                .OrderByDescending(r => r.PublishAt).ThenByDescending(r => r.Id).Take(Latest)
                .Select(r => new Line
                {
                    Part = Part.Newest, Subject = 0, Id = r.Id, StoryId = r.StoryId, Language = r.Language, Slug = r.Slug, Headline = r.Content.Headline,
                    Summary = r.Content.Summary, Issuer = r.Content.Issuer, Facts = r.Content.Facts,
                    PublishAt = r.PublishAt!.Value, State = r.State, IsTranslation = r.TranslatedFromId != null,
                    Zone = r.Story.Zones.OrderBy(z => z.Order).Select(z => z.Id).FirstOrDefault(),
                    Topic = r.Story.Topics.OrderBy(t => t.Order).Select(t => t.Id).FirstOrDefault(),
                })
            .Concat(from zone in db.Zones
                join r in db.Releases on db.Releases.Where(x => x.Language == language && x.PublishAt <= now && x.State != ReleaseState.Withdrawn && x.Story.Zones.Any(z => z.Id == zone.Id))
                    .OrderByDescending(x => x.PublishAt).ThenByDescending(x => x.Id).Select(x => x.Id).FirstOrDefault() equals r.Id
                select new Line
                {
                    Part = Part.Zone, Subject = zone.Id, Id = r.Id, StoryId = r.StoryId, Language = r.Language, Slug = r.Slug, Headline = r.Content.Headline,
                    Summary = null, Issuer = null, Facts = null,
                    PublishAt = r.PublishAt!.Value, State = r.State, IsTranslation = r.TranslatedFromId != null, Zone = 0, Topic = 0,
                })
            .Concat(db.Releases.Where(r => others.Contains(r.Language) && r.TranslatedFromId != null && r.PublishAt <= now && r.State != ReleaseState.Withdrawn)
                .OrderByDescending(r => r.PublishAt).ThenByDescending(r => r.Id).Take(Translations)
                .Select(r => new Line
                {
                    Part = Part.Translated, Subject = 0, Id = r.Id, StoryId = r.StoryId, Language = r.Language, Slug = r.Slug, Headline = r.Content.Headline,
                    Summary = r.Content.Summary, Issuer = r.Content.Issuer, Facts = r.Content.Facts,
                    PublishAt = r.PublishAt!.Value, State = r.State, IsTranslation = true,
                    Zone = r.Story.Zones.OrderBy(z => z.Order).Select(z => z.Id).FirstOrDefault(),
                    Topic = 0,
                }))));

    // Every part has the columns of all.
    private sealed record Line : Teaser
    {
        public required Part Part { get; init; }

        /// <summary>Of which zone it is the newest; 0 elsewhere.</summary>
        public required int Subject { get; init; }
    }
}
