using System.ComponentModel.DataAnnotations;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Zones;
using ScoPortal.Web.Localization;

namespace ScoPortal.Web.Areas.Admin.Pages.Zones;

/// <summary>A milestone as it is typed.</summary>
public sealed class MilestoneForm
{
    public string? Date { get; set; }

    [StringLength(1000)]
    public string? Source { get; set; }

    [StringLength(2000)]
    public string? SourceUrl { get; set; }

    /// <summary>By language.</summary>
    public Dictionary<string, MilestoneWords> Texts { get; set; } = [];

    /// <param name="milestone">As it is stored; null gives an empty form.</param>
    /// <param name="page">Names the languages.</param>
    public static MilestoneForm Of(Milestone? milestone, CataloguePage page) => new()
    {
        Date = milestone?.Date.ToString(),
        Source = milestone?.Source.Name,
        SourceUrl = milestone?.Source.Url,
        Texts = page.Languages.ToDictionary(l => l.Code, l => milestone?.Texts.FirstOrDefault(t => t.Language == l.Code) is { } text
            ? new MilestoneWords { Title = text.Title, Text = text.Text }
            : new MilestoneWords()),
    };

    /// <summary>What <paramref name="me"/> may write as it was typed, and the rest as it is stored.</summary>
    public MilestoneForm Over(MilestoneForm stored, Member me)
    {
        var structure = me.MayPublish ? this : stored;
        return new()
        {
            Date = structure.Date,
            Source = structure.Source,
            SourceUrl = structure.SourceUrl,
            Texts = stored.Texts.ToDictionary(t => t.Key, t => me.MayWrite(t.Key) ? Texts.GetValueOrDefault(t.Key) ?? t.Value : t.Value),
        };
    }

    /// <summary>With their labels, as they are compared.</summary>
    public IReadOnlyList<Said> Fields(Ui ui) =>
    [
        new(ui["Desk.Zones.Date"], CataloguePage.Text(Date)),
        new(ui["Desk.Catalogue.Source"], CataloguePage.Text(Source)),
        new(ui["Desk.Catalogue.SourceUrl"], CataloguePage.Text(SourceUrl)),
        .. Texts.SelectMany(t => new Said[]
        {
            new($"{ui["Desk.Zones.MilestoneTitle"]}, {ui.LanguageName(t.Key)}", CataloguePage.Text(t.Value.Title)),
            new($"{ui["Desk.Zones.MilestoneText"]}, {ui.LanguageName(t.Key)}", CataloguePage.Text(t.Value.Text)),
        }),
    ];
}

/// <summary>What a milestone is, in one language, as it is typed.</summary>
public sealed class MilestoneWords
{
    [StringLength(300)]
    public string? Title { get; set; }

    [StringLength(2000)]
    public string? Text { get; set; }
}
