using System.Net;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Stories;
using Xunit;

namespace ScoPortal.Web.Tests.Desk;

/// <summary>Links for outsiders to what is not public.</summary>
public class PreviewLinkTests
{
    [Fact]
    public async Task Whoever_has_the_link_reads_the_newest_revision_and_nobody_keeps_it()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var translator = await portal.AsAsync(Roles.Translator, "de");
        var release = await portal.WriteAsync("Züge aus Qingdao", language: "de");
        await portal.DoAsync(release.Id, r => r.Embargo(portal.Clock.Now.AddDays(3), portal.Clock.Now));
        var path = await LinkAsync(translator, release.Id);
        await portal.DoAsync(release.Id, r => r.Save(r.Content with { Body = "Neuester **Stand**." }, 1, new Edit("Vera", portal.Clock.Now)));

        using var response = await portal.Client.GetAsync(path);
        var page = await portal.ReadAsync(path);

        Assert.Equal("Züge aus Qingdao", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("Neuester Stand.", page.QuerySelector(".prose")!.TextContent.Trim());
        Assert.Contains("nicht veröffentlicht", page.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Sperrfrist bis 24. November 2026, 12:00 UTC", page.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Null(page.QuerySelector("link[rel=canonical]"));
        Assert.Contains("no-store", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Contains("noindex", response.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
        Assert.Equal("preview-link.create", Assert.Single(await portal.AuditAsync($"release/{release.Id}")).Action);
    }

    [Fact]
    public async Task A_link_that_is_revoked_expired_wrong_or_of_another_language_opens_nothing_and_says_so()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var release = await portal.WriteAsync("Trains");
        var revoked = await LinkAsync(editor, release.Id);
        var page = await editor.SubmitAsync(DeskLinks.PreviewLinks(release.Id), form: ".items form");
        Assert.Contains("revoked", page.QuerySelector(".items")!.TextContent, StringComparison.Ordinal);
        var expired = await LinkAsync(editor, release.Id);

        await portal.ReadAsync(expired);
        foreach (var path in (string[])[revoked, "/en/preview/nonsense", expired.Replace("/en/", "/de/", StringComparison.Ordinal), expired[..^1]])
            Assert.NotNull((await portal.ReadAsync(path, HttpStatusCode.NotFound)).QuerySelector("main h1"));
        portal.Clock.Now = portal.Clock.Now.AddHours(1);
        Assert.Contains("opens nothing", (await portal.ReadAsync(expired, HttpStatusCode.NotFound)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["preview-link.create", "preview-link.revoke", "preview-link.create"], (await portal.AuditAsync($"release/{release.Id}")).Select(e => e.Action));
    }

    [Fact]
    public async Task Once_it_is_published_the_link_leads_to_the_public_page()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var release = await portal.WriteAsync("Trains", ReleaseState.Approved);
        var path = await LinkAsync(editor, release.Id);
        await portal.DoAsync(release.Id, r => r.Publish(portal.Clock.Now, portal.Clock.Now));

        Assert.Equal((HttpStatusCode.Redirect, Links.Release("en", release.Id, release.Slug)), await portal.AskAsync(path));
    }

    [Fact]
    public async Task What_was_withdrawn_is_not_read_by_an_old_link()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var release = await portal.WriteAsync("Trains", ReleaseState.Approved);
        var path = await LinkAsync(editor, release.Id);
        await portal.DoAsync(release.Id, r => r.Publish(portal.Clock.Now, portal.Clock.Now));
        await portal.DoAsync(release.Id, r => r.Withdraw("The figures were wrong.", portal.Clock.Now));

        Assert.Equal((HttpStatusCode.NotFound, null), await portal.AskAsync(path));
    }

    [Fact]
    public async Task A_translator_neither_sees_nor_revokes_links_to_other_languages()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        using var translator = await portal.AsAsync(Roles.Translator, "de");
        var release = await portal.WriteAsync("Trains");
        var path = await LinkAsync(editor, release.Id);
        var key = await portal.QueryAsync(db => Task.FromResult(db.PreviewLinks.Single().Id));

        await translator.ReadAsync(DeskLinks.PreviewLinks(release.Id), HttpStatusCode.Forbidden);
        Assert.Equal(HttpStatusCode.Forbidden, (await translator.PostAsync(DeskLinks.PreviewLink(key))).StatusCode);
        await portal.ReadAsync(path);
    }

    [Fact]
    public async Task A_link_is_good_for_thirty_days_at_most()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var release = await portal.WriteAsync("Trains");

        var page = await editor.SubmitAsync(DeskLinks.PreviewLinks(release.Id), new { Note = "For the office", Hours = 721 });

        Assert.Contains("Between 1 and 720.", page.QuerySelector("#Hours-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("For the office", page.QuerySelector("[name=Note]")!.GetAttribute("value"));
        Assert.False(await portal.QueryAsync(db => Task.FromResult(db.PreviewLinks.Any())));
    }

    private static async Task<string> LinkAsync(DeskClient person, int release)
    {
        var page = await person.SubmitAsync(DeskLinks.PreviewLinks(release), new { Note = "For the office", Hours = 1 });
        return new Uri(page.QuerySelector("input.address")!.GetAttribute("value")!).PathAndQuery;
    }
}
