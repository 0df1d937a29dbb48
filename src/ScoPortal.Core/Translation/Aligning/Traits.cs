namespace ScoPortal.Core.Translation.Aligning;

/// <summary>What the aligner looks at in a sentence or in neighbouring ones.</summary>
/// <param name="Count">How many sentences, 1 or more.</param>
/// <param name="Length">In letters; a Chinese character counts as three.</param>
/// <param name="Anchors">Numbers of the anchors, growing.</param>
/// <param name="Missing">Logarithm of the evidence against a partner that has none of the anchors: 0 or less.</param>
internal sealed record Traits(int Count, double Length, int[] Anchors, double Missing)
{
    // English and German need about three letters where Chinese needs a character.
    private const int LettersOfHan = 3;

    /// <summary>Letters and marks, white space left out.</summary>
    public static double LengthOf(string text)
    {
        var length = 0;
        foreach (var c in text)
            length += char.IsWhiteSpace(c) ? 0 : Marks.IsHan(c) ? LettersOfHan : 1;
        return Math.Max(1, length);
    }
}
