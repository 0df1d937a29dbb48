using System.ComponentModel.DataAnnotations;
using ScoPortal.Core;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Wire;
using ScoPortal.Data.Stories;
using ScoPortal.Web.Areas.Admin.Pages.Editor;

namespace ScoPortal.Web.Areas.Admin.Pages.Wire;

/// <summary>The fields of a wire text as recognised, and as an editor puts them right.</summary>
public sealed class WireForm
{
    /// <summary>The fields that a selection of the text can fill, by their names as recognised; the text of the release is beside them.</summary>
    public static readonly string[] Takes =
    [
        "headline", "subheadline", "summary", "place", "country", "datelineDate", "eventDate", "wires", "issuer", "distributor", "source",
        "moreInfoUrl", "externalId",
    ];

    [Required]
    [StringLength(12)]
    public string? Language { get; set; }

    [StringLength(300)]
    public string? Headline { get; set; }

    [StringLength(1000)]
    public string? Subheadline { get; set; }

    [StringLength(1000)]
    public string? Summary { get; set; }

    [StringLength(WireContent.MaxBody)]
    public string? Body { get; set; }

    [StringLength(100)]
    public string? Place { get; set; }

    [RegularExpression("[A-Za-z]{2}")]
    public string? Country { get; set; }

    public string? Date { get; set; }

    public string? EventDate { get; set; }

    [StringLength(300)]
    public string? Wires { get; set; }

    [StringLength(300)]
    public string? Issuer { get; set; }

    [StringLength(300)]
    public string? Distributor { get; set; }

    [StringLength(2000)]
    [WebAddress]
    public string? MoreInfoUrl { get; set; }

    [StringLength(1000)]
    public string? Source { get; set; }

    /// <summary>As "asianet:67255, prnewswire:301".</summary>
    [StringLength(1000)]
    [RegularExpression(@"\s*[^\s:,]{1,64}:[^,]{1,300}(,\s*[^\s:,]{1,64}:[^,]{1,300})*")]
    public string? ExternalIds { get; set; }

    public List<int> Zones { get; set; } = [];

    public List<int> Topics { get; set; } = [];

    /// <summary>What was recognised, with the zones and topics that the text names.</summary>
    /// <param name="read">What was read.</param>
    /// <param name="language">The language, if the person may write it.</param>
    /// <param name="catalogue">The zones and topics.</param>
    public static WireForm From(WireRelease read, string? language, Catalogue catalogue)
    {
        var (content, filing) = (read.ToContent(), new WireFiling(read));
        return new()
        {
            Language = language,
            Headline = content.Headline,
            Subheadline = content.Subheadline,
            Body = content.Body,
            Place = content.Dateline.Place,
            Country = content.Dateline.Country,
            Date = content.Dateline.Date?.ToString(),
            EventDate = read.EventDate?.ToString(),
            Wires = content.Wires,
            Issuer = content.Issuer,
            Distributor = content.Distributor,
            MoreInfoUrl = content.MoreInfoUrl,
            Source = content.Source,
            ExternalIds = string.Join(", ", read.ExternalIds.Select(id => $"{id.Scheme}:{id.Value}")),
            Zones = [.. catalogue.Zones.Where(z => z.Names.Any(n => filing.Mentions(n.ShortName))).Select(z => z.Id)],
            Topics = [.. catalogue.Topics.Where(t => t.Names.Any(n => n.Language == (language ?? read.Language) && filing.Mentions(n.Name))).Select(t => t.Id)],
        };
    }

    /// <summary>The fields whose text is no date.</summary>
    public IEnumerable<string> WrongDates() =>
        from field in (IEnumerable<(string Name, string? Text)>)[(nameof(Date), Date), (nameof(EventDate), EventDate)]
        where Trimmed(field.Text) is { } text && !PartialDate.TryParse(text, out _)
        select field.Name;

    /// <summary>The draft that is to be made of <paramref name="text"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">Where it came from.</param>
    /// <param name="source">The untouched file, where the text is not the whole of it.</param>
    /// <param name="sourceType">Its media type.</param>
    public Incoming ToIncoming(string text, string name, byte[]? source, string? sourceType) => new()
    {
        Text = text,
        Name = name,
        Source = source,
        SourceType = source is null ? null : sourceType,
        Language = Language!,
        EventDate = DateOf(EventDate),
        ZoneIds = Zones,
        TopicIds = Topics,
        ExternalIds = (ExternalIds ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(id => id.Split(':', 2, StringSplitOptions.TrimEntries)).Select(id => (id[0], id[1])),
        Content = new ReleaseContent
        {
            Headline = Trimmed(Headline) ?? "",
            Subheadline = Trimmed(Subheadline),
            Summary = string.IsNullOrWhiteSpace(Summary) ? null : Summary.ReplaceLineEndings("\n").Trim(),
            Body = (Body ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Trim(),
            Dateline = new Dateline { Place = Trimmed(Place), Country = Trimmed(Country)?.ToUpperInvariant(), Date = DateOf(Date) },
            Wires = Trimmed(Wires),
            Issuer = Trimmed(Issuer),
            Distributor = Trimmed(Distributor),
            MoreInfoUrl = Trimmed(MoreInfoUrl),
            Source = Trimmed(Source),
        },
    };

    private static PartialDate? DateOf(string? text) => Trimmed(text) is { } given ? PartialDate.Parse(given) : null;

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : ReleaseForm.OneLine(text);
}
