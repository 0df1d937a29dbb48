using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ScoPortal.Core.Wire;

namespace ScoPortal.Web.Wires;

/// <summary>
/// Word files (.docx, .docm): headings, lists, links, tables and emphasis as Markdown. What a change-tracking author has
/// deleted stays deleted, macros and embedded objects are not looked at, nothing outside the file is opened.
/// </summary>
internal sealed class WordText
{
    private const int DeepestBlock = 50;

    private readonly MainDocumentPart main;
    private readonly Dictionary<string, Style> styles;
    private readonly Dictionary<string, Uri> links;
    private readonly Dictionary<int, int> lists;
    private readonly Dictionary<(int Abstract, int Level), NumberFormatValues?> formats;
    private readonly List<string> blocks = [];
    private readonly List<int> counts = [];
    private readonly StringBuilder list = new();
    private bool isTitled, hasProse;

    private WordText(MainDocumentPart main)
    {
        this.main = main;
        styles = (main.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? []).Where(s => s.StyleId?.Value is not null).DistinctBy(s => s.StyleId!.Value).ToDictionary(s => s.StyleId!.Value!, StringComparer.Ordinal);
        links = main.HyperlinkRelationships.DistinctBy(r => r.Id, StringComparer.Ordinal).ToDictionary(r => r.Id, r => r.Uri, StringComparer.Ordinal);
        var numbering = main.NumberingDefinitionsPart?.Numbering;
        lists = (numbering?.Elements<NumberingInstance>() ?? []).DistinctBy(n => n.NumberID?.Value).ToDictionary(n => n.NumberID?.Value ?? -1, n => n.AbstractNumId?.Val?.Value ?? -1);
        formats = (numbering?.Elements<AbstractNum>() ?? []).DistinctBy(a => a.AbstractNumberId?.Value).SelectMany(a => a.Elements<Level>().Select(l => (Key: (a.AbstractNumberId?.Value ?? -1, l.LevelIndex?.Value ?? -1), l.NumberingFormat?.Val)))
            .DistinctBy(f => f.Key).ToDictionary(f => f.Key, f => f.Val?.Value);
    }

    public static WireDocument Read(byte[] bytes)
    {
        try
        {
            WordGuard.Check(bytes);
            using var stream = new MemoryStream(bytes, writable: false);
            using var file = WordprocessingDocument.Open(stream, isEditable: false, new OpenSettings { AutoSave = false });
            if (file.MainDocumentPart is not { Document.Body: { } body } part)
                throw new WireRefusedException(WireRefusal.Damaged, "it is a ZIP file, but no Word document");
            var properties = file.PackageProperties;
            var word = new WordText(part);
            word.Blocks(body, 0);
            word.EndList();
            return word.Document(Composed.OneLine(properties.Title), properties.Language);
        }
        catch (Exception bad) when (bad is OpenXmlPackageException or FileFormatException or InvalidDataException or XmlException or InvalidOperationException or FormatException or OverflowException or ArgumentException or IOException)
        {
            throw new WireRefusedException(WireRefusal.Damaged, $"it is a damaged Word file: {bad.Message}");
        }
    }

    private WireDocument Document(string? title, string? language)
    {
        var headline = isTitled ? Unmarked(blocks[0]) : title is not null && blocks.Count > 0 && Unmarked(blocks[0]) == title ? title : null;
        language ??= main.StyleDefinitionsPart?.Styles?.DocDefaults?.RunPropertiesDefault?.RunPropertiesBaseStyle?.Languages?.Val?.Value;
        return Composed.Of(new WireKnown { Rule = "docx", Headline = headline, Language = Tag.Of(language) }, dateline: null, headline is null ? blocks : blocks[1..]);
    }

    private static string Unmarked(string block) => PageMetadata.OneLine(block.TrimStart('#').Replace("**", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal));

    private void Blocks(OpenXmlElement parent, int depth)
    {
        if (depth > DeepestBlock)
            throw new WireRefusedException(WireRefusal.Unsafe, "it is nested too deeply");
        foreach (var element in parent.ChildElements)
        {
            if (element is Paragraph paragraph)
                Paragraph(paragraph);
            else if (element is Table table)
                Table(table, depth);
            else if (element is SdtBlock or SdtContentBlock or CustomXmlBlock or InsertedRun)
                Blocks(element, depth + 1);
        }
    }

