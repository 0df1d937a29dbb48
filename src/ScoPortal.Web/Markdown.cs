using System.Globalization;
using System.Net;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Caching.Memory;
using ScoPortal.Core.Text;
using ScoPortal.Data.Queries;
using ScoPortal.Web.Media;

namespace ScoPortal.Web;

/// <summary>
/// Turns an editor's Markdown into HTML that is safe on a page: raw HTML is shown as text, links lead only to the web or
/// to a mailbox, pictures of other hosts become links, and headings begin below the page's own.
/// </summary>
public static class Markdown
{
    // A browser has six levels, and the first is the page's headline.
    private const int TopLevel = 2, LastLevel = 6;

    // The measure of a text, or what a phone leaves beside its margins.
    private const string Sizes = "(min-width: 42rem) 38rem, calc(100vw - 2rem)";

    // Texts as they were rendered last, by themselves: what a text becomes depends on nothing else. In UTF-16 units; some 16 MB.
    private static readonly MemoryCache Rendered = new(new MemoryCacheOptions { SizeLimit = 8_000_000 });

    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoLinks().UsePreciseSourceLocation().Build();

    /// <summary>Renders a text.</summary>
    /// <param name="text">Markdown; null and empty give nothing.</param>
    /// <param name="tableLabel">What a screen reader calls the frame in which a wide table scrolls, in the page's language.</param>
    /// <param name="sections">Ids for the headings of the text's top level, in their order.</param>
    /// <param name="pictures">The portal's own pictures in it, by hash; one that is not among them leaves its words.</param>
    /// <param name="sentences">Sentences to mark, in their order.</param>
    public static HtmlString ToHtml(
        string? text, string? tableLabel = null, IReadOnlyList<string>? sections = null, IReadOnlyDictionary<string, Picture>? pictures = null,
        IReadOnlyList<MarkedSentence>? sentences = null)
    {
        if (string.IsNullOrWhiteSpace(text))
            return HtmlString.Empty;
        if (sections is not null || sentences is not null || pictures is { Count: > 0 })
            return Render(text, tableLabel, sections, pictures, sentences);
        return Rendered.GetOrCreate((text, tableLabel), entry =>
        {
            var html = Render(text, tableLabel, sections: null, pictures: null, sentences: null);
            entry.Size = text.Length + html.Value!.Length + 100;
            return html;
        })!;
    }

    private static HtmlString Render(
        string text, string? tableLabel, IReadOnlyList<string>? sections, IReadOnlyDictionary<string, Picture>? pictures, IReadOnlyList<MarkedSentence>? sentences)
    {
        try
        {
            if (Parse(text) is { } document)
                return new HtmlString(Written(document, text, tableLabel, sections, pictures, sentences));
        }
        catch (ArgumentException)
        {
            // Marks without a partner nest as deeply as there are of them, and only writing follows all of them.
        }

        return new HtmlString($"<p>{WebUtility.HtmlEncode(text)}</p>");
    }

    private static string Written(
        MarkdownDocument document, string text, string? tableLabel, IReadOnlyList<string>? sections, IReadOnlyDictionary<string, Picture>? pictures,
        IReadOnlyList<MarkedSentence>? sentences)
    {
        ShiftHeadings(document, sections ?? []);
        foreach (var link in document.Descendants<LinkInline>().ToList())
            Tame(link, pictures ?? Pictures.None);
        foreach (var link in document.Descendants<AutolinkInline>().ToList())
            Tame(link);
        foreach (var table in document.Descendants<Table>())
            Align(table);

        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlTableRenderer>(new ScrollingTable(tableLabel));
        if (sentences is not null)
            renderer.ObjectRenderers.ReplaceOrAdd<LiteralInlineRenderer>(new SentenceMarks(text, sentences));
        renderer.Render(document);
        // The corner of a table heads nothing.
        return writer.ToString().Replace("<th></th>", "<td></td>", StringComparison.Ordinal);
    }

    /// <summary>The headings of a text's top level, as plain words.</summary>
    public static IReadOnlyList<string> Headings(string text)
    {
        var headings = Parse(text)?.Descendants<HeadingBlock>().ToList() ?? [];
        return [.. headings.Where(h => h.Level == headings.Min(x => x.Level)).Select(Words)];
    }

