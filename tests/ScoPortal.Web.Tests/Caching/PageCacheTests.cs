using System.Data.Common;
using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Providers;
using ScoPortal.Data.Tests;
using Xunit;

namespace ScoPortal.Web.Tests.Caching;

/// <summary>What is kept, for whom and how long. A page that is made asks the database; one that is kept does not.</summary>
public class PageCacheTests
{
    [Fact]
    public async Task A_page_is_made_once_and_then_given_to_everybody()
    {
        await using var portal = await CountingPortal.OpenAsync();

        var first = await portal.GetAsync("/en/");
        var queries = portal.Queries;
        var second = await portal.GetAsync("/en/");
        var campaign = await portal.GetAsync("/en/?utm_source=letter");

        Assert.True(queries > 0);
        Assert.Equal(queries, portal.Queries);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal(first.Headers.ETag, campaign.Headers.ETag);
        Assert.False(second.Headers.ETag!.IsWeak);
        foreach (var header in (string[])["Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy", "Vary", "Cache-Control"])
            Assert.Equal(first.Headers.GetValues(header), second.Headers.GetValues(header));
        Assert.Equal(first.Content.Headers.ContentType, second.Content.Headers.ContentType);
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("GZIP, deflate", "gzip")]
    [InlineData("br;q=0, gzip;q=0.5", "gzip")]
    [InlineData("br;q=0, *;q=0.1", "gzip")]
    [InlineData("*", "br")]
    [InlineData("deflate", null)]
    [InlineData("identity", null)]
    [InlineData(null, null)]
    [InlineData("br;q=high", null)]
    public async Task Each_browser_gets_the_smallest_coding_that_it_takes(string? accepted, string? coding)
    {
        await using var portal = await CountingPortal.OpenAsync();
        var plain = await (await portal.GetAsync("/en/about")).Content.ReadAsStringAsync();

        for (var time = 1; time <= 2; time++)
        {
            using var response = await portal.GetAsync("/en/about", ("Accept-Encoding", accepted));
            Assert.Equal(coding, response.Content.Headers.ContentEncoding.SingleOrDefault());
            Assert.Contains("Accept-Encoding", response.Headers.Vary);
            await using var body = await response.Content.ReadAsStreamAsync();
            await using Stream text = coding switch { "br" => new BrotliStream(body, CompressionMode.Decompress), "gzip" => new GZipStream(body, CompressionMode.Decompress), _ => body };
            Assert.Equal(plain, await new StreamReader(text).ReadToEndAsync());
        }
    }

    [Fact]
    public async Task A_browser_that_has_the_page_is_told_no_more_than_that()
    {
        await using var portal = await CountingPortal.OpenAsync();
        var tag = (await portal.GetAsync("/en/about")).Headers.ETag!.Tag;
        var coded = (await portal.GetAsync("/en/about", ("Accept-Encoding", "br"))).Headers.ETag!.Tag;

        Assert.NotEqual(tag, coded);
        foreach (var known in (string[])[tag, $"W/{tag}", $"\"other\", {tag}", "*"])
        {
            using var response = await portal.GetAsync("/en/about", ("If-None-Match", known));
            Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
            Assert.Equal(tag, response.Headers.ETag!.Tag);
            Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        }

        Assert.Equal(HttpStatusCode.OK, (await portal.GetAsync("/en/about", ("If-None-Match", coded))).StatusCode);
    }

    [Fact]
    public async Task The_head_of_a_page_is_that_of_the_page()
    {
        await using var portal = await CountingPortal.OpenAsync();
        using var head = await portal.SendAsync(HttpMethod.Head, "/en/about");
        using var page = await portal.GetAsync("/en/about");

        Assert.Equal((page.Headers.ETag, page.Content.Headers.ContentLength), (head.Headers.ETag, head.Content.Headers.ContentLength));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Of_a_hundred_readers_who_ask_at_once_ninety_nine_wait_for_the_page_of_the_first()
    {
        await using var portal = await CountingPortal.OpenAsync();
        await portal.GetAsync("/de/");
        var before = portal.Queries;
        await portal.GetAsync("/en/");
        var one = portal.Queries - before;

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => portal.GetAsync("/ru/")));

