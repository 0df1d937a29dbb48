using System.Net;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Stories;
using ScoPortal.Web.Tests.Media;
using Xunit;

namespace ScoPortal.Web.Tests.Desk;

/// <summary>A release's way from its author to readers, and back.</summary>
public class WorkflowTests
{
    [Fact]
    public async Task A_translator_submits_an_editor_returns_with_a_note_and_later_approves()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var translator = await portal.AsAsync(Roles.Translator, "de", "Tanja");
        using var editor = await portal.AsAsync(Roles.Editor, name: "Erik");
        var release = await portal.WriteAsync("Züge aus Qingdao", language: "de", author: translator.AccountId);

        await translator.SubmitAsync(DeskLinks.Review(release.Id), new { Step = "submit", Note = "Fertig." });
        Assert.Equal(ReleaseState.InReview, (await portal.NowAsync(release.Id)).State);
        await editor.SubmitAsync(DeskLinks.Review(release.Id), new { Step = "return", Note = "Bitte die Zahl prüfen." });
        Assert.Equal(ReleaseState.Draft, (await portal.NowAsync(release.Id)).State);
        var home = await translator.ReadAsync(DeskLinks.Home);
        Assert.Contains("from Erik: Bitte die Zahl prüfen.", home.QuerySelector("[data-list=returned]")!.TextContent, StringComparison.Ordinal);

