using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScoPortal.Core.Stories;
using ScoPortal.Data;
using ScoPortal.Data.Queries;
using Xunit;

namespace ScoPortal.Web.Tests.Feeds;

/// <summary>Tests in this collection share a portal that they write into.</summary>
[CollectionDefinition(Name)]
public sealed class BusyPortal : ICollectionFixture<PortalFixture>
{
    public const string Name = "Busy portal";
}

/// <summary>What the tests of feeds, sitemaps and archive do in the newsroom.</summary>
internal static class Newsroom
{
    private static readonly Edit Anna = new("A. Weber", PortalFixture.Now.AddDays(-3));

    /// <summary>Publishes a story of one release.</summary>
    public static async Task<int> PublishAsync(this PortalFixture portal, ReleaseContent content, string language, DateTimeOffset at) =>
        (await portal.PublishAsync([(content, language)], at))[0];

    /// <summary>Publishes stories of one release each, all at one instant.</summary>
    public static async Task<IReadOnlyList<int>> PublishAsync(
        this PortalFixture portal, IEnumerable<(ReleaseContent Content, string Language)> texts, DateTimeOffset at)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        List<Release> releases = [];
        foreach (var (content, language) in texts)
        {
            var release = new Story().Draft(language, content, Anna);
            release.Submit(Anna.At);
            release.Approve(Anna.At);
            release.Publish(at, Anna.At);
            releases.Add(release);
            db.Add(release.Story);
        }

        await db.SaveChangesAsync();
        return releases.ConvertAll(r => r.Id);
    }

    /// <summary>Changes a release as its verbs allow.</summary>
    public static async Task ChangeAsync(this PortalFixture portal, int id, Action<Release> change)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        change(await db.Releases.Include(r => r.Story).Include(r => r.Corrections).Include(r => r.Revisions).AsSplitQuery().SingleAsync(r => r.Id == id));
        await db.SaveChangesAsync();
    }

    /// <summary>Asks the database.</summary>
    public static async Task<T> AskAsync<T>(this PortalFixture portal, Func<PortalDb, Task<T>> question)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<PortalDb>());
    }

    /// <summary>Keys of everything in a language that a visitor may read.</summary>
    public static Task<List<int>> PublicAsync(this PortalFixture portal, string language) =>
        portal.AskAsync(db => db.Releases.Public(PortalFixture.Now).In(language).NewestFirst().Select(r => r.Id).ToListAsync());

    public static ReleaseContent Text(string headline) => new() { Headline = headline, Summary = "Summary.", Body = "Body.", Source = "Test desk" };
}
