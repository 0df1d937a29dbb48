using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Accounts;
using ScoPortal.Data.Stories;
using ScoPortal.Web.Areas.Admin.Accounts;
using ScoPortal.Web.Hosting;
using ScoPortal.Web.Tests.Accounts;
using ScoPortal.Web.Tests.Desk;
using Xunit;

namespace ScoPortal.Web.Tests.Mishaps;

/// <summary>A portal whose clock goes ten years ahead, or some hours, and is put right again while it runs: nothing stays as it was until it is that late.</summary>
public class ClockTests
{
    private const string Email = "vera@example.org";
    private static readonly TimeSpan TenYears = TimeSpan.FromDays(3653);
    private static readonly TimeSpan Hours = TimeSpan.FromHours(5);

    public static TheoryData<TimeSpan> Jumps => [TenYears, Hours];

    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task What_is_scheduled_is_public_while_it_is_ahead_hidden_again_when_it_is_right_and_public_when_its_time_has_come(TimeSpan jump)
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false, pageCache: "16");
        var (right, release) = (portal.Clock.Now, await portal.WriteAsync("Ferries run again", ReleaseState.Approved));
        await portal.DoAsync(release.Id, r => r.Publish(right.AddHours(2), right));
        string[] pages = ["/en/", "/en/news", "/en/feed.atom"];
        async Task<int> ShowingAsync()
        {
            await portal.CatchUpAsync();
            var texts = await Task.WhenAll(pages.Select(portal.Client.GetStringAsync));
            return texts.Count(t => t.Contains("Ferries run again", StringComparison.Ordinal));
        }

        Assert.Equal(0, await ShowingAsync());
        portal.Clock.Now = right + jump;
        Assert.Equal(pages.Length, await ShowingAsync());
        portal.Clock.Now = right.AddMinutes(1);
        Assert.Equal(0, await ShowingAsync());
        portal.Clock.Now = right.AddHours(2);
        Assert.Equal(pages.Length, await ShowingAsync());
    }

    [Fact]
    public async Task A_page_that_was_made_in_another_year_is_not_given_even_before_anybody_has_seen_that_the_clock_went_back()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false, pageCache: "16");
        var right = portal.Clock.Now;
        portal.Clock.Now = right + TenYears;
        await portal.Client.GetStringAsync("/en/");

        portal.Clock.Now = right;

        Assert.Contains("2026", await portal.Client.GetStringAsync("/en/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_was_begun_ahead_is_over_and_one_that_was_used_ahead_ends_when_it_would_have()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        await portal.HireAsync(Email, Roles.Editor);
        using var before = portal.Visit();
        await before.SignInAsync(Email);
        var right = portal.Clock.Now;

        portal.Clock.Now = right + Hours;
        Assert.True(await before.IsInAsync());
        using var ahead = portal.Visit();
        await ahead.SignInAsync(Email);
        Assert.True(await ahead.IsInAsync());

        portal.Clock.Now = right.AddMinutes(2);
        Assert.Equal((true, false), (await before.IsInAsync(), await ahead.IsInAsync()));
        portal.Clock.Now += SessionStore.Idle - TimeSpan.FromMinutes(1);
        Assert.True(await before.IsInAsync());
        portal.Clock.Now += SessionStore.Idle;
        Assert.False(await before.IsInAsync());
        // Who was signed out signs in as ever.
        await ahead.SignInAsync(Email);
        Assert.True(await ahead.IsInAsync());
    }

    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task Nobody_is_kept_out_by_tries_or_codes_of_a_time_that_is_yet_to_come(TimeSpan jump)
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var right = portal.Clock.Now;

        portal.Clock.Now = right + jump;
        var tries = portal.Services.GetRequiredService<SignInTries>();
        for (var i = 0; i < SignInTries.Most; i++)
            Assert.NotNull(tries.Take("here"));
        Assert.Null(tries.Take("here"));
        Assert.NotNull(Totp.Match("secret of both"u8, Totp.Code("secret of both"u8, Totp.StepAt(portal.Clock.Now)), portal.Clock.Now, usedUpTo: 0));
        var used = Totp.StepAt(portal.Clock.Now);

        portal.Clock.Now = right;
        Assert.Equal(1, tries.Take("here"));
        var code = Totp.Code("secret of both"u8, Totp.StepAt(right));
        Assert.NotNull(Totp.Match("secret of both"u8, code, right, used));
        Assert.Null(Totp.Match("secret of both"u8, code, right, Totp.StepAt(right)));
    }

    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task Who_has_asked_too_often_gains_nothing_by_a_clock_and_others_lose_nothing(TimeSpan jump)
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false, settings: ("Portal:SignInsPerMinute", "2"));
        var right = portal.Clock.Now;
        using var stranger = portal.Visit();
        async Task<HttpStatusCode> TryAsync()
        {
            using var answer = await stranger.PostAsync(DeskLinks.SignIn(), new { Email, Password = "" }, from: DeskLinks.SignIn());
            return answer.StatusCode;
        }

        portal.Clock.Now = right + jump;
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], [await TryAsync(), await TryAsync(), await TryAsync()]);
        portal.Clock.Now = right;
        Assert.Equal(HttpStatusCode.TooManyRequests, await TryAsync());
        portal.Clock.Now = right + jump;
        Assert.Equal(HttpStatusCode.TooManyRequests, await TryAsync());
        await portal.ReadAsync("/en/");
    }

    [Fact]
    public async Task Links_that_were_made_ahead_open_nothing()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var (right, id) = (portal.Clock.Now, await portal.HireAsync(Email, Roles.Editor));
        portal.Clock.Now = right + TenYears;
        var secret = await portal.QueryAsync(async db =>
        {
            var made = db.AddLink(AccessKind.Reset, "Wei", portal.Clock.Now, id);
            await db.SaveChangesAsync();
            return made;
        });
        var preview = new PreviewLink { ReleaseId = 1, CreatedBy = "Wei", CreatedAt = portal.Clock.Now, ExpiresAt = portal.Clock.Now.AddHours(1) };
        await portal.ReadAsync(DeskLinks.Reset(secret));
        Assert.True(preview.IsOpen(portal.Clock.Now));

        portal.Clock.Now = right;

        await portal.ReadAsync(DeskLinks.Reset(secret), HttpStatusCode.NotFound);
        Assert.False(preview.IsOpen(right));
    }

    [Fact]
    public async Task What_somebody_is_refused_is_noted_again()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var (right, log) = (portal.Clock.Now, portal.Services.GetRequiredService<SecurityLog>());
        portal.Clock.Now = right + TenYears;
        log.Note("session.refuse", "account", null);
        await log.WriteAsync(all: false, default);

        portal.Clock.Now = right;
        // The hour that began ahead is over with this look.
        await log.WriteAsync(all: false, default);
        log.Note("session.refuse", "account", null);
        await log.WriteAsync(all: false, default);

        Assert.Equal(2, await portal.QueryAsync(db => db.Audit.CountAsync(a => a.Action == "session.refuse")));
        Assert.Equal(right, await portal.QueryAsync(db => db.Audit.OrderBy(a => a.Id).Select(a => a.At).LastAsync()));
    }

    [Fact]
    public async Task Nobody_seems_to_sit_at_a_release_for_years()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var vera = await portal.AsAsync(Roles.Editor, name: "Vera");
        var wei = await portal.HireAsync("wei@example.org", Roles.Editor, name: "Wei");
        var release = await portal.WriteAsync("Trains");
        await portal.QueryAsync(db =>
        {
            db.Presences.Add(new Presence { ReleaseId = release.Id, AccountId = wei, SeenAt = portal.Clock.Now + TenYears });
            return db.SaveChangesAsync();
        });

        Assert.DoesNotContain("Wei", (await vera.ReadAsync(DeskLinks.Release(release.Id))).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}
