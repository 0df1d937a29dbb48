namespace ScoPortal.Core.Translation.Pairing;

/// <summary>What a piece of evidence is about.</summary>
public enum PairEvidenceKind
{
    /// <summary>A number, percentage or ordinal.</summary>
    Number = 1,

    /// <summary>A date, month or time of day in the text.</summary>
    Date,

    /// <summary>A web or e-mail address.</summary>
    Link,

    /// <summary>A name, whatever its script.</summary>
    Name,

    /// <summary>A word that sounds the same in both.</summary>
    Word,

    /// <summary>A country, region or city.</summary>
    Place,

    /// <summary>A word of the lexicon.</summary>
    Concept,

    /// <summary>A term of the glossary.</summary>
    Term,

    /// <summary>A number that a wire or issuer gave.</summary>
    Identifier,

    /// <summary>The days of publication.</summary>
    Published,
}

/// <summary>A reason for or against a pair.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="A">As the first text has it; empty where it has it not.</param>
/// <param name="B">As the second has it; empty where it has it not.</param>
/// <param name="Weight">How much it says: above 0 for the pair, below 0 against it.</param>
public sealed record PairEvidence(PairEvidenceKind Kind, string A, string B, double Weight)
{
    /// <summary>A short English sentence, for programs and logs; the desk has its own in every language.</summary>
    public override string ToString()
    {
        var what = Kind switch
        {
            PairEvidenceKind.Concept => "word",
            PairEvidenceKind.Identifier => "id",
            _ => Kind.ToString().ToLowerInvariant(),
        };
        return A.Length == 0 ? $"{what} {B} only in b"
            : B.Length == 0 ? $"{what} {A} only in a"
            : A == B ? $"{what} {A} in both"
            : $"{what} {A} = {B}";
    }
}
