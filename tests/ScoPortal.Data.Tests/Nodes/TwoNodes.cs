using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Accounts;
using ScoPortal.Data.Nodes;
using ScoPortal.Data.Providers;
using ScoPortal.Data.Stories;
using ScoPortal.Data.Translation;

namespace ScoPortal.Data.Tests.Nodes;

/// <summary>Nodes on one database, by one clock that a test moves.</summary>
internal sealed class TwoNodes : IAsyncDisposable, IDbContextFactory<PortalDb>
{
    private TwoNodes(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public StandingClock Clock { get; } = new() { Now = TestDatabase.Now };

    public static async Task<TwoNodes> OpenAsync(DatabaseProvider engine) => new(await TestDatabase.CreateAsync(engine));

    public PortalDb CreateDbContext() => Database.Open();

    public Leases Node() => new(this, Clock);

    public Cleanup Cleanup() => new(this, Node(), Clock, NullLogger<Cleanup>.Instance);

    public PairWatch Watch(PairFinder finder) => new(this, finder, Node(), Clock, NullLogger<PairWatch>.Instance);

    public async Task ForgetSuggestionsAsync()
    {
        await using var db = Database.Open();
        await db.Suggestions.ExecuteDeleteAsync();
    }

    /// <summary>Somebody signs in, opens a release, and makes a preview link and an invitation.</summary>
    public async Task UseAsync()
    {
        await using var db = Database.Open();
        var account = await db.AddAccountAsync("vera@example.org", "Vera", Roles.Editor, "", "en", Clock.Now, default);
        var story = new Story();
        var release = story.Draft("en", new ReleaseContent { Headline = "Trains", Body = "Text." }, new Edit("Vera", Clock.Now));
        db.Add(story);
        await db.SaveChangesAsync();
        await new SessionStore(this, Clock).BeginAsync(account.Id, _ => [1], null, null, default);
        db.Presences.Add(new Presence { ReleaseId = release.Id, AccountId = account.Id, SeenAt = Clock.Now });
        db.PreviewLinks.Add(new PreviewLink { ReleaseId = release.Id, CreatedBy = "Vera", CreatedAt = Clock.Now, ExpiresAt = Clock.Now.AddHours(1) });
        db.AddLink(AccessKind.Invitation, "Vera", Clock.Now, email: "otto@example.org");
        await db.SaveChangesAsync();
    }

    public async Task<(int Sessions, int Presences, int PreviewLinks, int AccessLinks)> CountAsync()
    {
        await using var db = Database.Open();
        return (await db.Sessions.CountAsync(), await db.Presences.CountAsync(), await db.PreviewLinks.CountAsync(), await db.AccessLinks.CountAsync());
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    internal sealed class StandingClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
