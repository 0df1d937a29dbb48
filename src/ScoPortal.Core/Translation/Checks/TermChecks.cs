using ScoPortal.Core.Terms;

namespace ScoPortal.Core.Translation.Checks;

/// <summary>Whether a translation writes what the glossary wants.</summary>
internal static class TermChecks
{
    public static IEnumerable<CheckFinding> Of(string source, TermText target, Glossary glossary)
    {
        // Short forms are told once for a term; where the whole name is there too, that one counts.
        foreach (var term in glossary.Found(source, target).GroupBy(f => f.Hit.Key, StringComparer.Ordinal))
            if (term.FirstOrDefault(f => !f.IsShort) is var whole && (whole.Hit ?? term.First().Hit) is { Used: false } hit)
                yield return new("term-missing", whole.Hit is null ? CheckSeverity.Warning : CheckSeverity.Error, hit.Key,
                    [source.Substring(hit.Source.Start, hit.Source.Length), hit.Preferred], hit.Source);

        foreach (var match in glossary.Targets.In(target))
            if (match.Form.Status == TermStatus.Forbidden)
                yield return new("term-forbidden", CheckSeverity.Error, match.Form.Text, [match.Span.In(target.Text), glossary.Preferred(match.Form.Key) ?? ""], null, match.Span);
    }

    /// <summary>Forms of one term that do not go together in one text, told at the ones to change.</summary>
    public static IEnumerable<(int Sentence, CheckFinding Finding)> Mixed(IReadOnlyList<string> targets, Glossary glossary)
    {
        var met = targets.SelectMany((text, sentence) => glossary.Targets.In(new(text, glossary.TargetLanguage))
            .Where(m => m.Form.Status != TermStatus.Forbidden).Select(m => (Sentence: sentence, Match: m))).ToList();
        foreach (var term in met.GroupBy(m => m.Match.Form.Key, StringComparer.Ordinal))
            foreach (var form in term.GroupBy(m => m.Match.Form))
                if (Rival(form.Key, form.Count(), term.GroupBy(m => m.Match.Form).Select(g => (g.Key, g.Count()))) is { } rival)
                    foreach (var (sentence, match) in form)
                        yield return (sentence, new("inconsistent", CheckSeverity.Warning, form.Key.Text, [match.Span.In(targets[sentence]), rival.Text], null, match.Span));
    }

    // The form that this one should give way to: of the same sort (an abbreviation beside its full name is no trouble), preferred or met more often.
    private static CompiledForm? Rival(CompiledForm form, int times, IEnumerable<(CompiledForm Form, int Times)> all) => all
        .Where(o => o.Form != form && o.Form.IsAcronym == form.IsAcronym && !o.Form.IsPartOf(form) && !form.IsPartOf(o.Form)
            && Rank(o.Form, o.Times).CompareTo(Rank(form, times)) > 0)
        .Select(o => o.Form).FirstOrDefault();

    private static (bool, int, int) Rank(CompiledForm form, int times) => (form.Status == TermStatus.Preferred, times, -form.Order);
}
