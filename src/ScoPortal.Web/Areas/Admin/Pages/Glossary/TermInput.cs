using System.ComponentModel.DataAnnotations;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Terms;
using ScoPortal.Web.Localization;

namespace ScoPortal.Web.Areas.Admin.Pages.Glossary;

/// <summary>A glossary term as it is typed.</summary>
public sealed class TermInput
{
    private const int SpareRows = 2;

    [StringLength(GlossaryFile.MaxKey)]
    [RegularExpression("[a-z0-9]+(-[a-z0-9]+)*")]
    public string? Key { get; set; }

    [StringLength(GlossaryFile.MaxNote)]
    public string? Note { get; set; }

    /// <summary>By language; rows without text count for nothing.</summary>
    public Dictionary<string, List<FormInput>> Forms { get; set; } = [];

    /// <param name="term">As it is stored; null gives an empty form.</param>
    /// <param name="page">Names the languages.</param>
    public static TermInput Of(Term? term, CataloguePage page) => new()
    {
        Key = term?.Key,
        Note = term?.Note,
        Forms = page.Languages.ToDictionary(l => l.Code, l => (term?.Forms ?? []).Where(f => f.Language == l.Code)
            .OrderBy(f => f.Status).ThenBy(f => f.Id).Select(f => new FormInput { Text = f.Text, Status = f.Status, Source = f.Source }).ToList()),
    };

    /// <summary>What <paramref name="me"/> may write as it was typed, and the rest as it is stored.</summary>
    public TermInput Over(TermInput stored, Member me) => new()
    {
        Key = me.MayPublish ? Key : stored.Key,
        Note = me.MayPublish ? Note : stored.Note,
        Forms = stored.Forms.ToDictionary(f => f.Key, f => me.MayWrite(f.Key) ? Forms.GetValueOrDefault(f.Key) ?? f.Value : f.Value),
    };

    /// <summary>With empty rows after those of each language that <paramref name="me"/> may write.</summary>
    public TermInput WithRoom(Member me)
    {
        foreach (var (language, forms) in Forms.Where(f => me.MayWrite(f.Key)))
            forms.AddRange(Enumerable.Range(0, Math.Max(0, SpareRows - forms.Count(f => CataloguePage.Text(f.Text) is null))).Select(_ => new FormInput()));
        return this;
    }

    /// <summary>The forms of a language that have a text.</summary>
    public IReadOnlyList<FormText> Said(string language) =>
        [.. Forms[language].Where(f => CataloguePage.Text(f.Text) is not null).Select(f => new FormText(GlossaryFile.Clean(f.Text), f.Status, CataloguePage.Text(f.Source)))];

    /// <summary>With their labels, as they are compared.</summary>
    public IReadOnlyList<Said> Fields(Ui ui) =>
    [
        new(ui["Desk.Glossary.Key"], CataloguePage.Text(Key)),
        new(ui["Desk.Glossary.Note"], CataloguePage.Text(Note)),
        .. Forms.Keys.Select(language => new Said(ui.LanguageName(language), CataloguePage.Text(string.Join("; ", Said(language)
            .OrderBy(f => f.Status).ThenBy(f => f.Text, StringComparer.Ordinal)
            .Select(f => $"{f.Text} ({ui[$"Desk.Glossary.Status.{f.Status}"]}{(f.Source is null ? "" : ", " + f.Source)})"))))),
    ];
}

/// <summary>A form of a term as it is typed.</summary>
public sealed class FormInput
{
    [StringLength(GlossaryFile.MaxForm)]
    public string? Text { get; set; }

    [EnumDataType(typeof(TermStatus))]
    public TermStatus Status { get; set; } = TermStatus.Allowed;

    [StringLength(GlossaryFile.MaxNote)]
    public string? Source { get; set; }
}
