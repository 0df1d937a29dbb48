using System.Buffers;
using System.Text;
using ScoPortal.Core.Search;

namespace ScoPortal.Core.Wire;

/// <summary>
/// The words of a text as they are compared between copies of it: without case, accents, quotes and punctuation, ß as ss,
/// words put together again that a hyphen or a line break divides. Han text gives overlapping pairs of characters, whatever stands
/// between them; traditional and simplified ones are not unified. Words are told by a hash that is the same for ever.
/// </summary>
internal sealed class FoldedWords
{
    private readonly StringBuilder word = new();
    private readonly string text;
    private bool isNumber = true;
    private char lastHan;

    /// <summary>Reads a text, in time linear in its length.</summary>
    public FoldedWords(string text)
    {
        this.text = text;
        for (var i = 0; i < text.Length;)
            i = Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var used) == OperationStatus.Done ? Read(rune, i, i + used) : Separate(i + used);
        Flush();
    }

    /// <summary>The words in reading order.</summary>
    public List<ulong> All { get; } = [];

    /// <summary>Those that are digits alone, in reading order.</summary>
    public List<ulong> Numbers { get; } = [];

    // Returns where to go on.
    private int Read(Rune rune, int at, int next)
    {
        var before = word.Length;
        switch (CharacterFolding.Fold(rune, word))
        {
            case CharacterClass.Separator:
                return IsWithin(rune.Value, at, ref next) ? next : Separate(next);
            case CharacterClass.Cjk:
                var han = word[^1];
                word.Length = before;
                Flush();
                if (lastHan != 0)
                    All.Add(Hash([lastHan, han]));
                lastHan = han;
                break;
            case CharacterClass.Digit:
                lastHan = default;
                break;
            case CharacterClass.Ignored:
                break;
            default:
                (isNumber, lastHan) = (false, default);
                break;
        }

        return next;
    }

    // A hyphen between letters, with a line break or without, and a point, comma or hard space between digits.
    private bool IsWithin(int sign, int at, ref int next)
    {
        if (word.Length == 0 || next >= text.Length || at == 0)
            return false;
        if (sign is '.' or ',' or 0xA0 or 0x2009 or 0x202F)
            return char.IsDigit(text[at - 1]) && char.IsDigit(text[next]);
        if (sign is not ('-' or 0x2010 or 0x2011) || !char.IsLetter(text[at - 1]))
            return false;
        var letter = next;
        while (letter < text.Length && char.IsWhiteSpace(text[letter]))
            letter++;
        if (letter == text.Length || !char.IsLetter(text[letter]))
            return false;
        next = letter;
        return true;
    }

    private int Separate(int next)
    {
        Flush();
        return next;
    }

    private void Flush()
    {
        if (word.Length > 0)
        {
            var hash = Hash(word);
            All.Add(hash);
            if (isNumber)
                Numbers.Add(hash);
        }

        word.Clear();
        isNumber = true;
    }

    private static ulong Hash(StringBuilder word)
    {
        var hash = Offset;
        foreach (var chunk in word.GetChunks())
            hash = Hash(chunk.Span, hash);
        return hash;
    }

    // FNV-1a of 64 bits (RFC 9923), over UTF-16 units.
    private static ulong Hash(ReadOnlySpan<char> units, ulong hash = Offset)
    {
        foreach (var unit in units)
            hash = (hash ^ unit) * 0x100000001B3;
        return hash;
    }

    private const ulong Offset = 0xCBF29CE484222325;
}
