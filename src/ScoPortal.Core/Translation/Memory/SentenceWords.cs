using System.Buffers;
using System.Text;
using ScoPortal.Core.Search;

namespace ScoPortal.Core.Translation.Memory;

/// <summary>What a unit of a sentence is.</summary>
internal enum WordKind : byte
{
    /// <summary>A word, or one character of Chinese.</summary>
    Word,

    /// <summary>Digits with the separators inside them.</summary>
    Number,

    /// <summary>One sign of punctuation, or one symbol.</summary>
    Mark,

    /// <summary>A web or e-mail address.</summary>
    Address,
}

/// <summary>A unit of a sentence and where it stands, in UTF-16 units.</summary>
internal readonly record struct SentenceWord(WordKind Kind, int Start, int Length)
{
    public int End => Start + Length;

    public string In(string text) => text.Substring(Start, Length);
}

/// <summary>Cuts a sentence into the units that an edit distance counts: nothing but white space is left out.</summary>
internal static class SentenceWords
{
    /// <summary>The units in their order.</summary>
    public static List<SentenceWord> Of(string text)
    {
        var (words, at) = (new List<SentenceWord>(text.Length / 5), 0);
        foreach (var (start, length) in text.AsSpan().ContainsAny('.', '@') ? Addresses.In(text) : [])
        {
            Cut(text, at, start, words);
            words.Add(new(WordKind.Address, start, length));
            at = start + length;
        }

        Cut(text, at, text.Length, words);
        return words;
    }

    /// <summary>The unit without case, width and accents, and its stem; both the unit itself where it holds no letter or digit.</summary>
    public static (string Folded, string Stem) Forms(ReadOnlySpan<char> unit, string language)
    {
        var folded = new StringBuilder(unit.Length);
        foreach (var rune in unit.EnumerateRunes())
            CharacterFolding.Fold(rune, folded);
        if (folded.Length == 0)
            return (unit.ToString(), unit.ToString());
        var surface = folded.ToString();
        var stem = surface.Length > TextAnalyzer.MaxTokenLength ? surface : Stemming.Stem(ref surface, language);
        return (surface, stem);
    }

    /// <summary>Written without spaces between words: each character counts.</summary>
    public static bool IsIdeograph(Rune rune) =>
        rune.Value is (>= 0x3400 and <= 0x9FFF) or 0x3005 or 0x3007 or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF) or (>= 0x3040 and <= 0x30FF);

    private static void Cut(string text, int at, int end, List<SentenceWord> words)
    {
        while (at < end)
        {
            var valid = Rune.DecodeFromUtf16(text.AsSpan(at, end - at), out var rune, out var used) == OperationStatus.Done;
            if (!valid || !Rune.IsWhiteSpace(rune))
            {
                var kind = !valid ? WordKind.Mark : Rune.IsDigit(rune) ? WordKind.Number : Rune.IsLetter(rune) ? WordKind.Word : WordKind.Mark;
                if (kind != WordKind.Mark && !IsIdeograph(rune))
                    used = Run(text, at, end, ref kind);
                words.Add(new(kind, at, used));
            }

            at += used;
        }
    }

    // Letters, digits and what joins them: an apostrophe between letters, a separator between digits, accents, soft hyphens.
    private static int Run(string text, int start, int end, ref WordKind kind)
    {
        var at = start;
        while (at < end)
        {
            Rune.DecodeFromUtf16(text.AsSpan(at, end - at), out var rune, out var used);
            if (Rune.IsLetter(rune) && !IsIdeograph(rune))
                kind = WordKind.Word;
            else if (!Rune.IsDigit(rune) && !(Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.Format && rune.Value != 0x200B)
                && !(at > start && at + 1 < end && Joins(text[at - 1], text[at], text[at + 1])))
                break;
            at += used;
        }

        return at - start;
    }

    private static bool Joins(char before, char c, char after) => c switch
    {
        '\'' or '’' => char.IsLetter(before) && char.IsLetter(after),
        '.' or ',' or ':' or '\u00A0' or '\u202F' or '\u2009' => char.IsDigit(before) && char.IsDigit(after),
        _ => false,
    };
}
