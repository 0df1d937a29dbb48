using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ScoPortal.Core.Wire;

namespace ScoPortal.Web.Wires;

/// <summary>The story of a web page, as Markdown, with its headline above it and what the page says of itself; the rest of the page is listed.</summary>
internal static class HtmlText
{
    private const int LinesAboveHeadline = 6, LongestMetaLine = 160, LongestTitle = 300, MostRemoved = 2000;

    // What parts a headline from the name of the site.
    private static readonly Pattern SiteName = Pattern.Exact(@"\s+[|–—-]\s+|\s*[_|｜]\s*");

    public static WireDocument Read(string html)
    {
        var page = HtmlMarkdown.Parse(html);
        var metadata = new PageMetadata(page);
        if (page.Body is not { } body)
            throw new WireRefusedException(WireRefusal.NoStory, "there is no story in it");
        var main = new MainText(body);
        var (headline, title) = Headline(page, main, metadata);
        var lines = PageLines.Of(body, main.Skipped);
        var head = new PageHead(lines, main, headline);

        if (headline is not null && main.Story.Contains(headline))
            main.Skip(headline, PageClutter.Around);
        foreach (var taken in head.Taken)
            main.Skip(taken, PageClutter.Around);
        var markdown = new HtmlMarkdown(metadata.Address, main.Skipped);
        var blocks = markdown.Blocks(main.Story);
        if (metadata.ArticleBody is { } said && said.Length > 2 * blocks.Sum(b => b.Length))
            blocks = [.. said.Split('\n').Select(Escaping.Words).Where(w => w.Length > 0)];
        if (blocks.Count == 0)
            throw new WireRefusedException(WireRefusal.NoStory, "there is no story in it");

        return new WireDocument
        {
            Text = string.Join("\n\n", new[] { title }.OfType<string>().Concat(head.Kept).Concat(head.Lead is { } lead ? [lead] : []).Concat(blocks)),
            IsMarkdown = true,
            Known = metadata.Known(title, markdown.Media) with { Subheadline = head.Lead },
            Removed = [.. Removed(lines, main, headline, head).Take(MostRemoved)],
        };
    }

    private static (IElement? Element, string? Title) Headline(IHtmlDocument page, MainText main, PageMetadata metadata)
    {
        var titles = metadata.Titles.ToList();
        var candidates = page.QuerySelectorAll("h1, [itemprop~=headline], h2, h3, [class*=title i], [id*=title i], [class*=headline i]")
            .Where(e => !IsWithin(e, main.Skipped)).Select(e => (Element: e, Text: PageMetadata.OneLine(e.TextContent)))
            .Where(c => c.Text.Length is > 3 and < LongestTitle && !c.Element.Contains(main.Story)).Take(400).ToList();
        // The page says its headline in a title as well; of several that do, the one that says most of it.
        var said = candidates.Where(c => titles.Exists(t => t.Contains(c.Text, StringComparison.OrdinalIgnoreCase) || Same(t, c.Text)))
            .OrderByDescending(c => c.Text.Length).ThenBy(c => c.Element.LocalName, StringComparer.Ordinal).FirstOrDefault();
        if (said.Element is not null && (said.Text.Length > 12 || said.Element.LocalName == "h1"))
            return (said.Element, said.Text);
        var first = candidates.Where(c => c.Element.LocalName == "h1").OrderByDescending(c => main.Story.Contains(c.Element)).ThenByDescending(c => c.Text.Length).FirstOrDefault();
        if (first.Element is not null)
            return (first.Element, first.Text);
        return titles.FirstOrDefault() is { } title ? (null, SiteName.Split(title).MaxBy(p => p.Length)!.Trim()) : (null, null);
    }

