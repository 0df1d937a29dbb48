using System.Net;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;
using Xunit;

namespace ScoPortal.Web.Tests.Accounts;

public class SigningInTests
{
    [Fact]
    public async Task Who_signs_in_gets_to_the_page_they_asked_for_and_nowhere_else()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        await portal.HireAsync("vera@example.org", Roles.Editor);
        using var visitor = portal.Visit();

        var page = await visitor.ReadAsync(DeskLinks.Profile);
        Assert.Equal("Sign in", page.QuerySelector("h1")!.TextContent);
        await visitor.SubmitAsync(DeskLinks.Profile, new { Email = " Vera@Example.ORG ", Staff.Password });
        Assert.Equal(DeskLinks.Profile, visitor.Path);

        foreach (var elsewhere in (string[])["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"])
        {
            using var other = portal.Visit();
            await other.SubmitAsync(DeskLinks.SignIn(elsewhere), new { Email = "vera@example.org", Staff.Password });
            Assert.Equal(DeskLinks.Home, other.Path);
        }
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer_and_keep_the_address()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        await portal.HireAsync("vera@example.org", Roles.Editor);
        using var visitor = portal.Visit();

        var wrong = await visitor.SignInAsync("vera@example.org", "something else entirely");
        var unknown = await visitor.SignInAsync("nobody@example.org", "something else entirely");

