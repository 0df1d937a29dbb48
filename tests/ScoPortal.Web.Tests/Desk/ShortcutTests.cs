using AngleSharp.Dom;
using ScoPortal.Core.Accounts;
using ScoPortal.Web.Areas.Admin;
using Xunit;

namespace ScoPortal.Web.Tests.Desk;

public class ShortcutTests
{
    [Theory]
    [InlineData("en", "New release")]
    [InlineData("de", "Neue Mitteilung")]
    [InlineData("ru", "Новый релиз")]
    [InlineData("zh", "新建新闻稿")]
    public async Task Every_page_and_the_page_of_help_list_the_same_keys_in_the_own_language(string language, string words)
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var translator = await portal.AsAsync(Roles.Translator, languages: "de", language: language);

        var dialog = (await translator.ReadAsync(DeskLinks.PasteWire)).QuerySelector("dialog#shortcuts")!;
        var list = (await translator.ReadAsync(DeskLinks.Shortcuts)).QuerySelector("main .shortcuts")!;

        Assert.Equal(Shortcut.All.Select(s => string.Concat(s.Parts)), Keys(list));
        Assert.Equal(Keys(list), Keys(dialog));
        Assert.Contains(words, list.TextContent, StringComparison.Ordinal);
        Assert.Equal(list.QuerySelectorAll("a").Select(a => a.GetAttribute("href")), dialog.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        // Only the dialog's list is for the script: each key is there once.
        Assert.Empty(list.QuerySelectorAll("[data-keys]:not([data-keys=''])"));
        Assert.Equal(Shortcut.All.Select(s => s.Keys), dialog.QuerySelectorAll("[data-keys]").Select(e => e.GetAttribute("data-keys")));
    }

    [Fact]
    public async Task Without_a_script_the_link_leads_to_the_page_and_who_has_not_signed_in_sees_neither()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var editor = await portal.AsAsync(Roles.Editor);

        Assert.Equal(DeskLinks.Shortcuts, (await editor.ReadAsync(DeskLinks.PasteWire)).QuerySelector("[data-shortcut-help]")!.GetAttribute("href"));
        var outside = await portal.ReadAsync(DeskLinks.SignIn());
        Assert.Null(outside.QuerySelector("#shortcuts, [data-shortcut-help], script[src*=shortcuts]"));
    }

    [Fact]
    public void No_keys_are_given_twice() => Assert.Equal(Shortcut.All.Count, Shortcut.All.Select(s => s.Keys).Distinct(StringComparer.Ordinal).Count());

    private static IEnumerable<string> Keys(IElement list) =>
        list.QuerySelectorAll("li").Select(l => string.Concat(l.QuerySelectorAll("kbd").Select(k => k.TextContent))).Where(k => k.Length > 0);
}
