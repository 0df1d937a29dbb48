using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;
using ScoPortal.Data.Providers;
using ScoPortal.Data.Tests;
using Xunit;

namespace ScoPortal.Web.Tests.Accounts;

public class JoiningTests
{
    private const string Password = "seven quiet harbours";

    [Fact]
    public async Task The_first_administrator_comes_in_by_the_setup_link_once()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var link = await portal.SetupLinkAsync();
        using var visitor = portal.Visit("de");

        var refused = await visitor.SubmitAsync(link, new { Name = "Vera", Email = "vera@example.org", Password = "Passwort2026!", Repeat = "Passwort2026!", UiLanguage = "de" });
        Assert.StartsWith("Dieses Passwort wird als Erstes ausprobiert.", refused.QuerySelector("#Password-error")!.Words(), StringComparison.Ordinal);
        Assert.Equal("Vera", refused.QuerySelector("#Name")!.GetAttribute("value"));

        var page = await visitor.SubmitAsync(link, new { Name = "Vera", Email = "vera@example.org", Password, Repeat = Password, UiLanguage = "ru" });
        Assert.Equal((DeskLinks.Home, "ru"), (visitor.Path, page.DocumentElement.GetAttribute("lang")));
        Assert.NotNull(page.QuerySelector($"nav a[href='{DeskLinks.Accounts}']"));

