using System.Xml.Linq;
using ScoPortal.Core.Wire;

namespace ScoPortal.Web.Wires;

/// <summary>
/// NewsML-G2 of the IPTC (newsItem, alone or in a newsMessage), with XHTML, NITF or plain text inside; NITF alone; and NewsML 1.2.
/// Items of pictures and films give their addresses to the texts that they come with.
/// </summary>
internal static class NewsMlText
{
    private static readonly string[] NitfHeads = ["hedline", "byline", "dateline", "distributor", "media", "body.end", "head", "title", "style", "script"];

    public static bool Knows(string root) => root is "newsItem" or "newsMessage" or "packageItem" or "NewsML" or "nitf";

    /// <summary>Its texts, each with the XML it was read from, or the reason why one is none.</summary>
    public static IEnumerable<(WireDocument? Document, string Source, WireRefusedException? Refused)> Read(string xml)
    {
        var root = XmlText.Document(xml);
        var items = root.DescendantsAndSelf().Where(e => e.Name.LocalName is "newsItem" or "NewsItem").ToList();
        if (root.Name.LocalName == "nitf")
            items.Add(root);
        var texts = items.Where(i => Body(i) is not null).ToList();
        if (texts.Count == 0)
            throw new WireRefusedException(WireRefusal.NoStory, "there is no story in it");
        var media = items.Except(texts).SelectMany(Remote).ToList();
        foreach (var item in texts)
        {
            (WireDocument?, string, WireRefusedException?) read;
            try
            {
                read = (item.Name.LocalName switch { "newsItem" => G2(item, media), "NewsItem" => Old(item, media), _ => Nitf(item) }, item.Source(), null);
            }
            catch (WireRefusedException refused)
            {
                read = (null, item.Source(), refused);
            }

            yield return read;
        }
    }

