using System.Globalization;
using System.Text;

namespace ScoPortal.Web.Text;

/// <summary>Parts a text into what people call words; of a script without spaces, each character is one.</summary>
public static class Words
{
    private const int PerMinute = 200, HanPerMinute = 350;

    private enum Kind { Word, Space, Alone }

    /// <summary>All of the text, in order: words, runs of white space, single signs and single Han or Kana characters.</summary>
    public static string[] Split(string? text)
    {
        var (tokens, start, at, before) = (new List<string>(), 0, 0, Kind.Alone);
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            var kind = KindOf(rune);
            if (at > start && (kind != before || kind == Kind.Alone))
            {
                tokens.Add(text![start..at]);
                start = at;
            }

            before = kind;
            // A lone surrogate is read as the replacement sign, which is as long.
            at += rune.Utf16SequenceLength;
        }

        if (at > start)
            tokens.Add(text![start..]);
        return [.. tokens];
    }

    /// <summary>How many words a plain text has, and how many whole minutes it takes to read: at least one.</summary>
    public static (int Words, int Minutes) Count(string text)
    {
        var (words, characters) = (0, 0);
        foreach (var token in Split(text))
        {
            Rune.DecodeFromUtf16(token, out var first, out _);
            if (StandsAlone(first))
                characters++;
            else if (KindOf(first) == Kind.Word)
                words++;
        }

        return (words + characters, Math.Max(1, (int)Math.Ceiling((words / (double)PerMinute) + (characters / (double)HanPerMinute))));
    }

    /// <summary>A character of a script that writes no spaces between words.</summary>
    public static bool StandsAlone(Rune rune) =>
        rune.Value is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    private static Kind KindOf(Rune rune) => rune switch
    {
        _ when StandsAlone(rune) => Kind.Alone,
        _ when Rune.IsWhiteSpace(rune) => Kind.Space,
        _ when Rune.IsLetterOrDigit(rune) || rune.Value == 0xAD => Kind.Word,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark ? Kind.Word : Kind.Alone,
    };
}
