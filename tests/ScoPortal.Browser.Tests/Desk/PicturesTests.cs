using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Tests.Media;
using ScoPortal.Web;
using ScoPortal.Web.Tests.Media;
using Xunit;

namespace ScoPortal.Browser.Tests.Desk;

/// <summary>Pictures are brought in, made small and put into order in a real browser.</summary>
[Collection(AtTheDesk.Name)]
public class PicturesTests(Browser browser, PortalServer portal)
{
    [Fact]
    public async Task A_picture_that_is_picked_comes_in_with_its_narrower_forms_and_what_is_none_is_named()
    {
        var page = await browser.SignInAsync(portal, Roles.Editor);
        await page.GotoAsync(DeskLinks.Media);

        await page.SetInputFilesAsync("#upload-files",
        [
            new FilePayload { Name = "quay.png", MimeType = "image/png", Buffer = Picture.Png(2000, 1000, red: 200) },
            new FilePayload { Name = "note.svg", MimeType = "image/svg+xml", Buffer = [.. "<svg xmlns='http://www.w3.org/2000/svg'/>"u8] },
            new FilePayload { Name = "turned.jpg", MimeType = "image/jpeg", Buffer = Picture.Jpeg(1000, 520, orientation: 6) },
        ]);

        await Assertions.Expect(page.Locator(".upload-list [data-kind=done]")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".upload-list [data-kind=error]")).ToContainTextAsync("note.svg: SVG drawings are not taken");
        await Assertions.Expect(page.Locator(".pictures a span", new() { HasText = "quay.png" })).ToHaveCountAsync(1);
        await page.ShootAsync("desk pictures uploaded");
        Assert.Equal([(480, 240), (960, 480), (1600, 800)], await SizesAsync("quay.png"));
        Assert.Equal([(480, 923)], await SizesAsync("turned.jpg"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_click_says_where_the_eye_should_rest()
    {
        var page = await browser.SignInAsync(portal, Roles.Editor);
        var id = await portal.KeepPictureAsync("focal.png", 400, 200, red: 99);
        await page.GotoAsync(DeskLinks.MediaItem(id));

        await page.ClickAsync(".focal img", new() { Position = new() { X = 100, Y = 150 } });
        await page.ClickAsync(".dock button");

        await Assertions.Expect(page.Locator("[role=status]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[name=FocalX]")).ToHaveValueAsync("25");
        await Assertions.Expect(page.Locator("[name=FocalY]")).ToHaveValueAsync("75");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Pictures_of_a_release_are_put_into_order_by_dragging()
    {
        var page = await browser.SignInAsync(portal, Roles.Editor);
        var (one, two) = (await portal.KeepPictureAsync("one.png", 400, 300, red: 11), await portal.KeepPictureAsync("two.png", 400, 300, red: 12));
        var release = await portal.QueryAsync(db => db.Releases.OrderBy(r => r.Id).Select(r => r.Id).FirstAsync());
        await portal.ShowAsync(release, one, two);
        await page.GotoAsync(DeskLinks.Pictures(release));

        await page.Locator("[data-arrange] li").Nth(1).DragToAsync(page.Locator("[data-arrange] li").Nth(0));

        await Assertions.Expect(page.Locator("[role=status]")).ToBeVisibleAsync();
        Assert.Equal(["two.png", "one.png"], await page.Locator("[data-arrange] a span").AllTextContentsAsync());
        await page.Context.CloseAsync();
    }

    private Task<(int, int)[]> SizesAsync(string name) => portal.QueryAsync(async db =>
        (await db.Media.AsSplitQuery().SingleAsync(m => m.FileName == name)).Variants.Select(v => (v.Width, v.Height)).ToArray());
}
