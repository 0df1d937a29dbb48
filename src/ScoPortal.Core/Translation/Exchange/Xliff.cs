using System.Xml;
using ScoPortal.Core.Text;

namespace ScoPortal.Core.Translation.Exchange;

/// <summary>Reads XLIFF of any version from 1.0 to 2.1, as the portal or another tool wrote it.</summary>
public static class Xliff
{
    /// <summary>Most bytes of a file: 16 million, hundreds of releases.</summary>
    public const long Longest = 16_000_000;

    /// <summary>Most releases of a file.</summary>
    public const int Most = 1_000;

    /// <summary>Reads a file whole, or not at all: what is not well-formed, has too many releases, or one of them twice, is refused.</summary>
    /// <param name="stream">The file, one whose length is known.</param>
    public static FileReading Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (stream.Length > Longest)
            return new([], ExchangeFault.TooLarge);
        var (files, releases) = (new List<TranslationFile>(), new HashSet<int>());
        using var intake = ExchangeXml.Open(stream, Longest, DtdProcessing.Prohibit, ExchangeXml.File);
        try
        {
            var xml = intake.Reader;
            intake.ReadToRoot();
            var version = xml.GetAttribute("version") ?? "";
            if (xml.LocalName != "xliff" || !(version.StartsWith("1.", StringComparison.Ordinal) || version is "2.0" or "2.1"))
                return new([], ExchangeFault.NotKnown);

            var (from, to) = (xml.GetAttribute("srcLang") ?? "", xml.GetAttribute("trgLang") ?? "");
            while (intake.Read())
            {
                if (xml is not { NodeType: XmlNodeType.Element, LocalName: "file" })
                    continue;
                if (files.Count == Most)
                    return new([], ExchangeFault.TooLarge);
                var element = intake.Element();
                var file = version[0] == '1' ? Xliff12.Read(element) : Xliff21.Read(element, from, to);
                if (file.Release > 0 && !releases.Add(file.Release))
                    return new([], ExchangeFault.ReleaseTwice);
                files.Add(file);
            }
        }
        catch (XmlBoundsException)
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
