using System.Globalization;
using System.Xml;

namespace ScoPortal.Web.Feeds;

/// <summary>Atom, RFC 4287.</summary>
internal static class AtomFormat
{
    public const string Namespace = "http://www.w3.org/2005/Atom";
    public const string MediaType = "application/atom+xml";

    public static void Write(Feed feed, Stream stream)
    {
        using var xml = XmlWriter.Create(stream, XmlText.Settings);
        xml.WriteStartElement("feed", Namespace);
        xml.WriteAttributeString("xml", "lang", null, feed.Language);
        xml.WriteElementString("id", Namespace, feed.Self);
        xml.WriteElementString("title", Namespace, feed.Title);
        xml.WriteElementString("subtitle", Namespace, feed.Description);
        xml.WriteElementString("updated", Namespace, feed.Updated.ToIsoSecond());
        Author(xml, "ScoPortal", feed.Home);
        Link(xml, "self", MediaType, feed.Language, feed.Self);
        Link(xml, "alternate", "text/html", feed.Language, feed.Page);
        foreach (var version in feed.Versions)
            Link(xml, "alternate", MediaType, version.Language, version.Url);
        xml.WriteElementString("generator", Namespace, "ScoPortal");
        foreach (var entry in feed.Entries)
            Write(entry, feed.Language, xml);
        xml.WriteEndElement();
    }

    /// <summary>A link element, as other formats borrow it.</summary>
    public static void Link(XmlWriter xml, string relation, string mediaType, string language, string url)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", mediaType);
        xml.WriteAttributeString("hreflang", language);
        xml.WriteAttributeString("href", url);
        xml.WriteEndElement();
    }

    private static void Write(FeedEntry entry, string language, XmlWriter xml)
    {
        xml.WriteStartElement("entry", Namespace);
        xml.WriteElementString("id", Namespace, entry.Id);
        xml.WriteElementString("title", Namespace, entry.Title);
        xml.WriteElementString("published", Namespace, entry.Published.ToIsoSecond());
        xml.WriteElementString("updated", Namespace, entry.Updated.ToIsoSecond());
        Author(xml, entry.Author, url: null);
        Link(xml, "alternate", "text/html", language, entry.Url);
        foreach (var version in entry.Versions)
            Link(xml, "alternate", "text/html", version.Language, version.Url);
        if (entry.Picture is { } picture)
        {
            xml.WriteStartElement("link", Namespace);
            xml.WriteAttributeString("rel", "enclosure");
            xml.WriteAttributeString("type", picture.ContentType);
            xml.WriteAttributeString("length", picture.Length.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("href", picture.Url);
            xml.WriteEndElement();
        }

        foreach (var category in entry.Categories)
        {
            xml.WriteStartElement("category", Namespace);
            xml.WriteAttributeString("term", category.Key);
            xml.WriteAttributeString("scheme", category.Scheme);
            xml.WriteAttributeString("label", category.Name);
            xml.WriteEndElement();
        }

        Text(xml, "summary", "text", entry.Summary);
        Text(xml, "content", "html", entry.Html);
        xml.WriteEndElement();
    }

    private static void Author(XmlWriter xml, string name, string? url)
    {
        xml.WriteStartElement("author", Namespace);
        xml.WriteElementString("name", Namespace, name);
        if (url is not null)
            xml.WriteElementString("uri", Namespace, url);
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string type, string? text)
    {
        if (text is null)
            return;
        xml.WriteStartElement(name, Namespace);
        xml.WriteAttributeString("type", type);
        xml.WriteString(text);
        xml.WriteEndElement();
    }
}
