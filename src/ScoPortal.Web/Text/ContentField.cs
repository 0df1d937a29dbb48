using ScoPortal.Core;
using ScoPortal.Core.Stories;

namespace ScoPortal.Web.Text;

/// <summary>A field of a release as text, for all that treats them alike: comparing, merging, listing.</summary>
/// <param name="Name">As the form and the resource <c>Desk.Field.*</c> call it.</param>
/// <param name="Get">Its text; null when it is empty.</param>
/// <param name="With">The same content with another text in this field.</param>
public sealed record ContentField(string Name, Func<ReleaseContent, string?> Get, Func<ReleaseContent, string?, ReleaseContent> With)
{
    /// <summary>All of them, in the order of the form.</summary>
    public static IReadOnlyList<ContentField> All { get; } =
    [
        new(nameof(ReleaseContent.Headline), c => c.Headline, (c, text) => c with { Headline = text ?? "" }),
        new(nameof(ReleaseContent.Subheadline), c => c.Subheadline, (c, text) => c with { Subheadline = text }),
        new(nameof(ReleaseContent.Summary), c => c.Summary, (c, text) => c with { Summary = text }),
        new(nameof(Dateline.Place), c => c.Dateline.Place, (c, text) => c with { Dateline = c.Dateline with { Place = text } }),
        new(nameof(Dateline.Country), c => c.Dateline.Country, (c, text) => c with { Dateline = c.Dateline with { Country = text } }),
        new(nameof(Dateline.Date), c => c.Dateline.Date?.ToString(), (c, text) => c with { Dateline = c.Dateline with { Date = DateOf(text) } }),
        new(nameof(ReleaseContent.Wires), c => c.Wires, (c, text) => c with { Wires = text }),
        new(nameof(ReleaseContent.Issuer), c => c.Issuer, (c, text) => c with { Issuer = text }),
        new(nameof(ReleaseContent.Distributor), c => c.Distributor, (c, text) => c with { Distributor = text }),
        new(nameof(ReleaseContent.MoreInfoUrl), c => c.MoreInfoUrl, (c, text) => c with { MoreInfoUrl = text }),
        new(nameof(ReleaseContent.Source), c => c.Source, (c, text) => c with { Source = text }),
        new(nameof(ReleaseContent.SourceUrl), c => c.SourceUrl, (c, text) => c with { SourceUrl = text }),
        new(nameof(ReleaseContent.Facts), c => c.Facts, (c, text) => c with { Facts = text }),
        new(nameof(ReleaseContent.Body), c => c.Body, (c, text) => c with { Body = text ?? "" }),
    ];

    /// <summary>What is typed into a date field; null for anything that is no partial date.</summary>
    public static PartialDate? DateOf(string? text) => PartialDate.TryParse(text, out var date) ? date : null;
}
