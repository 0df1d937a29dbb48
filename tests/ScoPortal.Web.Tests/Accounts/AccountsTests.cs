using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;
using Xunit;

namespace ScoPortal.Web.Tests.Accounts;

public class AccountsTests
{
    [Fact]
    public async Task Another_role_signs_its_owner_out_and_holds_from_the_next_sign_in()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var admin = await portal.AsAsync(Roles.Admin, name: "Vera");
        using var wei = await portal.AsAsync(Roles.Editor, name: "Wei");
        var email = await EmailAsync(portal, wei);

        var page = await admin.SubmitAsync(DeskLinks.Account(wei.AccountId), new { Rights__Role = "Translator", Rights__Languages = (object[])["zh"] });

        Assert.Equal("Saved. Wei has to sign in again.", page.QuerySelector("[role=status]")!.Words());
        Assert.False(await wei.IsInAsync());
        await wei.SignInAsync(email);
        Assert.Contains("Wei, translator", (await wei.ReadAsync(DeskLinks.Home)).QuerySelector(".bar-user")!.Words(), StringComparison.Ordinal);
        var entry = await portal.QueryAsync(db => db.Audit.SingleAsync(a => a.Action == "account.rights"));
        Assert.Equal(("Vera", $"account/{wei.AccountId}"), (entry.By, entry.Subject));
        Assert.Equal(("""{"Role":"Editor","Languages":""}""", """{"Role":"Translator","Languages":"zh"}"""), (entry.Before, entry.After));
    }

    [Fact]
    public async Task The_last_administrator_cannot_be_demoted_or_disabled()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var admin = await portal.AsAsync(Roles.Admin);

        var demoted = await admin.SubmitAsync(DeskLinks.Account(admin.AccountId), new { Rights__Role = "Editor" });
        var disabled = await admin.SubmitAsync(DeskLinks.Account(admin.AccountId), form: $"form[action='{DeskLinks.AccountAccess(admin.AccountId)}']");

        Assert.Contains("this is the last administrator", demoted.QuerySelector("[role=alert]")!.Words(), StringComparison.Ordinal);
        Assert.Contains("this is the last administrator", disabled.QuerySelector("[role=alert]")!.Words(), StringComparison.Ordinal);
        Assert.True(await admin.IsInAsync());
        Assert.NotNull((await admin.ReadAsync(DeskLinks.Home)).QuerySelector($"nav a[href='{DeskLinks.Accounts}']"));
    }

    [Fact]
    public async Task With_a_second_administrator_the_first_may_step_back()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        await portal.HireAsync("second@example.org", Roles.Admin);
        using var admin = await portal.AsAsync(Roles.Admin);

        var page = await admin.SubmitAsync(DeskLinks.Account(admin.AccountId), new { Rights__Role = "Editor" });

        Assert.Equal(DeskLinks.Home, admin.Path);
        Assert.Null(page.QuerySelector($"nav a[href='{DeskLinks.Accounts}']"));
        await admin.ReadAsync(DeskLinks.Accounts, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Who_is_disabled_is_out_at_once_and_comes_back_when_enabled()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var admin = await portal.AsAsync(Roles.Admin);
        using var wei = await portal.AsAsync(Roles.Editor, name: "Wei");
        var email = await EmailAsync(portal, wei);
        var form = $"form[action='{DeskLinks.AccountAccess(wei.AccountId)}']";

        await admin.SubmitAsync(DeskLinks.Account(wei.AccountId), form: form);
        Assert.False(await wei.IsInAsync());
        var refused = await wei.SignInAsync(email);
        Assert.StartsWith("E-mail or password is wrong.", refused.QuerySelector("[role=alert]")!.Words(), StringComparison.Ordinal);
        Assert.Contains("Disabled since 21 November 2026", (await admin.ReadAsync(DeskLinks.Accounts)).QuerySelector("main")!.Words(), StringComparison.Ordinal);

        await admin.SubmitAsync(DeskLinks.Account(wei.AccountId), form: form);
        await wei.SignInAsync(email);
        Assert.True(await wei.IsInAsync());
    }

    [Fact]
    public async Task Links_that_an_administrator_has_made_who_is_none_any_more_open_nothing()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var admin = await portal.AsAsync(Roles.Admin, name: "Vera");
        using var rogue = await portal.AsAsync(Roles.Admin, name: "Rogue");
        var invitation = (await rogue.SubmitAsync(DeskLinks.Invite, new { Email = "rogue2@example.org", Rights__Role = "Admin" })).OneTimeLink();
        using var visitor = portal.Visit();
        await visitor.ReadAsync(invitation);

        await admin.SubmitAsync(DeskLinks.Account(rogue.AccountId), new { Rights__Role = "Editor" });

        await visitor.ReadAsync(invitation, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Links_that_somebody_disabled_has_made_open_nothing_and_a_second_invitation_takes_the_place_of_the_first()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var admin = await portal.AsAsync(Roles.Admin, name: "Vera");
        using var rogue = await portal.AsAsync(Roles.Admin, name: "Rogue");
        Task<AngleSharp.Html.Dom.IHtmlDocument> InviteAsync(DeskClient by, string email) =>
            by.SubmitAsync(DeskLinks.Invite, new { Email = email, Rights__Role = "Editor" });
        var first = (await InviteAsync(admin, "wei@example.org")).OneTimeLink();
        portal.Clock.Now += TimeSpan.FromMinutes(1);
        var second = (await InviteAsync(admin, "Wei@Example.org")).OneTimeLink();
        portal.Clock.Now += TimeSpan.FromMinutes(1);
        var third = (await InviteAsync(rogue, "friend@example.org")).OneTimeLink();
        using var visitor = portal.Visit();
        await visitor.ReadAsync(first, HttpStatusCode.NotFound);
        await visitor.ReadAsync(third);

        await admin.SubmitAsync(DeskLinks.Account(rogue.AccountId), form: $"form[action='{DeskLinks.AccountAccess(rogue.AccountId)}']");

        await visitor.ReadAsync(third, HttpStatusCode.NotFound);
        await visitor.ReadAsync(second);
    }

    [Fact]
    public async Task A_new_passkey_takes_the_password_and_lost_ones_go_by_an_administrator_or_a_new_password()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var admin = await portal.AsAsync(Roles.Admin);
        using var wei = await portal.AsAsync(Roles.Editor, name: "Wei");
        Task<int> CountAsync() => portal.QueryAsync(db => db.Set<IdentityUserPasskey<int>>().CountAsync());
        Task HoldAsync(byte key) => portal.QueryAsync(db =>
        {
            db.Add(new IdentityUserPasskey<int> { UserId = wei.AccountId, CredentialId = [key], Data = new() { Name = "Notebook", PublicKey = [1], AttestationObject = [1], ClientDataJson = [1], CreatedAt = portal.Clock.Now } });
            return db.SaveChangesAsync();
        });
        var wrong = await wei.SubmitAsync(DeskLinks.ProfilePasskeys, new { Name = "Notebook", Password = "wrong", Credential = "{}" }, "form[data-passkey]");
        var right = await wei.SubmitAsync(DeskLinks.ProfilePasskeys, new { Name = "Notebook", Staff.Password, Credential = "{}" }, "form[data-passkey]");
        Assert.Equal("The current password is wrong.", wrong.QuerySelector("#Password-error")!.Words());
        Assert.Equal("No passkey was added. Please try again.", right.QuerySelector("[role=alert] p")!.Words());
        using var options = await wei.PostAsync(DeskLinks.ProfilePasskeyOptions, new { Password = "wrong" });
        using var granted = await wei.PostAsync(DeskLinks.ProfilePasskeyOptions, new { Staff.Password });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (options.StatusCode, granted.StatusCode));

        await HoldAsync(1);
        var page = await admin.SubmitAsync(DeskLinks.Account(wei.AccountId), form: $"form[action='{DeskLinks.AccountPasskeys(wei.AccountId)}']");
        Assert.StartsWith("Wei has no passkeys any more", page.QuerySelector("[role=status]")!.Words(), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync());
        Assert.False(await wei.IsInAsync());

        await HoldAsync(2);
        var link = (await admin.SubmitAsync(DeskLinks.Account(wei.AccountId), form: $"form[action='{DeskLinks.AccountReset(wei.AccountId)}']")).OneTimeLink();
        using var visitor = portal.Visit();
        await visitor.SubmitAsync(link, new { Password = "eight quiet harbours", Repeat = "eight quiet harbours" });
        Assert.Equal(0, await CountAsync());
    }

    private static Task<string> EmailAsync(OwnPortal portal, DeskClient person) =>
        portal.QueryAsync(db => db.Users.Where(u => u.Id == person.AccountId).Select(u => u.Email!).SingleAsync());
}
