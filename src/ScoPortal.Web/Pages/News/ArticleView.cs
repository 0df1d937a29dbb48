using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using ScoPortal.Core.Stories;
using ScoPortal.Web.Localization;
using ScoPortal.Web.Media;
using Version = ScoPortal.Web.Pages.Shared.Version;

namespace ScoPortal.Web.Pages.News;

/// <summary>A release as readers see it: on its page, through a preview link, and beside the editor while it is typed.</summary>
/// <param name="Language">The release's own language: the labels are in it, too.</param>
/// <param name="Languages">The languages of the portal, each of which may have a version.</param>
/// <param name="Release">What it shows.</param>
public sealed record ArticleView(PortalLanguage Language, PortalLanguages Languages, Row Release)
{
    /// <summary>The portal's words in its language.</summary>
    public Ui Ui { get; } = new(Language);

    /// <summary>When readers get it, in UTC; of a preview, when they might.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>Its language versions that visitors may open.</summary>
    public IReadOnlyList<Version> Versions { get; init; } = [];

    /// <summary>The zones it is about.</summary>
    public IReadOnlyList<ZoneEntry> Zones { get; init; } = [];

    /// <summary>Its subjects.</summary>
    public IReadOnlyList<TopicEntry> Topics { get; init; } = [];

    /// <summary>The pictures of the release and of its text, by hash, as <see cref="Media.Pictures"/> reads them.</summary>
    public IReadOnlyDictionary<string, Picture> KnownPictures { get; init; } = Media.Pictures.None;

    /// <summary>The release's pictures, in order; the first leads.</summary>
    public IReadOnlyList<Picture> Pictures { get; init; } = [];

    /// <summary>Its address with scheme and host, to be passed on; null while it has none that readers may open.</summary>
    public string? Address { get; init; }

    /// <summary>The same without words, for paper.</summary>
    public string? ShortAddress { get; init; }

    /// <summary>The version in a language, or null.</summary>
    public Version? VersionIn(string language) => Versions.FirstOrDefault(v => v.Language == language);

    /// <summary>Place and date as the text begins with them.</summary>
    public string? Dateline => Ui.Dateline(Release.Content.Dateline);

    /// <summary>The text as HTML, led in by the dateline.</summary>
    public IHtmlContent Body
    {
        get
        {
            var html = Markdown.ToHtml(Release.Content.Body, Ui["Release.Table"], sections: null, KnownPictures);
            const string Paragraph = "<p>";
            if (Dateline is not { } dateline)
                return html;
            var (text, span) = (html.Value ?? "", $"<span class=\"dateline\">{HtmlEncoder.Default.Encode(dateline)}</span>");
            return new HtmlString(text.StartsWith(Paragraph, StringComparison.Ordinal)
                ? Paragraph + span + text[Paragraph.Length..]
                : $"{Paragraph}{span}</p>\n{text}");
        }
    }

    /// <summary>The "at a glance" box.</summary>
    public IReadOnlyList<(string Label, string Value)> Facts => [.. ReleaseContent.FactList(Release.Content.Facts)];

    /// <summary>A letter with the headline and the address.</summary>
    public string MailTo => $"mailto:?subject={Uri.EscapeDataString(Release.Content.Headline)}&body={Uri.EscapeDataString(Address ?? "")}";

    /// <summary>An address as people read it: without scheme and without a slash at the end.</summary>
    public static string Readable(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host + uri.PathAndQuery.TrimEnd('/') : url;
}
