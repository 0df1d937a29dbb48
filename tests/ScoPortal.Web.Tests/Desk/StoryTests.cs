using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Stories;
using Xunit;

namespace ScoPortal.Web.Tests.Desk;

/// <summary>New releases, and stories as a whole.</summary>
public class StoryTests
{
    [Fact]
    public async Task A_new_release_begins_a_story_under_zones_and_topics()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var (zone, topic) = await portal.QueryAsync(async db => ((await db.Zones.FirstAsync()).Key, (await db.Topics.FirstAsync()).Key));

        var page = await editor.SubmitAsync(DeskLinks.NewRelease, new { language = "zh", Headline = "", Zones = new[] { zone } });
        Assert.Contains("Please fill this in.", page.QuerySelector("#Headline-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(zone, page.QuerySelector("[name=Zones][checked]")!.GetAttribute("value"));
        var id = await BeginAsync(portal, editor, DeskLinks.NewRelease, new { language = "zh", Headline = "青岛班列", Zones = new[] { zone }, Topics = new[] { topic } });

        var release = await portal.NowAsync(id);
        Assert.Equal(("zh", "青岛班列", ReleaseState.Draft, editor.AccountId), (release.Language, release.Content.Headline, release.State, release.AuthorId));
        Assert.Equal((zone, topic), (Assert.Single(release.Story.Zones).Key, Assert.Single(release.Story.Topics).Key));
        Assert.Equal("release.create", Assert.Single(await portal.AuditAsync($"release/{id}")).Action);
    }

    [Fact]
    public async Task A_new_version_follows_its_source_and_takes_over_only_what_no_language_changes()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var translator = await portal.AsAsync(Roles.Translator, "de");
        var source = await portal.WriteAsync("Trains", ReleaseState.Published);
        await portal.DoAsync(source.Id, r => r.Save(r.Content with
        {
            Dateline = new Dateline { Place = "Qingdao", Country = "CN", Date = Core.PartialDate.Parse("2026-01-19") },
            Issuer = "SCODA Office",
            Wires = "PRNewswire",
            MoreInfoUrl = "https://example.org/more",
        }, 1, new Edit("Vera", portal.Clock.Now)));

        var page = await translator.ReadAsync(DeskLinks.NewVersion(source.StoryId, "de", source.Id));
        Assert.Equal(["de"], page.QuerySelectorAll("select[name=language] option").Select(o => o.GetAttribute("value")));
        var id = await BeginAsync(portal, translator, DeskLinks.NewVersion(source.StoryId, "de", source.Id), new { Headline = "Züge" });

        var release = await portal.NowAsync(id);
        Assert.Equal((source.StoryId, source.Id, 2), (release.StoryId, release.TranslatedFromId, release.TranslatedFromRevision));
        Assert.Equal((null, "CN", "2026-01-19"), (release.Content.Dateline.Place, release.Content.Dateline.Country, release.Content.Dateline.Date.ToString()));
        Assert.Equal(("PRNewswire", "https://example.org/more", null, ""), (release.Content.Wires, release.Content.MoreInfoUrl, release.Content.Issuer, release.Content.Body));
    }

    [Fact]
    public async Task A_translator_begins_nothing_in_a_language_of_others_and_nobody_one_that_is_taken()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var translator = await portal.AsAsync(Roles.Translator, "de");
        using var editor = await portal.AsAsync(Roles.Editor);
        var release = await portal.WriteAsync("Trains");

