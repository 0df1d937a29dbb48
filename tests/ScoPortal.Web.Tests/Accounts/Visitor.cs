using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScoPortal.Core.Accounts;
using ScoPortal.Data.Accounts;
using ScoPortal.Web.Hosting;

namespace ScoPortal.Web.Tests.Accounts;

/// <summary>What tests of accounts do over and over.</summary>
public static partial class Visitor
{
    /// <summary>A browser that nobody has signed in with.</summary>
    public static DeskClient Visit(this PortalFixture portal, string language = "en")
    {
        var client = new DeskClient(portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }), accountId: 0);
        client.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return client;
    }

    /// <summary>Signs in on the sign-in page.</summary>
    public static Task<AngleSharp.Html.Dom.IHtmlDocument> SignInAsync(this DeskClient visitor, string email, string password = Staff.Password) =>
        visitor.SubmitAsync(DeskLinks.SignIn(), new { Email = email, Password = password });

    /// <summary>The desk lets this browser in.</summary>
    public static async Task<bool> IsInAsync(this DeskClient visitor)
    {
        using var answer = await visitor.Http.GetAsync(DeskLinks.Home);
        return answer.StatusCode == HttpStatusCode.OK;
    }

    /// <summary>The code that an authenticator app shows now.</summary>
    public static async Task<string> CodeAsync(this PortalFixture portal, int accountId)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var key = await accounts.GetAuthenticatorKeyAsync((await accounts.FindByIdAsync($"{accountId}"))!);
        return Totp.Code(Totp.FromText(key!), Totp.StepAt(portal.Clock.Now));
    }

    /// <summary>A link for the first administrator.</summary>
    public static async Task<string> SetupLinkAsync(this PortalFixture portal) =>
        DeskLinks.Setup((await portal.QueryAsync(db => db.OfferSetupAsync(portal.Clock.Now, default)))!);

    /// <summary>The path of the one-time link on a page.</summary>
    public static string OneTimeLink(this AngleSharp.Html.Dom.IHtmlDocument page) =>
        new Uri(page.QuerySelector("#link")!.GetAttribute("value")!).AbsolutePath;

    /// <summary>What the audit says was done, oldest first.</summary>
    public static async Task<List<string>> AuditAsync(this PortalFixture portal)
    {
        await portal.Services.GetRequiredService<SecurityLog>().WriteAsync(all: true, default);
        return await portal.QueryAsync(db => db.Audit.OrderBy(a => a.Id).Select(a => a.By + " " + a.Action).ToListAsync());
    }

    /// <summary>The words on a page, without the blanks between them.</summary>
    public static string Words(this AngleSharp.Dom.INode node) => Blanks().Replace(node.TextContent, " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
