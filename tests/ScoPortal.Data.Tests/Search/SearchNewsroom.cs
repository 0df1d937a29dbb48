using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Topics;
using ScoPortal.Core.Zones;
using ScoPortal.Data.Providers;
using ScoPortal.Data.Search;

namespace ScoPortal.Data.Tests.Search;

/// <summary>A small newsroom on a real database, with its index beside it.</summary>
public sealed class SearchNewsroom : IAsyncDisposable, IDbContextFactory<PortalDb>
{
    public static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    public static readonly string[] Languages = ["en", "de", "ru", "zh"];

    private static readonly Edit Desk = new("Desk", Now.AddYears(-5));

    private readonly string folder = Directory.CreateTempSubdirectory("scoportal-search-").FullName;
    private readonly TestDatabase database;

    private SearchNewsroom(TestDatabase database)
    {
        this.database = database;
        Index = new SearchIndex(IndexPath);
    }

    public static async Task<SearchNewsroom> OpenAsync(DatabaseProvider engine = DatabaseProvider.Sqlite, bool sample = false) =>
        new(await TestDatabase.CreateAsync(engine, sample));

    public string IndexPath => Path.Combine(folder, "node", "search.db");

    public SearchIndex Index { get; private set; }

    public bool DatabaseIsDown { get; set; }

    public PortalDb CreateDbContext() => DatabaseIsDown ? throw new InvalidOperationException("down") : database.Open();

    /// <summary>Publishes a release in a story of its own.</summary>
    /// <returns>Its key.</returns>
    public async Task<int> PublishAsync(
        string language, string headline, string body = "Nothing more.", DateTimeOffset? at = null, string? zone = null, string? topic = null, string? summary = null)
    {
        await using var db = CreateDbContext();
        var story = new Story();
        story.FileUnder(
            zone is null ? [] : [await db.Zones.SingleOrDefaultAsync(z => z.Key == zone) ?? new Zone(zone, ZoneMark.Circle, 36, 120)],
            topic is null ? [] : [await db.Topics.SingleOrDefaultAsync(t => t.Key == topic) ?? new Topic(topic, 1)]);
        var release = story.Draft(language, new ReleaseContent { Headline = headline, Body = body, Summary = summary }, Desk);
        release.Submit(Desk.At);
        release.Approve(Desk.At);
        release.Publish(at ?? Now.AddDays(-1), Desk.At);
        db.Stories.Add(story);
        await db.SaveChangesAsync();
        return release.Id;
    }

    public async Task ChangeAsync(int id, Action<Release> change)
    {
        await using var db = CreateDbContext();
        change(await db.Releases.Include(r => r.Story).ThenInclude(s => s.Zones).Include(r => r.Story.Topics).SingleAsync(r => r.Id == id));
        await db.SaveChangesAsync();
    }

    public async Task<int> ZoneIdAsync(string key)
    {
        await using var db = CreateDbContext();
        return await db.Zones.Where(z => z.Key == key).Select(z => z.Id).SingleAsync();
    }

    public async Task<int> TopicIdAsync(string key)
    {
        await using var db = CreateDbContext();
        return await db.Topics.Where(t => t.Key == key).Select(t => t.Id).SingleAsync();
    }

    public async Task<long> CatchUpAsync()
    {
        await using var db = CreateDbContext();
        return await Index.CatchUpAsync(db);
    }

    public async Task<int> RebuildAsync(IProgress<int>? progress = null)
    {
        await using var db = CreateDbContext();
        return await Index.RebuildAsync(db, progress);
    }

    public SearchPage Search(string? text, string? language = null) =>
        Index.Search(new SearchRequest(text, Languages, Now) { Language = language });

    public IEnumerable<int> Found(string? text, string? language = null) => Search(text, language).Hits.Select(hit => hit.ReleaseId);

    /// <summary>The node stops and starts.</summary>
    public void Restart()
    {
        Index.Dispose();
        Index = new SearchIndex(IndexPath);
    }

    public async ValueTask DisposeAsync()
    {
        Index.Dispose();
        Directory.Delete(folder, recursive: true);
        await database.DisposeAsync();
    }
}
