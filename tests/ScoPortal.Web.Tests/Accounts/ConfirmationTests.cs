using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;
using ScoPortal.Data.Accounts;
using Xunit;

namespace ScoPortal.Web.Tests.Accounts;

/// <summary>Whoever sits down at a desk that was left open does not get to decide who gets in.</summary>
public class ConfirmationTests
{
    [Fact]
    public async Task A_change_of_who_gets_in_waits_for_the_password_and_is_then_done_as_it_was_sent()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var vera = await portal.AsAsync(Roles.Admin, name: "Vera");
        using var wei = await portal.AsAsync(Roles.Editor, name: "Wei");
        portal.Clock.Now += TimeSpan.FromMinutes(11);

        var asked = await vera.SubmitAsync(DeskLinks.Account(wei.AccountId), new { Rights__Role = "Admin" });
        Assert.Equal("Is it you?", asked.QuerySelector("h1")!.Words());
        Assert.Equal("Editor", await RoleAsync(portal, wei.AccountId));

        var wrong = await SendAsync(vera, asked, new() { ["Password"] = "not her password" });
        Assert.Equal("The current password is wrong.", wrong.QuerySelector("#Password-error")!.Words());
        var confirmed = await SendAsync(vera, wrong, new() { ["Password"] = Staff.Password });
        Assert.Equal(("It is you", "Editor"), (confirmed.QuerySelector("h1")!.Words(), await RoleAsync(portal, wei.AccountId)));
        await SendAsync(vera, confirmed, []);
        Assert.Equal("Admin", await RoleAsync(portal, wei.AccountId));
        Assert.Contains("Vera session.confirm", await portal.AuditAsync());

        // The next minutes it is not asked again.
        portal.Clock.Now += TimeSpan.FromMinutes(9);
        await vera.SubmitAsync(DeskLinks.Account(wei.AccountId), new { Rights__Role = "Editor" });
        Assert.Equal("Editor", await RoleAsync(portal, wei.AccountId));
    }

    [Fact]
    public async Task Everything_that_decides_who_gets_in_asks_and_changes_nothing_before()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var vera = await portal.AsAsync(Roles.Admin, name: "Vera");
        using var wei = await portal.AsAsync(Roles.Editor, name: "Wei");
        portal.Clock.Now += TimeSpan.FromMinutes(11);
        var before = await portal.QueryAsync(db => db.Audit.CountAsync());
        var (id, stranger) = (wei.AccountId, new { Email = "ana@example.org", Rights__Role = "Admin" });

        foreach (var (path, fields) in new (string, object?)[]
        {
            (DeskLinks.Account(id), new { Rights__Role = "Admin" }), (DeskLinks.AccountAccess(id), null), (DeskLinks.AccountReset(id), null),
            (DeskLinks.AccountSecondStep(id), null), (DeskLinks.AccountPasskeys(id), null), (DeskLinks.Invite, stranger),
            (DeskLinks.ProfileSecondStepKey, null), (DeskLinks.ProfileSecondStep, new { Digits = "" }), (DeskLinks.ProfileSessions, null),
            (DeskLinks.ProfilePasskeyRemoval("AAAA"), null),
        })
        {
            using var answer = await vera.PostAsync(path, fields);
            var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            Assert.True(page.QuerySelector("h1")?.Words() == "Is it you?", path);
        }

        Assert.Equal(before, await portal.QueryAsync(db => db.Audit.CountAsync()));
        Assert.True(await wei.IsInAsync());
        Assert.Equal((false, false), (await portal.QueryAsync(db => db.AccessLinks.AnyAsync(l => l.Kind != AccessKind.Setup)), await portal.QueryAsync(db => db.UserTokens.AnyAsync())));
    }

    [Fact]
    public async Task A_script_is_told_401_and_another_browser_that_is_signed_in_has_confirmed_nothing()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var vera = await portal.AsAsync(Roles.Admin);
        var email = await portal.QueryAsync(db => db.Users.Select(u => u.Email!).SingleAsync());
        portal.Clock.Now += TimeSpan.FromMinutes(11);
        using var other = portal.Visit();
        await other.SignInAsync(email);

        vera.Http.DefaultRequestHeaders.Add("Sec-Fetch-Mode", "cors");
        using var script = await vera.PostAsync(DeskLinks.ProfileSecondStepKey);

        Assert.Equal(HttpStatusCode.Unauthorized, script.StatusCode);
        using var fresh = await other.PostAsync(DeskLinks.ProfileSecondStepKey);
        Assert.Contains("code class=\"key\"", await fresh.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_just_opens_the_page_is_sent_to_their_account_and_five_wrong_passwords_are_enough()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var vera = await portal.AsAsync(Roles.Editor);
        portal.Clock.Now += TimeSpan.FromMinutes(11);
        using (var opened = await vera.Http.GetAsync(DeskLinks.Confirm))
            Assert.Equal(DeskLinks.Profile, opened.Headers.Location?.OriginalString);

        for (var i = 0; i < 5; i++)
            using (await vera.PostAsync(DeskLinks.Confirm, new { Password = $"guess {i}" })) { }
        using var right = await vera.PostAsync(DeskLinks.Confirm, new { Staff.Password });

        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        Assert.DoesNotContain("session.confirm", string.Join(' ', await portal.AuditAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passkey_confirms_as_well_and_that_of_somebody_else_does_not()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var vera = await portal.AsAsync(Roles.Admin, name: "Vera");
        using var wei = await portal.AsAsync(Roles.Editor, name: "Wei");
        using var hers = new SoftPasskey();
        using var his = new SoftPasskey();
        await hers.JoinAsync(vera);
        await his.JoinAsync(wei);
        portal.Clock.Now += TimeSpan.FromMinutes(11);
        var asked = await vera.SubmitAsync(DeskLinks.Account(wei.AccountId), new { Rights__Role = "Admin" });

        var wrong = await SendAsync(vera, asked, new() { ["Credential"] = await his.AnswerAsync(vera, DeskLinks.Profile) });
        Assert.Equal("Is it you?", wrong.QuerySelector("h1")!.Words());
        var confirmed = await SendAsync(vera, wrong, new() { ["Credential"] = await hers.AnswerAsync(vera, DeskLinks.Profile) });
        Assert.Equal(("It is you", "Editor"), (confirmed.QuerySelector("h1")!.Words(), await RoleAsync(portal, wei.AccountId)));
        await SendAsync(vera, confirmed, []);

        Assert.Equal("Admin", await RoleAsync(portal, wei.AccountId));
        Assert.Contains("Vera session.confirm", await portal.AuditAsync());
    }

    private static Task<string> RoleAsync(OwnPortal portal, int id) => portal.QueryAsync(db =>
        db.UserRoles.Where(r => r.UserId == id).Join(db.Roles, r => r.RoleId, r => r.Id, (_, role) => role.Name!).SingleAsync());

    private static async Task<IHtmlDocument> SendAsync(DeskClient person, IHtmlDocument page, Dictionary<string, string> fields)
    {
        var form = (IHtmlFormElement)page.QuerySelector("main form[method=post]")!;
        using var content = DeskClient.Filled(form, fields);
        using var answer = await person.Http.PostAsync(form.GetAttribute("action"), content);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }
}
