using System.Net;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Newsroom;
using ScoPortal.Data.Providers;
using ScoPortal.Data.Tests;
using Xunit;

namespace ScoPortal.Web.Tests.Commands;

public class SampleTests
{
    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_reader_can_open_whatever_synthetic_stories_are_public(DatabaseProvider engine)
    {
        await using var portal = await OwnPortal.OpenAsync(engine);
        await SyntheticNewsroom.AddAsync(portal.Database.Open, 40, seed: 1, TestDatabase.Now, progress: null, CancellationToken.None);
        var releases = await portal.QueryAsync(db => db.Releases.Where(r => r.Revisions.Any(v => v.By == "Sample"))
            .Select(r => new { r.Id, r.Language, r.Slug, r.State, r.PublishAt }).ToListAsync());
        using var reader = portal.CreateClient();

        Assert.NotEmpty(releases);
        foreach (var release in releases)
        {
            using var answer = await reader.GetAsync(Links.Release(release.Language, release.Id, release.Slug));
            Assert.Equal(
                release.State == ReleaseState.Withdrawn ? HttpStatusCode.Gone
                : release.State >= ReleaseState.Published && release.PublishAt <= TestDatabase.Now ? HttpStatusCode.OK : HttpStatusCode.NotFound,
                answer.StatusCode);
        }

        foreach (var page in (string[])["/en", "/zh/news", "/ru/archive", "/de/zones/scoda", "/en/topics/port-rail", "/sitemap-1.xml", "/en/feed.atom"])
            Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(page)).StatusCode);
    }
}
