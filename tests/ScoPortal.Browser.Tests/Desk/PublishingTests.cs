using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Tests.Media;
using ScoPortal.Web;
using ScoPortal.Web.Tests;
using ScoPortal.Web.Tests.Desk;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoPortal.Browser.Tests.Desk;

/// <summary>The way of a release to its readers, and what may still happen to it there.</summary>
[Collection(AtTheDesk.Name)]
public class PublishingTests(Browser browser, OwnPortalServer portal) : IClassFixture<OwnPortalServer>
{
    private const string Headline = "Night trains leave the port";

    [Fact]
    public async Task A_release_gets_its_picture_is_approved_scheduled_published_corrected_and_withdrawn()
    {
        var lena = await browser.SignInAsync(portal, Roles.Translator, languages: "en", name: "Lena");
        var vera = await browser.SignInAsync(portal, Roles.Editor, name: "Vera");
        var reader = await browser.OpenAsync(portal.Url);
        var author = await portal.QueryAsync(db => db.Users.Where(u => u.DisplayName == "Lena").Select(u => u.Id).SingleAsync());
        var release = await portal.WriteAsync(Headline, author: author, body: "Four trains leave every night.");

        await IllustrateAsync(lena, release.Id, "Wagons in the light of a lamp");
        await lena.GotoAsync(DeskLinks.Release(release.Id));
        await lena.FollowAsync("Review…");
        await lena.GetByLabel("Note").FillAsync("The number is from the station master.");
        await lena.PressButtonAsync("Submit revision 1 for review");
        await lena.IsToldAsync("Submitted for review");

        await vera.GotoAsync(DeskLinks.Home);
        await vera.GetByRole(AriaRole.Region, new() { Name = "To review" }).GetByRole(AriaRole.Link, new() { Name = Headline }).ClickAsync();
        await vera.FollowAsync("Review…");
        await vera.SeesSoundPageAsync("Review");
        await vera.PressButtonAsync("Approve revision 1");
        await vera.FollowAsync("Publication");
        await vera.GetByLabel("Day and time (UTC)").FillAsync(PortalFixture.Now.AddHours(2).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture));
        await vera.PressButtonAsync("Publish revision 1");
        await vera.IsToldAsync("Scheduled for 21 November 2026");
        await vera.SeesSoundPageAsync("Publication");
        Assert.Equal(404, await ReadAsync(reader, release.PublicPath()));

        portal.Clock.Now += TimeSpan.FromHours(2);
        Assert.Equal(200, await ReadAsync(reader, release.PublicPath()));
        await reader.SeesSoundPageAsync(Headline);
        var picture = reader.GetByAltText("Wagons in the light of a lamp");
        await Expect(picture).ToBeVisibleAsync();
        Assert.True(await picture.EvaluateAsync<bool>("async image => (await image.decode(), image.naturalWidth > 0)"));

        var sheet = await EditorSheet.OpenAsync(vera, release.Id);
        await sheet.ReplaceAsync("Four", "Five");
        await sheet.SaveAsync();
        await vera.IsToldAsync("Revision 2 is saved.");
        await vera.FollowAsync("Correction…");
        await vera.GetByLabel("Note to readers (English)").FillAsync("We had written four trains; there are five.");
        await vera.SeesSoundPageAsync("Correction");
        await vera.PressButtonAsync("Publish the note");
        await vera.IsToldAsync("The note is public");
        Assert.Equal(200, await ReadAsync(reader, release.PublicPath()));
        await Expect(reader.Locator(".corrections")).ToContainTextAsync("We had written four trains; there are five.");
        await Expect(reader.Locator(".prose")).ToContainTextAsync("Five trains leave every night.");
        await ReadAsync(reader, Links.Corrections("en"));
        await Expect(reader.GetByRole(AriaRole.Listitem).Filter(new() { HasText = Headline })).ToContainTextAsync("We had written four trains; there are five.");

        await vera.FollowAsync("Withdrawal");
        await vera.GetByLabel("Reason for the public (English)").FillAsync("The station master did not exist.");
        await vera.SeesSoundPageAsync("Withdrawal");
        await vera.PressButtonAsync("Withdraw the release");
        await vera.IsToldAsync("Withdrawn");
        Assert.Equal(410, await ReadAsync(reader, release.PublicPath()));
        await Expect(reader.GetByRole(AriaRole.Main)).ToContainTextAsync("The station master did not exist.");
        await Expect(reader.GetByText("trains leave")).ToHaveCountAsync(0);
        foreach (var page in (IPage[])[lena, vera, reader])
            await page.Context.CloseAsync();
    }

    // A picture comes from the author's disk, and says what it shows.
    private static async Task IllustrateAsync(IPage page, int release, string alt)
    {
        await page.GotoAsync(DeskLinks.Pictures(release));
        await page.SetInputFilesAsync("#upload-files", new FilePayload { Name = "wagons.png", MimeType = "image/png", Buffer = Picture.Png(1200, 800, red: 70) });
        await page.Locator("[data-arrange] a", new() { HasText = "wagons.png" }).ClickAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "English" }).GetByLabel("Description for those who cannot see it").FillAsync(alt);
        await page.PressButtonAsync("Save");
        await page.IsToldAsync("The picture is saved.");
    }

    private async Task<int> ReadAsync(IPage reader, string path)
    {
        await portal.CatchUpAsync();
        return (await reader.GotoAsync(path))!.Status;
    }
}
