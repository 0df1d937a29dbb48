using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Stories;
using Xunit;

namespace ScoPortal.Web.Tests.Desk;

/// <summary>Releases that say the same are linked as versions of one story, parted again, and readers see it at once.</summary>
public class LinkingTests
{
    [Fact]
    public async Task A_release_that_was_found_becomes_a_version_and_readers_are_led_to_it_at_once()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var editor = await portal.AsAsync(Roles.Editor, name: "Vera");
        var (english, german) = (await portal.WriteAsync("Quiet harbour opens", ReleaseState.Published), await portal.WriteAsync("Stiller Hafen eröffnet", ReleaseState.Published, "de"));
        await portal.CatchUpAsync();
        Assert.Equal(["en", "x-default"], await VersionsAsync(portal, english));

        var found = await editor.ReadAsync(DeskLinks.Versions(english.StoryId, "Hafen"));
        Assert.Equal("Stiller Hafen eröffnet", Assert.Single(found.QuerySelectorAll(".picks > li > a")).TextContent.Trim());
        var page = await editor.SubmitAsync(DeskLinks.Versions(english.StoryId, "Hafen"), form: ".picks form[data-link]");

        Assert.Equal(DeskLinks.Story(english.StoryId), editor.Path);
        Assert.Contains("“Stiller Hafen eröffnet” is a version of this story now.", page.QuerySelector(".alert[data-kind=done]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["de", "en", "x-default"], await VersionsAsync(portal, english));
        Assert.Equal(["de", "en", "x-default"], await VersionsAsync(portal, german));
        Assert.Equal(Links.Release("de", german.Id, german.Slug), Switch(await portal.ReadAsync(Links.Release("en", english.Id, english.Slug)), "de"));
        Assert.Contains($"hreflang=\"de\" href=\"https://news.example.org{Links.Release("de", german.Id, german.Slug)}\"", await portal.Client.GetStringAsync("/sitemap-1.xml"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await editor.Http.GetAsync(DeskLinks.Story(german.StoryId))).StatusCode);
        await editor.ReadAsync(DeskLinks.Story(german.StoryId));
        Assert.Equal(DeskLinks.Story(english.StoryId), editor.Path);
        Assert.Equal("story.link", (await portal.AuditAsync($"story/{english.StoryId}")).Single().Action);
    }

    [Fact]
    public async Task What_was_linked_is_undone_from_the_notice_and_from_the_page_of_the_story()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var editor = await portal.AsAsync(Roles.Editor, name: "Vera");
        var (english, german) = (await portal.WriteAsync("Quiet harbour", ReleaseState.Published), await portal.WriteAsync("Stiller Hafen", ReleaseState.Published, "de"));

        await editor.SubmitAsync(DeskLinks.Versions(english.StoryId, "#" + german.Id), form: ".picks form[data-link]");
        Assert.Equal(["de", "en", "x-default"], await VersionsAsync(portal, english));
        var list = await editor.ReadAsync(DeskLinks.Story(english.StoryId));
        Assert.Contains($"Story {english.StoryId} took over story {german.StoryId}: Stiller Hafen", list.QuerySelector("section[aria-labelledby=links]")!.TextContent, StringComparison.Ordinal);
        var page = await editor.SubmitAsync(DeskLinks.Story(english.StoryId), form: "section[aria-labelledby=links] form");

        Assert.Contains("It is undone.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["en", "x-default"], await VersionsAsync(portal, english));
        Assert.Contains("undone by Vera", (await editor.ReadAsync(DeskLinks.Story(english.StoryId))).Body!.TextContent, StringComparison.Ordinal);
        await editor.ReadAsync(DeskLinks.Story(german.StoryId));
        Assert.Equal(DeskLinks.Story((await portal.NowAsync(german.Id)).StoryId), editor.Path);
        Assert.Equal(["story.link", "link.undo"], (await portal.AuditAsync($"story/{english.StoryId}")).Select(e => e.Action));
    }

    [Fact]
    public async Task A_version_that_is_taken_out_is_no_longer_offered_to_readers_of_the_others()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var english = await portal.ReleaseAsync("round-table-2021", "en");
        var german = await portal.ReleaseAsync("round-table-2021", "de");
        Assert.Equal(german.Path, Switch(await portal.ReadAsync(english.Path), "de"));
        var story = (await portal.NowAsync(english.Id)).StoryId;

        var page = await editor.SubmitAsync(DeskLinks.Story(story), form: $"form[action='{DeskLinks.Unlinking(german.Id)}']");

        Assert.Equal(DeskLinks.Story(story), editor.Path);
        Assert.DoesNotContain("de", await VersionsAsync(portal, await portal.NowAsync(english.Id)));
        var missing = await portal.ReadAsync(Switch(await portal.ReadAsync(english.Path), "de"), HttpStatusCode.NotFound);
        Assert.DoesNotContain(missing.QuerySelectorAll("main a"), a => a.GetAttribute("href") == german.Path);
        Assert.DoesNotContain(english.Path, await portal.Client.GetStringAsync(german.Path), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".alert[data-kind=done] button"));
        Assert.Equal("story.unlink", (await portal.AuditAsync($"story/{story}")).Single().Action);

