using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;
using Xunit;

namespace ScoPortal.Web.Tests.Accounts;

public class EndedSessionTests
{
    private const string Email = "vera@example.org";

    [Fact]
    public async Task What_was_typed_when_the_session_ended_is_kept_through_the_sign_in_and_sent_again()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var (vera, fields) = await TypingAsync(portal);

        var page = await PostAsync(vera, fields, HttpStatusCode.OK);
        Assert.Equal("Sign in", page.QuerySelector("h1")!.TextContent);
        Assert.StartsWith("Your session has ended. What you sent is kept", page.QuerySelector("[role=status]")!.Words(), StringComparison.Ordinal);

        page = await SubmitAsync(vera, page, new() { ["Email"] = Email, ["Password"] = "mistyped password" });
        page = await SubmitAsync(vera, page, new() { ["Email"] = Email, ["Password"] = Staff.Password });
        Assert.Equal("You are signed in again", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Vera L. 维拉", page.QuerySelector("details.kept")!.TextContent, StringComparison.Ordinal);

        page = await SubmitAsync(vera, page, []);
        Assert.Equal("Gespeichert.", page.QuerySelector("[role=status]")!.Words());
        Assert.Equal("Vera L. 维拉", page.QuerySelector("#Name")!.GetAttribute("value"));
        vera.Dispose();
    }

