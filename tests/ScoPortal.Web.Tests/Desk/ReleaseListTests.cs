using System.Net;
using AngleSharp.Html.Dom;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Stories;
using Xunit;

namespace ScoPortal.Web.Tests.Desk;

/// <summary>The list of releases, and what is done to many of them at once.</summary>
public class ReleaseListTests
{
    [Fact]
    public async Task Filters_narrow_the_list_and_the_tabs_count()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var editor = await portal.AsAsync(Roles.Editor);
        await portal.WriteAsync("Mine", author: editor.AccountId);
        await portal.WriteAsync("In review", ReleaseState.InReview, "de");
        var scheduled = await portal.WriteAsync("Later", ReleaseState.Approved);
        await portal.DoAsync(scheduled.Id, r => r.Publish(portal.Clock.Now.AddDays(1), portal.Clock.Now));
        await portal.WriteAsync("Published", ReleaseState.Published, "ru");

        async Task<string[]> ShownAsync(string path) => Headlines(await editor.ReadAsync(path));
        Assert.Equal(["Published", "Later", "In review", "Mine"], await ShownAsync(DeskLinks.Releases));
        Assert.Equal(["In review"], await ShownAsync(DeskLinks.ReleaseList("review")));
        Assert.Equal(["Later"], await ShownAsync(DeskLinks.ReleaseList("scheduled")));
        Assert.Equal(["Published"], await ShownAsync(DeskLinks.ReleaseList("published")));
        Assert.Equal(["Mine"], await ShownAsync(DeskLinks.ReleaseList(author: "me")));
        Assert.Equal(["In review"], await ShownAsync(DeskLinks.ReleaseList(language: "de")));
        Assert.Equal(["In review", "Later", "Mine", "Published"], await ShownAsync(DeskLinks.ReleaseList(sort: "headline")));
        Assert.Equal(["Later", "Published"], await ShownAsync(DeskLinks.ReleaseList(sort: "published")));

