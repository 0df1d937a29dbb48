using Microsoft.AspNetCore.Html;
using ScoPortal.Data.Newsroom;
using ScoPortal.Web.Caching;

namespace ScoPortal.Web.Pages;

/// <summary>What the portal is, and how it works with sources and mistakes.</summary>
[Cached]
public sealed class AboutModel : PortalPage
{
    private const string Fallback = "en";

    // Other pages point to these, whatever the headings are called in a language: the sections keep their order.
    private static readonly string[] Sections = ["about", "sources", "figures", "corrections", "accessibility"];

    /// <summary>The language of the text: the page's own, or English where there is none in it.</summary>
    public string TextLanguage { get; private set; } = Fallback;

    public HtmlString Text { get; private set; } = HtmlString.Empty;

    /// <summary>The sections with their ids.</summary>
    public IEnumerable<(string Id, string Heading)> Contents { get; private set; } = [];

    public void OnGet()
    {
        var text = Read(Lang);
        TextLanguage = text is null ? Fallback : Lang;
        text ??= Read(Fallback) ?? throw new InvalidOperationException("The text about the portal is not built in.");
        Text = Markdown.ToHtml(text, Ui["Release.Table"], Sections);
        Contents = Sections.Zip(Markdown.Headings(text));

        InEveryLanguage(Links.About);
        Head.Missing.UnionWith(Head.Versions.Keys.Where(code => Read(code) is null));
        if (TextLanguage != Lang)
            Head.Canonical = null;
        (Head.Title, Head.Description) = (Ui["About.Title"], Ui["Site.Description"]);
        (Head.Section, Head.IsSectionPage) = (Section.About, true);
    }

    private static string? Read(string language) => NewsroomContent.Text($"about.{language}.md");
}
