using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using ScoPortal.Core;
using ScoPortal.Core.Stories;
using ScoPortal.Web.Localization;
using ScoPortal.Web.Text;

namespace ScoPortal.Web.Areas.Admin.Pages.Editor;

/// <summary>The fields of a release as they are typed: what is wrong in them stays in them.</summary>
public sealed partial class ReleaseForm
{
    /// <summary>What most headlines should keep to, for search engines and lists.</summary>
    public const int HeadlineGoal = 110;

    private const int Line = 300, LongLine = 1000;

    [Required]
    [StringLength(Line)]
    public string? Headline { get; set; }

    [StringLength(LongLine)]
    public string? Subheadline { get; set; }

    [StringLength(2000)]
    public string? Summary { get; set; }

    [StringLength(1_000_000)]
    public string? Body { get; set; }

    [StringLength(100)]
    public string? Place { get; set; }

    [CountryCode]
    public string? Country { get; set; }

    [PartialDateText]
    public string? Date { get; set; }

    [StringLength(Line)]
    public string? Wires { get; set; }

    [StringLength(Line)]
    public string? Issuer { get; set; }

    [StringLength(Line)]
    public string? Distributor { get; set; }

    [StringLength(2000)]
    [WebAddress]
    public string? MoreInfoUrl { get; set; }

    [StringLength(LongLine)]
    public string? Source { get; set; }

    [StringLength(2000)]
    [WebAddress]
    public string? SourceUrl { get; set; }

    [StringLength(4000)]
    [Facts]
    public string? Facts { get; set; }

    /// <summary>Number of the revision that the typing started from.</summary>
    public int BasedOn { get; set; }

    /// <summary>Language of the texts.</summary>
    [BindNever]
    public PortalLanguage Language { get; set; } = PortalLanguage.Get("en");

    /// <summary>A field by its name.</summary>
    public string? this[string name]
    {
        get => (string?)typeof(ReleaseForm).GetProperty(name)!.GetValue(this);
        set => typeof(ReleaseForm).GetProperty(name)!.SetValue(this, value);
    }

    /// <summary>The form for a content.</summary>
    public static ReleaseForm Of(ReleaseContent content, int basedOn)
    {
        var form = new ReleaseForm { BasedOn = basedOn };
        foreach (var field in ContentField.All)
            form[field.Name] = field.Get(content);
        return form;
    }

    /// <summary>The content as far as it can be read.</summary>
    public ReleaseContent Content() =>
        ContentField.All.Aggregate(new ReleaseContent { Headline = "" }, (content, field) => field.With(content, Clean(field.Name, this[field.Name])));

    /// <summary>A text of one line: what breaks it is a space, and none stands around it.</summary>
    public static string OneLine(string text) => Breaks().Replace(text.Trim(), " ");

    private static string? Clean(string name, string? typed) => string.IsNullOrWhiteSpace(typed) ? null : name switch
    {
        nameof(Body) or nameof(Facts) or nameof(Summary) => typed.ReplaceLineEndings("\n"),
        nameof(Country) => typed.Trim().ToUpperInvariant(),
        _ => OneLine(typed),
    };

    [GeneratedRegex(@"\s*[\n\v\f\r\u0085\u2028\u2029]+\s*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Breaks();
}

/// <summary>Two letters of ISO 3166-1.</summary>
public sealed class CountryCodeAttribute() : RegularExpressionAttribute("^[A-Za-z]{2}$");

/// <summary>A date that may leave out day or month, or the year.</summary>
public sealed class PartialDateTextAttribute() : RegularExpressionAttribute(".*")
{
    public override bool IsValid(object? value) => value is not string { Length: > 0 } text || PartialDate.TryParse(text.Trim(), out _);
}

/// <summary>An http or https address.</summary>
public sealed class WebAddressAttribute() : RegularExpressionAttribute(".*")
{
    public override bool IsValid(object? value) => value is not string { Length: > 0 } text || Links.External(text.Trim()) is not null;
}

/// <summary>A label and a value on every line.</summary>
public sealed class FactsAttribute() : RegularExpressionAttribute(".*")
{
    public override bool IsValid(object? value) => value is not string text
        || ReleaseContent.FactList(text).Count() == text.Split('\n').Count(line => !string.IsNullOrWhiteSpace(line));
}
