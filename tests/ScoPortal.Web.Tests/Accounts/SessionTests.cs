using System.Net;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;
using Xunit;

namespace ScoPortal.Web.Tests.Accounts;

public class SessionTests
{
    private const string Email = "vera@example.org";
    private const string Better = "eleven loud lighthouses";

    [Fact]
    public async Task Sessions_are_listed_and_ended_one_by_one_or_all_but_this()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        await portal.HireAsync(Email, Roles.Editor);
        using var desk = await SignedInAsync(portal, "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        using var phone = await SignedInAsync(portal, "Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36");
        using var home = await SignedInAsync(portal, "curl");

        var page = await desk.ReadAsync(DeskLinks.ProfileSessions);
        var rows = page.QuerySelectorAll("tbody tr").Select(r => r.QuerySelector("th")!.Words()).Order().ToArray();
        Assert.Equal(["Chrome, Android", "Firefox, Linux this one", "Unknown browser"], rows);

        var key = page.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("Android", StringComparison.Ordinal)).QuerySelector("[name=Key]")!.GetAttribute("value");
        await desk.SubmitAsync(DeskLinks.ProfileSessions, new { Key = key }, form: "tbody form");
        Assert.Equal((true, false, true), (await desk.IsInAsync(), await phone.IsInAsync(), await home.IsInAsync()));

        var ended = await desk.SubmitAsync(DeskLinks.ProfileSessions, form: ".page-head form");
        Assert.Equal("1 session has ended.", ended.QuerySelector("[role=status]")!.Words());
        Assert.Equal((true, false), (await desk.IsInAsync(), await home.IsInAsync()));
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_somebody_else()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var vera = await portal.AsAsync(Roles.Editor);
        using var wei = await portal.AsAsync(Roles.Admin);
        var key = await portal.QueryAsync(db => db.Sessions.Where(s => s.AccountId == vera.AccountId).Select(s => s.Key).SingleAsync());

        using var answer = await wei.PostAsync(DeskLinks.ProfileSessions, new { Key = key });

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.True(await vera.IsInAsync());
    }

    [Fact]
    public async Task A_new_password_signs_out_everywhere_else_and_goes_on_here_with_a_new_key()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        await portal.HireAsync(Email, Roles.Editor);
        using var here = await SignedInAsync(portal);
        using var there = await SignedInAsync(portal);
        var before = await portal.QueryAsync(db => db.Sessions.Select(s => s.Key).ToListAsync());

        var page = await here.SubmitAsync(DeskLinks.ProfilePassword, new { Current = Staff.Password, Password = Better, Repeat = Better });

        Assert.Equal("The password is changed. You are signed out everywhere else.", page.QuerySelector("[role=status]")!.Words());
        Assert.Equal((true, false), (await here.IsInAsync(), await there.IsInAsync()));
        Assert.DoesNotContain(await portal.QueryAsync(db => db.Sessions.Select(s => s.Key).SingleAsync()), before);
        await there.SignInAsync(Email);
        Assert.False(await there.IsInAsync());
        await there.SignInAsync(Email, Better);
        Assert.True(await there.IsInAsync());
    }

    [Fact]
    public async Task Signing_in_again_does_not_bring_a_stolen_key_back_to_life()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        await portal.HireAsync(Email, Roles.Editor);
        using var vera = portal.Visit();
        using var signedIn = await vera.PostAsync(DeskLinks.SignIn(), new { Email, Staff.Password }, from: DeskLinks.SignIn());
        var stolen = signedIn.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("desk=", StringComparison.Ordinal)).Split(';')[0];
        using var thief = portal.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        thief.DefaultRequestHeaders.Add("Cookie", stolen);
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync(DeskLinks.Home)).StatusCode);

        await portal.QueryAsync(db => db.Sessions.ExecuteDeleteAsync());
        await vera.SignInAsync(Email);

        Assert.True(await vera.IsInAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync(DeskLinks.Home)).StatusCode);
    }

    [Fact]
    public async Task A_wrong_current_password_a_weak_or_a_mistyped_new_one_is_refused_at_its_field()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var vera = await portal.AsAsync(Roles.Editor, name: "Vera Lindholm");

        async Task<string> RefusedAsync(string current, string password, string repeat, string field) =>
            (await vera.SubmitAsync(DeskLinks.ProfilePassword, new { Current = current, Password = password, Repeat = repeat })).QuerySelector($"#{field}-error")!.Words();

        Assert.Equal("The current password is wrong.", await RefusedAsync("wrong", Better, Better, "Current"));
        Assert.Equal("At least 12 characters.", await RefusedAsync(Staff.Password, "short", "short", "Password"));
        Assert.StartsWith("Others try this password first.", await RefusedAsync(Staff.Password, "Passw0rd2026!", "Passw0rd2026!", "Password"), StringComparison.Ordinal);
        Assert.StartsWith("This is little more than your name", await RefusedAsync(Staff.Password, "vera.lindholm1", "vera.lindholm1", "Password"), StringComparison.Ordinal);
        Assert.Equal("This is not the same password.", await RefusedAsync(Staff.Password, Better, "eleven loud lighthouse", "Repeat"));
    }

    [Fact]
    public async Task The_desk_speaks_another_language_at_once()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var vera = await portal.AsAsync(Roles.Editor);

        var page = await vera.SubmitAsync(DeskLinks.Profile, new { Name = "Вера", UiLanguage = "ru" });

        Assert.Equal(("ru", "Сохранено."), (page.DocumentElement.GetAttribute("lang"), page.QuerySelector("[role=status]")!.Words()));
        Assert.Contains("Вера", page.QuerySelector(".bar-user")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<DeskClient> SignedInAsync(OwnPortal portal, string browser = "Test")
    {
        var visitor = portal.Visit();
        visitor.Http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", browser);
        await visitor.SignInAsync(Email);
        return visitor;
    }
}
