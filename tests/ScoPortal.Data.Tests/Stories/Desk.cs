using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Accounts;

namespace ScoPortal.Data.Tests.Stories;

/// <summary>The people of the newsroom and what they do most.</summary>
internal static class Desk
{
    public static readonly DateTimeOffset Morning = new(2026, 1, 20, 8, 0, 0, TimeSpan.Zero);

    public static Edit Anna => new("A. Weber", Morning);

    public static Edit Chen => new("L. Chen", Morning.AddMinutes(5));

    public static ReleaseContent Text(string headline, string body = "Body.") => new() { Headline = headline, Body = body, Source = "Test desk" };

    public static async Task<int> DraftAsync(this TestDatabase newsroom, string language, string headline)
    {
        await using var db = newsroom.Open();
        var story = new Story();
        var release = story.Draft(language, Text(headline), Anna);
        db.Stories.Add(story);
        await db.SaveChangesAsync();
        return release.Id;
    }

    public static async Task<int> HireAsync(this TestDatabase newsroom, string name)
    {
        await using var db = newsroom.Open();
        var account = new Account { UserName = name, DisplayName = name };
        db.Users.Add(account);
        await db.SaveChangesAsync();
        return account.Id;
    }

    public static Task<Release> ReleaseAsync(this PortalDb db, int id) =>
        db.Releases.Include(r => r.Story).ThenInclude(s => s.Releases).Include(r => r.Revisions).AsSplitQuery().SingleAsync(r => r.Id == id);
}
