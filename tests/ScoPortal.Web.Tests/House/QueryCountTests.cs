using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ScoPortal.Data.Providers;
using Xunit;

namespace ScoPortal.Web.Tests.House;

/// <summary>A page that waits for the database again and again is slow wherever the database is another machine.</summary>
public sealed class QueryCountTests(QueryCountTests.CountedPortal portal) : IClassFixture<QueryCountTests.CountedPortal>
{
    private const int Most = 3;

    [Fact]
    public async Task Every_page_asks_the_database_three_times_at_most()
    {
        List<string> paths = [];
        foreach (var language in (string[])["en", "de", "ru", "zh"])
            paths.AddRange((await portal.AllKindsAsync(language)).Select(k => k.Path));
        var listed = await portal.ReleaseAsync("liangjiang-district-2026", "en");
        paths.AddRange([
            Links.News("en", before: listed.Id), Links.News("en", after: listed.Id), Links.News("en", zone: "scoda", before: listed.Id),
            Links.Month("en", 2021, 4, before: listed.Id), Links.Corrections("de"), Links.Release("en", listed.Id, null)]);

        Faults.None(await FaultsAsync(paths));
    }

    [Fact]
    public async Task Every_feed_asks_the_database_three_times_at_most()
    {
        var catalogue = portal.Services.GetRequiredService<Catalogue>();
        List<string> paths = [];
        foreach (var language in (string[])["en", "de", "ru", "zh"])
            foreach (var format in (string[])["atom", "rss", "json"])
                paths.AddRange([
                    Links.Feed(language, format), Links.Feed(language, format, zone: catalogue.Zones[0].Key), Links.Feed(language, format, topic: catalogue.Topics[0].Key)]);

        Faults.None(await FaultsAsync(paths));
    }

    private async Task<List<string>> FaultsAsync(List<string> paths)
    {
        List<string> faults = [];
        foreach (var path in paths)
        {
            portal.Asked.Clear();
            using var response = await portal.Client.GetAsync(path);
            Assert.True((int)response.StatusCode < 500, $"{path} answers {(int)response.StatusCode}");
            if (portal.Asked.Count > Most)
                faults.Add($"{path} asks {portal.Asked.Count} times:\n{string.Join("\n\n", portal.Asked)}");
        }

        return faults;
    }

    /// <summary>Notes what requests ask the database.</summary>
    public sealed class CountedPortal : PortalFixture
    {
        public ConcurrentQueue<string> Asked { get; } = [];

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.ConfigureDbContext<SqlitePortalDb>(o => o.AddInterceptors(new Ear(Asked))));
        }
    }

    // What the portal asks beside requests, as its projections do, has no request.
    private sealed class Ear(ConcurrentQueue<string> asked) : DbCommandInterceptor
    {
        private readonly HttpContextAccessor requests = new();

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Note(command);
            return ValueTask.FromResult(result);
        }

        public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
        {
            Note(command);
            return result;
        }

        public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
        {
            Note(command);
            return result;
        }

        public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
        {
            Note(command);
            return result;
        }

        private void Note(DbCommand command)
        {
            if (requests.HttpContext is not null)
                asked.Enqueue(command.CommandText);
        }
    }
}
