using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ScoPortal.Web.Wires;

/// <summary>Turns HTML into blocks of Markdown: headings below the first level, paragraphs, lists, tables, quotations; links and emphasis in them.</summary>
/// <param name="page">Address of the page, for links that lack their beginning; without it they keep their words alone.</param>
/// <param name="skipped">Elements that are left out with all they hold.</param>
internal sealed class HtmlMarkdown(Uri? page, IReadOnlySet<IElement>? skipped = null)
{
    // A dateline is read from the words at the beginning: marks and links would stand between them.
    private const int PlainBeginning = 160;

    // A long paragraph or three short ones: the dateline has been by then.
    private const int EnoughProse = 3;

    private readonly List<string> blocks = [];
    private readonly StringBuilder line = new();
    private bool isMarked;
    private int prose;

    /// <summary>Addresses of pictures and films that were met.</summary>
    public List<string> Media { get; } = [];

    /// <summary>Parses a page or a part of one. No script runs and nothing is fetched.</summary>
    /// <exception cref="WireRefusedException">It nests without end, or becomes too large.</exception>
    public static IHtmlDocument Parse(string html) => HtmlBounds.Parse(html);

    /// <summary>The blocks of a piece of HTML, such as the content of a feed item.</summary>
    public static (IReadOnlyList<string> Blocks, IReadOnlyList<string> Media) Of(string html, Uri? page)
    {
        var (markdown, document) = (new HtmlMarkdown(page), Parse(html));
        return (document.Body is { } body ? markdown.Blocks(body) : [], markdown.Media);
    }

    /// <summary>The blocks of an element.</summary>
    public IReadOnlyList<string> Blocks(IElement root)
    {
        Children(root);
        Close();
        return blocks;
    }

    /// <summary>True for an element that begins a line of its own.</summary>
    public static bool IsBlock(IElement element) => element.LocalName is "address" or "article" or "aside" or "blockquote" or "body" or "caption" or "center" or "dd" or "details"
        or "div" or "dl" or "dt" or "fieldset" or "figcaption" or "figure" or "footer" or "form" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "header" or "hgroup" or "hr"
        or "html" or "li" or "main" or "nav" or "ol" or "p" or "pre" or "section" or "summary" or "table" or "tbody" or "td" or "tfoot" or "th" or "thead" or "tr" or "ul";

    /// <summary>True for an element that shows no words of the page.</summary>
    public static bool IsSilent(IElement element) => element.LocalName is "script" or "style" or "template" or "iframe" or "object" or "embed" or "svg" or "canvas"
        or "select" or "input" or "audio" or "map" or "link" or "meta" or "head" or "title" or "annotation" or "annotation-xml";

