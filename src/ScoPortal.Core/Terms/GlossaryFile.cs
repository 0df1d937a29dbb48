using System.Text;

namespace ScoPortal.Core.Terms;

/// <summary>What one line of a glossary file says: a form of a term, or only the term.</summary>
/// <param name="Line">Where it begins in the file, 1 first.</param>
/// <param name="Key">The term's key, a possible one.</param>
/// <param name="Note">The term's note; null says nothing about it.</param>
/// <param name="Language">BCP 47 as the file writes it; null when the line holds no form.</param>
/// <param name="Form">The form; null with <paramref name="Language"/>.</param>
public sealed record GlossaryLine(int Line, string Key, string? Note, string? Language, FormText? Form);

/// <summary>A line that cannot be taken over, and why.</summary>
/// <param name="Line">Where it begins in the file, 1 first.</param>
/// <param name="Reason">Resource key of the message, as with <see cref="RuleException.Rule"/>.</param>
/// <param name="Values">What the message names, in the order of its placeholders.</param>
public sealed record GlossaryRefusal(int Line, string Reason, params IReadOnlyList<object> Values);

/// <summary>A glossary file as it was read, nothing compared with the glossary yet.</summary>
/// <param name="Lines">What could be read, in the order of the file.</param>
/// <param name="Refused">What could not.</param>
public sealed record GlossaryFile(IReadOnlyList<GlossaryLine> Lines, IReadOnlyList<GlossaryRefusal> Refused)
{
    /// <summary>The longest file that is read: 2,000,000 UTF-16 units.</summary>
    public const int MaxLength = 2_000_000;

    /// <summary>Longest key.</summary>
    public const int MaxKey = 64;

    /// <summary>Longest form.</summary>
    public const int MaxForm = 300;

    /// <summary>Longest note and longest source.</summary>
    public const int MaxNote = 1000;

    /// <summary>Reads CSV or TBX, whichever it is.</summary>
    /// <param name="text">The whole file, without byte order mark.</param>
    public static GlossaryFile Read(string text)
    {
        if (text.Length > MaxLength)
            return new([], [new(1, "Rule.GlossaryTooLong", MaxLength)]);
        return text.AsSpan().TrimStart().StartsWith("<") ? GlossaryTbx.Read(text) : GlossaryCsv.Read(text);
    }

    /// <summary>A key out of any name: lower-case Latin letters, digits, and hyphens for what is between; empty when nothing is left.</summary>
    /// <remarks>A key stays as it is, and so does one with an underscore before it, as an XML id needs that begins with a digit.</remarks>
    public static string KeyOf(string? name)
    {
        var key = new StringBuilder();
        foreach (var c in (name ?? "").ToLowerInvariant())
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
                key.Append(c);
            else if (key.Length > 0 && key[^1] != '-')
                key.Append('-');
        return key.ToString().TrimEnd('-');
    }

    /// <summary>One line of text: white space of any kind is one space, control characters and lone surrogates are gone.</summary>
    public static string Clean(string? text)
    {
        var clean = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
            if (Rune.IsWhiteSpace(rune))
                clean.Append(clean.Length > 0 && clean[^1] != ' ' ? " " : "");
            else if (!Rune.IsControl(rune) && rune != Rune.ReplacementChar && (rune.Value & 0xFFFE) != 0xFFFE)
                clean.Append(rune.ToString());
        return clean.ToString().TrimEnd(' ');
    }

    /// <summary>Makes a line of what a file gives, or says why it is none.</summary>
    internal static object Line(int line, string? key, string? note, string? language, string? form, TermStatus? status, string? source)
    {
        var (name, words, where, from) = (KeyOf(key), Clean(form), Clean(note), Clean(source));
        if (name.Length is 0 or > MaxKey)
            return new GlossaryRefusal(line, "Rule.GlossaryNoKey");
        if (words.Length > MaxForm || where.Length > MaxNote || from.Length > MaxNote)
            return new GlossaryRefusal(line, "Rule.GlossaryLineTooLong", MaxForm, MaxNote);
        if (string.IsNullOrWhiteSpace(language) != (words.Length == 0))
            return new GlossaryRefusal(line, words.Length == 0 ? "Rule.GlossaryNoForm" : "Rule.GlossaryNoLanguage");
        if (status is null)
            return new GlossaryRefusal(line, "Rule.GlossaryUnknownStatus");

        var text = words.Length == 0 ? null : new FormText(words, status.Value, from.Length == 0 ? null : from);
        return new GlossaryLine(line, name, where.Length == 0 ? null : where, text is null ? null : language!.Trim(), text);
    }

    /// <summary>Sorts out what <see cref="Line"/> made.</summary>
    internal static GlossaryFile Of(IReadOnlyList<object> read) => new([.. read.OfType<GlossaryLine>()], [.. read.OfType<GlossaryRefusal>()]);
}