    private void Paragraph(Paragraph paragraph)
    {
        var lines = new WordLine(links, isPlain: !hasProse).Lines(paragraph);
        var style = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
        var level = Heading(style, paragraph.ParagraphProperties);
        if (lines.Count > 0 && level is { } heading)
        {
            EndList();
            isTitled |= blocks.Count == 0 && heading <= 1;
            Add(blocks.Count == 0 && heading <= 1 ? lines[0] : new string('#', Math.Clamp(heading, 2, 6)) + " " + string.Join(' ', lines).Replace("**", "", StringComparison.Ordinal));
        }
        else if (lines.Count > 0 && Numbering(paragraph, style) is { } item)
        {
            Item(string.Join(' ', lines), item.Level, item.IsNumbered);
        }
        else if (lines.Count > 0)
        {
            EndList();
            foreach (var line in lines)
                Add(Escaping.Line(line));
        }
    }

    /// <summary>0 for the title, 1 to 9 for headings; by the outline level, which every language's styles have.</summary>
    private int? Heading(string? style, ParagraphProperties? own)
    {
        if (own?.OutlineLevel?.Val?.Value is { } direct and < 9)
            return direct + 1;
        for (var steps = 0; style is not null && steps < 10 && styles.TryGetValue(style, out var found); steps++)
        {
            if (found.StyleName?.Val?.Value is { } name && name.Equals("title", StringComparison.OrdinalIgnoreCase))
                return 0;
            if (found.StyleParagraphProperties?.OutlineLevel?.Val?.Value is { } level and < 9)
                return level + 1;
            style = found.BasedOn?.Val?.Value;
        }

        return null;
    }

    private (int Level, bool IsNumbered)? Numbering(Paragraph paragraph, string? style)
    {
        var properties = paragraph.ParagraphProperties?.NumberingProperties;
        var (id, level) = (properties?.NumberingId?.Val?.Value, properties?.NumberingLevelReference?.Val?.Value);
        for (var steps = 0; id is null && style is not null && steps < 10 && styles.TryGetValue(style, out var found); steps++)
        {
            id = found.StyleParagraphProperties?.NumberingProperties?.NumberingId?.Val?.Value;
            level ??= found.StyleParagraphProperties?.NumberingProperties?.NumberingLevelReference?.Val?.Value;
            style = found.BasedOn?.Val?.Value;
        }

        if (id is null or 0)
            return null;
        var format = lists.TryGetValue(id.Value, out var kind) ? formats.GetValueOrDefault((kind, level ?? 0)) : null;
        return (Math.Clamp(level ?? 0, 0, 8), format is not null && format != NumberFormatValues.Bullet && format != NumberFormatValues.None);
    }

    private void Item(string words, int level, bool isNumbered)
    {
        while (counts.Count > level + 1)
            counts.RemoveAt(counts.Count - 1);
        while (counts.Count < level + 1)
            counts.Add(0);
        counts[level]++;
        list.Append(list.Length > 0 ? "\n" : "").Append(' ', (counts.Count - 1) * 3).Append(isNumbered ? $"{counts[level]}. " : "- ").Append(words);
    }

    private void Add(string block)
    {
        blocks.Add(block);
        hasProse |= block.Length > 40;
    }

    private void EndList()
    {
        if (list.Length > 0)
            Add(list.ToString());
        list.Clear();
        counts.Clear();
    }

    private void Table(Table table, int depth)
    {
        EndList();
        var rows = table.Elements<TableRow>().Select(r => r.Elements<TableCell>().ToList()).ToList();
        // A table of one column, or with whole paragraphs in its cells, only places things.
        if (rows.Count < 2 || rows.TrueForAll(r => r.Count < 2) || rows.Exists(r => r.Exists(c => c.Elements<Table>().Any() || c.InnerText.Length > 400)))
        {
            foreach (var cell in rows.SelectMany(r => r))
                Blocks(cell, depth + 1);
            EndList();
            return;
        }

        Add(HtmlTable.Markdown([.. rows.Select(r => r.ConvertAll(c => string.Join(' ', c.Elements<Paragraph>().SelectMany(new WordLine(links, isPlain: false).Lines))))]));
    }
}
