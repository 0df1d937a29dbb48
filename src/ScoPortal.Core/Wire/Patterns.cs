using System.Text.RegularExpressions;

namespace ScoPortal.Core.Wire;

/// <summary>Patterns that take time linear in the text, whatever the text.</summary>
internal static class Patterns
{
    /// <summary>A culture-invariant, case-insensitive pattern on the automaton engine.</summary>
    public static Regex New(string pattern) => new(pattern,
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture);

    /// <summary>As <see cref="New"/>, but capitals count.</summary>
    public static Regex Exact(string pattern) => new(pattern,
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
}
