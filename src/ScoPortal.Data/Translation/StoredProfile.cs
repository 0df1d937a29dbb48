namespace ScoPortal.Data.Translation;

/// <summary>What a release is recognised by in other languages. Derived from its newest revision; can be thrown away and computed again.</summary>
/// <param name="ReleaseId">Key of the release.</param>
/// <param name="Language">Its language, BCP 47.</param>
/// <param name="Features">As <c>PairProfile.ToBytes</c> of the pair finder writes them.</param>
public sealed record StoredProfile(int ReleaseId, string Language, byte[] Features);