        var back = await editor.SubmitAsync(DeskLinks.Story(story), form: "section[aria-labelledby=links] form");
        Assert.Contains("It is undone.", back.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(german.Path, Switch(await portal.ReadAsync(english.Path), "de"));
    }

    [Fact]
    public async Task A_language_that_is_taken_is_explained_with_what_can_be_done()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var editor = await portal.AsAsync(Roles.Editor);
        var english = await portal.WriteAsync("Quiet harbour");
        var german = await portal.WriteAsync("Stiller Hafen", language: "de", story: english.StoryId);
        var (second, third) = (await portal.WriteAsync("Ruhiger Hafen", language: "de"), await portal.WriteAsync("Leiser Hafen", language: "de"));

        var refused = await editor.SubmitAsync(DeskLinks.Versions(english.StoryId, second.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)), form: ".picks form[data-link]");
        var why = refused.QuerySelector("section.alert")!.TextContent;
        Assert.Contains($"“Stiller Hafen” (no. {german.Id}) is the version in this language: German.", why, StringComparison.Ordinal);
        Assert.Contains($"“Ruhiger Hafen” (no. {second.Id})", why, StringComparison.Ordinal);
        Assert.Equal(second.StoryId, (await portal.NowAsync(second.Id)).StoryId);

        await PressAsync(editor, refused, "[data-act=relate]");
        Assert.Equal(english.StoryId, await portal.QueryAsync(db => db.Stories.Where(s => s.Id == second.StoryId).SelectMany(s => s.Relations).Where(r => r.Kind == RelationKind.SecondVersion).Select(r => r.Other.Id).SingleAsync()));
        refused = await editor.SubmitAsync(DeskLinks.Versions(english.StoryId, $"/admin/releases/{third.Id}"), form: ".picks form[data-link]");
        await PressAsync(editor, refused, "[data-act=instead]");

        Assert.Equal(english.StoryId, (await portal.NowAsync(third.Id)).StoryId);
        Assert.NotEqual(english.StoryId, (await portal.NowAsync(german.Id)).StoryId);
        Assert.Equal(["story.unlink", "story.link"], (await portal.AuditAsync($"story/{english.StoryId}")).Select(e => e.Action));
    }

    [Fact]
    public async Task One_version_moves_or_both_stories_are_merged_with_everything()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var editor = await portal.AsAsync(Roles.Editor);
        var english = await portal.WriteAsync("Quiet harbour");
        var german = await portal.WriteAsync("Stiller Hafen", language: "de");
        var chinese = await portal.WriteAsync("安静的港口", language: "zh", story: german.StoryId);
        var russian = await portal.WriteAsync("Тихая гавань", language: "ru");

        var page = await editor.ReadAsync(DeskLinks.Versions(english.StoryId));
        Assert.Contains("in one story with: Chinese", page.QuerySelector($".picks li:has(form[data-link] input[value='{german.Id}'])")!.TextContent, StringComparison.Ordinal);
        await editor.SubmitAsync(DeskLinks.Versions(russian.StoryId), form: $".picks form[data-link]:has(input[value='{german.Id}'])");
        Assert.Equal((russian.StoryId, german.StoryId), ((await portal.NowAsync(german.Id)).StoryId, (await portal.NowAsync(chinese.Id)).StoryId));
        Assert.Equal("story.move", (await portal.AuditAsync($"story/{russian.StoryId}")).Single().Action);

        await editor.SubmitAsync(DeskLinks.Versions(english.StoryId), form: $"form[action='{DeskLinks.Merger(english.StoryId)}']");
        Assert.Equal(["de", "en", "ru"], await portal.QueryAsync(db => db.Releases.Where(r => r.StoryId == english.StoryId).Select(r => r.Language).OrderBy(l => l).ToListAsync()));
        Assert.Equal("story.merge", (await portal.AuditAsync($"story/{english.StoryId}")).Single().Action);
        using var taken = await editor.PostAsync(DeskLinks.Merger(chinese.StoryId), new { Other = english.StoryId });
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Equal(4, await portal.QueryAsync(db => db.Releases.CountAsync(r => r.StoryId == chinese.StoryId)));
    }

    [Fact]
    public async Task From_the_editor_a_release_is_put_into_a_story_that_lacks_its_language()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var editor = await portal.AsAsync(Roles.Editor);
        var english = await portal.WriteAsync("Quiet harbour");
        var german = await portal.WriteAsync("Stiller Hafen", language: "de", story: english.StoryId);
        var (russian, second) = (await portal.WriteAsync("Тихая гавань", language: "ru"), await portal.WriteAsync("Ruhiger Hafen", language: "de"));

        Assert.NotNull((await editor.ReadAsync(DeskLinks.Release(russian.Id))).QuerySelector($"a[href='{DeskLinks.ReleaseStory(russian.Id)}']"));
        Assert.DoesNotContain("Quiet harbour", (await editor.ReadAsync(DeskLinks.ReleaseStory(second.Id))).QuerySelector(".picks")!.TextContent, StringComparison.Ordinal);
        await editor.SubmitAsync(DeskLinks.ReleaseStory(russian.Id), form: $".picks form[action='{DeskLinks.Versions(english.StoryId)}']");

        Assert.Equal(english.StoryId, (await portal.NowAsync(russian.Id)).StoryId);
    }

    [Fact]
    public async Task Translators_link_their_own_drafts_and_nothing_that_is_public_or_of_others()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var translator = await portal.AsAsync(Roles.Translator, languages: "de");
        var english = await portal.WriteAsync("Quiet harbour", ReleaseState.Published);
        var (german, known, russian) = (await portal.WriteAsync("Stiller Hafen", language: "de"), await portal.WriteAsync("Ruhiger Hafen", ReleaseState.Published, "de"), await portal.WriteAsync("Тихая гавань", language: "ru"));

        async Task<HttpStatusCode> AskAsync(string path, object fields)
        {
            using var answer = await translator.PostAsync(path, fields);
            return answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(DeskLinks.Versions(english.StoryId), new { Release = known.Id }));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(DeskLinks.Versions(english.StoryId), new { Release = russian.Id }));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(DeskLinks.Merger(english.StoryId), new { Other = russian.StoryId }));
        Assert.Equal(HttpStatusCode.Redirect, await AskAsync(DeskLinks.Versions(english.StoryId), new { Release = german.Id }));
        Assert.Equal(english.StoryId, (await portal.NowAsync(german.Id)).StoryId);
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(DeskLinks.Unlinking(english.Id), new { }));
        await portal.DoAsync(german.Id, portal.Publish);
        var change = await portal.QueryAsync(db => db.LinkChanges.Select(c => c.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(DeskLinks.LinkUndo(change), new { }));
    }

    [Fact]
    public async Task What_no_longer_fits_says_why_it_is_not_undone()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var editor = await portal.AsAsync(Roles.Editor);
        var (english, german) = (await portal.WriteAsync("Quiet harbour"), await portal.WriteAsync("Stiller Hafen", language: "de"));
        await editor.PostAsync(DeskLinks.Versions(english.StoryId), new { Release = german.Id });
        await editor.PostAsync(DeskLinks.Unlinking(german.Id));
        var change = await portal.QueryAsync(db => db.LinkChanges.OrderBy(c => c.Id).Select(c => c.Id).FirstAsync());

        using var answer = await editor.PostAsync(DeskLinks.LinkUndo(change), new { Back = DeskLinks.Story(english.StoryId) });

        Assert.Contains("“Stiller Hafen” is in another story by now.", (await editor.ReadAsync(answer.Headers.Location!.OriginalString)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<string>> VersionsAsync(OwnPortal portal, Release release) =>
        (await portal.ReadAsync(Links.Release(release.Language, release.Id, release.Slug))).QuerySelectorAll("link[rel=alternate][hreflang]:not([type])").Select(l => l.GetAttribute("hreflang")!).Order(StringComparer.Ordinal);

    private static string Switch(IHtmlDocument page, string language) => page.QuerySelector($".langs-switch a[lang={language}]")!.GetAttribute("href")!;

    private static async Task PressAsync(DeskClient person, IHtmlDocument page, string button)
    {
        var form = (IHtmlFormElement)page.QuerySelector(button)!.Closest("form")!;
        using var answer = await person.Http.PostAsync(form.GetAttribute("action"), DeskClient.Filled(form, null));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }
}
