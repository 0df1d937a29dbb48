namespace ScoPortal.Core.Stories;

/// <summary>Somebody else saved the release meanwhile. Carries both texts, so that neither is lost.</summary>
/// <param name="mine">What was to be saved.</param>
/// <param name="theirs">What stands there now.</param>
/// <param name="theirRevision">The number of that revision.</param>
public sealed class EditConflictException(ReleaseContent mine, ReleaseContent theirs, int theirRevision)
    : Exception($"Revision {theirRevision} was saved meanwhile.")
{
    /// <summary>What was to be saved.</summary>
    public ReleaseContent Mine { get; } = mine;

    /// <summary>What stands there now.</summary>
    public ReleaseContent Theirs { get; } = theirs;

    /// <summary>The number of the revision that stands there now.</summary>
    public int TheirRevision { get; } = theirRevision;
}
