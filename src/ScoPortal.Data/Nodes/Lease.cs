namespace ScoPortal.Data.Nodes;

/// <summary>Work that one node does for all of them, and who has it.</summary>
public class Lease
{
    /// <summary>Names the work; unique.</summary>
    public required string Work { get; init; }

    /// <summary>Who has it or had it last: machine, process, and a random part.</summary>
    public required string Holder { get; init; }

    /// <summary>From then on anybody may take it, in UTC.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>The number of the change log up to which the work is done; 0 where it follows none, or is not begun.</summary>
    public long Position { get; init; }
}
