using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Translation.Segments;
using ScoPortal.Web;
using ScoPortal.Web.Tests.Desk;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoPortal.Browser.Tests.Desk;

/// <summary>Anna translates without a mouse, and with a connection that comes and goes.</summary>
[Collection(AtTheDesk.Name)]
public class WorkbenchTests(Browser browser, PortalServer portal)
{
    private const string Source = "The port opened on 18 June. It has 12 berths. Ships come every day.";

    [Fact]
    public async Task A_text_is_translated_by_keys_alone_and_kept_as_it_is_typed()
    {
        var id = await BeginAsync();
        var anna = await browser.SignInAsync(portal, Roles.Translator, languages: "de", name: "Anna");
        await anna.GotoAsync(DeskLinks.Workbench(id));
        await anna.Locator("#t1").FocusAsync();

        await TypeAsync(anna, "Der Hafen ist offen", 1);
        await anna.Keyboard.PressAsync("Alt+ArrowDown");
        await Expect(anna.Locator("#t3")).ToBeFocusedAsync();
        await TypeAsync(anna, "Am 19. Juni wurde der Hafen eröffnet.", null);
        await Expect(anna.Locator("#panel")).ToContainTextAsync("18", new() { Timeout = 15_000 });
        await Expect(anna.Locator("#g3-state")).ToHaveAttributeAsync("data-state", "error");
        await Expect(anna.Locator("#saved")).ToContainTextAsync("Kept at");
        await anna.Keyboard.PressAsync("Alt+ArrowDown");
        await anna.Keyboard.PressAsync("Alt+c");
        await Expect(anna.Locator("#t4")).ToHaveValueAsync("It has 12 berths.");
        await anna.Keyboard.PressAsync("F8");
        await Expect(anna.Locator("#t3")).ToBeFocusedAsync();
        await anna.Keyboard.PressAsync("Control+s");
        await Expect(anna.Locator("#g4-state")).ToHaveAttributeAsync("data-state", "draft");

        Assert.Empty(await anna.AxeAsync());
        var draft = await DraftAsync(id);
        Assert.Equal(["Der Hafen ist offen", "", "Am 19. Juni wurde der Hafen eröffnet.", "It has 12 berths.", ""], draft.Units.Select(u => u.Target));
        Assert.Equal(UnitState.Confirmed, draft.Units[0].State);
        Assert.Equal("", (await portal.NowAsync(id)).Content.Headline);
        await anna.Context.CloseAsync();

        async Task TypeAsync(IPage page, string text, int? confirmed)
        {
            await page.Keyboard.TypeAsync(text);
            if (confirmed is null)
                return;
            await page.Keyboard.PressAsync("Control+Enter");
            await Expect(page.Locator($"#g{confirmed}-state")).ToHaveAttributeAsync("data-state", "ok");
            await Expect(page.Locator($"#t{confirmed + 1}")).ToBeFocusedAsync();
        }
    }

    [Fact]
    public async Task What_is_typed_without_a_connection_is_there_again_and_sent_later()
    {
        var id = await BeginAsync();
        var anna = await browser.SignInAsync(portal, Roles.Translator, languages: "de", name: "Anna");
        await anna.GotoAsync(DeskLinks.Workbench(id));
        await anna.Context.SetOfflineAsync(true);
        await anna.FillAsync("#t3", "Am 18. Juni wurde der Hafen eröffnet.");
        await Expect(anna.Locator("#saved")).ToContainTextAsync("no connection");

        // The browser is closed, come what may, and opened again.
        var again = await anna.Context.NewPageAsync();
        await anna.CloseAsync();
        await again.Context.SetOfflineAsync(false);
        await again.GotoAsync(DeskLinks.Workbench(id));

        await Expect(again.Locator("#t3")).ToHaveValueAsync("Am 18. Juni wurde der Hafen eröffnet.");
        await Expect(again.Locator("#saved")).ToContainTextAsync("Kept at");
        Assert.Equal("Am 18. Juni wurde der Hafen eröffnet.", (await DraftAsync(id)).Unit(3)!.Target);
        await again.Context.CloseAsync();
    }

    private async Task<int> BeginAsync()
    {
        var english = await portal.WriteAsync("The port is open", ReleaseState.Published, body: Source);
        return await portal.QueryAsync(async db =>
        {
            var story = await db.Stories.Include(s => s.Releases).SingleAsync(s => s.Id == english.StoryId);
            var german = story.Translate(story.Releases[0], "de", new Edit("Vera", portal.Clock.Now));
            await db.SaveChangesAsync();
            return german.Id;
        });
    }

    private Task<TranslationDraft> DraftAsync(int id) => portal.QueryAsync(db => db.TranslationDrafts.AsNoTracking().SingleAsync(d => d.ReleaseId == id));
}
