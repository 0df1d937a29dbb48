using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;
using Xunit;

namespace ScoPortal.Web.Tests.Editing;

/// <summary>Topics as editors change them.</summary>
public class TopicDeskTests
{
    [Fact]
    public async Task A_topic_is_named_ordered_and_removed_and_readers_see_it()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);

        await editor.SubmitAsync(DeskLinks.Topic("new"), new Dictionary<string, object?>
        {
            ["Form.Key"] = "space",
            ["Form.Centre"] = "scoda",
            ["Form.Texts[en].Name"] = "Space travel",
            ["Form.Texts[de].Name"] = "Raumfahrt",
            ["Form.Texts[de].Description"] = "Alles über dem Hafen.",
        });
        await portal.CatchUpAsync();
        Assert.Contains("Raumfahrt", await portal.Client.GetStringAsync(Links.Topics("de")), StringComparison.Ordinal);

        var id = await portal.QueryAsync(db => db.Topics.Where(t => t.Key == "space" && t.Centre!.Key == "scoda").Select(t => t.Id).SingleAsync());
        await editor.SubmitAsync(DeskLinks.Topics, new { Up = id });
        Assert.Equal("space", await portal.QueryAsync(db => db.Topics.OrderByDescending(t => t.Order).Skip(1).Select(t => t.Key).FirstAsync()));

        await editor.SubmitAsync(DeskLinks.Zone("scoda"), new { Form__Focus = (object[])[id] });
        await editor.SubmitAsync(DeskLinks.Topic("space"), form: ".removal form");
        await portal.CatchUpAsync();
        Assert.DoesNotContain("Raumfahrt", await portal.Client.GetStringAsync(Links.Topics("de")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_with_stories_stays_and_says_how_many_there_are()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var topic = await portal.QueryAsync(db => db.Topics.OrderBy(t => t.Order).Select(t => new { t.Key, Stories = db.Stories.Count(s => s.Topics.Any(x => x.Id == t.Id)) }).FirstAsync());

        var page = await editor.SubmitAsync(DeskLinks.Topic(topic.Key), form: ".removal form");

        Assert.Contains($"{topic.Stories}", page.QuerySelector(".alert[data-kind=error]")!.TextContent, StringComparison.Ordinal);
        Assert.True(await portal.QueryAsync(db => db.Topics.AnyAsync(t => t.Key == topic.Key)));
    }

    [Fact]
    public async Task A_translator_names_topics_in_the_assigned_language_only()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var translator = await portal.AsAsync(Roles.Translator, languages: "ru");
        var topic = await portal.QueryAsync(db => db.Topics.Include(t => t.Centre).OrderBy(t => t.Order).FirstAsync());

        await translator.SubmitAsync(DeskLinks.Topic(topic.Key), new Dictionary<string, object?>
        {
            ["Form.Centre"] = "",
            ["Form.Texts[ru].Name"] = "Моё имя",
            ["Form.Texts[de].Name"] = "Nicht meiner",
        });

        var saved = await portal.QueryAsync(db => db.Topics.Include(t => t.Centre).SingleAsync(t => t.Id == topic.Id));
        Assert.Equal("Моё имя", saved.Names.Single(n => n.Language == "ru").Name);
        Assert.Equal(topic.Names.Single(n => n.Language == "de").Name, saved.Names.Single(n => n.Language == "de").Name);
        Assert.Equal(topic.Centre!.Key, saved.Centre!.Key);
    }

    [Fact]
    public async Task A_description_without_a_name_is_refused_at_the_name()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var key = await portal.QueryAsync(db => db.Topics.Select(t => t.Key).FirstAsync());

        var page = await editor.SubmitAsync(DeskLinks.Topic(key), new Dictionary<string, object?> { ["Form.Texts[zh].Name"] = "", ["Form.Texts[zh].Description"] = "说明" });

        Assert.Equal("true", page.QuerySelector<IHtmlInputElement>("[name='Form.Texts[zh].Name']")!.GetAttribute("aria-invalid"));
        Assert.Equal("说明", page.QuerySelector<IHtmlTextAreaElement>("[name='Form.Texts[zh].Description']")!.Value.Trim());
    }
}
