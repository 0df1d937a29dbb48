using ScoPortal.Core.Wire;

namespace ScoPortal.Core.Translation.Checks;

/// <summary>Inline Markdown that is not the same number of times on both sides, or open at the end.</summary>
internal static class MarkCheck
{
    private const string Link = "[…](…)";

    // In their order: what is escaped and what is inside code means nothing.
    private static readonly Pattern Marks = Pattern.Exact(@"\\[!-/:-@\[-`{-~]|`+[^`]+`+|!?\[[^\[\]]*\]\([^()\s]*(?:\([^()\s]*\))?[^()]*\)|\*+|_+|~~");

    public static IEnumerable<CheckFinding> Of(string source, string target)
    {
        var (there, here) = (Count(source), Count(target));
        foreach (var mark in there.Keys.Union(here.Keys, StringComparer.Ordinal))
            if (there.GetValueOrDefault(mark) is var wanted && here.GetValueOrDefault(mark) is var found && wanted != found)
                yield return new("marks", CheckSeverity.Error, mark, [mark, Text(wanted), Text(found)]);
    }

    private static string Text(int count) => count.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Dictionary<string, int> Count(string text)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        Count(text, counts);
        return counts;
    }

    private static void Count(string text, Dictionary<string, int> counts)
    {
        foreach (var match in Marks.Matches(text))
        {
            var value = match.Value;
            if (value[0] == '\\' || (value[0] == '_' && IsInWord(text, match.Index, match.Length)) || (value[0] is '*' && IsAlone(text, match.Index, match.Length)))
                continue;
            if (value[0] is '[' or '!')
                Count(value[(value.IndexOf('[') + 1)..value.IndexOf("](", StringComparison.Ordinal)], counts);
            var kind = value[0] switch
            {
                '`' => "`…`",
                '[' => Link,
                '!' => "!" + Link,
                '_' => new string('*', value.Length),
                _ => value,
            };
            if (kind is "***")
                (counts["*"], counts["**"]) = (counts.GetValueOrDefault("*") + 1, counts.GetValueOrDefault("**") + 1);
            else
                counts[kind] = counts.GetValueOrDefault(kind) + 1;
        }
    }

    private static bool IsInWord(string text, int at, int length) =>
        at > 0 && at + length < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + length]);

    private static bool IsAlone(string text, int at, int length) =>
        (at == 0 || char.IsWhiteSpace(text[at - 1])) && (at + length == text.Length || char.IsWhiteSpace(text[at + length]));
}