        // The tabs count in memory.
        await portal.CatchUpAsync();
        var page = await editor.ReadAsync(DeskLinks.ReleaseList("review"));
        Assert.Equal(
            ["All 4", "My drafts 1", "Drafts 1", "In review 1", "Approved 0", "Scheduled 1", "Published 1", "Outdated 0", "Withdrawn 0"],
            page.QuerySelectorAll(".views a").Select(a => a.TextContent));
        Assert.Equal("In review 1", page.QuerySelector(".views [aria-current]")!.TextContent);
        Assert.Contains("Nothing fits.", (await editor.ReadAsync(DeskLinks.ReleaseList("withdrawn"))).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_is_found_in_drafts_too_but_not_by_visitors()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var translator = await portal.AsAsync(Roles.Translator, "de");
        await portal.WriteAsync("Trains", body: "A secret about wagons.");
        await portal.WriteAsync("Ships");
        await portal.CatchUpAsync();

        Assert.Equal(["Trains"], Headlines(await translator.ReadAsync(DeskLinks.ReleaseList(q: "wagon"))));
        Assert.Empty(Headlines(await translator.ReadAsync(DeskLinks.ReleaseList(q: "aeroplane"))));
        Assert.DoesNotContain("Trains", (await portal.ReadAsync(Links.Search("en", "wagon"))).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_goes_on_from_page_to_page_and_back()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var editor = await portal.AsAsync(Roles.Editor);
        for (var i = 0; i < 60; i++)
            await portal.WriteAsync($"Release {i:00}");

        var first = await editor.ReadAsync(DeskLinks.ReleaseList(language: "en"));
        var second = await editor.ReadAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        var back = await editor.ReadAsync(second.QuerySelector("a[rel=prev]")!.GetAttribute("href")!);

        Assert.Equal(Enumerable.Range(0, 60).Reverse().Select(i => $"Release {i:00}"), [.. Headlines(first), .. Headlines(second)]);
        Assert.Equal(Headlines(first), Headlines(back));
        Assert.Null(second.QuerySelector("a[rel=next]"));
        Assert.Contains("language=en", second.QuerySelector("a[rel=prev]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_done_to_many_says_of_each_what_became_of_it()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var (draft, review) = (await portal.WriteAsync("A draft"), await portal.WriteAsync("In review", ReleaseState.InReview));

        var page = await BatchAsync(editor, "approve", draft.Id, review.Id);

        Assert.Contains("1 release done. 1 refused", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["A draft: Not possible now; the release is: draft.", "In review: done"],
            page.QuerySelectorAll(".items li").Select(li => $"{li.QuerySelector("a")!.TextContent}: {li.QuerySelector(".state")!.TextContent.Trim()}"));
        Assert.Equal((ReleaseState.Draft, ReleaseState.Approved), ((await portal.NowAsync(draft.Id)).State, (await portal.NowAsync(review.Id)).State));
        Assert.Equal("release.approve", Assert.Single(await portal.AuditAsync($"release/{review.Id}")).Action);
        Assert.Empty(await portal.AuditAsync($"release/{draft.Id}"));
    }

    [Fact]
    public async Task Many_are_published_but_not_what_a_check_holds_back()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var (good, bad) = (await portal.WriteAsync("Good", ReleaseState.Approved), await portal.WriteAsync("Bad", ReleaseState.Approved, body: "[x](nowhere)"));

        await BatchAsync(editor, "publish", good.Id, bad.Id);

        Assert.Equal((ReleaseState.Published, ReleaseState.Approved), ((await portal.NowAsync(good.Id)).State, (await portal.NowAsync(bad.Id)).State));
    }

    [Fact]
    public async Task A_zone_and_a_topic_are_added_to_many()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var release = await portal.WriteAsync("Trains");
        var topic = (await portal.NowAsync(release.Id)).Story.Topics.Count;

        await BatchAsync(editor, "zone", release.Id);
        await BatchAsync(editor, "topic", release.Id);

        var story = (await portal.NowAsync(release.Id)).Story;
        Assert.Equal((0, 1), (topic, story.Topics.Count));
        Assert.Contains(story.Zones, z => z.Key == "lianyungang");
        Assert.Equal(["story.file", "story.file"], (await portal.AuditAsync($"story/{story.Id}")).Select(e => e.Action));
    }

    [Fact]
    public async Task A_revision_that_the_list_did_not_show_is_not_approved_with_many()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var release = await portal.WriteAsync("Trains", ReleaseState.InReview);
        var shown = (await editor.ReadAsync(DeskLinks.Releases)).QuerySelector($"[name=Rows][value='{release.Id}:1']");
        await portal.DoAsync(release.Id, r => r.Save(r.Content with { Body = "Newer." }, 1, new Edit("Vera", portal.Clock.Now)));

        var page = await BatchAsync(editor, "approve", release.Id);

        Assert.NotNull(shown);
        Assert.Contains("Revision 2 has been saved meanwhile", page.QuerySelector(".items li")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(ReleaseState.InReview, (await portal.NowAsync(release.Id)).State);
    }

    [Fact]
    public async Task What_is_filed_there_already_or_nowhere_is_no_line_in_the_audit()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var release = await portal.WriteAsync("Trains");
        await BatchAsync(editor, "zone", release.Id);
        await BatchAsync(editor, "zone", release.Id);

        var page = await editor.SubmitAsync(DeskLinks.Releases, new { Step = "zone", Rows = new object[] { $"{release.Id}:1" }, Zone = "atlantis" }, ".list-form");
        await editor.SubmitAsync(DeskLinks.Story(release.StoryId), form: "#filing");

        Assert.Contains("no such zone", page.Body!.TextContent, StringComparison.Ordinal);
        var line = Assert.Single(await portal.AuditAsync($"story/{release.StoryId}"));
        Assert.DoesNotContain("lianyungang", line.Before, StringComparison.Ordinal);
        Assert.Contains("lianyungang", line.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_release_of_many_is_asked_for_the_right_to_it()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var translator = await portal.AsAsync(Roles.Translator, "de");
        var (german, english) = (await portal.WriteAsync("Züge", language: "de"), await portal.WriteAsync("Trains"));

        var page = await BatchAsync(translator, "submit", german.Id, english.Id);
        Assert.Contains("You may not do this", page.QuerySelector(".items li")!.TextContent, StringComparison.Ordinal);
        await BatchAsync(translator, "approve", german.Id);

        Assert.Equal((ReleaseState.InReview, ReleaseState.Draft), ((await portal.NowAsync(german.Id)).State, (await portal.NowAsync(english.Id)).State));
        Assert.Empty((await translator.ReadAsync(DeskLinks.Releases)).QuerySelectorAll("button[value=publish]"));
        Assert.Equal(HttpStatusCode.Redirect, (await translator.PostAsync(DeskLinks.Batch, new { Step = "erase" })).StatusCode);
    }

    private static async Task<IHtmlDocument> BatchAsync(DeskClient person, string step, params int[] ids) =>
        await person.SubmitAsync(DeskLinks.Releases, new { Step = step, Rows = ids.Select(id => (object)$"{id}:1"), Zone = "lianyungang" }, ".list-form");

    private static string[] Headlines(IHtmlDocument page) => [.. page.QuerySelectorAll(".board tbody .title a").Select(a => a.TextContent.Trim())];
}