        await translator.SubmitAsync(DeskLinks.Review(release.Id), new { Step = "submit" });
        await editor.SubmitAsync(DeskLinks.Review(release.Id), new { Step = "approve" });
        Assert.Equal(ReleaseState.Approved, (await portal.NowAsync(release.Id)).State);
        var audit = await portal.AuditAsync($"release/{release.Id}");
        Assert.Equal(["release.submit", "release.return", "release.submit", "release.approve"], audit.Select(e => e.Action));
        Assert.Equal(["Tanja", "Erik", "Tanja", "Erik"], audit.Select(e => e.By));
        Assert.Contains("\"State\":\"Draft\"", audit[0].Before, StringComparison.Ordinal);
        Assert.Contains("\"State\":\"InReview\"", audit[0].After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_translator_is_refused_what_only_publishers_do()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var translator = await portal.AsAsync(Roles.Translator, "de");
        var german = await portal.WriteAsync("Züge", ReleaseState.InReview, "de");
        var english = await portal.WriteAsync("Trains");

        foreach (var step in (string[])["approve", "return"])
            Assert.Equal(HttpStatusCode.Forbidden, (await translator.PostAsync(DeskLinks.Review(german.Id), new { Step = step })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await translator.PostAsync(DeskLinks.Review(english.Id), new { Step = "submit" })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await translator.PostAsync(DeskLinks.PreviewLinks(english.Id), new { Hours = 1 })).StatusCode);
        foreach (var path in (string[])[DeskLinks.Publication(german.Id), DeskLinks.Correction(german.Id), DeskLinks.Withdrawal(german.Id), DeskLinks.StoryPublication(german.StoryId), DeskLinks.StoryWithdrawal(german.StoryId)])
            Assert.Equal(HttpStatusCode.Forbidden, (await translator.PostAsync(path, new { Step = "publish", Note = "x", Reason = "x" })).StatusCode);
        Assert.Equal((ReleaseState.InReview, ReleaseState.Draft), ((await portal.NowAsync(german.Id)).State, (await portal.NowAsync(english.Id)).State));
        Assert.Contains("waits for an editor", (await translator.ReadAsync(DeskLinks.Review(german.Id))).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await translator.PostAsync(DeskLinks.Review(999_999), new { Step = "submit" })).StatusCode);
    }

    [Fact]
    public async Task An_editor_publishes_now_and_readers_have_it()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var release = await portal.WriteAsync("Trains from Qingdao", ReleaseState.Approved);

        var page = await editor.ReadAsync(DeskLinks.Publication(release.Id));
        Assert.Contains("Publish revision 1", page.QuerySelector("main form")!.TextContent, StringComparison.Ordinal);
        page = await editor.SubmitAsync(DeskLinks.Publication(release.Id), new { Step = "publish" });

        Assert.Contains("The release is published.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Trains from Qingdao", (await portal.ReadAsync(Links.Release("en", release.Id, release.Slug))).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("release.publish", Assert.Single(await portal.AuditAsync($"release/{release.Id}")).Action);
    }

    [Fact]
    public async Task A_release_is_scheduled_in_the_newsrooms_time_moved_and_taken_back()
    {
        await using var portal = await OwnPortal.OpenAsync(timeZone: "Asia/Shanghai");
        using var editor = await portal.AsAsync(Roles.Editor);
        var release = await portal.WriteAsync("Trains", ReleaseState.Approved);

        var page = await editor.SubmitAsync(DeskLinks.Publication(release.Id), new { Step = "publish", At = "2027-01-20T09:00" });
        Assert.Equal(new DateTimeOffset(2027, 1, 20, 1, 0, 0, TimeSpan.Zero), (await portal.NowAsync(release.Id)).PublishAt);
        Assert.Contains("Scheduled for 20 January 2027, 09:00 UTC+8 (02:00 in Berlin, 04:00 in Moscow, 09:00 in Beijing).", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2027-01-20T09:00", page.QuerySelector("[name=At]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.NotFound, (await portal.AskAsync(Links.Release("en", release.Id, release.Slug))).Status);

        await editor.SubmitAsync(DeskLinks.Publication(release.Id), new { Step = "publish", At = "2027-01-21T02:00" });
        Assert.Equal(new DateTimeOffset(2027, 1, 20, 18, 0, 0, TimeSpan.Zero), (await portal.NowAsync(release.Id)).PublishAt);
        await editor.SubmitAsync(DeskLinks.Publication(release.Id), new { Step = "unschedule" });
        var now = await portal.NowAsync(release.Id);
        Assert.Equal((ReleaseState.Approved, null), (now.State, now.PublishAt));
    }

    [Fact]
    public async Task A_scheduled_release_whose_time_was_cleared_is_not_published_unless_asked()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var release = await portal.WriteAsync("Trains", ReleaseState.Approved);
        await editor.SubmitAsync(DeskLinks.Publication(release.Id), new { Step = "publish", At = "2027-01-20T09:00" });

        var page = await editor.SubmitAsync(DeskLinks.Publication(release.Id), new { Step = "publish", At = "" });
        Assert.Contains("Please fill this in.", page.QuerySelector("#At-error")!.TextContent, StringComparison.Ordinal);
        Assert.True((await portal.NowAsync(release.Id)).IsScheduled(portal.Clock.Now));

        Assert.Contains("now, not at the time set", page.QuerySelector("button[value=now]")!.TextContent, StringComparison.Ordinal);
        await editor.SubmitAsync(DeskLinks.Publication(release.Id), new { Step = "now", At = "" });
        Assert.True((await portal.NowAsync(release.Id)).IsPublic(portal.Clock.Now));
        Assert.Equal(["release.publish", "release.publish"], (await portal.AuditAsync($"release/{release.Id}")).Select(e => e.Action));
    }

    [Theory]
    [InlineData("2027-03-28T02:30", "does not exist in Europe/Berlin")]
    [InlineData("2026-11-01T12:00", "This time is past.")]
    [InlineData("next Monday", "This value cannot be read.")]
    public async Task A_time_that_cannot_be_is_refused_at_its_field_and_kept(string typed, string said)
    {
        await using var portal = await OwnPortal.OpenAsync(timeZone: "Europe/Berlin");
        using var editor = await portal.AsAsync(Roles.Editor);
        var release = await portal.WriteAsync("Trains", ReleaseState.Approved);

        var page = await editor.SubmitAsync(DeskLinks.Publication(release.Id), new { Step = "publish", At = typed });

        Assert.Contains(said, page.QuerySelector("#At-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((typed, "true"), (page.QuerySelector("[name=At]")!.GetAttribute("value"), page.QuerySelector("[name=At]")!.GetAttribute("aria-invalid")));
        Assert.Equal(ReleaseState.Approved, (await portal.NowAsync(release.Id)).State);
    }

    [Fact]
    public async Task A_time_that_comes_twice_is_the_first()
    {
        await using var portal = await OwnPortal.OpenAsync(timeZone: "Europe/Berlin");
        using var editor = await portal.AsAsync(Roles.Editor);
        var release = await portal.WriteAsync("Trains", ReleaseState.Approved);

        await editor.SubmitAsync(DeskLinks.Publication(release.Id), new { Step = "publish", At = "2027-10-31T02:30" });

        Assert.Equal(new DateTimeOffset(2027, 10, 31, 0, 30, 0, TimeSpan.Zero), (await portal.NowAsync(release.Id)).PublishAt);
    }

    [Fact]
    public async Task An_embargo_holds_and_an_empty_time_means_its_end()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var release = await portal.WriteAsync("Trains", ReleaseState.Approved);

        await editor.SubmitAsync(DeskLinks.Publication(release.Id), new { Step = "embargo", Embargo = "2027-03-10T12:00" });
        var page = await editor.SubmitAsync(DeskLinks.Publication(release.Id), new { Step = "publish", At = "2027-03-09T12:00" });
        Assert.Contains("embargo until", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2027-03-09T12:00", page.QuerySelector("[name=At]")!.GetAttribute("value"));

        await editor.SubmitAsync(DeskLinks.Publication(release.Id), new { Step = "publish", At = "" });
        Assert.Equal(new DateTimeOffset(2027, 3, 10, 12, 0, 0, TimeSpan.Zero), (await portal.NowAsync(release.Id)).PublishAt);
        Assert.Equal(["release.embargo", "release.publish"], (await portal.AuditAsync($"release/{release.Id}")).Select(e => e.Action));
    }

    [Fact]
    public async Task Pictures_in_the_text_that_are_unknown_or_without_words_are_warned_of()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var picture = await portal.PictureAsync(await portal.KeepPictureAsync("silent.png"));
        var good = await portal.WriteAsync("Ships", ReleaseState.Approved, body: $"See ![a quay](/media/{picture.Hash}.png).");
        var bad = await portal.WriteAsync("Trains", ReleaseState.Approved, body: $"See ![](/media/{picture.Hash}.png) and ![gone](/media/{new string('f', 64)}.png).");
        async Task<string[]> WarnedAsync(int id) => [.. (await editor.ReadAsync(DeskLinks.Publication(id))).QuerySelectorAll(".check:has([data-state=outdated])").Select(e => e.TextContent)];

        Assert.Empty(await WarnedAsync(good.Id));
        Assert.Contains("silent.png, /media/ffffffff…", Assert.Single(await WarnedAsync(bad.Id)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_holds_back_publishing_is_named_and_told_apart_from_warnings()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var release = await portal.WriteAsync("Trains", ReleaseState.Approved, body: "See [this](javascript:alert(1)).");
        await portal.IllustrateAsync(release.Id);
        await portal.DoAsync(release.Id, r => r.Save(r.Content with { Summary = null }, 1, new Edit("Vera", portal.Clock.Now)));

        var page = await editor.ReadAsync(DeskLinks.Publication(release.Id));
        string[] States(string state) => [.. page.QuerySelectorAll($".checks [data-state={state}]").Select(e => e.TextContent.Trim())];
        Assert.Equal(["A link has no valid address", "A picture has no alternative text in this language"], States("error"));
        Assert.Equal(["The summary is missing"], States("outdated"));
        Assert.True(page.QuerySelector("button[value=publish]")!.HasAttribute("disabled"));

        page = await editor.SubmitAsync(DeskLinks.Publication(release.Id), new { Step = "publish" });
        Assert.Contains("holds back publishing", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(ReleaseState.Approved, (await portal.NowAsync(release.Id)).State);
    }

    [Fact]
    public async Task A_revision_that_nobody_has_looked_at_is_neither_approved_nor_published()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var release = await portal.WriteAsync("Trains", ReleaseState.InReview);
        await portal.DoAsync(release.Id, r => r.Save(r.Content with { Body = "Newer." }, 1, new Edit("Vera", portal.Clock.Now)));

        var page = await editor.SubmitAsync(DeskLinks.Review(release.Id), new { Step = "approve", Revision = 1 });
        Assert.Contains("Revision 2 has been saved meanwhile", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        await portal.DoAsync(release.Id, r => r.Approve(portal.Clock.Now));
        await editor.SubmitAsync(DeskLinks.Publication(release.Id), new { Step = "publish", Revision = 1 });

        Assert.Equal(ReleaseState.Approved, (await portal.NowAsync(release.Id)).State);
    }

    [Fact]
    public async Task A_correction_stands_on_the_page_in_all_feeds_and_among_the_corrections()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var release = await portal.WriteAsync("Züge", ReleaseState.Published, "de");

        var page = await editor.SubmitAsync(DeskLinks.Correction(release.Id), new { Note = "" });
        Assert.Contains("Please fill this in.", page.QuerySelector("#Note-error")!.TextContent, StringComparison.Ordinal);
        await editor.SubmitAsync(DeskLinks.Correction(release.Id), new { Note = "Es waren 1225 Züge." });

        Assert.Contains("Es waren 1225 Züge.", (await portal.ReadAsync(Links.Release("de", release.Id, release.Slug))).QuerySelector(".corrections")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Es waren 1225 Züge.", (await portal.ReadAsync(Links.Corrections("de"))).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        foreach (var format in (string[])["atom", "rss", "json"])
            Assert.Contains("Es waren 1225 Züge.", await portal.Client.GetStringAsync(Links.Feed("de", format)), StringComparison.Ordinal);
        Assert.Equal("release.correct", Assert.Single(await portal.AuditAsync($"release/{release.Id}")).Action);
    }

    [Fact]
    public async Task A_withdrawn_release_answers_410_with_its_reason()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var release = await portal.WriteAsync("Trains", ReleaseState.Published);

        await editor.SubmitAsync(DeskLinks.Withdrawal(release.Id), new { Reason = "It was never so." });

        var page = await portal.ReadAsync(Links.Release("en", release.Id, release.Slug), HttpStatusCode.Gone);
        Assert.Contains("It was never so.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var entry = Assert.Single(await portal.AuditAsync($"release/{release.Id}"));
        Assert.Contains("Published", entry.Before, StringComparison.Ordinal);
        Assert.Contains("It was never so.", entry.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_translator_changes_in_an_approved_release_goes_back_to_review()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var translator = await portal.AsAsync(Roles.Translator, "de");
        var release = await portal.WriteAsync("Züge", ReleaseState.Approved, "de");

        await portal.DoAsync(release.Id, r => r.Save(r.Content with { Body = "Anders." }, 1, new Edit("Tanja", portal.Clock.Now, AccountId: translator.AccountId, MayPublish: false)));

        Assert.Equal(ReleaseState.InReview, (await portal.NowAsync(release.Id)).State);
    }
}
