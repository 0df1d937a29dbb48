namespace ScoPortal.Core.Translation.Aligning;

/// <summary>A piece of a text.</summary>
/// <param name="Start">Index of its first UTF-16 unit, 0 or more.</param>
/// <param name="Length">In UTF-16 units, 1 or more where it stands for a sentence.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Index behind its last unit.</summary>
    public int End => Start + Length;

    /// <summary>The piece itself.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span is no part of the text.</exception>
    public string In(string text) => text.Substring(Start, Length);
}
