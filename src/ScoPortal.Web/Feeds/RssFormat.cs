using System.Globalization;
using System.Xml;

namespace ScoPortal.Web.Feeds;

/// <summary>RSS 2.0, https://www.rssboard.org/rss-specification, with the full text as content:encoded.</summary>
internal static class RssFormat
{
    public const string MediaType = "application/rss+xml";
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    public static void Write(Feed feed, Stream stream)
    {
        using var xml = XmlWriter.Create(stream, XmlText.Settings);
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, AtomFormat.Namespace);
        xml.WriteAttributeString("xmlns", "content", null, Content);
        xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
        xml.WriteStartElement("channel");
        xml.WriteElementString("title", feed.Title);
        xml.WriteElementString("link", feed.Page);
        xml.WriteElementString("description", feed.Description);
        xml.WriteElementString("language", feed.Language);
        xml.WriteElementString("lastBuildDate", Instant(feed.Updated));
        AtomFormat.Link(xml, "self", MediaType, feed.Language, feed.Self);
        foreach (var version in feed.Versions)
            AtomFormat.Link(xml, "alternate", MediaType, version.Language, version.Url);
        xml.WriteElementString("generator", "ScoPortal");
        foreach (var entry in feed.Entries)
            Write(entry, xml);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Write(FeedEntry entry, XmlWriter xml)
    {
        xml.WriteStartElement("item");
        xml.WriteElementString("title", entry.Title);
        xml.WriteElementString("link", entry.Url);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "true");
        xml.WriteString(entry.Id);
        xml.WriteEndElement();
        xml.WriteElementString("pubDate", Instant(entry.Published));
        // RSS has no date for changes and no author without a mail address.
        xml.WriteElementString("updated", AtomFormat.Namespace, entry.Updated.ToIsoSecond());
        xml.WriteElementString("creator", DublinCore, entry.Author);
        foreach (var version in entry.Versions)
            AtomFormat.Link(xml, "alternate", "text/html", version.Language, version.Url);
        foreach (var category in entry.Categories)
        {
            xml.WriteStartElement("category");
            xml.WriteAttributeString("domain", category.Scheme);
            xml.WriteString(category.Name);
            xml.WriteEndElement();
        }

        if (entry.Picture is { } picture)
        {
            xml.WriteStartElement("enclosure");
            xml.WriteAttributeString("url", picture.Url);
            xml.WriteAttributeString("length", picture.Length.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("type", picture.ContentType);
            xml.WriteEndElement();
        }

        if (entry.Summary is not null)
            xml.WriteElementString("description", entry.Summary);
        xml.WriteElementString("encoded", Content, entry.Html);
        xml.WriteEndElement();
    }

    // RFC 822 with a year of four digits.
    private static string Instant(DateTimeOffset instant) => instant.ToString("r", CultureInfo.InvariantCulture);
}