        Assert.Equal(HttpStatusCode.Forbidden, (await translator.PostAsync(DeskLinks.NewRelease, new { language = "ru", Headline = "Поезда" })).StatusCode);
        var taken = await editor.SubmitAsync(DeskLinks.NewVersion(release.StoryId), new { language = "en", Headline = "Again" });
        Assert.Contains("already has a version in this language", taken.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.PostAsync(DeskLinks.NewRelease, new { Story = 999_999, language = "en", Headline = "x" })).StatusCode);
    }

    [Fact]
    public async Task The_page_of_a_story_shows_every_language_and_what_is_missing()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var translator = await portal.AsAsync(Roles.Translator, "ru");
        var release = await portal.WriteAsync("Trains", ReleaseState.Published);
        await portal.WriteAsync("Züge", ReleaseState.InReview, "de", story: release.StoryId);

        var page = await translator.ReadAsync(DeskLinks.Story(release.StoryId));

        Assert.Equal(["published", "review", "missing", "missing"], page.QuerySelectorAll(".board .state").Select(s => s.GetAttribute("data-state")));
        Assert.Equal([DeskLinks.NewVersion(release.StoryId, "ru", release.Id)], page.QuerySelectorAll(".board a").Select(a => a.GetAttribute("href")!).Where(h => h.StartsWith(DeskLinks.NewRelease, StringComparison.Ordinal)));
        Assert.Null(page.QuerySelector("#filing"));
        Assert.Equal(HttpStatusCode.Forbidden, (await translator.PostAsync(DeskLinks.Story(release.StoryId), new { EventDate = "2021" })).StatusCode);
    }

    [Theory]
    [InlineData("2021")]
    [InlineData("2021-04")]
    [InlineData("2021-04-09")]
    public async Task The_day_of_an_event_is_as_exact_as_it_is_known(string date)
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var release = await portal.WriteAsync("Trains");

        var page = await editor.SubmitAsync(DeskLinks.Story(release.StoryId), new { EventDate = "in spring" }, "#filing");
        Assert.Contains("Write it as 2021", page.QuerySelector("#EventDate-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("in spring", page.QuerySelector("[name=EventDate]")!.GetAttribute("value"));
        await editor.SubmitAsync(DeskLinks.Story(release.StoryId), new { EventDate = date }, "#filing");

        Assert.Equal(date, (await portal.NowAsync(release.Id)).Story.EventDate.ToString());
        var entry = Assert.Single(await portal.AuditAsync($"story/{release.StoryId}"));
        Assert.Contains(date, entry.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Relations_to_other_stories_are_added_shown_on_both_and_removed()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var (release, other) = (await portal.WriteAsync("Trains"), await portal.WriteAsync("More trains"));
        var path = DeskLinks.Story(release.StoryId);

        var page = await editor.SubmitAsync(path, new { Kind = "FollowUp", Other = "999999" }, "#relate");
        Assert.Contains("no other story with a release of that number", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        page = await editor.SubmitAsync(path, new { Kind = "FollowUp", Other = $"https://news.example.org/en/news/{other.Id}/more-trains" }, "#relate");
        Assert.Contains("a follow-up of", page.QuerySelector("[aria-labelledby=relations]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("More trains", page.QuerySelector("[aria-labelledby=relations] li")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("was followed up by", (await editor.ReadAsync(DeskLinks.Story(other.StoryId))).QuerySelector("[aria-labelledby=relations] li")!.TextContent, StringComparison.Ordinal);

        page = await editor.SubmitAsync(path, form: "[aria-labelledby=relations] li form");
        Assert.Null(page.QuerySelector("[aria-labelledby=relations] li"));
        Assert.Equal(["story.relate", "story.unrelate"], (await portal.AuditAsync($"story/{release.StoryId}")).Select(e => e.Action));
    }

    [Fact]
    public async Task A_story_is_published_with_its_approved_versions_and_the_others_are_named()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var english = await portal.WriteAsync("Trains", ReleaseState.Approved);
        var german = await portal.WriteAsync("Züge", ReleaseState.Approved, "de", story: english.StoryId);
        var russian = await portal.WriteAsync("Поезда", ReleaseState.InReview, "ru", story: english.StoryId);

        var page = await editor.SubmitAsync(DeskLinks.StoryPublication(english.StoryId));

        Assert.Contains("Published or scheduled: English and German. Not approved and left: Russian.", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            (ReleaseState.Published, ReleaseState.Published, ReleaseState.InReview),
            ((await portal.NowAsync(english.Id)).State, (await portal.NowAsync(german.Id)).State, (await portal.NowAsync(russian.Id)).State));
        Assert.Equal("release.publish", Assert.Single(await portal.AuditAsync($"release/{german.Id}")).Action);
    }

    [Fact]
    public async Task A_story_is_not_published_with_a_revision_that_nobody_has_looked_at()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var release = await portal.WriteAsync("Trains", ReleaseState.Approved);
        await portal.DoAsync(release.Id, r => r.Save(r.Content with { Body = "Newer." }, 1, new Edit("Vera", portal.Clock.Now)));

        var page = await editor.SubmitAsync(DeskLinks.StoryPublication(release.StoryId), new { Seen = $"{release.Id}:1" });

        Assert.Contains("Revision 2 has been saved meanwhile", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(ReleaseState.Approved, (await portal.NowAsync(release.Id)).State);
    }

    [Fact]
    public async Task A_story_is_withdrawn_with_a_reason_in_each_language()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var admin = await portal.AsAsync(Roles.Admin);
        var english = await portal.WriteAsync("Trains", ReleaseState.Published);
        var german = await portal.WriteAsync("Züge", ReleaseState.Published, "de", story: english.StoryId);

        var page = await admin.SubmitAsync(DeskLinks.StoryWithdrawal(english.StoryId), new Dictionary<string, string> { ["Reasons[en]"] = "Never so." });
        Assert.Contains("Never so.", page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(ReleaseState.Published, (await portal.NowAsync(english.Id)).State);
        await admin.SubmitAsync(DeskLinks.StoryWithdrawal(english.StoryId), new Dictionary<string, string> { ["Reasons[en]"] = "Never so.", ["Reasons[de]"] = "War nie so." });

        Assert.Equal(("Never so.", "War nie so."), ((await portal.NowAsync(english.Id)).WithdrawnReason, (await portal.NowAsync(german.Id)).WithdrawnReason));
        Assert.Contains("War nie so.", (await portal.ReadAsync(Links.Release("de", german.Id, german.Slug), HttpStatusCode.Gone)).Body!.TextContent, StringComparison.Ordinal);
    }

    // The editor's page, where it leads, is another's part: only its address matters here.
    private static async Task<int> BeginAsync(OwnPortal portal, DeskClient person, string path, object fields)
    {
        var page = await person.ReadAsync(path);
        var form = page.QuerySelector<AngleSharp.Html.Dom.IHtmlFormElement>("main form[method=post]")!;
        using var content = DeskClient.Filled(form, fields);
        using var response = await person.Http.PostAsync(path, content);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var id = await portal.QueryAsync(db => db.Releases.MaxAsync(r => r.Id));
        Assert.Equal(DeskLinks.Release(id), response.Headers.Location!.OriginalString);
        return id;
    }
}
