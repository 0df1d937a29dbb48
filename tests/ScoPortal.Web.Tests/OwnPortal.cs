using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Providers;
using ScoPortal.Data.Tests;

namespace ScoPortal.Web.Tests;

/// <summary>A portal of one test, on a database of its own, which it may change or break. Its clock stands at <see cref="TestDatabase.Now"/>.</summary>
public sealed class OwnPortal : PortalFixture
{
    private readonly TestDatabase database;
    private readonly string languages;
    private readonly string environment;
    private readonly Action<IServiceCollection>? services;
    private string timeZone = "UTC";
    private string pageCache = "0";
    private (string Key, string Value)[] settings = [];

    private OwnPortal(TestDatabase database, string languages, string environment, Action<IServiceCollection>? services)
    {
        (this.database, this.languages, this.environment, this.services) = (database, languages, environment, services);
        Clock.Now = TestDatabase.Now;
    }

    /// <summary>The database it runs on.</summary>
    public TestDatabase Database => database;

    /// <summary>Every line it has logged.</summary>
    public IReadOnlyList<string> Log
    {
        get
        {
            if (Directory.GetFiles(Folder, "log-*.txt") is not [var file])
                return [];
            using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
    }

    protected override string Languages => languages;

    protected override string PageCacheMegabytes => pageCache;

    public static async Task<OwnPortal> OpenAsync(
        DatabaseProvider engine = DatabaseProvider.Sqlite, bool sample = true, string languages = "en,de,ru,zh",
        string environment = "Development", Action<IServiceCollection>? services = null, string timeZone = "UTC",
        string pageCache = "0", params (string Key, string Value)[] settings) =>
        new(await TestDatabase.CreateAsync(engine, sample), languages, environment, services) { timeZone = timeZone, pageCache = pageCache, settings = settings };

    /// <summary>Publishes a new story at once.</summary>
    /// <returns>The key of its release.</returns>
    public Task<int> PublishAsync(string headline, string body = "Text.", string language = "en", string? place = null) =>
        QueryAsync(async db =>
        {
            var story = new Story();
            Publish(story.Draft(language, new ReleaseContent { Headline = headline, Body = body, Dateline = new Dateline { Place = place } }, new Edit("Vera", Clock.Now)));
            db.Add(story);
            await db.SaveChangesAsync();
            return story.Releases[0].Id;
        });

    /// <summary>Takes a draft all the way.</summary>
    public void Publish(Release release)
    {
        release.Submit(Clock.Now);
        release.Approve(Clock.Now);
        release.Publish(Clock.Now, Clock.Now);
    }

    /// <summary>Does to the database what a mishap does.</summary>
    public Task BreakAsync(string sql) => QueryAsync(db => db.Database.ExecuteSqlRawAsync(sql));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseEnvironment(environment);
        builder.UseSetting("Database:Provider", database.Engine.ToString());
        builder.UseSetting("ConnectionStrings:Portal", database.ConnectionString);
        builder.UseSetting("Portal:Sample", "false");
        builder.UseSetting("Portal:TimeZone", timeZone);
        builder.UseSetting("Portal:LogFile", Path.Combine(Folder, "log-.txt"));
        foreach (var (key, value) in settings)
            builder.UseSetting(key, value);
        if (services is not null)
            builder.ConfigureTestServices(services);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
