using Microsoft.Playwright;
using ScoPortal.Web;
using static Microsoft.Playwright.Assertions;

namespace ScoPortal.Browser.Tests.Desk;

/// <summary>A release open in the editor of somebody's browser.</summary>
public sealed class EditorSheet(IPage page)
{
    public IPage Page => page;

    public ILocator Headline => page.GetByLabel("Headline", new() { Exact = true });

    public ILocator Summary => page.Locator("[name=Summary]");

    public ILocator Body => page.Locator("[name=Body]");

    /// <summary>Who else has it open.</summary>
    public ILocator Others => page.Locator("[data-others]");

    /// <summary>What somebody else has saved meanwhile.</summary>
    public ILocator Newer => page.Locator("[data-newer]");

    /// <summary>What is kept of what is typed.</summary>
    public ILocator Status => page.Locator("[data-status]");

    public static async Task<EditorSheet> OpenAsync(IPage page, int id)
    {
        await page.GotoAsync(DeskLinks.Release(id));
        return new EditorSheet(page);
    }

    /// <summary>Types at the end of the text.</summary>
    public async Task WriteOnAsync(string text)
    {
        await Body.FocusAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.InsertTextAsync(text);
    }

    /// <summary>Puts other words in place of some of the text.</summary>
    public async Task ReplaceAsync(string words, string by) =>
        await Body.FillAsync((await Body.InputValueAsync()).Replace(words, by, StringComparison.Ordinal));

    /// <summary>Saves by keyboard.</summary>
    public Task SaveAsync() => page.Keyboard.PressAsync("Control+s");

    /// <summary>Takes up what was typed earlier and is not saved, be it from this browser or from the server.</summary>
    public async Task GoOnAsync()
    {
        await page.GetByText("Go on with it").Filter(new() { Visible = true }).ClickAsync();
        await Expect(page.GetByText("Go on with it").Filter(new() { Visible = true })).ToHaveCountAsync(0);
    }
}