    private static WireDocument G2(XElement item, IReadOnlyList<string> media)
    {
        var (meta, content, rights) = (item.Child("itemMeta"), item.Child("contentMeta"), item.Child("rightsInfo"));
        var headlines = content?.Elements().Where(e => e.Name.LocalName == "headline").ToList() ?? [];
        var main = headlines.Find(h => Role(h) is null or "main") ?? headlines.FirstOrDefault();
        var located = content.Child("located");
        var known = new WireKnown
        {
            Rule = "newsml-g2",
            Headline = main.Words(),
            Subheadline = headlines.Find(h => Role(h)?.StartsWith("sub", StringComparison.OrdinalIgnoreCase) == true).Words(),
            Language = Tag.Of(content.Child("language").Attr("tag") ?? content.Attr("lang") ?? item.Attr("lang")),
            Place = Name(located),
            Country = Country(located),
            PostedAt = Stamp.Read((meta.Child("versionCreated") ?? meta.Child("firstCreated") ?? content.Child("contentModified") ?? content.Child("contentCreated")).Words()),
            Issuer = Name(content.Child("infoSource")) ?? Name(content.Child("creator")),
            Distributor = Name(meta.Child("provider")) ?? meta.Child("provider").Attr("literal"),
            Rights = Join(rights.Child("copyrightNotice").Words() ?? (Name(rights.Child("copyrightHolder")) is { } holder ? "© " + holder : null), rights.Child("usageTerms").Words()),
            Wires = content.Child("creditline").Words() is { } credit ? [.. credit.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)] : [],
            ExternalIds = [.. Ids(("guid", item.Attr("guid"))), .. content?.Elements().Where(e => e.Name.LocalName == "altId").Select(a => ("altId", a.Value.Trim())).Where(a => a.Item2.Length is > 0 and <= 300) ?? []],
            MediaLinks = [.. Remote(item).Concat(media).Distinct(StringComparer.Ordinal).Take(50)],
        };
        return WithBody(item, known, content.Child("dateline").Words());
    }

    private static WireDocument Old(XElement item, IReadOnlyList<string> media)
    {
        var component = Body(item)!.Ancestors().FirstOrDefault(a => a.Name.LocalName == "NewsComponent" && a.Child("NewsLines") is not null) ?? item.First("NewsComponent");
        var lines = component.Child("NewsLines") ?? item.First("NewsLines");
        var known = new WireKnown
        {
            Rule = "newsml",
            Headline = lines.Child("HeadLine").Words(),
            Subheadline = lines.Child("SubHeadLine").Words(),
            Language = Tag.Of(item.First("Language").Attr("FormalName") ?? item.Attr("lang")),
            PostedAt = Stamp.Read((item.First("ThisRevisionCreated") ?? item.First("FirstCreated")).Words()),
            Distributor = item.First("Provider").First("Party").Attr("FormalName"),
            Rights = Join(lines.Child("CopyrightLine").Words(), lines.Child("RightsLine").Words()),
            Wires = lines.Child("CreditLine").Words() is { } credit ? [credit] : [],
            ExternalIds = Ids(("guid", item.First("PublicIdentifier").Words())),
            MediaLinks = [.. Remote(item).Concat(media).Distinct(StringComparer.Ordinal).Take(50)],
        };
        return WithBody(item, known, lines.Child("DateLine").Words());
    }

    private static WireDocument Nitf(XElement nitf) => WithBody(
        nitf,
        new WireKnown
        {
            Rule = "nitf",
            Language = Tag.Of(nitf.Attr("lang")),
            PostedAt = Stamp.Read((nitf.First("date.release") ?? nitf.First("date.issue")).Attr("norm")),
            Rights = nitf.First("doc.copyright") is { } c ? Join(Join(c.Attr("year"), c.Attr("holder")), null) : null,
            ExternalIds = Ids(("guid", nitf.First("doc-id").Attr("id-string"))),
        },
        dateline: null);

    private static WireDocument WithBody(XElement item, WireKnown known, string? dateline)
    {
        var body = Body(item)!;
        var nitf = body.Name.LocalName == "nitf" ? body : body.First("nitf");
        var isPlain = !body.HasElements;
        var blocks = isPlain ? Composed.HtmlOrPlain(body.Value, null).Blocks : HtmlMarkdown.Of((body.First("body.content") ?? body.First("body") ?? body).Html(Rename), null).Blocks;
        return Composed.Of(
            known with
            {
                Headline = known.Headline ?? nitf.First("hl1").Words() ?? nitf.First("hedline").Words() ?? body.First("title").Words(),
                Subheadline = known.Subheadline ?? nitf.First("hedline").First("hl2").Words(),
            },
            dateline ?? nitf.First("dateline").Words(),
            blocks);
    }

    /// <summary>The element with the words of an item.</summary>
    private static XElement? Body(XElement item) => item.Name.LocalName == "nitf" ? item : item.Descendants()
        .Where(e => e.Name.LocalName is "inlineXML" or "inlineData" or "DataContent" && e.Attr("encoding") is null && !string.IsNullOrWhiteSpace(e.Value))
        .MaxBy(e => e.Value.Length);

    private static string? Rename(XElement element) => element.Name.LocalName switch
    {
        var name when NitfHeads.Contains(name) => null,
        "block" or "body.content" or "body" or "html" or "nitf" => "div",
        "hl1" or "hl2" => "h2",
        "tagline" or "note" => "p",
        var name => name,
    };

    private static IEnumerable<string> Remote(XElement item) => item.Descendants().Where(e => e.Name.LocalName is "remoteContent" or "ContentItem")
        .Select(e => e.Attr("href") ?? e.Attr("Href")).OfType<string>().Where(h => h.StartsWith("http", StringComparison.OrdinalIgnoreCase) && h.Length < 1900);

    private static string? Role(XElement headline) => headline.Attr("role") is { } role ? role[(role.IndexOf(':', StringComparison.Ordinal) + 1)..] : null;

    private static string? Name(XElement? party) => party.Child("name").Words() ?? party.Attr("literal");

    private static string? Country(XElement? located) => located?.DescendantsAndSelf().Select(e => e.Attr("qcode")).OfType<string>()
        .Where(q => q.StartsWith("iso3166", StringComparison.OrdinalIgnoreCase)).Select(q => q[(q.IndexOf(':', StringComparison.Ordinal) + 1)..].ToUpperInvariant()).FirstOrDefault(c => c.Length == 2 && c.All(char.IsAsciiLetterUpper));

    private static string? Join(string? first, string? second) => string.Join(' ', new[] { first, second }.OfType<string>()) is { Length: > 0 } joined ? joined : null;

    private static IReadOnlyList<(string Scheme, string Value)> Ids((string Scheme, string? Value) id) => id.Value is { Length: <= 300 } value ? [(id.Scheme, value)] : [];
}
