using System.Xml;

namespace ScoPortal.Core.Translation.Exchange;

/// <summary>Reads XLIFF of any version from 1.0 to 2.1, as the portal or another tool wrote it.</summary>
public static class Xliff
{
    /// <summary>Most bytes of a file: 16 million, hundreds of releases.</summary>
    public const long Longest = 16_000_000;

    /// <summary>Reads a file whole, or not at all: what is not well-formed is refused.</summary>
    /// <param name="stream">The file, one whose length is known.</param>
    public static FileReading Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (stream.Length > Longest)
            return new([], ExchangeFault.TooLarge);
        var files = new List<TranslationFile>();
        using var xml = ExchangeXml.Open(stream, Longest, DtdProcessing.Prohibit);
        try
        {
            xml.MoveToContent();
            var version = xml.GetAttribute("version") ?? "";
            if (xml.LocalName != "xliff" || !(version.StartsWith("1.", StringComparison.Ordinal) || version is "2.0" or "2.1"))
                return new([], ExchangeFault.NotKnown);

            var (from, to) = (xml.GetAttribute("srcLang") ?? "", xml.GetAttribute("trgLang") ?? "");
            while (xml.Read())
            {
                if (xml is not { NodeType: XmlNodeType.Element, LocalName: "file" })
                    continue;
                var file = ExchangeXml.Element(xml);
                files.Add(version[0] == '1' ? Xliff12.Read(file) : Xliff21.Read(file, from, to));
            }
        }
        catch (InvalidDataException)
        {
            return new([], ExchangeFault.TooLarge);
        }
        catch (XmlException bad)
        {
            return new([], ExchangeFault.NotXml, bad.LineNumber);
        }

        return files.Sum(f => f.Units.Count) == 0 ? new([], ExchangeFault.Nothing) : new(files);
    }
}
