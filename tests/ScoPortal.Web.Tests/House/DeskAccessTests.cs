using System.Net;
using System.Reflection;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Stories;
using ScoPortal.Web.Areas.Admin;
using Xunit;

namespace ScoPortal.Web.Tests.House;

/// <summary>Walks every address of the desk as everybody.</summary>
public class DeskAccessTests
{
    [Fact]
    public async Task Nobody_gets_in_without_signing_in()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);

        foreach (var page in Pages(portal).Where(p => !p.Open))
        {
            using var read = await portal.Client.GetAsync(page.Path);
            Assert.True(read.StatusCode == HttpStatusCode.Redirect && read.Headers.Location!.OriginalString.StartsWith(DeskLinks.SignIn(), StringComparison.Ordinal), $"GET {page.Path}: {(int)read.StatusCode}");
            using var nothing = new FormUrlEncodedContent([]);
            using var posted = await portal.Client.PostAsync(page.Path, nothing);
            Assert.True((int)posted.StatusCode is 302 or 400 or 401 or 403, $"POST {page.Path}: {(int)posted.StatusCode}");
        }
    }

    [Fact]
    public async Task Pages_for_some_roles_refuse_the_others()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        foreach (var role in Roles.All)
        {
            using var person = await portal.AsAsync(role, languages: "de");
            var token = await person.TokenAsync();
            foreach (var page in Pages(portal).Where(p => !p.Open))
            {
                using var read = await person.Http.GetAsync(page.Path);
                using var posted = await person.PostAsync(page.Path, token);
                var allowed = page.Policy switch { Areas.Admin.Desk.Admins => role == Roles.Admin, Areas.Admin.Desk.Publishers => role != Roles.Translator, _ => true };
                if (!allowed)
                    Assert.True((read.StatusCode, posted.StatusCode) == (HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), $"{role} {page.Path}: {(int)read.StatusCode}, {(int)posted.StatusCode}");
                // A page that stumbles over what is not there is a page that does not check.
                Assert.True((int)read.StatusCode < 500 && (int)posted.StatusCode < 500, $"{role} {page.Path}: {(int)read.StatusCode}, {(int)posted.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task Nothing_is_done_without_the_forms_token()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var admin = await portal.AsAsync(Roles.Admin);

        foreach (var page in Pages(portal))
        {
            using var nothing = new FormUrlEncodedContent([]);
            using var posted = await admin.Http.PostAsync(page.Path, nothing);
            Assert.True(posted.StatusCode == HttpStatusCode.BadRequest, $"{page.Path}: {(int)posted.StatusCode}");
        }
    }

    [Fact]
    public async Task What_the_address_names_is_not_taken_from_the_form()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var faults = new List<string>();
        foreach (var page in portal.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>().Where(p => p.AreaName == Areas.Admin.Desk.Area))
        {
            var names = Name().Matches(page.AttributeRouteInfo!.Template!).Select(m => m.Groups["name"].Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var model = typeof(DeskPage).Assembly.GetType(ModelName(page))!;
            var bound = model.GetProperties().Where(p => p.IsDefined(typeof(BindPropertyAttribute)) || p.IsDefined(typeof(FromRouteAttribute))).Select(p => (p.Name, Route: p.GetCustomAttribute<FromRouteAttribute>()))
                .Concat(model.GetMethods().Where(m => m.Name.StartsWith("On", StringComparison.Ordinal)).SelectMany(m => m.GetParameters()).Select(p => (Name: p.Name!, Route: p.GetCustomAttribute<FromRouteAttribute>())));
            faults.AddRange(bound.Where(b => names.Contains(b.Route?.Name ?? b.Name) && b.Route is null).Select(b => $"{page.ViewEnginePath}: {b.Name}"));
        }

        Faults.None(faults);
    }

    // Their own account, the way out, and forms that only ask.
    private static readonly string[] Own = [DeskLinks.Profile, DeskLinks.SignOut, DeskLinks.SignIn(), "/admin/invitation", "/admin/reset", "/admin/wire"];

    [Theory]
    [InlineData(ReleaseState.Draft)]
    [InlineData(ReleaseState.InReview)]
    [InlineData(ReleaseState.Published)]
    [InlineData(ReleaseState.Corrected)]
    [InlineData(ReleaseState.Withdrawn)]
    public async Task A_translator_of_no_language_sends_every_form_there_is_and_changes_nothing(ReleaseState state)
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var admin = await portal.AsAsync(Roles.Admin);
        using var translator = await portal.AsAsync(Roles.Translator);
        var forms = new Dictionary<string, List<KeyValuePair<string, string>>>(StringComparer.Ordinal);
        foreach (var path in await portal.DeskPagesAsync(admin.AccountId, state))
            foreach (var (target, fields) in await FormsAsync(admin, path))
                forms.TryAdd($"{target} {string.Join('&', fields.Where(f => f.Key != Token.Field).Select(f => f.Value))}", [new("", target), .. fields]);
        var (before, links) = await portal.QueryAsync(async db => (await db.NewestChangeAsync(), await db.PreviewLinks.CountAsync() + await db.AccessLinks.CountAsync()));

        var faults = new List<string>();
        var token = await translator.TokenAsync();
        foreach (var form in forms.Values)
        {
            var target = form[0].Value;
            using var answer = await translator.PostAsync(target, token, form.Skip(1).Where(f => f.Key != Token.Field));
            if ((int)answer.StatusCode >= 500 || (target.StartsWith("/admin/releases/", StringComparison.Ordinal) && answer.StatusCode != HttpStatusCode.Forbidden && !Asks(target)))
                faults.Add($"{target}: {(int)answer.StatusCode}");
        }

        Faults.None(faults);
        Assert.True(forms.Count > 40, $"{forms.Count} forms");
        Assert.Equal((before, links), await portal.QueryAsync(async db => (await db.NewestChangeAsync(), await db.PreviewLinks.CountAsync() + await db.AccessLinks.CountAsync())));
    }

    // They answer what is typed and keep nothing but a person's own working copy.
    private static bool Asks(string target) =>
        target.Split('?')[0].Split('/')[^1] is "new" or "batch" or "preview" or "link-check" or "presence" or "working-copy" or "discard" or "conflict";

    // Every form of a page, once for each of its buttons.
    private static async Task<List<(string Target, List<KeyValuePair<string, string>> Fields)>> FormsAsync(DeskClient person, string path)
    {
        using var response = await person.Http.GetAsync(path);
        if (response.StatusCode != HttpStatusCode.OK || response.Content.Headers.ContentType?.MediaType != "text/html")
            return [];
        var page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
        return [.. page.QuerySelectorAll("form[method=post]").OfType<IHtmlFormElement>().SelectMany(form =>
        {
            var target = form.GetAttribute("action") is { Length: > 0 } action ? action : path;
            var buttons = form.Elements.OfType<IHtmlButtonElement>().Where(b => b.Type == "submit")
                .Select(b => (Target: b.GetAttribute("formaction") ?? target, Field: b.GetAttribute("name") is { Length: > 0 } name ? new[] { KeyValuePair.Create(name, b.Value) } : [])).ToList();
            return buttons.Select(b => (b.Target, DeskClient.Standing(form).Concat(b.Field).ToList()));
        }).Where(f => !Own.Any(o => f.Target.StartsWith(o, StringComparison.Ordinal)))];
    }

    private static IEnumerable<(string Path, bool Open, string? Policy)> Pages(PortalFixture portal) =>
        portal.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>()
            .Where(p => p.AreaName == Areas.Admin.Desk.Area)
            .Select(p =>
            {
                var model = typeof(DeskPage).Assembly.GetTypes().Single(t => t.Namespace + "." + t.Name == ModelName(p));
                return (
                    "/" + Segment().Replace(p.AttributeRouteInfo!.Template!, "1"),
                    model.GetCustomAttribute<AllowAnonymousAttribute>() is not null,
                    model.GetCustomAttributes<AuthorizeAttribute>().Select(a => a.Policy).FirstOrDefault());
            });

    private static string ModelName(PageActionDescriptor page)
    {
        var parts = page.ViewEnginePath.Trim('/').Split('/');
        return string.Join('.', ["ScoPortal.Web.Areas.Admin.Pages", .. parts.SkipLast(1), parts[^1] + "Model"]);
    }

    private static System.Text.RegularExpressions.Regex Name() => new(@"\{\*{0,2}(?<name>\w+)", System.Text.RegularExpressions.RegexOptions.NonBacktracking);

    private static System.Text.RegularExpressions.Regex Segment() => new(@"\{[^}]*\}", System.Text.RegularExpressions.RegexOptions.NonBacktracking);
}
