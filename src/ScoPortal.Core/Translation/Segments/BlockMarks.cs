using ScoPortal.Core.Wire;

namespace ScoPortal.Core.Translation.Segments;

/// <summary>The marks of headings, items and quotations at the beginning of a line of Markdown.</summary>
internal static class BlockMarks
{
    // A block within more blocks than that is no text of a newsroom.
    private const int MostMarks = 32;

    private static readonly Pattern Heading = Pattern.Exact(@"^ {0,3}#{1,6}([ \t]+|$)");
    private static readonly Pattern Item = Pattern.Exact(@"^[ \t]*([-*+]|[0-9]{1,9}[.)])([ \t]+|$)");
    private static readonly Pattern Quote = Pattern.Exact(@"^ {0,3}>[ \t]?");

    // Within a paragraph a number begins no list, unless it is the first: "on\n19. June" is a date.
    private static readonly Pattern FirstItem = Pattern.Exact(@"^[ \t]*([-*+]|1[.)])[ \t]+\S");

    /// <summary>Of what kind the text behind them is, how long they are, and whether it begins a block.</summary>
    /// <param name="line">The line.</param>
    /// <param name="open">The kind of the block that is open above it; null where none is.</param>
    public static (SegmentKind Kind, int Indent, bool IsNew) Of(ReadOnlySpan<char> line, SegmentKind? open)
    {
        var (kind, indent, isNew) = (open ?? SegmentKind.Text, 0, open is null);
        for (var marks = 0; marks < MostMarks; marks++)
        {
            var rest = line[indent..];
            if (Quote.FirstLength(rest) is > 0 and var quote)
                (kind, isNew, indent) = (SegmentKind.Quote, isNew || open != SegmentKind.Quote, indent + quote);
            else if (Item.FirstLength(rest) is > 0 and var item && (kind != SegmentKind.Text || open is null || FirstItem.IsMatch(rest)))
                (kind, isNew, indent) = (SegmentKind.ListItem, true, indent + item);
            else if (Heading.FirstLength(rest) is > 0 and var heading)
                (kind, isNew, indent) = (SegmentKind.Heading, true, indent + heading);
            else
                break;
        }

        return (kind, indent, isNew);
    }
}