    private void Children(INode parent)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text)
                Escaping.Append(line, text.Data);
            else if (node is IElement element)
                Element(element);
        }
    }

    private void Element(IElement element)
    {
        if (IsSilent(element) || skipped?.Contains(element) == true)
            return;
        switch (element.LocalName)
        {
            case "br" or "hr":
                Close();
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Close();
                Children(element);
                Close(new string('#', Math.Max(2, element.LocalName[1] - '0')) + ' ');
                break;
            case "ul" or "ol" or "menu":
                Close();
                Add(string.Join('\n', Items(element)));
                break;
            case "table" when HtmlTable.IsData(element):
                Close();
                Add(HtmlTable.Markdown(element, Inner));
                break;
            case "blockquote":
                Close();
                var quotation = new HtmlMarkdown(page, skipped) { prose = prose };
                foreach (var quoted in quotation.Blocks(element))
                    Add("> " + quoted.Replace("\n", "\n> ", StringComparison.Ordinal));
                Media.AddRange(quotation.Media);
                break;
            case "pre":
                Close();
                Wrapped(element.TextContent);
                break;
            case "img" or "video" or "source":
                Keep(element.GetAttribute("src") ?? element.GetAttribute("data-src"));
                break;
            case "a":
                Link(element);
                break;
            case "b" or "strong":
                Emphasis(element, "**");
                break;
            case "i" or "em":
                Emphasis(element, "*");
                break;
            default:
                var isBlock = IsBlock(element);
                if (isBlock)
                    Close();
                Children(element);
                if (isBlock)
                    Close();
                break;
        }
    }

    private void Link(IElement link)
    {
        var at = line.Length;
        if (IsPlain || HasBlocks(link))
        {
            Children(link);
            return;
        }

        var words = Inner(link);
        var target = Target(link.GetAttribute("href"));
        line.Append(link.TextContent is [var first, ..] && char.IsWhiteSpace(first) && at > 0 && line[^1] != ' ' ? " " : "");
        if (words.Length == 0 || target is null)
            line.Append(words);
        else if (IsAddress(link.TextContent.Trim(), target))
            line.Append(link.TextContent.Trim());
        else
            line.Append('[').Append(Escaping.Label(words)).Append("](").Append(target).Append(')');
        if (link.TextContent is [.., var last] && char.IsWhiteSpace(last))
            Escaping.Append(line, " ");
    }

    /// <summary>A web address or a mailbox as Markdown can hold it; null for what leads nowhere outside the page.</summary>
    private string? Target(string? href)
    {
        var trimmed = href?.Trim() ?? "";
        if (trimmed.Length is 0 or > 1900 || trimmed[0] == '#' || !Uri.TryCreate(trimmed, UriKind.RelativeOrAbsolute, out var uri))
            return null;
        // On Unix a path alone counts as the address of a file.
        if ((!uri.IsAbsoluteUri || trimmed[0] == '/') && (page is null || !Uri.TryCreate(page, trimmed, out uri)))
            return null;
        return uri.Scheme is "http" or "https" or "mailto"
            ? uri.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal).Replace("\\", "%5C", StringComparison.Ordinal)
            : null;
    }

    private static bool IsAddress(string words, string target) =>
        Bare(words) is { Length: > 3 } bare && bare.Contains('.', StringComparison.Ordinal) && string.Equals(bare, Bare(target), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string address) => address[(address.IndexOf("://", StringComparison.Ordinal) is > 0 and var at ? at + 3 : 0)..].Replace("mailto:", "", StringComparison.Ordinal).TrimEnd('/');

    private void Emphasis(IElement element, string mark)
    {
        if (isMarked || IsPlain || HasBlocks(element))
        {
            Children(element);
            return;
        }

        isMarked = true;
        var words = Inner(element);
        isMarked = false;
        // Beside a sign or a space a mark would not open or close.
        var (from, to) = (0, words.Length);
        while (from < to && !char.IsLetterOrDigit(words[from]) && words[from] is not '[' and not '\\')
            from++;
        while (to > from && !char.IsLetterOrDigit(words[to - 1]) && words[to - 1] is not ')')
            to--;
        if (element.TextContent is [var first, ..] && char.IsWhiteSpace(first))
            Escaping.Append(line, " ");
        if (to - from < 2 || (line.Length > 0 && line[^1] == '*') || words[from] is '\\' or '[')
            line.Append(words);
        else
            line.Append(words, 0, from).Append(mark).Append(words, from, to - from).Append(mark).Append(words, to, words.Length - to);
        if (element.TextContent is [.., var last] && char.IsWhiteSpace(last))
            Escaping.Append(line, " ");
    }

    /// <summary>The inside of an element on one line.</summary>
    private string Inner(IElement element)
    {
        var inner = new HtmlMarkdown(page, skipped) { isMarked = isMarked, prose = EnoughProse };
        inner.Children(element);
        inner.Close();
        Media.AddRange(inner.Media);
        return string.Join(' ', inner.blocks).Replace('\n', ' ');
    }

    private IEnumerable<string> Items(IElement list)
    {
        var number = list is IHtmlOrderedListElement ordered ? Math.Clamp(ordered.Start, 0, 99_999) : 0;
        foreach (var item in list.Children.Where(i => skipped?.Contains(i) != true && !IsSilent(i)))
        {
            // A list in a list without an item around it is common and means the item before.
            if (item.LocalName is "ul" or "ol")
            {
                foreach (var deeper in Items(item))
                    yield return "  " + deeper;
                continue;
            }

            var marker = list.LocalName == "ol" ? $"{number++}. " : "- ";
            var inner = new HtmlMarkdown(page, skipped) { prose = prose };
            var parts = inner.Blocks(item);
            Media.AddRange(inner.Media);
            var isList = parts.Select(p => p.Contains('\n', StringComparison.Ordinal) || p.StartsWith("- ", StringComparison.Ordinal)).ToList();
            var words = string.Join(' ', parts.Where((_, i) => !isList[i])).TrimStart('#', ' ');
            if (words.Length > 0)
                yield return marker + words;
            foreach (var deeper in parts.Where((_, i) => isList[i]).SelectMany(p => p.Split('\n')))
                yield return (words.Length > 0 ? new string(' ', marker.Length) : "") + deeper;
        }
    }

    // Lines that a hard wrap parted are one paragraph up to the next blank line.
    private void Wrapped(string text)
    {
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split("\n\n"))
        {
            Escaping.Append(line, paragraph);
            Close();
        }
    }

    private void Keep(string? source)
    {
        if (Target(source) is { } address && Media.Count < 50)
            Media.Add(address);
    }

    private void Close(string before = "")
    {
        var words = line.ToString().Trim();
        line.Clear();
        if (words.Length == 0)
            return;
        prose += before.Length > 0 || words.Length <= 40 ? 0 : words.Length > PlainBeginning ? EnoughProse : 1;
        blocks.Add(before.Length > 0 ? before + words : Escaping.Line(words));
    }

    private void Add(string block)
    {
        if (block.Length > 0)
            blocks.Add(block);
    }

    private bool IsPlain => prose < EnoughProse && line.Length < PlainBeginning;

    private static bool HasBlocks(IElement element) => element.Children.Any(c => c.LocalName == "br" || IsBlock(c) || HasBlocks(c));
}
