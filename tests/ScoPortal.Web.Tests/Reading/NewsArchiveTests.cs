using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using Xunit;

namespace ScoPortal.Web.Tests.Reading;

public class NewsArchiveTests
{
    [Fact]
    public async Task Its_pages_hold_every_release_once_in_both_directions_even_those_of_one_instant()
    {
        await using var portal = await OwnPortal.OpenAsync();
        await portal.QueryAsync(async db =>
        {
            for (var i = 0; i < 45; i++)
            {
                var story = new Story();
                portal.Publish(story.Draft("en", new ReleaseContent { Headline = $"At once {i}", Body = "Text." }, new Edit("Vera", portal.Clock.Now)));
                db.Add(story);
            }

            return await db.SaveChangesAsync();
        });
        var all = await portal.QueryAsync(db => db.Releases.Where(r => r.Language == "en" && r.PublishAt <= portal.Clock.Now
            && (r.State == ReleaseState.Published || r.State == ReleaseState.Corrected)).OrderByDescending(r => r.PublishAt).ThenByDescending(r => r.Id)
            .Select(r => r.Content.Headline).ToListAsync());

        var (forwards, last) = await WalkAsync(portal, "/en/news", "next");
        var (backwards, first) = await WalkAsync(portal, last, "prev");

        Assert.Equal(all, forwards.SelectMany(page => page));
        Assert.Equal(all, backwards.AsEnumerable().Reverse().SelectMany(page => page));
        Assert.Null((await portal.ReadAsync(first)).QuerySelector("link[rel=prev]"));
    }

    [Fact]
    public async Task A_release_withdrawn_while_somebody_reads_does_not_stop_the_walk()
    {
        await using var portal = await OwnPortal.OpenAsync();
        for (var i = 0; i < 3; i++)
            await portal.PublishAsync($"Another {i}");
        var first = await portal.ReadAsync("/en/news");
        var next = first.QuerySelector(".pages a[rel=next]")!.GetAttribute("href")!;
        var key = int.Parse(next.Split('=')[1]);
        await portal.QueryAsync(async db =>
        {
            (await db.Releases.SingleAsync(r => r.Id == key)).Withdraw("A mistake.", portal.Clock.Now);
            return await db.SaveChangesAsync();
        });

        var older = Headlines(await portal.ReadAsync(next));
        Assert.NotEmpty(older);
        Assert.Empty(older.Intersect(Headlines(first)));
    }

    [Fact]
    public async Task Zone_and_topic_narrow_it_and_a_filter_that_does_not_exist_is_not_found()
    {
        await using var portal = await OwnPortal.OpenAsync();

        var page = await portal.ReadAsync(Links.News("de", zone: "liangjiang"));

        Assert.Equal("liangjiang", page.QuerySelector("select[name=zone] option[selected]")!.GetAttribute("value"));
        var results = page.QuerySelectorAll("li.result");
        Assert.NotEmpty(results);
        Assert.All(results, r => Assert.Equal("/de/zones/liangjiang", r.QuerySelector(".kicker a")!.GetAttribute("href")));
        foreach (var wrong in (string[])["?zone=nowhere", "?topic=nothing"])
            Assert.Equal(HttpStatusCode.NotFound, (await portal.AskAsync("/de/news" + wrong)).Status);
        foreach (var odd in (string[])["?zone=&topic=", "?before=x", "?before=999999", "?after=0", "?before=99999999999", "?zone=scoda&zone=liangjiang", "?x=%00"])
            Assert.Equal(HttpStatusCode.OK, (await portal.AskAsync("/de/news" + odd)).Status);
    }

    private static List<string> Headlines(IParentNode page) => [.. page.QuerySelectorAll("li.result h2").Select(h => h.TextContent)];

    private static async Task<(List<List<string>> Pages, string End)> WalkAsync(OwnPortal portal, string start, string direction)
    {
        var pages = new List<List<string>>();
        for (var path = start; ;)
        {
            var page = await portal.ReadAsync(path);
            pages.Add(Headlines(page));
            Assert.Equal(page.QuerySelector($"link[rel={direction}]")?.GetAttribute("href"), page.QuerySelector($".pages a[rel={direction}]")?.GetAttribute("href"));
            if (page.QuerySelector($".pages a[rel={direction}]")?.GetAttribute("href") is not { } next)
                return (pages, path);
            Assert.True(pages.Count < 20, "the pages have no end");
            path = next;
        }
    }
}
