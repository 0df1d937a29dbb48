using System.Globalization;

namespace ScoPortal.Data.Queries;

/// <summary>
/// What is looked for, in the spellings it may stand in. Engines differ in what they hold for the same letter, and SQLite knows
/// the case of ASCII alone.
/// </summary>
/// <param name="Typed">As typed.</param>
/// <param name="Small">In small letters.</param>
/// <param name="Large">In capitals.</param>
/// <param name="Title">With one capital in front.</param>
internal sealed record Spellings(string Typed, string Small, string Large, string Title)
{
    /// <summary>Those of a text, which is not empty.</summary>
    public static Spellings Of(string text)
    {
        var small = text.ToLowerInvariant();
        var first = StringInfo.GetNextTextElementLength(small);
        return new(text, small, text.ToUpperInvariant(), small[..first].ToUpperInvariant() + small[first..]);
    }
}
