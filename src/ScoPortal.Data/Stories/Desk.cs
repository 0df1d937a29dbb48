using ScoPortal.Data.Nodes;

namespace ScoPortal.Data.Stories;

/// <summary>Somebody has a release open in the editor.</summary>
public class Presence
{
    /// <summary>Key of the release.</summary>
    public required int ReleaseId { get; init; }

    /// <summary>Key of the account.</summary>
    public required int AccountId { get; init; }

    /// <summary>The last sign of life from that browser, in UTC.</summary>
    public required DateTimeOffset SeenAt { get; set; }
}

/// <summary>Lets somebody without an account read a release that is not public, until it expires or is revoked.</summary>
public class PreviewLink
{
    /// <summary>Database key; the link carries it with a signature.</summary>
    public int Id { get; private set; }

    /// <summary>Key of the release.</summary>
    public required int ReleaseId { get; init; }

    /// <summary>Who it was made for, in the maker's words.</summary>
    public string? Note { get; init; }

    /// <summary>Who made it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When it was made, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From then on it opens nothing, in UTC.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was revoked, in UTC; null while it is good.</summary>
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>It opens the release at that instant.</summary>
    /// <param name="now">The instant, in UTC.</param>
    public bool IsOpen(DateTimeOffset now) => RevokedAt is null && ExpiresAt > now && CreatedAt <= now + Clocks.Tolerance;
}

/// <summary>A text that could not be imported, kept until somebody has looked at it.</summary>
public class FailedImport
{
    /// <summary>Database key, rising.</summary>
    public int Id { get; private set; }

    /// <summary>Name of the file, without its folder.</summary>
    public required string FileName { get; init; }

    /// <summary>
    /// Why: the name of a <c>WireRefusal</c>, "Language:fr" for a language that the portal has not ("Language:" for one that was
    /// not recognised), or what the database said.
    /// </summary>
    public required string Reason { get; init; }

    /// <summary>The text as far as it could be read, for another try; null when it could not.</summary>
    public string? Text { get; init; }

    /// <summary>Name of the account or command that tried.</summary>
    public required string By { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset At { get; init; }
}
