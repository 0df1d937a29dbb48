using System.Globalization;
using System.Text;

namespace ScoPortal.Core.Search;

/// <summary>What a character means to the tokenizer.</summary>
internal enum CharacterClass
{
    /// <summary>Ends a word.</summary>
    Separator,

    /// <summary>Invisible inside a word: soft hyphen, joiners, accents that were dropped.</summary>
    Ignored,

    Digit,
    Latin,
    Cyrillic,
    OtherLetter,
    Cjk,
}

/// <summary>
/// Case, width and accent folding of one character: lower case, Unicode compatibility decomposition (UAX #15, NFKD),
/// accents dropped from Latin, Greek and Cyrillic letters and vowel points from Arabic. й is a letter of its own and stays;
/// ё becomes е, ß becomes ss, ä becomes a. CJK characters get the compatibility composition (NFKC) instead, so that
/// voiced kana and Hangul syllables stay whole. Traditional and simplified Chinese are not unified.
/// </summary>
internal static class CharacterFolding
{
    /// <summary>Appends the folded form, if any, and tells what the character is.</summary>
    public static CharacterClass Fold(Rune rune, StringBuilder to)
    {
        var c = rune.Value;
        switch (c)
        {
            case >= 'a' and <= 'z':
                to.Append((char)c);
                return CharacterClass.Latin;
            case >= 'A' and <= 'Z':
                to.Append((char)(c + 0x20));
                return CharacterClass.Latin;
            case >= '0' and <= '9':
                to.Append((char)c);
                return CharacterClass.Digit;
            case < 0x80 or 0x200B:
                return CharacterClass.Separator;
            case >= 'А' and <= 'я':
                to.Append((char)(c < 'а' ? c + 0x20 : c));
                return CharacterClass.Cyrillic;
            case >= 0x4E00 and <= 0x9FFF:
                to.Append((char)c);
                return CharacterClass.Cjk;
            case 0xFF9E or 0xFF9F:
                return CharacterClass.Ignored;
        }

        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.Format:
                return CharacterClass.Ignored;
            case UnicodeCategory.DecimalDigitNumber:
                to.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
                return CharacterClass.Digit;
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark:
                return FoldMark(rune, to);
            case UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber:
                return FoldLetter(rune, to);
            default:
                return Rune.IsLetter(rune) ? FoldLetter(rune, to) : CharacterClass.Separator;
        }
    }

    private static CharacterClass FoldMark(Rune mark, StringBuilder to)
    {
        if (mark.Value == 0x306 && to.Length > 0 && to[^1] == 'и')
            to[^1] = 'й';
        else if (!IsDropped(mark.Value) && to.Length > 0)
            to.Append(mark.ToString());
        return CharacterClass.Ignored;
    }

    private static CharacterClass FoldLetter(Rune rune, StringBuilder to)
    {
        var lower = Rune.ToLowerInvariant(rune);
        var cjk = IsCjk(lower.Value);
        var folded = lower.Value switch
        {
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'ø' => "o",
            'đ' or 'ð' => "d",
            'ł' => "l",
            'ı' => "i",
            'ς' => "σ",
            'ي' or 'ى' => "ی",
            'ك' => "ک",
            _ => lower.ToString().Normalize(cjk ? NormalizationForm.FormKC : NormalizationForm.FormKD),
        };
        var before = to.Length;
        foreach (var part in folded.EnumerateRunes())
        {
            if (IsDropped(part.Value))
                continue;
            if (!cjk && !Rune.IsLetterOrDigit(part))
            {
                to.Length = before;
                return CharacterClass.Separator;
            }
            to.Append(Rune.ToLowerInvariant(part).ToString());
        }
        return to.Length == before ? CharacterClass.Ignored : cjk ? CharacterClass.Cjk : ClassOf(to[before]);
    }

    private static CharacterClass ClassOf(char folded) => folded switch
    {
        >= '0' and <= '9' => CharacterClass.Digit,
        < '\u0250' or (>= '\u1E00' and <= '\u1EFF') => CharacterClass.Latin,
        (>= '\u0400' and <= '\u052F') or (>= '\u1C80' and <= '\u1C8F') or (>= '\uA640' and <= '\uA69F') => CharacterClass.Cyrillic,
        _ => CharacterClass.OtherLetter,
    };

    /// <summary>Accents, variation selectors, Arabic vowel points and the tatweel.</summary>
    private static bool IsDropped(int c) =>
        c is (>= 0x300 and <= 0x36F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0x64B and <= 0x65F) or 0x670 or 0x640
            or (>= 0xE0100 and <= 0xE01EF);

    /// <summary>Han, kana, bopomofo, Hangul: scripts written without spaces, or with words too short to stem.</summary>
    private static bool IsCjk(int c) =>
        c is (>= 0x1100 and <= 0x11FF) or 0x3005 or 0x3007 or (>= 0x3040 and <= 0x312F) or (>= 0x3130 and <= 0x318F)
            or (>= 0x31A0 and <= 0x31BF) or (>= 0x31F0 and <= 0x31FF) or (>= 0x3400 and <= 0x4DBF)
            or (>= 0xAC00 and <= 0xD7FF) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFF66 and <= 0xFFDC)
            or (>= 0x20000 and <= 0x3FFFF);
}
