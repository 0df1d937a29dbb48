using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using ScoPortal.Core.Accounts;
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
            foreach (var page in Pages(portal).Where(p => !p.Open))
            {
                using var read = await person.Http.GetAsync(page.Path);
                using var posted = await person.PostAsync(page.Path);
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

    private static System.Text.RegularExpressions.Regex Segment() => new(@"\{[^}]*\}", System.Text.RegularExpressions.RegexOptions.NonBacktracking);
}
