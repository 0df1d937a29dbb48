using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ScoPortal.Core.Accounts;
using ScoPortal.Data.Accounts;
using ScoPortal.Web.Tests.House;
using Xunit;

namespace ScoPortal.Web.Tests.Accounts;

/// <summary>Where <c>Portal:SecondStep</c> asks for it, a password alone opens nothing but the way to a second step.</summary>
public class SecondStepDutyTests
{
    private const string Email = "vera@example.org";

    // Where one is set up, the question who is there, and what anybody may see.
    private static readonly string[] Open =
        [DeskLinks.ProfileSecondStep, DeskLinks.ProfileSecondStepKey, DeskLinks.ProfilePasskeys, DeskLinks.ProfilePasskeyOptions, DeskLinks.Confirm, DeskLinks.SignOut];

    [Fact]
    public async Task Nothing_of_the_desk_opens_by_any_address_or_form_before_it_is_set_up()
    {
        await using var portal = await DutyAsync("Everybody");
        await portal.HireAsync(Email, Roles.Admin, name: "Vera");
        using var vera = portal.Visit();
        await vera.SignInAsync(Email);
        Assert.Equal(DeskLinks.ProfileSecondStep, vera.Path);
        var before = await portal.QueryAsync(db => db.Audit.CountAsync());

        var (faults, seen) = (new List<string>(), 0);
        foreach (var page in portal.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>()
            .Where(p => p.AreaName == Areas.Admin.Desk.Area))
        {
            var path = "/" + System.Text.RegularExpressions.Regex.Replace(page.AttributeRouteInfo!.Template!, @"\{[^}]*\}", "1", System.Text.RegularExpressions.RegexOptions.NonBacktracking);
            if (Open.Contains(path) || page.ViewEnginePath is "/SignIn" or "/SignInCode" or "/SignInPasskey" or "/SignInPasskeyOptions" or "/Setup" or "/Invitation" or "/Reset" or "/Refused")
                continue;
            seen++;
            using var read = await vera.Http.GetAsync(path);
            if (read.Headers.Location?.OriginalString != DeskLinks.ProfileSecondStep)
                faults.Add($"GET {path}: {(int)read.StatusCode} {read.Headers.Location}");
            using var posted = await vera.PostAsync(path, from: DeskLinks.ProfileSecondStep);
            if (posted.Headers.Location?.OriginalString != DeskLinks.ProfileSecondStep)
                faults.Add($"POST {path}: {(int)posted.StatusCode} {posted.Headers.Location}");
            using var script = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Sec-Fetch-Mode", "cors" } } };
            using var asked = await vera.Http.SendAsync(script);
            if (asked.StatusCode != HttpStatusCode.Unauthorized)
                faults.Add($"script {path}: {(int)asked.StatusCode}");
        }

        Faults.None(faults);
        Assert.True(seen > 80, $"{seen} pages");
        Assert.Equal(before, await portal.QueryAsync(db => db.Audit.CountAsync()));
        var shown = await vera.ReadAsync(DeskLinks.ProfileSecondStep);
        Assert.StartsWith("Your role needs more than a password", shown.QuerySelector(".alert")!.Words(), StringComparison.Ordinal);
        Assert.Equal([DeskLinks.SignOut], shown.QuerySelectorAll("header form").Select(f => f.GetAttribute("action")));
        Assert.Null(shown.QuerySelector("header nav"));
    }

    [Fact]
    public async Task The_app_opens_the_desk_at_once_and_from_then_on_with_its_code()
    {
        await using var portal = await DutyAsync("Administrators");
        var id = await portal.HireAsync(Email, Roles.Admin, name: "Vera");
        using var vera = portal.Visit();
        using var thief = portal.Visit();
        await thief.SignInAsync(Email);
        await vera.SignInAsync(Email);

        await vera.SubmitAsync(DeskLinks.ProfileSecondStep);
        using (await vera.PostAsync(DeskLinks.ProfileSecondStep, new { Digits = await portal.CodeAsync(id) }, from: DeskLinks.ProfileSecondStep)) { }
        Assert.True(await vera.IsInAsync());

        // Whoever knew the password alone, and came before, does not add a step of their own.
        await thief.ReadAsync(DeskLinks.ProfilePasskeys);
        Assert.StartsWith(DeskLinks.SignIn(), thief.Path, StringComparison.Ordinal);

        portal.Clock.Now += TimeSpan.FromMinutes(1);
        using var later = portal.Visit();
        var asked = await later.SignInAsync(Email);
        Assert.False(await later.IsInAsync());
        using (await later.Http.PostAsync(DeskLinks.SignInCode, DeskClient.Filled(
            (IHtmlFormElement)asked.QuerySelector("main form[method=post]")!, new { Code = await portal.CodeAsync(id) }))) { }
        Assert.True(await later.IsInAsync());
    }

