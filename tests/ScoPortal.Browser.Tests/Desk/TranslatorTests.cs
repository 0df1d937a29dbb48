using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Stories;
using ScoPortal.Web;
using ScoPortal.Web.Tests.Desk;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoPortal.Browser.Tests.Desk;

/// <summary>A translator writes in the own languages, and publishes nothing.</summary>
[Collection(AtTheDesk.Name)]
public class TranslatorTests(Browser browser, PortalServer portal)
{
    [Fact]
    public async Task A_translator_writes_and_submits_and_is_refused_everything_that_reaches_readers()
    {
        var wei = await browser.SignInAsync(portal, Roles.Translator, languages: "zh", name: "Wei");
        var release = await portal.WriteAsync("青岛新建冷库", language: "zh");

        var sheet = await EditorSheet.OpenAsync(wei, release.Id);
        await sheet.WriteOnAsync("冷库在车站旁边。");
        await sheet.SaveAsync();
        await wei.IsToldAsync("Revision 2 is saved.");
        await wei.FollowAsync("Review…");
        await wei.PressButtonAsync("Submit revision 2 for review");
        await wei.IsToldAsync("Submitted for review");
        await Expect(wei.GetByText("The release waits for an editor.")).ToBeVisibleAsync();
        await Expect(wei.GetByRole(AriaRole.Link, new() { Name = "Publication" })).ToHaveCountAsync(0);

        Assert.Equal(403, await wei.SendAsync(DeskLinks.Review(release.Id), new { Step = "approve", Revision = "2" }));
        Assert.Equal(403, await wei.SendAsync(DeskLinks.Publication(release.Id), new { Step = "publish", Revision = "2" }));
        Assert.Equal(403, await wei.SendAsync(DeskLinks.Withdrawal(release.Id), new { Reason = "Why not" }));
        Assert.Equal(ReleaseState.InReview, await portal.QueryAsync(db => db.Releases.Where(r => r.Id == release.Id).Select(r => r.State).SingleAsync()));
        foreach (var path in (string[])[DeskLinks.Publication(release.Id), DeskLinks.Correction(release.Id), DeskLinks.Accounts, DeskLinks.Audit()])
        {
            Assert.Equal(403, (await wei.GotoAsync(path))!.Status);
            await wei.SeesSoundPageAsync("No access");
        }

        await wei.GotoAsync(DeskLinks.ReleaseList(q: ""));
        await wei.Locator("[name=Rows]").First.CheckAsync();
        await Expect(wei.Locator(".dock [name=Step][value=submit]")).ToBeVisibleAsync();
        await Expect(wei.Locator(".dock [name=Step][value=publish]")).ToHaveCountAsync(0);
        await wei.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_in_another_language_or_with_readers_is_there_to_be_read()
    {
        var wei = await browser.SignInAsync(portal, Roles.Translator, languages: "zh", name: "Wei");
        var english = await portal.WriteAsync("A cold store opens", body: "It is cold.");
        var publicOne = await portal.WriteAsync("青岛冷库开业", ReleaseState.Published, language: "zh");
        await SeesItAsync(english.Id, "in a language that is not assigned to you (English)", refused: 403);
        // What was typed while it was published is shown again with the reason, and not saved.
        await SeesItAsync(publicOne.Id, "Readers have this release", refused: 200);
        Assert.Equal(1, (await portal.NowAsync(publicOne.Id)).RevisionNumber);
        await wei.Context.CloseAsync();

        async Task SeesItAsync(int id, string why, int refused)
        {
            var sheet = await EditorSheet.OpenAsync(wei, id);
            await Expect(wei.GetByText(why)).ToBeVisibleAsync();
            await Expect(sheet.Body).ToBeDisabledAsync();
            await Expect(wei.Locator("[data-save]")).ToHaveCountAsync(0);
            Assert.Empty(await wei.AxeAsync());
            Assert.Equal(refused, await wei.SendAsync(DeskLinks.Release(id), new { Headline = "Mine", Body = "Mine.", BasedOn = "1" }));
        }
    }
}
