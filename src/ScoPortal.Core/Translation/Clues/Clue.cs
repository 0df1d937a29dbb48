namespace ScoPortal.Core.Translation.Clues;

/// <summary>What makes two texts look like the same in two languages.</summary>
public enum ClueKind
{
    /// <summary>A number, percentage or ordinal.</summary>
    Number = 1,

    /// <summary>A date, month or time of day.</summary>
    Date = 2,

    /// <summary>A web address, host or e-mail address.</summary>
    Link = 3,

    /// <summary>A word of Latin or Cyrillic script by its sound: names and international words.</summary>
    Word = 4,

    /// <summary>The consonants of a name, as far as Chinese characters keep them.</summary>
    Sound = 5,

    /// <summary>Two syllables of a Chinese name.</summary>
    Pinyin = 6,

    /// <summary>A country, region or city.</summary>
    Place = 7,

    /// <summary>A word of the lexicon.</summary>
    Concept = 8,

    /// <summary>A term of the newsroom's glossary.</summary>
    Term = 9,

    /// <summary>A number that a wire or issuer gave the text.</summary>
    Identifier = 10,
}

/// <summary>A clue where it stands in a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">The same in every language.</param>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="Length">UTF-16 units; 0 for what does not stand in the text.</param>
/// <param name="IsName">Written as a name: with a capital where that says something, or in characters that only transcribe.</param>
public readonly record struct Clue(ClueKind Kind, string Key, int Start, int Length, bool IsName = false);
