using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ScoPortal.Data;
using ScoPortal.Data.Changes;
using ScoPortal.Data.Newsroom;
using Xunit;

namespace ScoPortal.Web.Tests;

/// <summary>Tests in this collection share one portal, and read only.</summary>
[CollectionDefinition(Name)]
public sealed class OnePortal : ICollectionFixture<PortalFixture>
{
    public const string Name = "One portal";
}

/// <summary>A release of the sample newsroom as its readers find it.</summary>
public sealed record Known(int Id, string Language, string Slug, string Headline)
{
    public string Path => Links.Release(Language, Id, Slug);
}

/// <summary>Stands still until a test moves it; timers run as ever.</summary>
public sealed class Clock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>The portal with the sample newsroom in a folder of its own, at an instant of its own.</summary>
public class PortalFixture : WebApplicationFactory<Program>
{
    private static readonly StringWriter Said = new();

    private readonly Lazy<HttpClient> client;

    // Here and not where it is declared: from the first portal on.
    static PortalFixture() => Console.SetError(TextWriter.Synchronized(Said));

    public PortalFixture() =>
        client = new Lazy<HttpClient>(() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));

    /// <summary>What the portal takes for now, unless its clock is moved.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Follows no redirects.</summary>
    public HttpClient Client => client.Value;

    /// <summary>What the portal takes for now.</summary>
    public Clock Clock { get; } = new(Now);

    /// <summary>Where this portal writes.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("scoportal-web-").FullName;

    /// <summary>Value of <c>Portal:Languages</c>.</summary>
    protected virtual string Languages => "en,de,ru,zh";

    /// <summary>Value of <c>Portal:PageCacheMegabytes</c>.</summary>
    protected virtual string PageCacheMegabytes => "0";

    /// <summary>The page at that address, which answers as expected.</summary>
    public async Task<IHtmlDocument> ReadAsync(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await Client.GetAsync(path);
        Assert.True(status == response.StatusCode, $"{path} answers {(int)response.StatusCode}");
        return await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
    }

    /// <summary>Where the portal leads somebody who asks for that address.</summary>
    public async Task<(HttpStatusCode Status, string? Location)> AskAsync(string path)
    {
        using var response = await Client.GetAsync(path);
        return (response.StatusCode, response.Headers.Location?.OriginalString);
    }

    /// <summary>A release by the key of its sample story.</summary>
    public async Task<Known> ReleaseAsync(string story, string language)
    {
        var file = NewsroomContent.Paths.Single(p => p.Split('/') is ["stories", var folder, var name] && folder[3..] == story && name == $"{language}.md");
        var headline = NewsroomContent.Text(file)!.Split('\n').Single(l => l.StartsWith("headline: ", StringComparison.Ordinal))["headline: ".Length..].Trim();
        return await QueryAsync(db => db.Releases.Where(r => r.Language == language && r.Content.Headline == headline)
            .Select(r => new Known(r.Id, r.Language, r.Slug, r.Content.Headline)).SingleAsync());
    }

    /// <summary>Asks the portal's database.</summary>
    public async Task<T> QueryAsync<T>(Func<PortalDb, Task<T>> query)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        return await query(db);
    }

    /// <summary>What a projection would have taken in a moment later.</summary>
    public Task CatchUpAsync() => Services.GetRequiredService<ChangeFollower>().CatchUpAsync(CancellationToken.None);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        // A real server, where a test starts one, takes a free port rather than the portal's own.
        builder.UseSetting("urls", "http://127.0.0.1:0");
        builder.UseSetting("Portal:DataFolder", Folder);
        builder.UseSetting("Portal:Languages", Languages);
        builder.UseSetting("Portal:PublicUrl", "https://news.example.org");
        // A test asks right after it has changed something: PageCacheTests are about what is kept.
        builder.UseSetting("Portal:PageCacheMegabytes", PageCacheMegabytes);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton<IStartupFilter, Limiters>();
            // Hundreds sign in: a hash that takes long would be most of what is tested.
            services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1_000);
        });
    }

    // A portal that cannot start says why on standard error and ends: without this a test would learn only that it has ended.
    protected override IHost CreateHost(IHostBuilder builder)
    {
        var host = base.CreateHost(builder);
        try
        {
            _ = host.Services.GetRequiredService<IServer>();
            return host;
        }
        catch (ObjectDisposedException ended)
        {
            throw new InvalidOperationException($"The portal ended at its start; last on standard error: {Said}", ended);
        }
    }

    // SQLite takes its last files away while the folder is being emptied: what was a child may be gone, or new.
    private async Task DeleteFolderAsync()
    {
        for (var attempt = 1; Directory.Exists(Folder); attempt++)
        {
            try
            {
                Directory.Delete(Folder, recursive: true);
            }
            catch (IOException) when (attempt < 20)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50));
            }
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await DeleteFolderAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>The same portal with a language written from right to left and the pseudo-locale.</summary>
public sealed class PortalInMoreLanguages : PortalFixture
{
    protected override string Languages => "en,de,ru,zh,fa,qps";
}
