using ScoPortal.Core.Translation.Aligning;

namespace ScoPortal.Core.Translation.Checks;

/// <summary>How bad a finding is.</summary>
public enum CheckSeverity
{
    /// <summary>It says something wrong, breaks something or breaks a rule of the glossary: publishing waits for it.</summary>
    Error,

    /// <summary>It may be wrong: a look is enough.</summary>
    Warning,
}

/// <summary>Something a check found in a translated sentence. Check and value together say what it is, so that it can be waived.</summary>
/// <param name="Check">Name of the check, one of <see cref="SegmentChecks.Names"/>.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Value">What it is about: stays the same as long as the trouble does.</param>
/// <param name="Arguments">What a message about it names, in the order docs/reference/checks.md gives for each check.</param>
/// <param name="Source">Where the source has it, if it does.</param>
/// <param name="Target">Where the target has it, if it does.</param>
public sealed record CheckFinding(
    string Check, CheckSeverity Severity, string Value, IReadOnlyList<string> Arguments, TextSpan? Source = null, TextSpan? Target = null);

/// <summary>A glossary term in a source sentence.</summary>
/// <param name="Key">Key of the term.</param>
/// <param name="Source">Where it stands.</param>
/// <param name="Preferred">The form to write in the target language.</param>
/// <param name="Allowed">Other forms that may be written.</param>
/// <param name="Used">The target sentence has one of them, in any inflection.</param>
public sealed record GlossaryHit(string Key, TextSpan Source, string Preferred, IReadOnlyList<string> Allowed, bool Used);
