namespace ScoPortal.Core.Translation.Aligning;

/// <summary>What two sentences can have in common whatever their languages.</summary>
internal enum AnchorKind
{
    /// <summary>A number, date or address.</summary>
    Figure,

    /// <summary>A word or name by its sound, in Latin or Cyrillic letters.</summary>
    Word,

    /// <summary>The first four letters of that: cognates, as in Simard, Foster and Isabelle 1992.</summary>
    Stem,

    /// <summary>A place, or an entry of the lexicon.</summary>
    Concept,

    /// <summary>Question mark, quotation marks, colon, bracket, exclamation mark.</summary>
    Mark,

    /// <summary>A name by what Chinese characters keep of its sound.</summary>
    Sound,
}

/// <summary>Something in a sentence that its translation is likely to have too.</summary>
internal readonly record struct Anchor(AnchorKind Kind, string Value)
{
    /// <summary>How often a translation has it too: 0 to 1, estimated from translated press texts.</summary>
    public double Reliability => Kind switch
    {
        AnchorKind.Figure => 0.8,
        AnchorKind.Mark => 0.7,
        AnchorKind.Concept or AnchorKind.Sound => 0.5,
        AnchorKind.Word => 0.35,
        _ => 0.3,
    };

    /// <summary>It tells something even where the other text has it nowhere: the sentence may have no counterpart.</summary>
    public bool IsMissed => Kind is AnchorKind.Figure or AnchorKind.Mark;
}
