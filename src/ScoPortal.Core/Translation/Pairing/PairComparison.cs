using System.Runtime.CompilerServices;

namespace ScoPortal.Core.Translation.Pairing;

/// <summary>A number for each kind of clue.</summary>
[InlineArray(Count)]
internal struct PerKind
{
    /// <summary>One more than the last kind.</summary>
    public const int Count = 12;

    private float first;
}

/// <summary>What two texts have in common, kind by kind, each clue weighed by how rare it is in the collection.</summary>
internal struct PairComparison
{
    /// <summary>Weight of the clues in both.</summary>
    public PerKind Shared;

    /// <summary>Weight of the clues of the first that the second could have.</summary>
    public PerKind First;

    /// <summary>Weight of the clues of the second that the first could have.</summary>
    public PerKind Second;

    /// <summary>Weight of the clues in both titles, in the first's and in the second's.</summary>
    public float SharedTitle, FirstTitle, SecondTitle;

    /// <summary>Weight of the numbers and dates in a title that the other text has anywhere, and of those that it has nowhere.</summary>
    public float FoundFigures, MissingFigures;
}
