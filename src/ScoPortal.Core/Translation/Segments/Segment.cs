namespace ScoPortal.Core.Translation.Segments;

/// <summary>The fields of a release that are translated sentence by sentence, in the order in which they are read.</summary>
public enum SegmentField
{
    /// <summary>The headline, one segment.</summary>
    Headline = 1,

    /// <summary>The second headline, one segment.</summary>
    Subheadline = 2,

    /// <summary>The standfirst.</summary>
    Summary = 3,

    /// <summary>The text.</summary>
    Body = 4,

    /// <summary>The "at a glance" box, a segment a line.</summary>
    Facts = 5,
}

/// <summary>What part of a page a segment is.</summary>
public enum SegmentKind
{
    /// <summary>A sentence of a paragraph.</summary>
    Text = 1,

    /// <summary>A heading, whole.</summary>
    Heading = 2,

    /// <summary>A sentence of a list item.</summary>
    ListItem = 3,

    /// <summary>A sentence of a quotation set apart.</summary>
    Quote = 4,

    /// <summary>A cell of a table, or a line of the facts, whole.</summary>
    Cell = 5,
}

/// <summary>A sentence of a release, and where it stands: the unit that is translated, aligned and remembered.</summary>
/// <param name="Field">The field it stands in.</param>
/// <param name="Start">Where it begins in that field, in UTF-16 units.</param>
/// <param name="Length">How long it is there, at least 1.</param>
/// <param name="Block">Number of its paragraph, heading, item or cell, counted from 0 through all fields.</param>
/// <param name="Kind">What part of a page it is.</param>
/// <param name="Text">The text there, without white space around it; in the body, Markdown with its inline marks.</param>
public sealed record Segment(SegmentField Field, int Start, int Length, int Block, SegmentKind Kind, string Text)
{
    /// <summary>Where it ends, exclusively.</summary>
    public int End => Start + Length;
}
