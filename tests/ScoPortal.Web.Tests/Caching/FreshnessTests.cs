using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data;
using Xunit;

namespace ScoPortal.Web.Tests.Caching;

/// <summary>Whatever the newsroom does, what readers are given from the cache is what they would get without it.</summary>
public class FreshnessTests
{
    private static readonly string[] Languages = ["en", "de", "ru", "zh"];

    [Fact]
    public async Task Every_page_is_up_to_date_after_everything_that_the_newsroom_does()
    {
        await using var portal = await OwnPortal.OpenAsync(pageCache: "64");
        var paths = await PathsAsync(portal);
        foreach (var (what, change) in Changes())
        {
            // Kept as they were before.
            foreach (var path in paths)
                await GetAsync(portal, path, isSignedIn: false);

            await change(portal);
            await portal.CatchUpAsync();

            foreach (var path in paths)
            {
                var (kept, fresh) = (await GetAsync(portal, path, isSignedIn: false), await GetAsync(portal, path, isSignedIn: true));
                Assert.True(kept == fresh, $"{path} is out of date after: {what}");
            }
        }
    }

    private static IEnumerable<(string What, Func<OwnPortal, Task> Change)> Changes()
    {
        yield return ("publishing a story in a zone, under topics", p => p.QueryAsync(async db =>
        {
            var story = new Story();
            story.FileUnder(await db.Zones.Where(z => z.Key == "scoda").ToListAsync(), await db.Topics.Take(2).ToListAsync());
            p.Publish(story.Draft("en", Text("A new berth is open"), By(p)));
            db.Add(story);
            return await db.SaveChangesAsync();
        }));
        yield return ("a translation of it", p => ChangeAsync(p, "A new berth is open", r =>
            p.Publish(Translated(p, r, "de"))));
        yield return ("an edit of the original", p => ChangeAsync(p, "A new berth is open", r =>
            r.Save(Text("A new berth is open", "Ships of any size. And more of them."), r.RevisionNumber, By(p))));
        yield return ("a correction", p => ChangeAsync(p, "A new berth is open", r =>
        {
            r.Save(Text("A new berth is open", "Ships of most sizes."), r.RevisionNumber, By(p));
            r.Correct("Not of any size.", p.Clock.Now);
        }));
        yield return ("other zones", p => ChangeAsync(p, "A new berth is open", (r, db) =>
            r.Story.FileUnder([.. db.Zones.Where(z => z.Key != "scoda")], [.. db.Topics.OrderBy(t => t.Id).Skip(3).Take(1)])));
        yield return ("a relation to the lead", p => p.QueryAsync(async db =>
        {
            var stories = await db.Stories.Include(s => s.Relations).OrderByDescending(s => s.Id).ToListAsync();
            stories[0].Relate(RelationKind.FollowUp, stories[3]);
            return await db.SaveChangesAsync();
        }));
        yield return ("its end", p => p.QueryAsync(async db =>
        {
            var stories = await db.Stories.Include(s => s.Relations).ThenInclude(r => r.Other).OrderByDescending(s => s.Id).ToListAsync();
            stories[0].Unrelate(RelationKind.FollowUp, stories[3]);
            return await db.SaveChangesAsync();
        }));
        yield return ("a release for tomorrow", p => ChangeAsync(p, "A new berth is open", r =>
        {
            var release = Translated(p, r, "ru");
            release.Submit(p.Clock.Now);
            release.Approve(p.Clock.Now);
            release.Publish(p.Clock.Now.AddHours(2), p.Clock.Now);
        }));
        yield return ("its time comes", p => PassAsync(p, TimeSpan.FromHours(2)));
        yield return ("unlinking a translation", p => p.QueryAsync(async db =>
        {
            var release = await Releases(db).SingleAsync(r => r.Language == "de" && r.Content.Headline == "A new berth is open (de)");
            db.Add(release.Story.Unlink(release));
            return await db.SaveChangesAsync();
        }));
        yield return ("withdrawing", p => ChangeAsync(p, "A new berth is open", r => r.Withdraw("There is no berth.", p.Clock.Now)));
        yield return ("a zone gets another name", p => p.QueryAsync(async db =>
        {
            var zone = await db.Zones.Include(z => z.Profiles).FirstAsync();
            var profile = zone.Profiles.First(x => x.Language == "en");
            zone.Describe("en", profile.Text with { Kicker = "Elsewhere", ShortName = "Else" });
            return await db.SaveChangesAsync();
        }));
        yield return ("a topic gets another name", p => p.QueryAsync(async db =>
        {
            (await db.Topics.Include(t => t.Names).FirstAsync()).Name("en", "Another topic", null);
            return await db.SaveChangesAsync();
        }));
        yield return ("a picture gets another text", p => p.QueryAsync(async db =>
        {
            foreach (var item in await db.Media.Include(m => m.Texts).ToListAsync())
                item.Describe("en", "Cranes at night.", "Seen from the sea.");
            return await db.SaveChangesAsync();
        }));
        yield return ("midnight", p => PassAsync(p, TimeSpan.FromDays(1)));
    }

