namespace ScoPortal.Data.Nodes;

/// <summary>What is taken for granted of the clocks of the nodes.</summary>
public static class Clocks
{
    /// <summary>
    /// They differ by less. What begins later than that after now was written while a clock was wrong, and is not believed: otherwise a session
    /// or a link made then would be good until that time has come.
    /// </summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);
}
