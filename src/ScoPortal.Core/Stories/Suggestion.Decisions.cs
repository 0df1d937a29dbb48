using System.Text.Json.Nodes;

namespace ScoPortal.Core.Stories;

public partial class Suggestion
{
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
