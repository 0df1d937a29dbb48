using System.Net;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Stories;
using Xunit;

namespace ScoPortal.Web.Tests.Desk;

/// <summary>Likely copies wait for somebody to decide.</summary>
public class CopyTests
{
    [Fact]
    public async Task Two_texts_stand_side_by_side_with_their_differences_and_an_acceptance_relates_their_stories()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var (older, newer, id) = await SuggestAsync(portal, "The fair opens today.", "The fair opens tomorrow.", 0.97);

        var home = await editor.ReadAsync(DeskLinks.Home);
        Assert.Contains("97 % the same", home.QuerySelector("[data-list=copies]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("1 likely copy", (await editor.ReadAsync(DeskLinks.PasteWire)).QuerySelector($"a[href='{DeskLinks.CopyList()}'].button")!.TextContent);
        var page = await editor.ReadAsync(DeskLinks.Copy(id));
        Assert.Equal(("today", "tomorrow"), (page.QuerySelector(".diff:last-of-type del")!.TextContent, page.QuerySelector(".diff:last-of-type ins")!.TextContent));
        var after = await editor.SubmitAsync(DeskLinks.Copy(id), new { IsCopy = "true" });

        Assert.Equal(DeskLinks.CopyList(), editor.Path);
        Assert.Contains("Noted as a syndicated copy.", after.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nothing waits.", after.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal(older.StoryId, await portal.QueryAsync(db => db.Stories.Where(s => s.Id == newer.StoryId).SelectMany(s => s.Relations).Select(r => r.Other.Id).SingleAsync()));
        Assert.Equal("suggestion.accept", (await portal.AuditAsync($"release/{newer.Id}")).Single().Action);
    }

    [Fact]
    public async Task What_is_rejected_is_remembered_and_a_mind_can_be_changed()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor, name: "Vera");
        var (_, newer, id) = await SuggestAsync(portal, "One.", "Two.", 0.8);

        await editor.SubmitAsync(DeskLinks.Copy(id), new { IsCopy = "true" });
        await editor.SubmitAsync(DeskLinks.Copy(id), new { IsCopy = "false" });

        Assert.Contains("Vera has decided that it is no copy", (await editor.ReadAsync(DeskLinks.Copy(id))).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(SuggestionState.Rejected, await portal.QueryAsync(db => db.Suggestions.Select(s => s.State).SingleAsync()));
        Assert.False(await portal.QueryAsync(db => db.Stories.AnyAsync(s => s.Id == newer.StoryId && s.Relations.Any())));
    }

    [Fact]
    public async Task All_that_are_alike_enough_are_accepted_at_once_by_who_may_publish()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        using var translator = await portal.AsAsync(Roles.Translator, languages: "en");
        await SuggestAsync(portal, "One.", "Two.", 0.96);
        await SuggestAsync(portal, "Three.", "Four.", 1);
        await SuggestAsync(portal, "Five.", "Six.", 0.8);

        using var refused = await translator.PostAsync(DeskLinks.CopyAcceptance, new { AtLeast = 75 });
        Assert.Null((await translator.ReadAsync(DeskLinks.CopyList())).QuerySelector($"[action='{DeskLinks.CopyAcceptance}']"));
        var list = await editor.ReadAsync(DeskLinks.CopyList());
        Assert.Equal(["100 % or more (1)", "95 % or more (2)", "90 % or more (2)", "85 % or more (2)", "80 % or more (3)", "75 % or more (3)"], list.QuerySelectorAll("[name=AtLeast] option").Select(o => o.TextContent));
        var page = await editor.SubmitAsync(DeskLinks.CopyList(), new { AtLeast = 95 });

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("2 copies accepted.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("80 % the same: Six.", Assert.Single(page.QuerySelectorAll(".copies-score a")).TextContent);
    }

    [Fact]
    public async Task What_came_after_the_list_was_shown_is_not_accepted_unseen()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var (_, _, shown) = await SuggestAsync(portal, "One.", "Two.", 0.96);
        var bound = (await editor.ReadAsync(DeskLinks.CopyList())).QuerySelector("[name=UpTo]")!.GetAttribute("value");
        await SuggestAsync(portal, "Three.", "Four.", 1);

        using var answer = await editor.PostAsync(DeskLinks.CopyAcceptance, new { AtLeast = 75, UpTo = bound });

        Assert.Equal([shown], await portal.QueryAsync(db => db.Suggestions.Where(s => s.State == SuggestionState.Accepted).Select(s => s.Id).ToListAsync()));
    }

    [Fact]
    public async Task A_translator_decides_on_own_drafts_only()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var translator = await portal.AsAsync(Roles.Translator, languages: "de");
        var (_, _, id) = await SuggestAsync(portal, "One.", "Two.", 0.8);

        using var english = await portal.AsAsync(Roles.Translator, languages: "en");

        Assert.Null((await translator.ReadAsync(DeskLinks.CopyList())).QuerySelector("[name=IsCopy]"));
        Assert.NotNull((await english.ReadAsync(DeskLinks.CopyList())).QuerySelector("[name=IsCopy]"));
        Assert.Null((await translator.ReadAsync(DeskLinks.Copy(id))).QuerySelector("[name=IsCopy]"));
        using var answer = await translator.PostAsync(DeskLinks.Copy(id), new { IsCopy = "true" });

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        await translator.ReadAsync(DeskLinks.Copy(id + 1), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Long_lists_come_in_pages()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        for (var i = 0; i < 22; i++)
            await SuggestAsync(portal, $"One {i}.", $"Other {i}.", 0.9);

        var first = await editor.ReadAsync(DeskLinks.CopyList());
        var second = await editor.ReadAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        var back = await editor.ReadAsync(second.QuerySelector("a[rel=prev]")!.GetAttribute("href")!);

        Assert.Equal((20, 2, 20), (Count(first), Count(second), Count(back)));
        Assert.Null(back.QuerySelector("a[rel=prev]"));

        static int Count(AngleSharp.Dom.IDocument page) => page.QuerySelectorAll("[data-copy]").Length;
    }

    private static async Task<(Release Older, Release Newer, int Id)> SuggestAsync(OwnPortal portal, string older, string newer, double score)
    {
        var (first, second) = (await portal.WriteAsync(older, body: older), await portal.WriteAsync(newer, body: newer));
        return (first, second, await portal.QueryAsync(async db =>
        {
            var suggestion = new Suggestion(SuggestionKind.SyndicatedCopy, first.Id, second.Id, score, "{}", portal.Clock.Now);
            db.Add(suggestion);
            await db.SaveChangesAsync();
            return suggestion.Id;
        }));
    }
}