        Assert.All(answers, a => Assert.Equal(answers[0].Headers.ETag, a.Headers.ETag));
        Assert.InRange(portal.Queries - before - one, 1, 2 * one);
    }

    [Fact]
    public async Task Publishing_a_release_drops_the_pages_that_show_it_and_no_others()
    {
        await using var portal = await CountingPortal.OpenAsync();
        var other = await portal.Portal.ReleaseAsync("liangjiang-district-2026", "de");
        string[] touched = ["/en/", "/en/news", Links.Month("en", 2021, 4), "/en/feed.atom"];
        string[] untouched = ["/de/", "/de/news", other.Path, "/en/about", "/en/feeds", Links.News("en", zone: "scoda"), "/en/corrections", "/zh/feed.rss"];
        await portal.KeepAsync([.. touched, .. untouched]);

        await portal.Portal.PublishAsync("A bridge is open");
        await portal.Portal.CatchUpAsync();

        foreach (var path in untouched)
            Assert.True(await portal.IsKeptAsync(path), $"{path} was dropped");
        foreach (var path in touched)
            Assert.False(await portal.IsKeptAsync(path), $"{path} was kept");
    }

    [Fact]
    public async Task What_editors_save_before_it_is_public_drops_nothing()
    {
        await using var portal = await CountingPortal.OpenAsync();
        string[] paths = ["/en/", "/en/news", "/en/feed.atom"];
        await portal.KeepAsync(paths);

        await portal.Portal.QueryAsync(async db =>
        {
            var story = new Story();
            story.Draft("en", new ReleaseContent { Headline = "Not yet", Body = "Text." }, new Edit("Vera", portal.Portal.Clock.Now));
            db.Add(story);
            return await db.SaveChangesAsync();
        });
        await portal.Portal.CatchUpAsync();

        foreach (var path in paths)
            Assert.True(await portal.IsKeptAsync(path), $"{path} was dropped");
    }

    [Fact]
    public async Task A_scheduled_release_is_on_the_kept_pages_when_its_time_has_come()
    {
        await using var portal = await CountingPortal.OpenAsync();
        var release = await portal.Portal.ReleaseAsync("three-zones", "en");
        // Pages are made anew every day, so: on that day, a second before.
        portal.Portal.Clock.Now = TestDatabase.Now.AddDays(30).AddSeconds(-1);
        await portal.KeepAsync("/en/", "/en/news");
        Assert.DoesNotContain(release.Path, await portal.ReadAsync("/en/"), StringComparison.Ordinal);

        portal.Portal.Clock.Now = TestDatabase.Now.AddDays(30);
        await portal.Portal.CatchUpAsync();

        foreach (var path in (string[])["/en/", "/en/news"])
            Assert.Contains(release.Path, await portal.ReadAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_later_every_page_tells_the_new_day()
    {
        await using var portal = await CountingPortal.OpenAsync();
        await portal.KeepAsync("/en/about");

        portal.Portal.Clock.Now = new DateTimeOffset(portal.Portal.Clock.Now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);

        Assert.Contains($"datetime=\"{portal.Portal.Clock.Now:yyyy-MM-dd}\"", await portal.ReadAsync("/en/about"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_signed_in_gets_every_page_fresh_and_leaves_none_behind()
    {
        await using var portal = await CountingPortal.OpenAsync();
        await portal.KeepAsync("/en/");
        var before = portal.Queries;

        using var response = await portal.GetAsync("/en/", ("Cookie", "desk=key"));

        Assert.True(portal.Queries > before);
        Assert.Equal("no-store, private", response.Headers.CacheControl!.ToString());
        Assert.Null(response.Headers.ETag);
    }

    [Fact]
    public async Task What_is_not_there_is_not_kept()
    {
        await using var portal = await CountingPortal.OpenAsync();
        var withdrawn = await portal.Portal.ReleaseAsync("lianyungang-park-area", "en");

        foreach (var (path, status) in ((string, HttpStatusCode)[])[("/en/news/99999", HttpStatusCode.NotFound), (withdrawn.Path, HttpStatusCode.Gone)])
            for (var time = 1; time <= 2; time++)
            {
                var before = portal.Queries;
                using var response = await portal.GetAsync(path, ("Accept-Encoding", "br"));
                Assert.Equal(status, response.StatusCode);
                Assert.Null(response.Headers.ETag);
                Assert.True(portal.Queries > before);
            }
    }

    [Fact]
    public async Task Memory_is_bounded_and_what_nobody_asks_for_goes_first()
    {
        await using var portal = await CountingPortal.OpenAsync(megabytes: 1);
        await portal.KeepAsync("/en/");
        for (var i = 0; i < 400; i++)
        {
            await portal.KeepAsync(Links.News("en", before: i + 1));
            await portal.Portal.CatchUpAsync();
            await portal.GetAsync("/en/");
        }

        Assert.True(await portal.IsKeptAsync("/en/"));
        Assert.False(await portal.IsKeptAsync(Links.News("en", before: 1)));
    }

    /// <summary>A portal with a page cache that counts what it asks its database.</summary>
    private sealed class CountingPortal : DbCommandInterceptor, IAsyncDisposable
    {
        private int queries;

        public OwnPortal Portal { get; private set; } = null!;

        public int Queries => queries;

        public static async Task<CountingPortal> OpenAsync(int megabytes = 16)
        {
            var counter = new CountingPortal();
            counter.Portal = await OwnPortal.OpenAsync(
                pageCache: $"{megabytes}", services: s => s.ConfigureDbContext<SqlitePortalDb>(o => o.AddInterceptors(counter)));
            _ = counter.Portal.Client;
            await counter.Portal.CatchUpAsync();
            return counter;
        }

        public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string? Value)[] headers)
        {
            using var request = new HttpRequestMessage(method, path);
            foreach (var (name, value) in headers)
                if (value is not null)
                    request.Headers.TryAddWithoutValidation(name, value);
            return await Portal.Client.SendAsync(request);
        }

        public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string? Value)[] headers) => SendAsync(HttpMethod.Get, path, headers);

        public async Task<string> ReadAsync(string path) => await (await GetAsync(path)).EnsureSuccessStatusCode().Content.ReadAsStringAsync();

        public async Task KeepAsync(params string[] paths)
        {
            foreach (var path in paths)
                await ReadAsync(path);
        }

        /// <summary>The page costs no query, or none is needed to make it.</summary>
        public async Task<bool> IsKeptAsync(string path)
        {
            var before = Queries;
            await ReadAsync(path);
            return Queries == before;
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            // What follows the change log asks all the time, for nobody.
            if (Activity.Current is not null)
                Interlocked.Increment(ref queries);
            return ValueTask.FromResult(result);
        }

        public ValueTask DisposeAsync() => Portal.DisposeAsync();
    }
}
