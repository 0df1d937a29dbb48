using System.ComponentModel.DataAnnotations;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Topics;
using ScoPortal.Web.Localization;

namespace ScoPortal.Web.Areas.Admin.Pages.Topics;

/// <summary>A topic as it is typed.</summary>
public sealed class TopicForm
{
    [StringLength(64)]
    [RegularExpression("[a-z0-9]+(-[a-z0-9]+)*")]
    public string? Key { get; set; }

    /// <summary>Key of the zone that it is a centre of.</summary>
    public string? Centre { get; set; }

    /// <summary>By language.</summary>
    public Dictionary<string, TopicWords> Texts { get; set; } = [];

    /// <param name="topic">As it is stored; null gives an empty form.</param>
    /// <param name="page">Names the languages.</param>
    public static TopicForm Of(Topic? topic, CataloguePage page) => new()
    {
        Key = topic?.Key,
        Centre = topic?.Centre?.Key,
        Texts = page.Languages.ToDictionary(l => l.Code, l => topic?.Names.FirstOrDefault(n => n.Language == l.Code) is { } name
            ? new TopicWords { Name = name.Name, Description = name.Description }
            : new TopicWords()),
    };

    /// <summary>What <paramref name="me"/> may write as it was typed, and the rest as it is stored.</summary>
    public TopicForm Over(TopicForm stored, Member me) => new()
    {
        Key = stored.Key ?? Key,
        Centre = me.MayPublish ? Centre : stored.Centre,
        Texts = stored.Texts.ToDictionary(t => t.Key, t => me.MayWrite(t.Key) ? Texts.GetValueOrDefault(t.Key) ?? t.Value : t.Value),
    };

    /// <summary>With their labels, as they are compared.</summary>
    public IReadOnlyList<Said> Fields(Ui ui) =>
    [
        new(ui["Desk.Topics.Centre"], CataloguePage.Text(Centre)),
        .. Texts.SelectMany(t => new Said[]
        {
            new($"{ui["Desk.Topics.Name"]}, {ui.LanguageName(t.Key)}", CataloguePage.Text(t.Value.Name)),
            new($"{ui["Desk.Topics.Description"]}, {ui.LanguageName(t.Key)}", CataloguePage.Text(t.Value.Description)),
        }),
    ];
}

/// <summary>What a topic is called in one language, as it is typed.</summary>
public sealed class TopicWords
{
    [StringLength(300)]
    public string? Name { get; set; }

    [StringLength(1000)]
    public string? Description { get; set; }
}
