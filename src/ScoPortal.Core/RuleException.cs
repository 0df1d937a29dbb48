namespace ScoPortal.Core;

/// <summary>A rule of the newsroom is broken. Says which one, so that the page can say it in the reader's language.</summary>
/// <param name="rule">Resource key of the message, such as <c>Rule.LanguageTaken</c>.</param>
/// <param name="values">What the message names, in the order of its placeholders.</param>
public sealed class RuleException(string rule, params object[] values)
    : Exception(values.Length == 0 ? rule : $"{rule}: {string.Join(", ", values)}")
{
    /// <summary>Resource key of the message.</summary>
    public string Rule { get; } = rule;

    /// <summary>What the message names, in the order of its placeholders.</summary>
    public IReadOnlyList<object> Values { get; } = values;
}