        Assert.StartsWith("E-mail or password is wrong.", wrong.QuerySelector("[role=alert]")!.Words(), StringComparison.Ordinal);
        Assert.Equal(wrong.QuerySelector("main")!.Words(), unknown.QuerySelector("main")!.Words());
        Assert.Equal("nobody@example.org", unknown.QuerySelector("#Email")!.GetAttribute("value"));
        Assert.Null(unknown.QuerySelector("#Password")!.GetAttribute("value"));
        Assert.False(await visitor.IsInAsync());
    }

    [Fact]
    public async Task Five_wrong_tries_lock_even_the_right_password_out_and_the_audit_says_so()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        await portal.HireAsync("vera@example.org", Roles.Editor);
        using var visitor = portal.Visit();
        for (var i = 0; i < 5; i++)
            await visitor.SignInAsync("vera@example.org", "something else entirely");

        var locked = await visitor.SignInAsync("vera@example.org");
        Assert.StartsWith("E-mail or password is wrong.", locked.QuerySelector("[role=alert]")!.Words(), StringComparison.Ordinal);
        Assert.Contains("? session.lock", await portal.AuditAsync());

        portal.Clock.Now += TimeSpan.FromMinutes(15);
        await visitor.SignInAsync("vera@example.org");
        Assert.True(await visitor.IsInAsync());
    }

    [Fact]
    public async Task Who_signs_out_is_out_and_all_of_it_is_in_the_audit_without_a_secret()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        await portal.HireAsync("vera@example.org", Roles.Editor, name: "Vera");
        using var visitor = portal.Visit();
        await visitor.SignInAsync("typed-into-the-wrong-field", "x");
        await visitor.SignInAsync("vera@example.org", "something else entirely");
        await visitor.SignInAsync("vera@example.org");

        await visitor.SubmitAsync(DeskLinks.Home, form: $"form[action='{DeskLinks.SignOut}']");

        Assert.False(await visitor.IsInAsync());
        Assert.Equal(["? session.refuse", "? session.refuse", "Vera session.begin", "Vera session.end"], (await portal.AuditAsync()).Order(StringComparer.Ordinal));
        var audit = await portal.QueryAsync(db => db.Audit.Select(a => a.By + a.Subject + a.Before + a.After).ToListAsync());
        Assert.DoesNotContain(audit, a => a.Contains("typed-into", StringComparison.Ordinal) || a.Contains("harbours", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_cookie_holds_a_key_that_no_script_reads_and_the_desk_is_kept_by_no_cache()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        await portal.HireAsync("vera@example.org", Roles.Editor);
        using var visitor = portal.Visit();
        using var page = await visitor.Http.GetAsync(DeskLinks.SignIn());

        using var secure = portal.Visit();
        secure.Http.BaseAddress = new Uri("https://localhost/");
        await secure.ReadAsync(DeskLinks.SignIn());
        using var posted = await secure.PostAsync(DeskLinks.SignIn(), new { Email = "vera@example.org", Staff.Password }, from: DeskLinks.SignIn());

        Assert.Equal("no-store", page.Headers.CacheControl!.ToString());
        var cookie = posted.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-desk=", StringComparison.Ordinal));
        Assert.Matches("^__Host-desk=[A-Za-z0-9_-]{43}; path=/; secure; samesite=lax; httponly$", cookie);
        Assert.Equal("no-store", posted.Headers.CacheControl!.ToString());
        var form = page.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("desk-form=", StringComparison.Ordinal));
        Assert.Matches("^desk-form=[^;]+; path=/; samesite=lax; httponly$", form);
    }

    [Fact]
    public async Task What_the_next_page_tells_travels_in_a_cookie_as_strict_as_the_others()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var email = "vera@example.org";
        await portal.HireAsync(email, Roles.Editor);
        using var vera = portal.Visit();
        vera.Http.BaseAddress = new Uri("https://localhost/");
        await vera.SignInAsync(email);

        using var saved = await vera.PostAsync(DeskLinks.Profile, new { Name = "Vera Lindholm", UiLanguage = "en" }, from: DeskLinks.Profile);

        Assert.Matches("^__Host-desk-told=[^;]+; path=/; secure; samesite=lax; httponly$", saved.Headers.GetValues("Set-Cookie").Single());
    }

    [Fact]
    public async Task Staying_signed_in_outlives_the_browser()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        await portal.HireAsync("vera@example.org", Roles.Editor);
        using var visitor = portal.Visit();

        using var posted = await visitor.PostAsync(DeskLinks.SignIn(), new { Email = "vera@example.org", Staff.Password, Stay = "true" }, from: DeskLinks.SignIn());

        Assert.Contains(posted.Headers.GetValues("Set-Cookie"), c => c.StartsWith("desk=", StringComparison.Ordinal) && c.Contains("expires=Sat, 28 Nov 2026", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_speaks_the_language_of_the_browser_and_changes_it_on_demand()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var visitor = portal.Visit("ru");

        var page = await visitor.ReadAsync(DeskLinks.SignIn(DeskLinks.Profile));
        Assert.Equal("Вход", page.QuerySelector("h1")!.TextContent);

        var german = await visitor.ReadAsync(page.QuerySelector("nav.entrance a[lang=de]")!.GetAttribute("href")!);
        Assert.Equal(("de", "Anmelden"), (german.DocumentElement.GetAttribute("lang"), german.QuerySelector("h1")!.TextContent));
        Assert.Equal(DeskLinks.Profile, german.QuerySelector("[name=ReturnUrl]")!.GetAttribute("value"));
        var refused = await visitor.SubmitAsync(visitor.Path, new { Email = "nobody@example.org", Password = "x" });
        Assert.StartsWith("E-Mail oder Passwort ist falsch.", refused.QuerySelector("[role=alert]")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_tries_from_one_place_are_put_off()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var visitor = portal.Visit("de");
        HttpResponseMessage? last = null;
        for (var i = 0; i < 31; i++)
            last = await visitor.PostAsync(DeskLinks.SignIn(), new { Email = "", Password = "" }, from: DeskLinks.SignIn());

        Assert.Equal(HttpStatusCode.TooManyRequests, last!.StatusCode);
        Assert.Equal("60", last.Headers.GetValues("Retry-After").Single());
        Assert.Contains("Zu viele Versuche", await last.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_access_is_explained_in_the_editors_language()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var translator = await portal.AsAsync(Roles.Translator, "zh", language: "zh");

        var page = await translator.ReadAsync(DeskLinks.Accounts, HttpStatusCode.Forbidden);

        Assert.Equal("无权访问", page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector($"a[href='{DeskLinks.Home}']"));
    }
}
