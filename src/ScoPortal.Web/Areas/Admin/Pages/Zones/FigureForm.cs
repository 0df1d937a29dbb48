using System.ComponentModel.DataAnnotations;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Zones;
using ScoPortal.Web.Localization;

namespace ScoPortal.Web.Areas.Admin.Pages.Zones;

/// <summary>A key figure as it is typed.</summary>
public sealed class FigureForm
{
    public string? Value { get; set; }

    public FigureQualifier Qualifier { get; set; }

    public string? AsOf { get; set; }

    [StringLength(1000)]
    public string? Source { get; set; }

    [StringLength(2000)]
    public string? SourceUrl { get; set; }

    /// <summary>By language.</summary>
    public Dictionary<string, FigureWords> Texts { get; set; } = [];

    /// <param name="figure">As it is stored; null gives an empty form.</param>
    /// <param name="page">Writes the numbers, and names the languages.</param>
    public static FigureForm Of(KeyFigure? figure, CataloguePage page) => new()
    {
        Value = page.Written(figure?.Value),
        Qualifier = figure?.Qualifier ?? FigureQualifier.Exact,
        AsOf = figure?.AsOf?.ToString(),
        Source = figure?.Source.Name,
        SourceUrl = figure?.Source.Url,
        Texts = page.Languages.ToDictionary(l => l.Code, l => figure?.Texts.FirstOrDefault(t => t.Language == l.Code) is { } text
            ? new FigureWords { Label = text.Label, Unit = text.Unit, Value = page.Written(text.Value) }
            : new FigureWords()),
    };

    /// <summary>What <paramref name="me"/> may write as it was typed, and the rest as it is stored.</summary>
    public FigureForm Over(FigureForm stored, Member me)
    {
        var texts = stored.Texts.ToDictionary(t => t.Key, t => me.MayWrite(t.Key) ? Texts.GetValueOrDefault(t.Key) ?? t.Value : t.Value);
        var structure = me.MayPublish ? this : stored;
        return new()
        {
            Value = structure.Value,
            Qualifier = structure.Qualifier,
            AsOf = structure.AsOf,
            Source = structure.Source,
            SourceUrl = structure.SourceUrl,
            Texts = texts,
        };
    }

    /// <summary>With their labels, as they are compared.</summary>
    public IReadOnlyList<Said> Fields(Ui ui) =>
    [
        new(ui["Desk.Zones.Value"], CataloguePage.Text(Value)),
        new(ui["Desk.Zones.Qualifier"], ui[$"Desk.Zones.Qualifier.{Qualifier}"]),
        new(ui["Desk.Zones.AsOf"], CataloguePage.Text(AsOf)),
        new(ui["Desk.Catalogue.Source"], CataloguePage.Text(Source)),
        new(ui["Desk.Catalogue.SourceUrl"], CataloguePage.Text(SourceUrl)),
        .. Texts.SelectMany(t => new Said[]
        {
            new($"{ui["Desk.Zones.Label"]}, {ui.LanguageName(t.Key)}", CataloguePage.Text(t.Value.Label)),
            new($"{ui["Desk.Zones.Unit"]}, {ui.LanguageName(t.Key)}", CataloguePage.Text(t.Value.Unit)),
            new($"{ui["Desk.Zones.OwnValue"]}, {ui.LanguageName(t.Key)}", CataloguePage.Text(t.Value.Value)),
        }),
    ];
}

/// <summary>What a key figure counts, in one language, as it is typed.</summary>
public sealed class FigureWords
{
    [StringLength(300)]
    public string? Label { get; set; }

    [StringLength(64)]
    public string? Unit { get; set; }

    public string? Value { get; set; }
}