        using var second = portal.Visit();
        var closed = await second.ReadAsync(link, HttpStatusCode.NotFound);
        Assert.Equal("This link opens nothing any more", closed.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_setup_link_opens_nothing_after_an_hour_or_once_there_is_an_account()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var link = await portal.SetupLinkAsync();
        using var visitor = portal.Visit();

        portal.Clock.Now += TimeSpan.FromMinutes(61);
        await visitor.ReadAsync(link, HttpStatusCode.NotFound);
        portal.Clock.Now -= TimeSpan.FromMinutes(2);
        await visitor.ReadAsync(link);
        await portal.HireAsync("vera@example.org", Roles.Editor);
        await visitor.ReadAsync(link, HttpStatusCode.NotFound);
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Of_two_browsers_that_race_for_the_setup_link_one_wins(DatabaseProvider engine)
    {
        await using var portal = await OwnPortal.OpenAsync(engine, sample: false);
        var link = await portal.SetupLinkAsync();
        using var one = portal.Visit();
        using var other = portal.Visit();

        var answers = await Task.WhenAll(
            one.PostAsync(link, new { Name = "One", Email = "one@example.org", Password, Repeat = Password }, from: link),
            other.PostAsync(link, new { Name = "Other", Email = "other@example.org", Password, Repeat = Password }, from: link));

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.NotFound], answers.Select(a => a.StatusCode).Order());
        Assert.Equal(1, await portal.QueryAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task An_invitation_makes_the_account_that_the_administrator_meant()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var admin = await portal.AsAsync(Roles.Admin, name: "Vera");
        var shown = await admin.SubmitAsync(DeskLinks.Invite, new { Email = "wei@example.org", Rights__Role = "Translator", Rights__Languages = (object[])["zh", "de"] });
        var link = shown.OneTimeLink();
        var list = await admin.ReadAsync(DeskLinks.Accounts);
        Assert.Contains("wei@example.org translator: German and Chinese Vera 28 November 2026", list.QuerySelectorAll("table")[1].Words(), StringComparison.Ordinal);

        using var wei = portal.Visit("zh");
        var page = await wei.ReadAsync(link);
        Assert.Contains("wei@example.org", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await wei.SubmitAsync(link, new { Name = "Wei", Password, Repeat = Password });

        Assert.True(await wei.IsInAsync());
        list = await admin.ReadAsync(DeskLinks.Accounts);
        Assert.Contains("Wei wei@example.org translator: German and Chinese off", list.QuerySelector("table")!.Words(), StringComparison.Ordinal);
        Assert.Single(list.QuerySelectorAll("table"));
        using var late = portal.Visit();
        await late.ReadAsync(link, HttpStatusCode.NotFound);
        Assert.Equal(["Vera session.begin", "Vera account.invite", "Wei account.create", "Wei session.begin", "? link.refuse"], await portal.AuditAsync());
    }

    [Fact]
    public async Task An_invitation_revoked_renewed_or_a_week_old_opens_nothing()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var admin = await portal.AsAsync(Roles.Admin);
        using var visitor = portal.Visit();
        async Task<string> InviteAsync() =>
            (await admin.SubmitAsync(DeskLinks.Invite, new { Email = "wei@example.org", Rights__Role = "Editor" })).OneTimeLink();

        var (first, second) = (await InviteAsync(), await InviteAsync());
        await visitor.ReadAsync(first, HttpStatusCode.NotFound);
        await visitor.ReadAsync(second);
        var page = await admin.SubmitAsync(DeskLinks.Accounts, form: "table form");
        Assert.Equal("The invitation of wei@example.org opens nothing any more.", page.QuerySelector("[role=status]")!.Words());
        await visitor.ReadAsync(second, HttpStatusCode.NotFound);

        var third = await InviteAsync();
        portal.Clock.Now += TimeSpan.FromDays(7);
        await visitor.ReadAsync(third, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_has_an_account_is_not_invited_and_a_translator_needs_a_language()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        await portal.HireAsync("wei@example.org", Roles.Editor);
        using var admin = await portal.AsAsync(Roles.Admin);

        var page = await admin.SubmitAsync(DeskLinks.Invite, new { Email = "WEI@example.org", Rights__Role = "Translator", Rights__Languages = (object[])["xx"] });

        Assert.Equal("There is an account with this address already.", page.QuerySelector("#Email-error")!.Words());
        Assert.Contains("A translator needs at least one language.", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.True(((IHtmlInputElement)page.QuerySelector("[value=Translator]")!).IsChecked);
    }

    [Fact]
    public async Task A_reset_link_gives_a_new_password_and_ends_every_session()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var admin = await portal.AsAsync(Roles.Admin);
        using var vera = await portal.AsAsync(Roles.Editor, name: "Vera");
        var email = await portal.QueryAsync(db => db.Users.Where(u => u.Id == vera.AccountId).Select(u => u.Email!).SingleAsync());
        var old = (await admin.SubmitAsync(DeskLinks.Account(vera.AccountId), form: $"form[action='{DeskLinks.AccountReset(vera.AccountId)}']")).OneTimeLink();
        var link = (await admin.SubmitAsync(DeskLinks.Account(vera.AccountId), form: $"form[action='{DeskLinks.AccountReset(vera.AccountId)}']")).OneTimeLink();
        Assert.True(await vera.IsInAsync());

        using var visitor = portal.Visit();
        await visitor.ReadAsync(old, HttpStatusCode.NotFound);
        var page = await visitor.SubmitAsync(link, new { Password = "eleven loud lighthouses", Repeat = "eleven loud lighthouses" });

        Assert.Equal((DeskLinks.SignIn(), "The password is set. Sign in with it."), (visitor.Path, page.QuerySelector("[role=status]")!.Words()));
        Assert.False(await vera.IsInAsync());
        await visitor.ReadAsync(link, HttpStatusCode.NotFound);
        await visitor.SignInAsync(email, "eleven loud lighthouses");
        Assert.True(await visitor.IsInAsync());
    }

    [Fact]
    public async Task The_secret_of_a_link_is_not_in_the_log()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var link = await portal.SetupLinkAsync();
        using var visitor = portal.Visit();

        await visitor.ReadAsync(link);
        await visitor.ReadAsync(DeskLinks.SignIn());

        Assert.Contains(portal.Log, line => line.Contains("/admin/setup/…", StringComparison.Ordinal) || line.Contains("/admin/setup/\\u2026", StringComparison.Ordinal));
        Assert.DoesNotContain(portal.Log, line => line.Contains(link, StringComparison.Ordinal));
    }
}
