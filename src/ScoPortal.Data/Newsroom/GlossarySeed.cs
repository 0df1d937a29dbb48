using ScoPortal.Core.Terms;

namespace ScoPortal.Data.Newsroom;

/// <summary>The glossary that comes with the portal, for work that has no database.</summary>
public static class GlossarySeed
{
    /// <summary>Its entries, new objects at each call.</summary>
    public static IEnumerable<Term> Terms() => SampleZones.Terms();
}
