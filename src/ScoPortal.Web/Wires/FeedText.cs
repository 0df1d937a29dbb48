using System.Xml;
using System.Xml.Linq;
using ScoPortal.Core.Text;
using ScoPortal.Core.Wire;

namespace ScoPortal.Web.Wires;

/// <summary>
/// Feeds: RSS 2.0 (and 0.9x), RSS 1.0 (RDF) and Atom (RFC 4287), read item by item. An item that is damaged is refused, and
/// reading goes on with the next one that begins in the text behind it.
/// </summary>
internal static class FeedText
{
    private const int MostRepairs = 100;

    private static readonly string[] Starts = ["<item>", "<item ", "<entry>", "<entry "];

    /// <summary>The items: a document and the XML it was read from, or the reason why one is none.</summary>
    public static IEnumerable<(WireDocument? Document, string Source, WireRefusedException? Refused)> Read(string original)
    {
        var letters = new NamedLetters(original);
        var xml = letters.Text;
        var feed = new FeedChannel();
        var (at, repairs) = (0, 0);
        XmlParserContext? context = null;
        while (at >= 0)
        {
            var rest = at == 0 ? xml : xml[at..];
            XmlException? broken = null;
            WireRefusedException? unsafely = null;
            using (var reader = XmlText.Open(rest, context))
            {
                while (true)
                {
                    XElement? item = null;
                    try
                    {
                        item = feed.Next(reader);
                        context ??= feed.Context;
                    }
                    catch (XmlException bad)
                    {
                        broken = bad;
                    }
                    catch (XmlBoundsException bad)
                    {
                        unsafely = XmlText.Unsafe(bad);
                    }

                    if (item is null)
                        break;
                    yield return Item(feed, item, Source(letters, at, feed) ?? item.Source());
                }
            }

            // What is behind it would cost as much again.
            if (unsafely is not null)
            {
                yield return (null, "", unsafely);
                yield break;
            }

            // Behind the last item a foreign end tag ends a piece that was cut off the feed.
            at = broken is null || ++repairs > MostRepairs ? -1 : NextItem(xml, Math.Min(xml.Length, letters.Place(at, broken.LineNumber, broken.LinePosition) + 1));
            if (broken is not null && (at >= 0 || context is null || !feed.IsBetween))
                yield return (null, "", XmlText.Damaged(broken));
            context ??= feed.Context ?? new XmlParserContext(null, new XmlNamespaceManager(new NameTable()), null, XmlSpace.Default);
        }
    }

    /// <summary>The item as it stands in the feed; null where its place is not known for sure.</summary>
    private static string? Source(NamedLetters letters, int from, FeedChannel feed)
    {
        var ((line, column), (lastLine, lastColumn)) = feed.Place;
        var first = letters.Place(from, line, column) - 1;
        var last = letters.Text.IndexOf('>', letters.Place(from, lastLine, lastColumn));
        return first >= from && last > first && letters.Text[first] == '<' ? letters.Original(first, last + 1) : null;
    }

    private static (WireDocument?, string, WireRefusedException?) Item(FeedChannel feed, XElement item, string source)
    {
        try
        {
            return (Document(feed, item), source, null);
        }
        catch (WireRefusedException refused)
        {
            return (null, source, refused);
        }
    }

    private static WireDocument Document(FeedChannel feed, XElement item)
    {
        var link = Link(item);
        var page = Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;
        var content = item.Elements().FirstOrDefault(e => e.Name.LocalName == "encoded") ?? item.Child("content") ?? item.Child("description") ?? item.Child("summary");
        var (blocks, pictures) = content is null ? ([], []) : content.Attr("type") == "xhtml"
            ? HtmlMarkdown.Of(content.Html(e => e.Name.LocalName), page)
            : Composed.HtmlOrPlain(content.Value, page);
        var teaser = item.Child("description") ?? item.Child("summary");
        var headline = Title(item.Child("title"));
        return Composed.Of(
            new WireKnown
            {
                Rule = feed.IsAtom ? "atom" : "rss",
                Headline = headline,
                Language = Tag.Of(item.Attr("lang") ?? item.Child("language").Words() ?? content.Attr("lang") ?? feed.Language),
                PostedAt = Stamp.Read((item.Child("pubDate") ?? item.Child("published") ?? item.Child("date") ?? item.Child("issued") ?? item.Child("updated")).Words()),
                Issuer = Author(item),
                Distributor = feed.Title,
                Rights = item.Child("rights").Words() ?? item.Child("copyright").Words() ?? feed.Rights,
                ExternalIds = [.. ((string Scheme, string? Value)[])[("guid", (item.Child("guid") ?? item.Child("id")).Words()), ("url", page?.AbsoluteUri)]
                    is var ids ? ids.Where(i => i.Value is { Length: <= 300 }).DistinctBy(i => i.Value, StringComparer.Ordinal).Select(i => (i.Scheme, i.Value!)) : []],
                MediaLinks = [.. Media(item).Concat(pictures).Distinct(StringComparer.Ordinal).Take(50)],
            },
            dateline: null,
            blocks,
            teaser is not null && teaser != content && Composed.HtmlOrPlain(teaser.Value, page).Blocks is { Count: > 0 } words && !blocks.Contains(words[0])
                ? words.Take(20).Select(w => new WireLeftover(w, -1, 0, "feed-summary")) : []);
    }

    private static string? Title(XElement? title) => title is null ? null : Composed.OneLine(HtmlMarkdown.Parse(title.Attr("type") == "xhtml" ? title.Html(e => e.Name.LocalName) : System.Net.WebUtility.HtmlEncode(System.Net.WebUtility.HtmlDecode(title.Value))).Body?.TextContent);

    private static string? Author(XElement item) =>
        item.Child("creator").Words() ?? item.Child("author").Child("name").Words() ?? (item.Child("author").Words() is { } author && !author.Contains('@', StringComparison.Ordinal) ? author : null);

    private static string? Link(XElement item) => item.Elements().Where(e => e.Name.LocalName == "link")
        .OrderBy(l => l.Attr("rel") is null or "alternate" ? 0 : 1).Select(l => l.Attr("href") ?? l.Words()).FirstOrDefault(l => l is not null)
        ?? (item.Child("guid") is { } guid && guid.Attr("isPermaLink") != "false" ? guid.Words() : null);

    private static IEnumerable<string> Media(XElement item) => item.Descendants()
        .Where(e => e.Name.LocalName is "enclosure" or "thumbnail" || (e.Name.LocalName == "content" && e.Name.NamespaceName.Contains("mrss", StringComparison.Ordinal)) || (e.Name.LocalName == "link" && e.Attr("rel") == "enclosure"))
        .Select(e => e.Attr("url") ?? e.Attr("href")).OfType<string>().Where(u => u.StartsWith("http", StringComparison.OrdinalIgnoreCase) && u.Length < 1900);

    private static int NextItem(string xml, int from)
    {
        var next = -1;
        foreach (var start in Starts)
        {
            if (from < xml.Length && xml.IndexOf(start, from, StringComparison.Ordinal) is >= 0 and var found && (next < 0 || found < next))
                next = found;
        }

        return next;
    }
}
