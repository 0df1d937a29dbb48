using System.Text.Json.Nodes;

namespace ScoPortal.Core.Stories;

/// <summary>What two releases may have to do with each other.</summary>
public enum SuggestionKind
{
    /// <summary>The same text, passed on by another wire: accepted, a <see cref="RelationKind.SyndicatedCopy"/>.</summary>
    SyndicatedCopy = 1,

    /// <summary>The same text in another language: accepted, both are versions of one story.</summary>
    Translation = 2,
}

/// <summary>What people made of a suggestion.</summary>
public enum SuggestionState
{
    /// <summary>Nobody has looked at it.</summary>
    Open = 1,

    /// <summary>It is so, and the stories are related.</summary>
    Accepted = 2,

    /// <summary>It is not so. Kept, so that it is not offered again.</summary>
    Rejected = 3,

    /// <summary>They report the same event, but neither is a translation of the other; the stories are related so.</summary>
    SameEvent = 4,

    /// <summary>Somebody has looked at it and put it off.</summary>
    Later = 5,
}

/// <summary>Something that a computation noticed of two releases, for an editor to decide. One per pair and kind.</summary>
public partial class Suggestion
{
    private Suggestion() => (Release, Other, Evidence) = (null!, null!, "");

    /// <param name="kind">What they may be.</param>
    /// <param name="first">Key of the one release.</param>
    /// <param name="second">Key of the other; the higher of both is the newer release.</param>
    /// <param name="score">How likely it is, 0 to 1.</param>
    /// <param name="evidence">What speaks for it: a JSON object of numbers and words.</param>
    /// <param name="at">When it was noticed, in UTC.</param>
    /// <exception cref="ArgumentException">Both are the same release.</exception>
    public Suggestion(SuggestionKind kind, int first, int second, double score, string evidence, DateTimeOffset at)
        : this()
    {
        if (first == second)
            throw new ArgumentException("A release has nothing to do with itself.", nameof(second));
        (Kind, Score, Evidence, FoundAt) = (kind, score, evidence, at);
        (OtherId, ReleaseId) = (Math.Min(first, second), Math.Max(first, second));
    }

    /// <summary>Database key.</summary>
    public int Id { get; private set; }

    /// <summary>What they may be.</summary>
    public SuggestionKind Kind { get; private set; }

    /// <summary>Key of <see cref="Release"/>.</summary>
    public int ReleaseId { get; private set; }

    /// <summary>The release that came later.</summary>
    public Release Release { get; private set; }

    /// <summary>Key of <see cref="Other"/>.</summary>
    public int OtherId { get; private set; }

    /// <summary>The release that was there before.</summary>
    public Release Other { get; private set; }

    /// <summary>How likely it is, 0 to 1; of a copy, how much of both texts is the same: <see cref="Wire.Overlap.Resemblance"/>.</summary>
    public double Score { get; private set; }

    /// <summary>
    /// What speaks for it, as a JSON object. Of a copy: <c>resemblance</c>, <c>containment</c> and <c>numbers</c>, each 0 to 1
    /// and as <see cref="Wire.Overlap"/> has them. Of one whose acceptance has related two stories: <c>related</c>, their keys.
    /// </summary>
    public string Evidence { get; private set; }

    /// <summary>When it was noticed, in UTC.</summary>
    public DateTimeOffset FoundAt { get; private set; }

    /// <summary>What people made of it.</summary>
    public SuggestionState State { get; private set; } = SuggestionState.Open;

    /// <summary>Name of who decided last; null while it is open.</summary>
    public string? DecidedBy { get; private set; }

    /// <summary>Key of that account; null for a command.</summary>
    public int? DecidedById { get; private set; }

    /// <summary>When that was, in UTC.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Concurrency token: goes up with every save.</summary>
    public int Version { get; private set; }

    /// <summary>
    /// Keys of the stories that the acceptance related, the one with the relation first; null where it is not accepted, or they were
    /// related before, by hand or by another suggestion.
    /// </summary>
    public (int Story, int Other)? Related =>
        JsonNode.Parse(Evidence)?["related"] is JsonArray { Count: 2 } keys ? ((int)keys[0]!, (int)keys[1]!) : null;
}
