using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data;
using ScoPortal.Data.Counting;
using ScoPortal.Data.Queries;
using ScoPortal.Web.Seo;
using Version = ScoPortal.Web.Pages.Shared.Version;

namespace ScoPortal.Web.Feeds;

/// <summary>Reads what the sitemaps name: pages that a visitor may open, in languages that this portal serves.</summary>
internal sealed record SitemapSource(PortalDb Db, Catalogue Catalogue, Publications Publications, PortalOptions Options, TimeProvider Time)
{
    /// <summary>
    /// How many keys of releases a part covers. Far below the 50,000 addresses that the protocol allows, since it also
    /// allows only 50 MB, and each address brings those of all its language versions: up to 5 kB. And of few PostgreSQL
    /// looks up the versions, while for many it reads all releases.
    /// </summary>
    public const int PartSize = 2_000;

    /// <summary>Beyond this part there are no keys.</summary>
    public const int LastPart = int.MaxValue / PartSize;

    private const int NewestNews = 1000;
    private static readonly TimeSpan NewsAge = TimeSpan.FromDays(2);

    private IQueryable<Release> Open
    {
        get
        {
            var codes = Options.Languages.Codes;
            return Db.Releases.Public(Time.GetUtcNow()).Where(r => codes.Contains(r.Language));
        }
    }

    /// <summary>The parts that have releases, from 1.</summary>
    public IEnumerable<int> Parts() => Publications.Ranges(Options.Languages.Codes, PartSize, Time.GetUtcNow()).Select(range => range + 1);

    /// <summary>What is news, in all languages, newest first.</summary>
    public IAsyncEnumerable<NewsItem> News()
    {
        var oldest = Time.GetUtcNow() - NewsAge;
        return Open.Where(r => r.PublishAt > oldest).NewestFirst().Take(NewestNews)
            .Select(r => new NewsItem(r.Id, r.Language, r.Slug, r.PublishAt!.Value, r.Content.Headline)).AsAsyncEnumerable();
    }

    /// <summary>The addresses of everything but releases, in each language that it exists in.</summary>
    public IEnumerable<IReadOnlyList<(string Language, string Path)>> Pages()
    {
        Func<string, string>[] everywhere =
            [Links.Home, l => Links.News(l), Links.Archive, Links.Zones, Links.Topics, l => Links.Corrections(l), Links.Feeds, Links.About];
        foreach (var link in everywhere)
            yield return In(_ => true, link);
        foreach (var zone in Catalogue.Zones)
            yield return In(l => zone.Names.Any(n => n.Language == l), l => Links.Zone(l, zone.Key));
        foreach (var topic in Catalogue.Topics)
            yield return In(l => topic.Names.Any(n => n.Language == l), l => Links.Topic(l, topic.Key));
    }

    /// <summary>The releases of one part, each with its language versions: one range of keys, read while it is written.</summary>
    public async IAsyncEnumerable<SitemapItem> PartAsync(int part)
    {
        var (after, last) = ((part - 1) * PartSize, part * PartSize);
        // Other languages are left out while reading: asked to, SQLite would read all releases and sort them by key.
        var open = Db.Releases.Public(Time.GetUtcNow());
        var rows = from release in open
                   where release.Id > after && release.Id <= last
                   join version in open on release.StoryId equals version.StoryId
                   orderby release.Id
                   select new
                   {
                       release.Id,
                       release.UpdatedAt,
                       Version = new Version(
                           version.Id, version.Language, version.Slug, version.PublishAt!.Value, version.TranslatedFromId == null, false),
                   };
        List<Version> versions = [];
        var (id, updated) = (0, DateTimeOffset.MinValue);
        await foreach (var row in rows.AsAsyncEnumerable())
        {
            if (row.Id != id)
            {
                if (Item() is { } item)
                    yield return item;
                versions = [];
            }

            (id, updated) = (row.Id, row.UpdatedAt);
            versions.Add(row.Version);
        }

        if (Item() is { } lastItem)
            yield return lastItem;

        SitemapItem? Item() =>
            versions.Find(v => v.Id == id) is { } self && Options.Languages.All.Any(l => l.Code == self.Language)
                ? new SitemapItem(self.Path, updated > self.PublishAt ? updated : self.PublishAt, Options.Languages.Served(versions))
                : null;
    }

    private List<(string Language, string Path)> In(Func<string, bool> exists, Func<string, string> link) =>
        [.. Options.Languages.All.Where(l => exists(l.Code)).Select(l => (l.Code, link(l.Code)))];
}

/// <summary>A release with its language versions, itself among them.</summary>
internal sealed record SitemapItem(string Path, DateTimeOffset Modified, IReadOnlyList<Version> Versions);

/// <summary>A release that is news.</summary>
internal sealed record NewsItem(int Id, string Language, string Slug, DateTimeOffset PublishAt, string Headline)
{
    public string Path => Links.Release(Language, Id, Slug);
}