    /// <summary>The words of a text without their marks.</summary>
    public static string ToPlainText(string text)
    {
        try
        {
            return MarkdownMarks.AreTooMany(text) ? text : Markdig.Markdown.ToPlainText(text, Pipeline);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    /// <summary>The addresses that a text leads to, each once, in their order; mailboxes and the portal's own pictures are none.</summary>
    public static IReadOnlyList<string> Addresses(string text) =>
        [.. (Parse(text)?.Descendants() ?? []).Select(node => node switch
            {
                LinkInline link when (link.GetDynamicUrl?.Invoke() ?? link.Url) is { } url && !(link.IsImage && !url.Contains(':', StringComparison.Ordinal)) => url,
                AutolinkInline { IsEmail: false } link => link.Url,
                _ => null,
            })
            .OfType<string>().Where(url => url.Length > 0 && !url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.Ordinal)];

    /// <summary>The blocks of a text's top level, in their order.</summary>
    public static IReadOnlyList<MarkdownBlock> Blocks(string text) =>
        Parse(text) is not { } document
            ? [new MarkdownBlock(text, 0)]
            : [.. document.Where(b => !b.Span.IsEmpty).Select(b => new MarkdownBlock(text.Substring(b.Span.Start, b.Span.Length), b.Span.Start))];

    // Null for a text that is nested deeper than Markdig follows, or has more marks than it follows in time.
    private static MarkdownDocument? Parse(string text)
    {
        if (MarkdownMarks.AreTooMany(text))
            return null;
        try
        {
            return Markdig.Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static void ShiftHeadings(MarkdownDocument document, IReadOnlyList<string> ids)
    {
        var headings = document.Descendants<HeadingBlock>().ToList();
        var top = headings.Count == 0 ? TopLevel : headings.Min(h => h.Level);
        var (section, above) = (0, TopLevel - 1);
        foreach (var heading in headings)
        {
            if (heading.Level == top && section < ids.Count)
                heading.GetAttributes().Id = ids[section++];
            // No level is left out on the way down: a screen reader would look for it.
            above = heading.Level = Math.Min(Math.Min(LastLevel, above + 1), heading.Level - top + TopLevel);
        }
    }

    private static void Tame(LinkInline link, IReadOnlyDictionary<string, Picture> pictures)
    {
        var url = link.GetDynamicUrl?.Invoke() ?? link.Url;
        if (link.IsImage && PictureUses.HashesIn(url).FirstOrDefault() is { } hash && pictures.TryGetValue(hash, out var picture) && !url!.Contains(':', StringComparison.Ordinal))
        {
            Show(link, picture);
            return;
        }

        if (Allowed(url) is { } allowed && !(link.IsImage && allowed.Scheme == Uri.UriSchemeMailto))
        {
            if (link.IsImage && link.FirstChild is null)
                link.AppendChild(new LiteralInline(allowed.AbsoluteUri));
            link.IsImage = false;
            Mark(link, allowed);
            return;
        }

        // Its words stay, the link goes.
        while (link.LastChild is { } child)
        {
            child.Remove();
            link.InsertAfter(child);
        }

        link.Remove();
    }

    // With its size, so that nothing moves when it arrives; the words of the text go before those of the picture.
    private static void Show(LinkInline link, Picture picture)
    {
        var attributes = link.GetAttributes();
        link.Url = picture.Url;
        if (picture.SourceSet is { } sources)
        {
            attributes.AddProperty("srcset", sources);
            attributes.AddProperty("sizes", Sizes);
        }

        attributes.AddProperty("width", picture.Width.ToString(CultureInfo.InvariantCulture));
        attributes.AddProperty("height", picture.Height.ToString(CultureInfo.InvariantCulture));
        attributes.AddProperty("loading", "lazy");
        attributes.AddProperty("decoding", "async");
        if (link.FirstChild is null && picture.Alt.Length > 0)
        {
            link.AppendChild(new LiteralInline(picture.Alt));
            attributes.AddProperty("lang", picture.Language);
        }
    }

    private static void Tame(AutolinkInline link)
    {
        if (Allowed(link.IsEmail ? "mailto:" + link.Url : link.Url) is { } allowed)
            Mark(link, allowed);
        else
            link.ReplaceBy(new LiteralInline(link.Url));
    }

    private static void Mark(IMarkdownObject link, Uri url)
    {
        if (url.Scheme != Uri.UriSchemeMailto)
            link.GetAttributes().AddProperty("rel", "external noopener");
    }

    /// <summary>The portal's own pictures in the text, in their order, and whether the text has words in place of each.</summary>
    public static IReadOnlyList<(string Hash, bool HasWords)> PicturesIn(string? text) =>
    [
        .. (Parse(text ?? "")?.Descendants<LinkInline>() ?? []).Where(l => l.IsImage)
            .SelectMany(l => PictureUses.HashesIn(l.Url).Take(1).Select(hash => (hash, l.FirstChild is not null))),
    ];

    /// <summary>Addresses in the text that no reader can follow: neither http, https nor mailto, nor a picture of the portal.</summary>
    public static IReadOnlyList<string> BadLinks(string markdown) =>
        [.. (Parse(markdown)?.Descendants<LinkInline>() ?? [])
            .Where(l => Allowed(l.Url) is null && !(l.IsImage && PictureUses.HashesIn(l.Url).Any())).Select(l => l.Url ?? "").Distinct(StringComparer.Ordinal)];

    private static Uri? Allowed(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeMailto)
            ? uri
            : null;

    private static string Words(HeadingBlock heading) =>
        string.Concat(heading.Inline?.Descendants().Select(i => i switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            LineBreakInline => " ",
            HtmlEntityInline entity => entity.Transcoded.ToString(),
            _ => "",
        }) ?? []);

    // Markdig aligns by style attributes, which the portal's content security policy forbids.
    private static void Align(Table table)
    {
        foreach (var row in table.OfType<TableRow>())
            for (var column = 0; column < row.Count && column < table.ColumnDefinitions.Count; column++)
                if (table.ColumnDefinitions[column].Alignment is { } align and not TableColumnAlign.Left)
                    row[column].GetAttributes().AddProperty("data-align", align == TableColumnAlign.Right ? "end" : "center");
        foreach (var column in table.ColumnDefinitions)
            column.Alignment = null;
    }

    // A table wider than a phone scrolls in a frame of its own, which the keyboard reaches.
    private sealed class ScrollingTable(string? label) : HtmlTableRenderer
    {
        protected override void Write(HtmlRenderer renderer, Table table)
        {
            renderer.Write("<div class=\"scroll\" tabindex=\"0\"");
            if (label is not null)
                renderer.Write(" role=\"region\" aria-label=\"").Write(WebUtility.HtmlEncode(label)).Write("\"");
            renderer.WriteLine(">");
            base.Write(renderer, table);
            renderer.WriteLine("</div>");
        }
    }
}
