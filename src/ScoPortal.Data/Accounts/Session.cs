namespace ScoPortal.Data.Accounts;

/// <summary>A browser that is signed in. Its cookie holds nothing but the key; without this row it is worth nothing.</summary>
public class Session
{
    /// <summary>SHA-256, in hexadecimal, of the key in the cookie: who reads the table cannot sign in with it.</summary>
    public required string Key { get; init; }

    /// <summary>Key of the account.</summary>
    public required int AccountId { get; init; }

    /// <summary>The framework's authentication ticket, encrypted.</summary>
    public required byte[] Ticket { get; set; }

    /// <summary>When it was signed in, in UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it was last used, in UTC, to the minute.</summary>
    public required DateTimeOffset SeenAt { get; set; }

    /// <summary>When it ends, in UTC.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }

    /// <summary>When its owner last gave a password or a passkey in it, in UTC; null in one that is older than this column.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>The network it was begun from: of IPv4 "192.0.2.0/24", of IPv6 "2001:db8:1::/48".</summary>
    public string? Address { get; init; }

    /// <summary>What the browser called itself, cut to 300 characters.</summary>
    public string? Browser { get; init; }
}

/// <summary>What a link that works without signing in is for.</summary>
public enum AccessKind
{
    /// <summary>Makes the first administrator.</summary>
    Setup = 1,

    /// <summary>Makes an account for somebody invited.</summary>
    Invitation = 2,

    /// <summary>Gives an account a new password.</summary>
    Reset = 3,
}

/// <summary>A link that lets its holder in once: to set up the portal, to accept an invitation, to choose a new password.</summary>
public class AccessLink
{
    /// <summary>Database key.</summary>
    public int Id { get; private set; }

    /// <summary>What it is for.</summary>
    public required AccessKind Kind { get; init; }

    /// <summary>SHA-256, in hexadecimal, of the secret in the link; unique.</summary>
    public required string SecretHash { get; init; }

    /// <summary>The account whose password it resets.</summary>
    public int? AccountId { get; init; }

    /// <summary>The address of who is invited.</summary>
    public string? Email { get; init; }

    /// <summary>The role of who is invited.</summary>
    public string? Role { get; init; }

    /// <summary>The languages a translator who is invited may write, separated by comma.</summary>
    public string Languages { get; init; } = "";

    /// <summary>Who made it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When it was made, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From then on it opens nothing, in UTC.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was used or taken back, in UTC; null while it may be used.</summary>
    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>Concurrency token: one link lets in once, even when it is followed twice at the same moment.</summary>
    public int Version { get; set; }

    /// <summary>Nobody gets in by it again.</summary>
    /// <param name="at">The instant, in UTC.</param>
    public void Close(DateTimeOffset at) => (UsedAt, Version) = (at, Version + 1);
}
