namespace ScoPortal.Data.Archives;

/// <summary>A file that is no archive, is damaged or of a newer portal, or a place that it cannot be taken into. The message says which, in English.</summary>
public sealed class ArchiveException : Exception
{
    /// <summary>Says what is wrong.</summary>
    public ArchiveException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is wrong, and what it was found by.</summary>
    public ArchiveException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
