namespace ScoPortal.Core.Translation.Segments;

/// <summary>How much a change of a source sentence asks of its translations.</summary>
public enum ChangeWeight
{
    /// <summary>Nothing has changed.</summary>
    None,

    /// <summary>Punctuation, case, spacing, quotes, marks of emphasis: a translation stays good.</summary>
    Minor,

    /// <summary>The wording changed: a translator is to look at it.</summary>
    Should,

    /// <summary>A number, date, name, address or negation changed: a translation that stays as it is says something wrong.</summary>
    Must,
}

/// <summary>Compares weights.</summary>
public static class ChangeWeights
{
    /// <summary>The heavier of two.</summary>
    public static ChangeWeight OrHeavier(this ChangeWeight one, ChangeWeight other) => one > other ? one : other;
}
