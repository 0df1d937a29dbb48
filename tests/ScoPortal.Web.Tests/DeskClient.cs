using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using ScoPortal.Data.Accounts;
using Xunit;

namespace ScoPortal.Web.Tests;

/// <summary>What tells the portal's own forms from others.</summary>
public sealed record Token(string Value)
{
    /// <summary>The field that it is sent in.</summary>
    public const string Field = "__RequestVerificationToken";
}

/// <summary>A person at the desk: a browser without scripts that is signed in.</summary>
public sealed class DeskClient(HttpClient http, int accountId) : IDisposable
{
    /// <summary>Sends cookies, follows no redirects.</summary>
    public HttpClient Http { get; } = http;

    /// <summary>Key of the account.</summary>
    public int AccountId { get; } = accountId;

    /// <summary>The address of the page that was read last, after redirects.</summary>
    public string Path { get; private set; } = "";

    /// <summary>The page at that address, which answers as expected.</summary>
    public async Task<IHtmlDocument> ReadAsync(string path, HttpStatusCode status = HttpStatusCode.OK) =>
        await ReadAsync(path, await Http.GetAsync(path), status);

    /// <summary>
    /// Reads the page, fills its first form for that address in (or the one marked by <paramref name="form"/>, a CSS
    /// selector), posts it and goes where it leads. Properties of <paramref name="fields"/> are field names, with "." as "__";
    /// a list is several values, null leaves the field out; fields not named are sent as they stand. A dictionary names
    /// fields such as "Texts[de].Label" as they are.
    /// </summary>
    public async Task<IHtmlDocument> SubmitAsync(
        string path, object? fields = null, string form = "main form[method=post]", HttpStatusCode status = HttpStatusCode.OK)
    {
        var page = await ReadAsync(path);
        var found = page.QuerySelector(form) as IHtmlFormElement;
        Assert.True(found is not null, $"{path} has no {form}");
        var target = found!.GetAttribute("action") is { Length: > 0 } action ? action : Path;
        return await ReadAsync(target, await Http.PostAsync(target, Content(Standing(found), fields)), status);
    }

    /// <summary>Posts fields to an address, with a token from the page at <paramref name="from"/>, and does not follow.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, object? fields = null, string? from = null) =>
        await PostAsync(path, await TokenAsync(from), fields);

    /// <summary>Posts fields to an address with that token, and does not follow.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, Token token, object? fields = null) =>
        Http.PostAsync(path, Content([new(Token.Field, token.Value)], fields));

    /// <summary>What a form of the page sends so that it is known to be the portal's; good for any form as long as nobody signs in or out.</summary>
    public async Task<Token> TokenAsync(string? from = null) =>
        new(((IHtmlInputElement)(await ReadAsync(from ?? DeskLinks.Home)).QuerySelector($"input[name={Token.Field}]")!).Value);

    public void Dispose() => Http.Dispose();

    private async Task<IHtmlDocument> ReadAsync(string path, HttpResponseMessage response, HttpStatusCode status)
    {
        for (var step = 0; step < 5 && response.Headers.Location is { } next; step++)
        {
            path = next.IsAbsoluteUri ? next.PathAndQuery : next.OriginalString;
            response = await Http.GetAsync(path);
        }

        Path = path;
        Assert.True(status == response.StatusCode, $"{path} answers {(int)response.StatusCode}");
        return await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
    }

    /// <summary>What a browser would send of a form that is filled in like that.</summary>
    public static FormUrlEncodedContent Filled(IHtmlFormElement form, object? fields) => Content(Standing(form), fields);

    /// <summary>What a browser would send if nothing were touched.</summary>
    public static List<KeyValuePair<string, string>> Standing(IHtmlFormElement form) =>
    [
        .. form.Elements.Where(e => e.GetAttribute("name") is { Length: > 0 } && !e.HasAttribute("disabled")).SelectMany(e => (e switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => Enumerable.Empty<string>(),
            IHtmlInputElement { Type: "submit" or "button" or "file" } => [],
            IHtmlInputElement input => [input.Value],
            IHtmlTextAreaElement text => [text.Value],
            IHtmlSelectElement select => select.Options.Where(o => o.IsSelected).Select(o => o.Value),
            _ => [],
        }).Select(value => KeyValuePair.Create(e.GetAttribute("name")!, value))),
    ];

    private static FormUrlEncodedContent Content(List<KeyValuePair<string, string>> standing, object? fields)
    {
        var given = fields switch
        {
            IEnumerable<KeyValuePair<string, object?>> named => named.Select(f => (f.Key, f.Value)),
            IEnumerable<KeyValuePair<string, string>> named => named.Select(f => (f.Key, (object?)f.Value)),
            _ => (fields?.GetType().GetProperties() ?? []).Select(p => (p.Name.Replace("__", ".", StringComparison.Ordinal), p.GetValue(fields))),
        };
        foreach (var (name, value) in given)
        {
            standing.RemoveAll(f => string.Equals(f.Key, name, StringComparison.OrdinalIgnoreCase));
            standing.AddRange((value switch
            {
                null => [],
                string text => [text],
                IEnumerable<object> many => many.Select(v => $"{v}"),
                var one => [FormattableString.Invariant($"{one}")],
            }).Select(v => KeyValuePair.Create(name, v)));
        }

        return new FormUrlEncodedContent(standing);
    }
}

/// <summary>People of the newsroom.</summary>
public static class Staff
{
    public const string Password = "seven quiet harbours";

    /// <summary>A new account in that role, signed in. Its name is <paramref name="name"/>, or that of the role.</summary>
    public static async Task<DeskClient> AsAsync(this PortalFixture portal, string role, string languages = "", string? name = null, string language = "en")
    {
        name ??= role;
        var email = $"{Guid.NewGuid():N}@example.org";
        var id = await portal.HireAsync(email, role, languages, name, language);
        var client = new DeskClient(portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }), id);
        var page = await client.SubmitAsync(DeskLinks.SignIn(), new { Email = email, Password });
        Assert.True(client.Path == DeskLinks.Home, page.Body?.TextContent);
        return client;
    }

    /// <summary>A new account, with <see cref="Password"/>.</summary>
    public static async Task<int> HireAsync(this PortalFixture portal, string email, string role, string languages = "", string? name = null, string language = "en")
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = new Account
        {
            UserName = email,
            Email = email,
            DisplayName = name ?? role,
            UiLanguage = language,
            Languages = languages,
            CreatedAt = portal.Clock.Now,
            LockoutEnabled = true,
        };
        Assert.Empty((await accounts.CreateAsync(account, Password)).Errors);
        Assert.Empty((await accounts.AddToRoleAsync(account, role)).Errors);
        return account.Id;
    }
}
