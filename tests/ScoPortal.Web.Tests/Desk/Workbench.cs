using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Media;
using ScoPortal.Core.Stories;

namespace ScoPortal.Web.Tests.Desk;

/// <summary>What the tests of the desk find in the newsroom before they begin.</summary>
public static class Workbench
{
    /// <summary>A story with one release, taken as far as that.</summary>
    public static Task<Release> WriteAsync(
        this PortalFixture portal, string headline, ReleaseState state = ReleaseState.Draft, string language = "en", int? author = null, string body = "Text.", int? story = null) =>
        portal.QueryAsync(async db =>
        {
            var of = story is null ? new Story() : await db.Stories.Include(s => s.Releases).SingleAsync(s => s.Id == story);
            var release = of.Draft(language, new ReleaseContent { Headline = headline, Body = body, Summary = "Summary." }, new Edit("Vera", portal.Clock.Now, AccountId: author));
            if (story is null)
                of.FileUnder(await db.Zones.Take(1).ToListAsync(), []);
            if (state >= ReleaseState.InReview)
                release.Submit(portal.Clock.Now);
            if (state >= ReleaseState.Approved)
                release.Approve(portal.Clock.Now);
            if (state >= ReleaseState.Published)
                release.Publish(portal.Clock.Now, portal.Clock.Now);
            if (story is null)
                db.Add(of);
            await db.SaveChangesAsync();
            return release;
        });

    /// <summary>The release as it is now.</summary>
    public static Task<Release> NowAsync(this PortalFixture portal, int id) =>
        portal.QueryAsync(db => db.Releases.AsNoTracking().Include(r => r.Story.Zones).Include(r => r.Story.Topics).Include(r => r.Corrections).AsSplitQuery().SingleAsync(r => r.Id == id));

    /// <summary>Changes a release.</summary>
    public static Task DoAsync(this OwnPortal portal, int id, Action<Release> verb) => portal.QueryAsync(async db =>
    {
        verb(await db.Releases.Include(r => r.Story).Include(r => r.Media).SingleAsync(r => r.Id == id));
        return await db.SaveChangesAsync();
    });

    /// <summary>What the audit has on something, oldest first.</summary>
    public static Task<List<AuditEntry>> AuditAsync(this OwnPortal portal, string subject) =>
        portal.QueryAsync(db => db.Audit.Where(e => e.Subject == subject).OrderBy(e => e.Id).ToListAsync());

    /// <summary>Gives a release a picture without alternative text.</summary>
    public static Task IllustrateAsync(this OwnPortal portal, int id) => portal.QueryAsync(async db =>
    {
        var release = await db.Releases.Include(r => r.Media).SingleAsync(r => r.Id == id);
        release.Show([new MediaItem(new string('a', 64), "image/png", "harbour.png", 10, 10, 10, portal.Clock.Now)], new Edit("Vera", portal.Clock.Now));
        return await db.SaveChangesAsync();
    });
}
