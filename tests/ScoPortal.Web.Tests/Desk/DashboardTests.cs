using AngleSharp.Html.Dom;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Stories;
using Xunit;

namespace ScoPortal.Web.Tests.Desk;

/// <summary>What waits for whom.</summary>
public class DashboardTests
{
    [Fact]
    public async Task An_empty_desk_says_kindly_that_nothing_waits()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var editor = await portal.AsAsync(Roles.Editor);

        var page = await editor.ReadAsync(DeskLinks.Home);

        Assert.Equal(
            ["review", "submitted", "scheduled", "returned", "drafts", "translations", "outdated", "missing", "pairs", "copies", "failed"],
            page.QuerySelectorAll("[data-list]").Select(s => s.GetAttribute("data-list")));
        Assert.All(page.QuerySelectorAll("[data-list]"), s => Assert.NotNull(s.QuerySelector("p")));
        Assert.Contains("Nothing waits for review.", List(page, "review"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editor_sees_what_waits_with_its_count_and_where_all_of_it_is()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var editor = await portal.AsAsync(Roles.Editor);
        for (var i = 0; i < 7; i++)
            await portal.WriteAsync($"Waiting {i}", ReleaseState.InReview);
        await portal.WriteAsync("My own draft", author: editor.AccountId);
        await portal.WriteAsync("Another's draft");
        var later = await portal.WriteAsync("Later", ReleaseState.Approved);
        await portal.DoAsync(later.Id, r => r.Publish(portal.Clock.Now.AddDays(1), portal.Clock.Now));
        await portal.QueryAsync(async db =>
        {
            db.FailedImports.Add(new FailedImport { FileName = "odd.txt", Reason = "No language.", By = "import", At = portal.Clock.Now });
            return await db.SaveChangesAsync();
        });

        var page = await editor.ReadAsync(DeskLinks.Home);

        Assert.Equal(("7", 5), (page.QuerySelector("[data-list=review] h2 span")!.TextContent, page.QuerySelectorAll("[data-list=review] li").Length));
        Assert.Equal(DeskLinks.ReleaseList("review"), page.QuerySelector("[data-list=review] h2 a")!.GetAttribute("href"));
        Assert.Contains("My own draft", List(page, "drafts"), StringComparison.Ordinal);
        Assert.DoesNotContain("Another's draft", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("22 November 2026, 12:00 UTC (13:00 in Berlin", List(page, "scheduled"), StringComparison.Ordinal);
        Assert.Contains("odd.txt", List(page, "failed"), StringComparison.Ordinal);
        Assert.Equal(DeskLinks.FailedImports, page.QuerySelector("[data-list=failed] h2 a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_translator_sees_what_is_stale_or_missing_in_the_own_languages()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var translator = await portal.AsAsync(Roles.Translator, "de");
        var source = await portal.WriteAsync("Trains", ReleaseState.Published);
        var (german, russian) = (await portal.WriteAsync("Züge", language: "de", story: source.StoryId), await portal.WriteAsync("Поезда", language: "ru", story: source.StoryId));
        foreach (var translation in new[] { german, russian })
            await portal.QueryAsync(async db =>
            {
                (await db.Releases.FindAsync(translation.Id))!.Follow((await db.Releases.FindAsync(source.Id))!, 1);
                return await db.SaveChangesAsync();
            });
        await portal.DoAsync(source.Id, r => r.Save(r.Content with { Body = "Newer." }, 1, new Edit("Vera", portal.Clock.Now)));
        var other = await portal.WriteAsync("Ships", ReleaseState.Published);

        var page = await translator.ReadAsync(DeskLinks.Home);

        Assert.Equal(["returned", "drafts", "translations", "outdated", "missing", "pairs", "copies", "failed"], page.QuerySelectorAll("[data-list]").Select(s => s.GetAttribute("data-list")));
        Assert.Contains("Züge", List(page, "outdated"), StringComparison.Ordinal);
        Assert.DoesNotContain("Поезда", List(page, "outdated"), StringComparison.Ordinal);
        Assert.Contains("Ships", List(page, "missing"), StringComparison.Ordinal);
        Assert.DoesNotContain("Trains", List(page, "missing"), StringComparison.Ordinal);
        Assert.Equal(DeskLinks.Story(other.StoryId), page.QuerySelector("[data-list=missing] li a")!.GetAttribute("href"));
    }

    private static string List(IHtmlDocument page, string name) => page.QuerySelector($"[data-list={name}]")!.TextContent;
}