    private static bool Same(string title, string heading) => Letters(title).StartsWith(Letters(heading), StringComparison.Ordinal);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant));

    private static bool IsWithin(IElement element, IReadOnlySet<IElement> skipped)
    {
        for (var at = element; at is not null; at = at.ParentElement)
        {
            if (skipped.Contains(at))
                return true;
        }

        return false;
    }

    private static IEnumerable<WireLeftover> Removed(List<PageLine> lines, MainText main, IElement? headline, PageHead head) =>
        from line in lines
        where (line.Skipped is not null || !main.Story.Contains(line.Block)) && headline?.Contains(line.Block) != true && !head.IsKept(line)
        select new WireLeftover(line.Text, -1, 0, line.Skipped is null ? PageClutter.Around : main.Rules[line.Skipped]);

    /// <summary>What stands between the headline and the first paragraph, and stamps right above the headline.</summary>
    private sealed class PageHead
    {
        private static readonly Pattern
            Dated = Pattern.Exact(@"\b(19|20)[0-9]{2}\s?[-./年]\s?[01]?[0-9]\s?[-./月]\s?[0-3]?[0-9]|\b[0-3]?[0-9][./][01]?[0-9][./](19|20)[0-9]{2}\b|\b[0-3]?[0-9]\.?\s\p{L}{3,9}\.?\s(19|20)[0-9]{2}\b|\b\p{L}{3,9}\.?\s[0-3]?[0-9],\s?(19|20)[0-9]{2}\b"),
            Sourced = Pattern.New(@"(来源|來源|source|источник|quelle)\s*[:：]");

        private readonly HashSet<PageLine> kept = [];

        public PageHead(List<PageLine> lines, MainText main, IElement? headline)
        {
            var at = headline is null ? -1 : lines.FindIndex(l => l.Block == headline || headline.Contains(l.Block) || l.Block.Contains(headline) && l.Text == PageMetadata.OneLine(headline.TextContent));
            var first = lines.FindIndex(Math.Max(at + 1, 0), l => l.Skipped is null && main.Story.Contains(l.Block) && l.Text.Length + (2 * l.Text.Count(c => c is >= '\u4e00' and <= '\u9fff')) > 60);
            first = first < 0 ? Math.Min(lines.Count, at + 12) : first;
            foreach (var line in lines.Take(at < 0 ? 0 : at).TakeLast(LinesAboveHeadline).Where(l => l.Text.Length <= LongestMetaLine && Dated.IsMatch(l.Text)))
                Keep(line);
            foreach (var line in lines.Take(first).Skip(Math.Max(at + 1, first - 20)).Where(l => l.Skipped is null || main.Rules[l.Skipped] is not PageClutter.Hidden))
            {
                var isInStory = line.Skipped is null && main.Story.Contains(line.Block);
                if (line.Text.Length <= LongestMetaLine && (Dated.IsMatch(line.Text) || Sourced.IsMatch(line.Text)))
                    Keep(line);
                else if (!isInStory && at >= 0 && Lead is null && line.Skipped is null && IsLead(line))
                    (Lead, _) = (line.Text, kept.Add(line));
            }

            void Keep(PageLine line)
            {
                if (Kept.Count > 3 || !kept.Add(line))
                    return;
                Kept.Add(line.Text);
                if (main.Story != line.Block && main.Story.Contains(line.Block) && PageMetadata.OneLine(line.Block.TextContent) == line.Text)
                    Taken.Add(line.Block);
                else if (main.Story.Contains(line.Block))
                    Kept.Remove(line.Text);
            }
        }

        /// <summary>Lines with date or source, as they stand.</summary>
        public List<string> Kept { get; } = [];

        /// <summary>A subheadline outside the story.</summary>
        public string? Lead { get; }

        /// <summary>Blocks of the story that are among <see cref="Kept"/>.</summary>
        public List<IElement> Taken { get; } = [];

        public bool IsKept(PageLine line) => kept.Contains(line);

        private static bool IsLead(PageLine line) =>
            line.Text.Length is > 20 and < 600 && (line.Block.LocalName is "h2" or "h3"
                || ((IElement?[])[line.Block, line.Block.ParentElement]).OfType<IElement>().SelectMany(PageClutter.Names).Any(n => n is "lead" or "subtitle" or "subhead" or "subheadline" or "standfirst" or "abstract" or "summary" or "deck" or "dek" or "announce" or "teaser" or "intro"));
    }
}