    [Fact]
    public async Task A_form_from_another_site_is_not_kept()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        foreach (var (header, value) in new[] { ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "none"), ("Origin", "https://evil.example"), ("Origin", "null"), ("X-Nothing", "") })
        {
            var (vera, fields) = await TypingAsync(portal);
            using var request = Request(DeskLinks.Profile, fields);
            request.Headers.TryAddWithoutValidation(header, value);
            using var answer = await vera.Http.SendAsync(request);
            Assert.Equal((HttpStatusCode.Redirect, DeskLinks.SignIn()), (answer.StatusCode, answer.Headers.Location!.OriginalString));
            vera.Dispose();
        }
    }

    [Fact]
    public async Task A_script_is_told_401_and_no_page()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        foreach (var (header, value) in new[] { ("Sec-Fetch-Mode", "cors"), ("Accept", "*/*"), ("RequestVerificationToken", "x") })
        {
            using var request = Request(DeskLinks.Profile, []);
            request.Headers.TryAddWithoutValidation(header, value);
            using var answer = await portal.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Passwords_are_not_kept_and_files_are_named()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        await portal.HireAsync(Email, Roles.Editor);
        using var vera = portal.Visit();
        await vera.ReadAsync(DeskLinks.SignIn());
        using var form = new MultipartFormDataContent
        {
            { new StringContent("two\r\nlines \"quoted\" <b>"), "Text" },
            { new StringContent("seven secret harbours"), "NewPassword" },
            { new ByteArrayContent([1, 2, 3]), "File", "harbour.jpg" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, DeskLinks.Profile) { Content = form };
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");

        using var answer = await vera.Http.SendAsync(request);
        var page = await SubmitAsync(vera, Parse(await answer.Content.ReadAsStringAsync()), new() { ["Email"] = Email, ["Password"] = Staff.Password });

        var again = page.QuerySelector("main form")!;
        Assert.Equal(("multipart/form-data", DeskLinks.Profile), (again.GetAttribute("enctype"), again.GetAttribute("action")));
        Assert.Equal("two\nlines \"quoted\" <b>", again.QuerySelector("[name=Text]")!.GetAttribute("value")!.ReplaceLineEndings("\n"));
        Assert.Null(again.QuerySelector("[name=NewPassword]"));
        Assert.Contains("harbour.jpg", page.QuerySelector(".alert")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_passwords_of_the_password_page_are_not_kept()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        await portal.HireAsync(Email, Roles.Editor);
        using var vera = portal.Visit();
        await vera.SignInAsync(Email);
        var fields = ((IHtmlFormElement)(await vera.ReadAsync(DeskLinks.ProfilePassword)).QuerySelector("main form[method=post]")!)
            .Elements.OfType<IHtmlInputElement>().Where(e => e.Type == "password").ToDictionary(e => e.Name!, _ => "seven secret harbours");
        Assert.Equal(3, fields.Count);
        await portal.QueryAsync(db => db.Sessions.ExecuteDeleteAsync());
        using var request = Request(DeskLinks.ProfilePassword, fields);
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");

        using var answer = await vera.Http.SendAsync(request);
        var page = await SubmitAsync(vera, Parse(await answer.Content.ReadAsStringAsync()), new() { ["Email"] = Email, ["Password"] = Staff.Password });

        Assert.Equal("You are signed in again", page.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain("secret harbours", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_from_a_page_of_the_portal_is_kept_in_browsers_that_send_no_more_than_the_origin()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var (vera, fields) = await TypingAsync(portal);
        using var request = Request(DeskLinks.Profile, fields);
        request.Headers.TryAddWithoutValidation("Origin", "http://localhost");

        using var answer = await vera.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Sign in", Parse(await answer.Content.ReadAsStringAsync()).QuerySelector("h1")!.TextContent);
        vera.Dispose();
    }

    [Fact]
    public async Task What_is_too_large_to_be_kept_is_said_to_be()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var (vera, fields) = await TypingAsync(portal);
        fields["Text"] = new string('x', 4 * 1024 * 1024 + 1);

        var page = await PostAsync(vera, fields, HttpStatusCode.OK);

        Assert.Contains("too large to be kept", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        vera.Dispose();
    }

    [Fact]
    public async Task Four_megabytes_of_text_survive()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var (vera, fields) = await TypingAsync(portal);
        var text = string.Concat(Enumerable.Range(0, 300_000).Select(i => $"{i * 7919L % 1_000_003:X6} "));
        fields["Text"] = text;

        var page = await PostAsync(vera, fields, HttpStatusCode.OK);
        page = await SubmitAsync(vera, page, new() { ["Email"] = Email, ["Password"] = Staff.Password });

        Assert.Equal(text, page.QuerySelector("main form [name=Text]")!.GetAttribute("value"));
        vera.Dispose();
    }

    [Fact]
    public async Task A_form_made_for_somebody_else_is_shown_again_rather_than_lost()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        await portal.HireAsync("wei@example.org", Roles.Editor, name: "Wei");
        var (vera, fields) = await TypingAsync(portal);
        await vera.SignInAsync("wei@example.org");

        var page = await PostAsync(vera, fields, HttpStatusCode.BadRequest);

        Assert.Equal("You are signed in again", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("Vera L. 维拉", page.QuerySelector("main form [name=Name]")!.GetAttribute("value"));
        vera.Dispose();
    }

    [Fact]
    public async Task Who_is_signed_in_already_in_another_tab_still_gets_what_was_typed()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var (vera, fields) = await TypingAsync(portal);
        var kept = await PostAsync(vera, fields, HttpStatusCode.OK);
        var entrance = Standing(kept);
        await vera.SignInAsync(Email);

        using var request = Request(DeskLinks.SignIn(), entrance);
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        using var answer = await vera.Http.SendAsync(request);
        var page = Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal("You are signed in again", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("Vera L. 维拉", page.QuerySelector("main form [name=Name]")!.GetAttribute("value"));
        vera.Dispose();
    }

    [Fact]
    public async Task What_was_typed_outlives_too_many_tries_to_sign_in()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var (vera, fields) = await TypingAsync(portal);
        var entrance = Standing(await PostAsync(vera, fields, HttpStatusCode.OK));
        var (status, page) = (HttpStatusCode.OK, Parse(""));
        for (var i = 0; i < 31; i++)
        {
            using var request = Request(DeskLinks.SignIn(), entrance);
            request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
            using var answer = await vera.Http.SendAsync(request);
            (status, page) = (answer.StatusCode, Parse(await answer.Content.ReadAsStringAsync()));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.Contains("too often", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelector("main [name=Kept]")!.GetAttribute("value")!);
        vera.Dispose();
    }

    [Theory]
    [InlineData("same-origin")]
    [InlineData("cross-site")]
    public async Task What_somebody_else_has_typed_is_nobodys_form(string site)
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        await portal.HireAsync("wei@example.org", Roles.Admin, name: "Wei");
        var (vera, fields) = await TypingAsync(portal);
        var entrance = Standing(await PostAsync(vera, fields, HttpStatusCode.OK));
        using var wei = portal.Visit();
        await wei.ReadAsync(DeskLinks.SignIn());
        using var signedIn = portal.Visit();
        await signedIn.SignInAsync("wei@example.org");

        foreach (var browser in (DeskClient[])[signedIn, .. Enumerable.Repeat(wei, 32)])
        {
            using var request = Request(DeskLinks.SignIn(), entrance);
            request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", site);
            using var answer = await browser.Http.SendAsync(request);
            Assert.DoesNotContain("Vera L.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        vera.Dispose();
    }

    private static Dictionary<string, string> Standing(IHtmlDocument page) =>
        ((IHtmlFormElement)page.QuerySelector("main form[method=post]")!).Elements.OfType<IHtmlInputElement>()
            .Where(e => e.Name is not null && e.Type != "checkbox").ToDictionary(e => e.Name!, e => e.Value);

    [Fact]
    public async Task A_second_step_that_took_too_long_begins_again_and_keeps_what_was_typed()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var (vera, fields) = await TypingAsync(portal);
        var page = await PostAsync(vera, fields, HttpStatusCode.OK);
        foreach (var path in (string[])[DeskLinks.SignInCode, DeskLinks.SignInPasskey])
        {
            using var request = Request(path, new()
            {
                ["Code"] = "123456",
                ["Kept"] = page.QuerySelector("main [name=Kept]")!.GetAttribute("value")!,
                ["__RequestVerificationToken"] = page.QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!,
            });
            using var answer = await vera.Http.SendAsync(request);
            page = Parse(await answer.Content.ReadAsStringAsync());
            Assert.Equal("Sign in", page.QuerySelector("h1")!.TextContent);
            Assert.NotNull(page.QuerySelector("[role=alert]"));
        }

        page = await SubmitAsync(vera, page, new() { ["Email"] = Email, ["Password"] = Staff.Password });
        Assert.Equal("Vera L. 维拉", page.QuerySelector("main form [name=Name]")!.GetAttribute("value"));
        vera.Dispose();
    }

    // Somebody has filled the profile in, and then the session ends.
    private static async Task<(DeskClient Client, Dictionary<string, string> Fields)> TypingAsync(OwnPortal portal)
    {
        if (!await portal.QueryAsync(db => db.Users.AnyAsync(u => u.Email == Email)))
            await portal.HireAsync(Email, Roles.Editor, name: "Vera");
        var vera = portal.Visit();
        await vera.SignInAsync(Email);
        var page = await vera.ReadAsync(DeskLinks.Profile);
        var token = ((IHtmlInputElement)page.QuerySelector("main [name=__RequestVerificationToken]")!).Value;
        await portal.QueryAsync(db => db.Sessions.ExecuteDeleteAsync());
        return (vera, new() { ["Name"] = "Vera L. 维拉", ["UiLanguage"] = "de", ["__RequestVerificationToken"] = token });
    }

    private static async Task<IHtmlDocument> PostAsync(DeskClient client, Dictionary<string, string> fields, HttpStatusCode status)
    {
        using var request = Request(DeskLinks.Profile, fields);
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        using var answer = await client.Http.SendAsync(request);
        Assert.Equal(status, answer.StatusCode);
        return Parse(await answer.Content.ReadAsStringAsync());
    }

    // What the browser does with the first form of a page.
    private static async Task<IHtmlDocument> SubmitAsync(DeskClient client, IHtmlDocument page, Dictionary<string, string> typed)
    {
        var form = (IHtmlFormElement)page.QuerySelector("main form[method=post]")!;
        var fields = form.Elements.OfType<IHtmlInputElement>().Where(e => e.Name is not null && e.Type != "checkbox").ToDictionary(e => e.Name!, e => e.Value);
        foreach (var (name, value) in typed)
            fields[name] = value;
        using var request = Request(form.GetAttribute("action")!, fields);
        var answer = await client.Http.SendAsync(request);
        if (answer.Headers.Location is { } next)
            answer = await client.Http.GetAsync(next);
        return Parse(await answer.Content.ReadAsStringAsync());
    }

    private static HttpRequestMessage Request(string path, Dictionary<string, string> fields) =>
        new(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
