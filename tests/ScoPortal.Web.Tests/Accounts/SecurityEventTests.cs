using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScoPortal.Core.Accounts;
using ScoPortal.Data.Accounts;
using ScoPortal.Web.Hosting;
using Xunit;

namespace ScoPortal.Web.Tests.Accounts;

/// <summary>What somebody is refused stands in the audit, and fills no database.</summary>
public class SecurityEventTests
{
    [Fact]
    public async Task Refused_access_stands_there_with_the_account_and_once_however_often_it_is_tried()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var lena = await portal.AsAsync(Roles.Translator, "de", name: "Lena");

        for (var i = 0; i < 20; i++)
            await lena.ReadAsync(DeskLinks.Account(i), HttpStatusCode.Forbidden);

        // At once, and with the rest later.
        var refused = await EventsAsync(portal, "access.refuse");
        Assert.Equal(("Lena", lena.AccountId, "/admin/accounts/{id:int}"), Assert.Single(refused.Select(e => (e.By, e.AccountId ?? 0, e.Subject)).Distinct()));
        Assert.InRange(refused.Count, 1, 2);
        Assert.Equal(20, refused.Sum(e => e.After is null ? 1 : System.Text.Json.JsonDocument.Parse(e.After).RootElement.GetProperty("times").GetInt32()));
    }

    [Fact]
    public async Task Limits_forged_forms_links_that_open_nothing_and_files_that_are_taken_stand_there()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var visitor = portal.Visit();
        using var vera = await portal.AsAsync(Roles.Admin, name: "Vera");

        await visitor.ReadAsync(DeskLinks.Reset("no-secret-of-anybody"), HttpStatusCode.NotFound);
        await visitor.ReadAsync("/en/preview/no-token-of-anybody", HttpStatusCode.NotFound);
        using var nothing = new FormUrlEncodedContent([new("Name", "Mallory")]);
        using (var forged = await vera.Http.PostAsync(DeskLinks.Profile, nothing))
            Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        using (var taken = await vera.Http.GetAsync("/admin/audit/export"))
            Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        for (var i = 0; i < 31; i++)
            using (await visitor.PostAsync(DeskLinks.SignIn(), new { Email = "", Password = "" }, from: DeskLinks.SignIn())) { }

        Assert.Equal(["/admin/reset/{secret}", "/{lang:lang}/preview/{token}"], (await EventsAsync(portal, "link.refuse")).Select(e => e.Subject).Order(StringComparer.Ordinal));
        Assert.Equal(("Vera", "/admin/profile"), Of(Assert.Single(await EventsAsync(portal, "form.refuse"))));
        Assert.Equal(("Vera", "/admin/audit/export"), Of(Assert.Single(await EventsAsync(portal, "file.export"))));
        Assert.Equal(("?", "/admin/sign-in"), Assert.Single((await EventsAsync(portal, "limit.reach")).Select(Of).Distinct()));
        Assert.DoesNotContain(await portal.QueryAsync(db => db.Audit.Select(a => a.Subject + a.After).ToListAsync()), line => line.Contains("anybody", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_thinks_up_ever_new_things_to_be_refused_fills_no_database()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var log = portal.Services.GetRequiredService<SecurityLog>();
        for (var i = 0; i < 5000; i++)
            log.Note("session.refuse", "account", new IPAddress([203, (byte)(i / 250), (byte)(i % 250), 7]));

        await log.WriteAsync(all: true, default);

        var written = await portal.QueryAsync(db => db.Audit.Select(a => a.Action).ToListAsync());
        Assert.Equal(SecurityLog.Most, written.Count(a => a == "session.refuse"));
        Assert.InRange(written.Count(a => a == "event.more"), 1, 2);

        // The next hour is another.
        portal.Clock.Now += TimeSpan.FromHours(1);
        await log.WriteAsync(all: false, default);
        log.Note("session.refuse", "account", IPAddress.Parse("203.0.113.7"));
        await log.WriteAsync(all: false, default);
        Assert.Equal(SecurityLog.Most + 1, await portal.QueryAsync(db => db.Audit.CountAsync(a => a.Action == "session.refuse")));
    }

    [Fact]
    public async Task Who_is_refused_over_and_over_hides_nothing_that_befalls_others()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var log = portal.Services.GetRequiredService<SecurityLog>();
        var (attacker, other) = (IPAddress.Parse("203.0.113.7"), IPAddress.Parse("198.51.100.9"));
        for (var i = 0; i < 1000; i++)
        {
            log.Note("link.refuse", $"/en/{i}", attacker);
            log.Note("session.refuse", "account", new IPAddress([203, (byte)(i / 250), (byte)(i % 250), 7]));
            log.Note("access.refuse", $"/admin/{i}", attacker, accountId: 7, by: "Mallory");
        }

        log.Note("link.refuse", "/admin/reset/{secret}", other);
        log.Note("session.lock", "account/8", other, accountId: 8, how: "password");
        log.Note("session.refuse", "account/8", other, accountId: 8, how: "password");
        log.Note("access.refuse", "/admin/accounts", other, accountId: 9, by: "Lena");
        await log.WriteAsync(all: true, default);

        var lines = await portal.QueryAsync(db => db.Audit.ToListAsync());
        Assert.Equal(4, lines.Count(l => l.Address == "198.51.100.0/24"));
        Assert.Equal(SecurityLog.MostOfOne, lines.Count(l => l is { Action: "link.refuse", Address: "203.0.113.0/24" }));
        Assert.Equal(SecurityLog.MostOfOne, lines.Count(l => l is { Action: "access.refuse", By: "Mallory" }));
        Assert.Equal(
            [("access.refuse", (int?)7, (string?)null), ("link.refuse", null, "203.0.113.0/24"), ("session.refuse", null, null)],
            lines.Where(l => l.Action == "event.more").Select(l => (l.Subject, l.AccountId, l.Address)).Distinct().OrderBy(l => l.Subject, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Of_where_somebody_comes_from_the_network_is_kept_and_not_the_address()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false, services: services => services.AddSingleton<IStartupFilter>(new From("203.0.113.77")));
        using var vera = await portal.AsAsync(Roles.Admin);
        using var stranger = portal.Visit();
        await stranger.SignInAsync("vera@example.org", "a guess and no more");
        await portal.AuditAsync();

        var kept = await portal.QueryAsync(async db => (List<string?>)[.. await db.Audit.Select(a => a.Address).ToListAsync(), .. await db.Sessions.Select(s => s.Address).ToListAsync()]);

        Assert.Equal(["203.0.113.0/24"], kept.Distinct());
        Assert.Contains("203.0.113.0/24", (await vera.ReadAsync(DeskLinks.ProfileSessions)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(portal.Log, line => line.Contains("203.0.113.77", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("203.0.113.77", "203.0.113.0/24")]
    [InlineData("::ffff:203.0.113.77", "203.0.113.0/24")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1::/48")]
    [InlineData("::1", "::/48")]
    public void An_address_of_either_kind_loses_what_tells_one_person_from_another(string address, string network) =>
        Assert.Equal(network, ClientNetwork.Of(IPAddress.Parse(address)));

    private static (string, string) Of(AuditEntry entry) => (entry.By, entry.Subject);

    private static async Task<List<AuditEntry>> EventsAsync(OwnPortal portal, string action)
    {
        await portal.AuditAsync();
        return await portal.QueryAsync(db => db.Audit.Where(a => a.Action == action).ToListAsync());
    }

    private sealed class From(string address) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(address);
                return rest(context);
            });
            next(app);
        };
    }
}
