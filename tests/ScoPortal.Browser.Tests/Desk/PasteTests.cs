using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Stories;
using ScoPortal.Web;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoPortal.Browser.Tests.Desk;

/// <summary>The original beside the fields: walked through, selected in, and put right.</summary>
[Collection(AtTheDesk.Name)]
public class PasteTests(Browser browser, PortalServer portal)
{
    private const string Tower = """
        Qingdao puts up a signal tower

        QINGDAO, China, Nov. 17, 2026 /PRNewswire/ -- A signal tower was put up on Nov. 16, 2026 at the yard. It guides ninety trains a day.

        It was paid for by the port on Nov. 15, 2026 and by nobody else.

        SOURCE The Office of the Tower
        """;

    [Fact]
    public async Task The_keyboard_walks_from_mark_to_mark_and_hears_what_each_gave()
    {
        var vera = await PasteAsync(Tower);
        await Expect(vera.Locator(".wire-original mark[tabindex]")).ToHaveCountAsync(0);
        await Original(vera).FocusAsync();

        await Expect(Told(vera)).ToHaveTextAsync("Headline – first line of the text – 95 % sure");
        await Expect(vera.Locator("[data-wire=headline]")).ToHaveAttributeAsync("data-lit", "");
        await vera.Keyboard.PressAsync("Alt+ArrowDown");
        await Expect(Told(vera)).ToContainTextAsync("Place – dateline with a known agency");
        await vera.Keyboard.PressAsync("Alt+ArrowUp");
        await vera.Keyboard.PressAsync("Enter");
        await Expect(Field(vera, "Headline")).ToBeFocusedAsync();
        await Field(vera, "Issuer").FocusAsync();
        await Expect(vera.Locator(".wire-original mark[data-lit]")).ToHaveTextAsync("The Office of the Tower");
        await vera.Locator(".wire-original mark[data-field=eventDate]").HoverAsync();
        await Expect(Told(vera)).ToHaveTextAsync("Date of the event – first date in the first paragraph – 70 % sure");
        await vera.SeesSoundPageAsync("Wire text");
        await vera.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_typed_into_the_original_changes_nothing()
    {
        var vera = await PasteAsync(Tower);
        await Original(vera).FocusAsync();

        await vera.Keyboard.TypeAsync("x");
        await vera.Keyboard.PressAsync("Delete");
        await vera.Keyboard.PressAsync("Control+A");
        await vera.Keyboard.PressAsync("Control+X");

        Assert.Equal(Tower, await Original(vera).TextContentAsync());
        await vera.Context.CloseAsync();
    }

    [Fact]
    public async Task A_selection_made_with_the_keyboard_corrects_a_field_and_is_taken_back()
    {
        var vera = await PasteAsync(Tower);
        await SelectAsync(vera, "Nov. 15, 2026", withKeys: true);
        await vera.Keyboard.PressAsync("Enter");
        await Expect(Take(vera, "Headline")).ToBeFocusedAsync();
        Assert.Empty(await vera.AxeAsync());
        for (var i = 0; i < 6; i++)
            await vera.Keyboard.PressAsync("ArrowRight");
        await Expect(Take(vera, "Date of the event")).ToBeFocusedAsync();
        await vera.Keyboard.PressAsync("Enter");

        await Expect(Field(vera, "Date of the event")).ToHaveValueAsync("2026-11-15");
        await Expect(vera.Locator("#wire-status")).ToHaveTextAsync("Taken from the original: Date of the event.");
        await Expect(vera.Locator(".wire-original mark[data-field=eventDate]")).ToHaveTextAsync("Nov. 15, 2026");
        await Expect(Original(vera)).ToBeFocusedAsync();
        await Expect(Told(vera)).ToHaveTextAsync("Date of the event – corrected by you");
        Assert.Equal(Tower, await Original(vera).TextContentAsync());
        await vera.SeesSoundPageAsync("Wire text");

        await Original(vera).FocusAsync();
        await vera.Keyboard.PressAsync("Control+Z");
        await Expect(Field(vera, "Date of the event")).ToHaveValueAsync("2026-11-16");
        await Expect(vera.Locator(".wire-original mark[data-field=eventDate]")).ToHaveTextAsync("Nov. 16, 2026");
        await Expect(vera.GetByRole(AriaRole.Button, new() { Name = "Undo" })).ToBeDisabledAsync();
        await vera.Context.CloseAsync();
    }

    [Fact]
    public async Task What_was_corrected_survives_reading_again_and_a_lost_tab_and_becomes_the_draft()
    {
        var vera = await PasteAsync(Tower);
        await SelectAsync(vera, "the port");
        await Take(vera, "Issuer").ClickAsync();
        await Expect(Field(vera, "Issuer")).ToHaveValueAsync("the port");
        await SelectAsync(vera, "It guides ninety trains a day.");
        await Take(vera, "Not part of the text").ClickAsync();
        await Expect(Field(vera, "Text of the release")).ToHaveValueAsync("A signal tower was put up on Nov. 16, 2026 at the yard.\n\nIt was paid for by the port on Nov. 15, 2026 and by nobody else.");

        await Text(vera).FillAsync("MEDIA RELEASE PR70998\n" + Tower);
        await Expect(Field(vera, "Wire numbers")).ToHaveValueAsync("asianet:PR70998");
        await Expect(Field(vera, "Issuer")).ToHaveValueAsync("the port");
        await Expect(vera.Locator(".wire-original mark[data-own]")).ToHaveTextAsync(["It guides ninety trains a day.", "the port"]);
        var context = vera.Context;
        await vera.CloseAsync();

        vera = await context.NewPageAsync();
        await vera.GotoAsync(DeskLinks.PasteWire);
        await Expect(Field(vera, "Issuer")).ToHaveValueAsync("the port");
        await Expect(vera.Locator(".wire-original mark[data-own]")).ToHaveTextAsync(["It guides ninety trains a day.", "the port"]);
        await SelectAsync(vera, "It guides ninety trains a day.");
        await Take(vera, "Belongs to the text").ClickAsync();
        await Expect(Field(vera, "Text of the release")).ToHaveValueAsync(
            "A signal tower was put up on Nov. 16, 2026 at the yard.\n\nIt guides ninety trains a day.\n\nIt was paid for by the port on Nov. 15, 2026 and by nobody else.");
        await vera.PressButtonAsync("Create draft");
        await vera.IsToldAsync("The draft is created; the original is kept beside it.");
        await Expect(vera.GetByLabel("Issuer")).ToHaveValueAsync("the port");
        await context.CloseAsync();
    }

    [Fact]
    public async Task What_was_typed_is_neither_undone_nor_overwritten()
    {
        const string Short = "A signal tower was put up on Nov. 16, 2026 at the yard.\n\nIt was paid for by the port on Nov. 15, 2026 and by nobody else.";
        var vera = await PasteAsync(Tower);
        var (body, undo) = (Field(vera, "Text of the release"), vera.GetByRole(AriaRole.Button, new() { Name = "Undo" }));
        await SelectAsync(vera, "the port");
        await Take(vera, "Issuer").ClickAsync();
        await Expect(Field(vera, "Issuer")).ToHaveValueAsync("the port");
        await SelectAsync(vera, "It guides ninety trains a day.");
        await Take(vera, "Not part of the text").ClickAsync();
        await Expect(body).ToHaveValueAsync(Short);
        await body.FillAsync(Short + " Or so they say.");
        await undo.ClickAsync();

        await Expect(Field(vera, "Issuer")).ToHaveValueAsync("The Office of the Tower");
        await Expect(body).ToHaveValueAsync(Short + " Or so they say.");
        await Expect(undo).ToBeDisabledAsync();
        await Expect(vera.Locator(".wire-original mark[data-own]")).ToHaveTextAsync(["It guides ninety trains a day."]);

        var (first, typed) = (true, new TaskCompletionSource());
        await vera.RouteAsync("**/selection", async route =>
        {
            if (first)
            {
                first = false;
                await typed.Task;
            }

            await route.ContinueAsync();
        });
        await SelectAsync(vera, "It guides ninety trains a day.");
        await Take(vera, "Belongs to the text").ClickAsync();
        await body.FillAsync(Short + " They do say so.");
        typed.SetResult();
        await Expect(body).ToHaveValueAsync(Short.Replace("\n\n", "\n\nIt guides ninety trains a day.\n\n", StringComparison.Ordinal) + " They do say so.");
        await vera.Context.CloseAsync();
    }

    [Fact]
    public async Task A_story_that_is_there_already_is_offered_while_the_text_is_pasted()
    {
        var text = Tower.Replace("Tower", "Lighthouse", StringComparison.Ordinal).Replace("signal tower", "lighthouse of glass", StringComparison.Ordinal);
        var vera = await PasteAsync(text);
        await vera.PressButtonAsync("Create draft");
        await vera.IsToldAsync("The draft is created; the original is kept beside it.");

        await vera.GotoAsync(DeskLinks.PasteWire);
        await Text(vera).FillAsync(text.Replace("/PRNewswire/", "/Xinhua/", StringComparison.Ordinal).Replace("puts up", "has put up", StringComparison.Ordinal));
        var offer = vera.Locator("[data-offer]").Filter(new() { HasText = "Qingdao puts up a lighthouse of glass" });
        await Expect(offer).ToContainTextAsync("of the shorter text is the same");
        await offer.GetByLabel("Own story, noted as a syndicated copy").CheckAsync();
        await vera.SeesSoundPageAsync("Wire text");
        await vera.PressButtonAsync("Create draft");
        await vera.IsToldAsync("The draft is created; the original is kept beside it.");

        Assert.Equal([RelationKind.SyndicatedCopy], await portal.QueryAsync(db => db.Releases.OrderByDescending(r => r.Id).Take(1).SelectMany(r => r.Story.Relations).Select(r => r.Kind).ToListAsync()));
        await vera.Context.CloseAsync();
    }

    [Fact]
    public async Task Letters_that_were_read_in_a_wrong_encoding_are_put_right_where_they_are_pasted()
    {
        var vera = await PasteAsync("Neuer Leuchtturm fÃ¼r den Hafen\n\nLianyungang (ots) - Die ZÃ¼ge fahren â€žin beide Richtungenâ€œ und die Schiffe auch.");

        await Expect(Text(vera)).ToHaveValueAsync("Neuer Leuchtturm für den Hafen\n\nLianyungang (ots) - Die Züge fahren „in beide Richtungen“ und die Schiffe auch.");
        await Expect(vera.Locator("[data-code=mojibake-repaired]")).ToHaveTextAsync("Letters that had been read in a wrong encoding were repaired; lines: 2.");
        await Text(vera).PressSequentiallyAsync(" Gut.");
        await Expect(Field(vera, "Text of the release")).ToHaveValueAsync("Die Züge fahren „in beide Richtungen“ und die Schiffe auch. Gut.");
        await vera.Context.CloseAsync();
    }

    [Fact]
    public async Task A_file_that_is_being_checked_outlives_the_tab_and_stays_with_its_draft()
    {
        var file = Encoding.UTF8.GetBytes("<!doctype html><title>Tower</title><article><h1>Qingdao paints its signal tower</h1><p>QINGDAO, China, Nov. 18, 2026 /PRNewswire/ -- The signal tower beside the yard was painted red, and so was the fence around it.</p></article>");
        var vera = await browser.SignInAsync(portal, Roles.Editor, name: "Vera");
        await vera.GotoAsync(DeskLinks.PasteWire);
        await vera.GetByLabel("Or files").SetInputFilesAsync(new FilePayload { Name = "tower.html", MimeType = "text/html", Buffer = file });
        await vera.PressButtonAsync("Read files");
        await Expect(vera.Locator("[data-source]")).ToHaveTextAsync("The file is kept beside the draft, as it came.");
        await Expect(Original(vera)).ToHaveAttributeAsync("contenteditable", "true");
        var context = vera.Context;
        await vera.CloseAsync();

        vera = await context.NewPageAsync();
        await vera.GotoAsync(DeskLinks.PasteWire);
        await Expect(vera.Locator("[data-source]")).ToHaveTextAsync("The file is kept beside the draft, as it came.");
        await vera.SeesSoundPageAsync("Wire text");
        await vera.PressButtonAsync("Create draft");
        await vera.IsToldAsync("The draft is created; the original is kept beside it.");

        var original = await portal.QueryAsync(db => db.Originals.OrderByDescending(o => o.ReleaseId).FirstAsync());
        Assert.Equal(("tower.html", "text/html"), (original.FileName, original.SourceType));
        Assert.Equal(file, original.Source);
        var saved = await vera.RunAndWaitForDownloadAsync(() => vera.GetByRole(AriaRole.Link, new() { Name = "Download the file" }).ClickAsync());
        Assert.Equal("tower.html", saved.SuggestedFilename);
        await context.CloseAsync();
    }

    private async Task<IPage> PasteAsync(string text)
    {
        var page = await browser.SignInAsync(portal, Roles.Editor, name: "Vera");
        await page.GotoAsync(DeskLinks.PasteWire);
        await Text(page).FillAsync(text);
        await Expect(Original(page)).ToHaveAttributeAsync("contenteditable", "true");
        return page;
    }

    private static ILocator Text(IPage page) => page.GetByLabel("Text as it came in");

    private static ILocator Original(IPage page) => page.Locator(".wire-original");

    private static ILocator Told(IPage page) => page.Locator(".wire-told");

    private static ILocator Field(IPage page, string label) => page.GetByLabel(label, new() { Exact = true });

    private static ILocator Take(IPage page, string name) => page.Locator(".wire-take").GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    // By dragging, or from its first character on with Shift and the arrow.
    private static async Task SelectAsync(IPage page, string words, bool withKeys = false)
    {
        await Original(page).FocusAsync();
        await page.EvaluateAsync("""
            ([words, withKeys]) => {
                const root = document.querySelector('.wire-original');
                const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
                for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                    const at = node.data.indexOf(words);
                    if (at >= 0) return getSelection().setBaseAndExtent(node, at, node, withKeys ? at : at + words.length);
                }
                throw new Error(`no ${words}`);
            }
            """, new object[] { words, withKeys });
        for (var i = 0; withKeys && i < words.Length; i++)
            await page.Keyboard.PressAsync("Shift+ArrowRight");
        await Expect(page.Locator(".wire-take")).ToBeVisibleAsync();
    }
}