    [Fact]
    public async Task A_passkey_is_enough_alone_and_then_the_password_is_not()
    {
        await using var portal = await DutyAsync("Administrators");
        var id = await portal.HireAsync(Email, Roles.Admin, name: "Vera");
        using var vera = portal.Visit();
        using var thief = portal.Visit();
        using var device = new SoftPasskey();
        await thief.SignInAsync(Email);
        await vera.SignInAsync(Email);
        await device.JoinAsync(vera);
        Assert.True(await vera.IsInAsync());
        await thief.ReadAsync(DeskLinks.ProfileSecondStep);
        Assert.StartsWith(DeskLinks.SignIn(), thief.Path, StringComparison.Ordinal);

        using var password = portal.Visit();
        var told = await password.SignInAsync(Email);
        Assert.Equal("A password alone is not enough for this account. Sign in with your passkey.", told.QuerySelector("main [role=alert] p, main .alert[role=alert]")!.Words());
        Assert.False(await password.IsInAsync());

        using var later = portal.Visit();
        await later.SubmitAsync(DeskLinks.SignIn(), new { Credential = await device.AnswerAsync(later, DeskLinks.SignIn()) }, "form[data-passkey=get]");
        Assert.True(await later.IsInAsync());
        Assert.Contains("Vera account.passkey-add", await portal.AuditAsync());
        Assert.Equal(1, await portal.QueryAsync(db => db.CountPasskeysAsync(id, default)));
    }

    [Fact]
    public async Task The_last_one_stays_and_the_other_may_go()
    {
        await using var portal = await DutyAsync("Administrators");
        var id = await portal.HireAsync(Email, Roles.Admin, name: "Vera");
        using var vera = portal.Visit();
        using var device = new SoftPasskey();
        await vera.SignInAsync(Email);
        await device.JoinAsync(vera);
        var remove = $"form[action='{DeskLinks.ProfilePasskeyRemoval(device.Id)}']";
        const string Last = "Your role needs two-step sign-in or a passkey. Set up the other before you remove this one.";

        Assert.Equal(Last, (await vera.SubmitAsync(DeskLinks.ProfilePasskeys, form: remove)).QuerySelector("[role=alert]")!.Words());
        Assert.Equal(Last, (await SendAsync(vera, DeskLinks.AccountPasskeys(id))).QuerySelector("[role=alert]")!.Words());
        Assert.Equal(1, await portal.QueryAsync(db => db.CountPasskeysAsync(id, default)));

        await vera.SubmitAsync(DeskLinks.ProfileSecondStep);
        using (await vera.PostAsync(DeskLinks.ProfileSecondStep, new { Digits = await portal.CodeAsync(id) })) { }
        await vera.SubmitAsync(DeskLinks.ProfilePasskeys, form: remove);
        Assert.Equal(0, await portal.QueryAsync(db => db.CountPasskeysAsync(id, default)));

        Assert.Null((await vera.ReadAsync(DeskLinks.ProfileSecondStep)).QuerySelector($"form[action='{DeskLinks.ProfileSecondStepRemoval}']"));
        Assert.Equal(Last, (await SendAsync(vera, DeskLinks.ProfileSecondStepRemoval, new { Staff.Password })).QuerySelector("[role=alert]")!.Words());
        Assert.Equal(Last, (await SendAsync(vera, DeskLinks.AccountSecondStep(id))).QuerySelector("[role=alert]")!.Words());
        Assert.True(await portal.QueryAsync(db => db.Users.AnyAsync(u => u.Id == id && u.TwoFactorEnabled)));
    }

    [Fact]
    public async Task It_meets_whom_the_setting_names_and_nobody_where_it_is_not_set()
    {
        foreach (var (duty, admin, editor) in new[] { ("", true, true), ("Administrators", false, true), ("everybody", false, false) })
        {
            await using var portal = await DutyAsync(duty);
            foreach (var (role, comesIn) in new[] { (Roles.Admin, admin), (Roles.Editor, editor) })
            {
                var email = $"{role}@example.org";
                await portal.HireAsync(email, role);
                using var person = portal.Visit();
                await person.SignInAsync(email);
                Assert.True(comesIn == await person.IsInAsync(), $"{role}, where it is '{duty}'");
            }
        }

        var wrong = new ConfigurationBuilder().AddInMemoryCollection([new("Portal:SecondStep", "always")]).Build();
        Assert.Contains("Portal:SecondStep is 'always'; it can be Optional, Administrators or Everybody.", Assert.Throws<OptionsValidationException>(() => PortalOptions.Read(wrong, "/")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_joins_by_a_link_sets_it_up_first_in_their_own_language()
    {
        await using var portal = await DutyAsync("Administrators");
        using var wei = portal.Visit("zh");
        await wei.SubmitAsync(await portal.SetupLinkAsync(), new { Email = "wei@example.org", Name = "魏", UiLanguage = "zh", Staff.Password, Repeat = Staff.Password });

        Assert.Equal(DeskLinks.ProfileSecondStep, wei.Path);
        var page = await wei.ReadAsync(DeskLinks.ProfileSecondStep);
        Assert.StartsWith("您的角色不能只凭密码登录。", page.QuerySelector(".alert")!.Words(), StringComparison.Ordinal);

        // They may come back to it later.
        portal.Clock.Now += TimeSpan.FromMinutes(11);
        Assert.NotNull((await wei.SubmitAsync(DeskLinks.ProfileSecondStep)).QuerySelector("form[action='/admin/confirm']"));
        await wei.SubmitAsync(DeskLinks.ProfileSecondStep, form: "header form");
        Assert.StartsWith(DeskLinks.SignIn(), wei.Path, StringComparison.Ordinal);
    }

    private static Task<OwnPortal> DutyAsync(string duty) => OwnPortal.OpenAsync(sample: false, settings: ("Portal:SecondStep", duty));

    private static async Task<IHtmlDocument> SendAsync(DeskClient person, string path, object? fields = null)
    {
        using var answer = await person.PostAsync(path, fields);
        return answer.Headers.Location is { } next ? await person.ReadAsync(next.OriginalString) : new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }
}
