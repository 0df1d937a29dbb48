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
public class Suggestion
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

    /// <summary>
    /// It is so. Of a copy: relates the story of the newer release to that of the older one; releases that are of one story by now
    /// are related enough. Of a translation: both are of one story already. A mind may be changed: what was rejected can be accepted.
    /// </summary>
    /// <remarks>Both stories and the relations of the newer one must be loaded.</remarks>
    /// <param name="edit">Who, and when.</param>
    /// <exception cref="InvalidOperationException">They are to be versions of one story, and nobody has linked them.</exception>
    public void Accept(Edit edit)
    {
        if (Kind == SuggestionKind.SyndicatedCopy)
            Relate(RelationKind.SyndicatedCopy);
        else if (Release.Story != Other.Story)
            throw new InvalidOperationException("A translation is accepted by linking it.");
        Decide(SuggestionState.Accepted, edit);
    }

    /// <summary>Both report the same event, but neither is a translation of the other: relates their stories so.</summary>
    /// <remarks>Both stories and the relations of the newer one must be loaded.</remarks>
    /// <param name="edit">Who, and when.</param>
    public void ReportSameEvent(Edit edit)
    {
        Relate(RelationKind.SameEvent);
        Decide(SuggestionState.SameEvent, edit);
    }

    /// <summary>Puts it off.</summary>
    /// <param name="edit">Who, and when.</param>
    public void Postpone(Edit edit) => Decide(SuggestionState.Later, edit);

    /// <summary>It is not so; what a decision has related is taken back, and nothing else.</summary>
    /// <param name="edit">Who, and when.</param>
    /// <param name="made">The relation between the stories of <see cref="Related"/>, with its story and all relations of that; null where there is none.</param>
    /// <param name="same">Another suggestion, decided alike, that stands for the same relation, which then stays; null where there is none.</param>
    public void Reject(Edit edit, Relation? made, Suggestion? same)
    {
        TakeBack(made, same);
        Decide(SuggestionState.Rejected, edit);
    }

    /// <summary>Forgets the decision, as if nobody had looked at it; what it has related is taken back as by <see cref="Reject"/>.</summary>
    /// <param name="made">As <see cref="Reject"/> takes it.</param>
    /// <param name="same">As <see cref="Reject"/> takes it.</param>
    public void Reopen(Relation? made, Suggestion? same)
    {
        TakeBack(made, same);
        (State, DecidedBy, DecidedById, DecidedAt, Version) = (SuggestionState.Open, null, null, null, Version + 1);
    }

    /// <summary>It was computed anew: says so where nobody has decided yet.</summary>
    /// <param name="score">How likely it is, 0 to 1.</param>
    /// <param name="evidence">What speaks for it.</param>
    public void Weigh(double score, string evidence)
    {
        if (State is SuggestionState.Open or SuggestionState.Later && (score, evidence) != (Score, Evidence))
            (Score, Evidence, Version) = (score, evidence, Version + 1);
    }

    private void Relate(RelationKind kind)
    {
        if (Release.Story.Relate(kind, Other.Story))
            Remember((Release.Story.Id, Other.Story.Id));
    }

    private void TakeBack(Relation? made, Suggestion? same)
    {
        if (Related is not { } keys)
            return;
        if (same is not null)
            same.Remember(keys);
        else
            made?.Story.Unrelate(made.Kind, made.Other);
        Remember(null);
    }

    private void Remember((int Story, int Other)? related)
    {
        var evidence = JsonNode.Parse(Evidence)!.AsObject();
        evidence.Remove("related");
        if (related is { } keys)
            evidence["related"] = new JsonArray(keys.Story, keys.Other);
        (Evidence, Version) = (evidence.ToJsonString(), Version + 1);
    }

    private void Decide(SuggestionState state, Edit edit) =>
        (State, DecidedBy, DecidedById, DecidedAt, Version) = (state, edit.By, edit.AccountId, edit.At, Version + 1);
}