    private static async Task<List<string>> PathsAsync(OwnPortal portal)
    {
        var paths = new List<string>();
        foreach (var language in Languages)
        {
            paths.AddRange((await portal.AllKindsAsync(language)).Select(k => k.Path));
            paths.AddRange(((string[])["atom", "rss", "json"]).Select(f => Links.Feed(language, f)));
            paths.AddRange([Links.Feed(language, "atom", zone: "scoda"), Links.News(language, zone: "lianyungang"), Links.Month(language, 2026, 11)]);
        }

        // Whatever is published: each release's page has others around it.
        paths.AddRange(await portal.QueryAsync(async db =>
            (await db.Releases.Where(r => r.PublishAt != null).ToListAsync()).Select(r => Links.Release(r.Language, r.Id, r.Slug)).ToList()));
        return [.. paths.Distinct()];
    }

    private static async Task<string> GetAsync(OwnPortal portal, string path, bool isSignedIn)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        // Any key will do: public pages do not ask whose it is.
        if (isSignedIn)
            request.Headers.Add("Cookie", "desk=key; __Host-desk=key");
        using var response = await portal.Client.SendAsync(request);
        // An answer that is no page has a number of its own to ask with.
        return response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync() : $"{response.StatusCode} {response.Headers.Location}";
    }

    private static Task ChangeAsync(OwnPortal portal, string headline, Action<Release> change) => ChangeAsync(portal, headline, (r, _) => change(r));

    private static Task ChangeAsync(OwnPortal portal, string headline, Action<Release, PortalDb> change) => portal.QueryAsync(async db =>
    {
        change(await Releases(db).SingleAsync(r => r.Language == "en" && r.Content.Headline == headline), db);
        return await db.SaveChangesAsync();
    });

    private static IQueryable<Release> Releases(PortalDb db) => db.Releases.Include(r => r.Corrections).Include(r => r.Revisions)
        .Include(r => r.Story).ThenInclude(s => s.Releases).Include(r => r.Story.Zones).Include(r => r.Story.Topics).AsSplitQuery();

    private static Release Translated(OwnPortal portal, Release source, string language)
    {
        var translation = source.Story.Translate(source, language, By(portal));
        translation.Save(Text($"{source.Content.Headline} ({language})"), translation.RevisionNumber, By(portal));
        return translation;
    }

    private static Task PassAsync(OwnPortal portal, TimeSpan time)
    {
        portal.Clock.Now += time;
        return Task.CompletedTask;
    }

    private static ReleaseContent Text(string headline, string body = "Ships of any size.") => new() { Headline = headline, Body = body, Dateline = new Dateline { Place = "Qingdao" } };

    private static Edit By(OwnPortal portal) => new("Vera", portal.Clock.Now);
}
