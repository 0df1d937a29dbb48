using System.Text;

namespace ScoPortal.Core.Translation.Exchange;

/// <summary>Turns a sentence that came back from another tool into Markdown: what is text there stays text.</summary>
internal static class ReturnedText
{
    private const string Marks = @"\`*_[]<&";

    // What would begin a heading, quotation, list, code block or table row at the start of a paragraph.
    private static readonly Wire.Pattern BlockMark = Wire.Pattern.Exact(@"^(#{1,6}([ \t]|$)|>|[-+*]([ \t]|$)|\||=+[ \t]*$|-{3,}[ \t]*$|~~~)");
    private static readonly Wire.Pattern ListNumber = Wire.Pattern.Exact(@"^[0-9]{1,9}[.)]([ \t]|$)");
    private static readonly Wire.Pattern Lines = Wire.Pattern.Exact(@"[ \t]*(\r\n|\r|\n)\s*");

    /// <summary>Its Markdown.</summary>
    /// <param name="returned">Text, and codes with their marks.</param>
    /// <param name="startsBlock">It stands at the start of a paragraph.</param>
    /// <param name="inCell">It stands in a cell of a table, where a bar would end it.</param>
    public static string Markdown(CodedText returned, bool startsBlock, bool inCell)
    {
        var parts = Tight(returned.Parts);
        var whole = new CodedText(parts).ToString();
        if (HasMarksInText(whole, parts))
            parts = [.. parts.Select(p => p.IsText ? p with { Text = Escaped(p.Text, Marks) } : p)];
        if (inCell)
            parts = [.. parts.Select(p => p.IsText ? p with { Text = Escaped(p.Text, "|") } : p)];
        whole = new CodedText(parts).ToString().Trim();
        if (!startsBlock || parts.Count == 0 || !parts.First(p => p.Text.Trim().Length > 0).IsText)
            return whole;
        return BlockMark.IsMatch(whole) ? @"\" + whole
            : ListNumber.IsMatch(whole) && whole.AsSpan().IndexOfAny('.', ')') is var at ? whole.Insert(at, @"\") : whole;
    }

    /// <summary>The sentence with its line breaks as blanks: a tool may have broken its lines anew.</summary>
    public static CodedText OneLine(CodedText text) =>
        new([.. text.Parts.Select(p => p.IsText ? p with { Text = Lines.Replace(p.Text, " ") } : p)]);

    // Other marks than those of the codes; an address that somebody typed may be one.
    private static bool HasMarksInText(string whole, List<CodedPart> parts) =>
        !CodedText.Of(whole).Codes.Where(c => c.Kind is not CodeKind.Address).Select(c => (c.Role, c.Text))
            .SequenceEqual(parts.Where(p => !p.IsText && p.Kind is not CodeKind.Address).Select(p => (p.Role, p.Text)));

    private static string Escaped(string text, string marks)
    {
        var escaped = new StringBuilder();
        foreach (var c in text)
            escaped.Append(marks.Contains(c, StringComparison.Ordinal) ? @"\" : "").Append(c);
        return escaped.ToString();
    }

    // Asterisks beside a blank emphasise nothing: blanks move out of the pair.
    private static List<CodedPart> Tight(IReadOnlyList<CodedPart> given)
    {
        var parts = given.Where(p => p.Text.Length > 0).ToList();
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].Kind is not (CodeKind.Bold or CodeKind.Italic))
                continue;
            var inside = parts[i].Role == CodeRole.Open ? i + 1 : i - 1;
            if (inside < 0 || inside >= parts.Count || !parts[inside].IsText)
                continue;
            var (text, isOpen) = (parts[inside].Text, parts[i].Role == CodeRole.Open);
            var kept = isOpen ? text.TrimStart() : text.TrimEnd();
            if (kept.Length == text.Length || kept.Length == 0)
                continue;
            parts[inside] = new(kept);
            parts.Insert(isOpen ? i++ : i + 1, new(isOpen ? text[..^kept.Length] : text[kept.Length..]));
        }

        return parts;
    }
}
