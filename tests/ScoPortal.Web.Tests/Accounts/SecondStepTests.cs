using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;
using Xunit;

namespace ScoPortal.Web.Tests.Accounts;

public class SecondStepTests
{
    private const string Email = "vera@example.org";

    [Fact]
    public async Task The_key_is_shown_as_picture_and_text_to_who_asks_and_a_wrong_code_turns_nothing_on()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var vera = await portal.AsAsync(Roles.Editor);
        Assert.Null((await vera.ReadAsync(DeskLinks.ProfileSecondStep)).QuerySelector("code.key"));

        var page = await vera.SubmitAsync(DeskLinks.ProfileSecondStep);
        var key = page.QuerySelector("code.key")!.TextContent;
        Assert.Matches("^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$", key);
        Assert.StartsWith("M4 4h1v1h-1z", page.QuerySelector("svg.qr path")!.GetAttribute("d"), StringComparison.Ordinal);

        page = await DigitsAsync(vera, "000000");
        Assert.Equal("The code is wrong or used. Wait for the next one.", page.QuerySelector("#Digits-error")!.Words());
        Assert.Equal(key, page.QuerySelector("code.key")!.TextContent);
        Assert.Null((await vera.ReadAsync(DeskLinks.ProfileSecondStep)).QuerySelector("code.key"));
    }

    [Fact]
    public async Task A_key_that_somebody_has_seen_before_is_worth_nothing_once_another_is_shown()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var vera = await portal.AsAsync(Roles.Editor);
        await vera.SubmitAsync(DeskLinks.ProfileSecondStep);
        var seen = await portal.CodeAsync(vera.AccountId);

        await vera.SubmitAsync(DeskLinks.ProfileSecondStep);

        Assert.NotEqual(seen, await portal.CodeAsync(vera.AccountId));
        Assert.NotNull((await DigitsAsync(vera, seen)).QuerySelector("#Digits-error"));
        Assert.False(await IsOnAsync(portal, vera.AccountId));
        await DigitsAsync(vera, await portal.CodeAsync(vera.AccountId));
        Assert.True(await IsOnAsync(portal, vera.AccountId));
    }

    [Fact]
    public async Task Signing_in_takes_the_code_and_no_code_twice()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var (id, _) = await TurnOnAsync(portal);
        portal.Clock.Now += TimeSpan.FromMinutes(1);
        var code = await portal.CodeAsync(id);
        using var vera = portal.Visit();

        var asked = await vera.SignInAsync(Email);
        Assert.NotNull(asked.QuerySelector("input[name=Code]"));
        Assert.False(await vera.IsInAsync());
        var wrong = await EnterAsync(vera, asked, "000000");
        Assert.StartsWith("The code is wrong or used.", wrong.QuerySelector("[role=alert]")!.Words(), StringComparison.Ordinal);
        await EnterAsync(vera, wrong, $"{code[..3]} {code[3..]}");
        Assert.True(await vera.IsInAsync());

        using var other = portal.Visit();
        var replayed = await EnterAsync(other, await other.SignInAsync(Email), code);
        Assert.StartsWith("The code is wrong or used.", replayed.QuerySelector("[role=alert]")!.Words(), StringComparison.Ordinal);
        Assert.False(await other.IsInAsync());
    }

    [Fact]
    public async Task A_recovery_code_stands_for_the_telephone_once()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var (_, codes) = await TurnOnAsync(portal);
        Assert.Equal(10, codes.Distinct().Count());

        using var vera = portal.Visit();
        await EnterAsync(vera, await vera.SignInAsync(Email), $" {codes[3].ToLowerInvariant()} ");
        Assert.True(await vera.IsInAsync());
        Assert.Contains("9 recovery codes are left", (await vera.ReadAsync(DeskLinks.ProfileSecondStep)).QuerySelector("main")!.Words(), StringComparison.Ordinal);

        using var other = portal.Visit();
        await EnterAsync(other, await other.SignInAsync(Email), codes[3]);
        Assert.False(await other.IsInAsync());
    }

    [Fact]
    public async Task Guessing_codes_locks_the_account()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var (id, codes) = await TurnOnAsync(portal);
        using var thief = portal.Visit();
        var page = await thief.SignInAsync(Email);
        foreach (var guess in (string[])["000000", "AAAAA-AAAAA", "111111", "BBBBB-BBBBB", "222222"])
            page = await EnterAsync(thief, page, guess);

        await EnterAsync(thief, page, codes[0]);

        Assert.False(await thief.IsInAsync());
        Assert.True(await portal.QueryAsync(db => db.Users.AnyAsync(u => u.Id == id && u.LockoutEnd != null)));
    }

    [Fact]
    public async Task New_codes_and_turning_off_take_the_password()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var (id, codes) = await TurnOnAsync(portal);
        using var vera = portal.Visit();
        await EnterAsync(vera, await vera.SignInAsync(Email), codes[0]);
        const string renew = "form[action='/admin/profile/recovery-codes']", off = "form[action='/admin/profile/second-step/removal']";

        var refused = await vera.SubmitAsync(DeskLinks.ProfileSecondStep, new { Password = "wrong" }, renew);
        Assert.Equal("The current password is wrong.", refused.QuerySelector("[role=alert]")!.Words());
        var renewed = (await vera.SubmitAsync(DeskLinks.ProfileSecondStep, new { Staff.Password }, renew)).QuerySelectorAll(".codes code").Select(c => c.TextContent).ToList();
        Assert.Equal((10, 0), (renewed.Count, renewed.Intersect(codes).Count()));

        await vera.SubmitAsync(DeskLinks.ProfileSecondStep, new { Password = "wrong" }, off);
        Assert.True(await IsOnAsync(portal, id));
        var page = await vera.SubmitAsync(DeskLinks.ProfileSecondStep, new { Staff.Password }, off);
        Assert.Equal("Two-step sign-in is off.", page.QuerySelector("[role=status]")!.Words());
        using var again = portal.Visit();
        await again.SignInAsync(Email);
        Assert.True(await again.IsInAsync());
    }

    [Fact]
    public async Task An_administrator_turns_it_off_for_who_has_lost_telephone_and_codes()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var (id, _) = await TurnOnAsync(portal);
        using var admin = await portal.AsAsync(Roles.Admin);

        await admin.SubmitAsync(DeskLinks.Account(id), form: $"form[action='{DeskLinks.AccountSecondStep(id)}']");

        Assert.False(await IsOnAsync(portal, id));
        using var vera = portal.Visit();
        await vera.SignInAsync(Email);
        Assert.True(await vera.IsInAsync());
    }

    private static async Task<(int Id, List<string> Codes)> TurnOnAsync(OwnPortal portal)
    {
        var id = await portal.HireAsync(Email, Roles.Editor, name: "Vera");
        using var vera = portal.Visit();
        await vera.SignInAsync(Email);
        await vera.SubmitAsync(DeskLinks.ProfileSecondStep);
        var page = await DigitsAsync(vera, await portal.CodeAsync(id));
        Assert.True(await vera.IsInAsync());
        return (id, [.. page.QuerySelectorAll(".codes code").Select(c => c.TextContent)]);
    }

    private static async Task<IHtmlDocument> DigitsAsync(DeskClient person, string digits)
    {
        using var answer = await person.PostAsync(DeskLinks.ProfileSecondStep, new { Digits = digits });
        return new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }

    private static Task<bool> IsOnAsync(OwnPortal portal, int id) => portal.QueryAsync(db => db.Users.AnyAsync(u => u.Id == id && u.TwoFactorEnabled));

    private static async Task<IHtmlDocument> EnterAsync(DeskClient client, IHtmlDocument page, string code)
    {
        var token = ((IHtmlInputElement)page.QuerySelector("main [name=__RequestVerificationToken]")!).Value;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Code", code)]);
        using var answer = await client.Http.PostAsync(DeskLinks.SignInCode, form);
        return new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }
}
