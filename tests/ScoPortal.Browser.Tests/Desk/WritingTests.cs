using ScoPortal.Core.Accounts;
using ScoPortal.Web;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoPortal.Browser.Tests.Desk;

/// <summary>From what came over the wire to a text that two people have written.</summary>
[Collection(AtTheDesk.Name)]
public class WritingTests(Browser browser, PortalServer portal)
{
    private const string Wire = """
        MEDIA RELEASE PR70412
        Qingdao opens a cold store beside the railway

        QINGDAO, China, Nov. 19, 2026 /PRNewswire/ -- A cold store has opened beside the freight station of Qingdao.

        It holds nine thousand tonnes of fish and fruit.

        Trains to Central Asia leave twice a week.

        SOURCE The Freight Station of Qingdao
        """;

    [Fact]
    public async Task Wire_text_becomes_a_draft_and_two_people_who_write_at_once_both_keep_their_words()
    {
        var vera = await browser.SignInAsync(portal, Roles.Editor, name: "Vera");
        var lena = await browser.SignInAsync(portal, Roles.Editor, name: "Lena");
        await vera.Clock.InstallAsync();

        await vera.GotoAsync(DeskLinks.PasteWire);
        await vera.GetByLabel("Text as it came in").FillAsync(Wire);
        await Expect(vera.GetByLabel("Headline", new() { Exact = true })).ToHaveValueAsync("Qingdao opens a cold store beside the railway");
        await Expect(vera.GetByLabel("Issuer")).ToHaveValueAsync("The Freight Station of Qingdao");
        await vera.GetByLabel("Place").FillAsync("Jiaozhou");
        await vera.SeesSoundPageAsync("Wire text");
        await vera.PressButtonAsync("Create draft");
        await vera.IsToldAsync("The draft is created; the original is kept beside it.");
        await vera.SeesSoundPageAsync("Qingdao opens a cold store beside the railway");
        await Expect(vera.GetByLabel("Place")).ToHaveValueAsync("Jiaozhou");
        await Expect(vera.Locator(".original pre")).ToHaveTextAsync(Wire);

        await lena.RunAndWaitForResponseAsync(() => lena.GotoAsync(vera.Url), answer => answer.Url.EndsWith("/presence", StringComparison.Ordinal));
        var (hers, mine) = (new EditorSheet(lena), new EditorSheet(vera));
        await Expect(hers.Others).ToHaveTextAsync("Others who have this open now: Vera.");
        await vera.Clock.FastForwardAsync(Beat);
        await Expect(mine.Others).ToHaveTextAsync("Others who have this open now: Lena.");

        await hers.ReplaceAsync("nine thousand tonnes", "9,000 tonnes");
        await hers.Summary.FillAsync("Fish and fruit wait in the cold for their train.");
        await hers.SaveAsync();
        await lena.IsToldAsync("Revision 2 is saved.");
        await vera.Clock.FastForwardAsync(Beat);
        await Expect(mine.Newer).ToContainTextAsync("Lena has saved revision 2");

        await mine.ReplaceAsync("fish and fruit", "fish, meat and fruit");
        await mine.WriteOnAsync("\n\nA second store is being built.");
        await mine.Headline.FillAsync("Qingdao opens a cold store");
        await mine.SaveAsync();
        await Expect(vera.GetByText("1 passage was changed by both of you")).ToBeVisibleAsync();
        await vera.SeesSoundPageAsync("Two people changed this release");
        await vera.GetByLabel("Take both, yours first").CheckAsync();
        await vera.PressButtonAsync("Save the merged text");

        await vera.IsToldAsync("Revision 3 is saved.");
        await Expect(mine.Headline).ToHaveValueAsync("Qingdao opens a cold store");
        await Expect(mine.Summary).ToHaveValueAsync("Fish and fruit wait in the cold for their train.");
        Assert.Equal(
            """
            A cold store has opened beside the freight station of Qingdao.

            It holds nine thousand tonnes of fish, meat and fruit.

            It holds 9,000 tonnes of fish and fruit.

            Trains to Central Asia leave twice a week.

            A second store is being built.
            """, await mine.Body.InputValueAsync());
        await vera.Context.CloseAsync();
        await lena.Context.CloseAsync();
    }

    // The editor asks every 15 seconds who else is there.
    private const string Beat = "00:16";
}
