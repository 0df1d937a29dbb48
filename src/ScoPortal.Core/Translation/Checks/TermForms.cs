using ScoPortal.Core.Terms;
using ScoPortal.Core.Translation.Aligning;

namespace ScoPortal.Core.Translation.Checks;

/// <summary>A form of a term in one language, cut into words.</summary>
/// <param name="Key">Key of the term.</param>
/// <param name="Text">As the glossary has it.</param>
/// <param name="Status">Whether to use it.</param>
/// <param name="Words">Its words, at least one.</param>
/// <param name="Order">Its place in the glossary.</param>
internal sealed record CompiledForm(string Key, string Text, TermStatus Status, IReadOnlyList<TermWord> Words, int Order)
{
    public bool IsAcronym => Words is [{ IsAcronym: true }];

    /// <summary>One is the other without some of its words or characters: 上合组织 and 上海合作组织.</summary>
    public bool IsPartOf(CompiledForm longer)
    {
        var at = 0;
        foreach (var word in longer.Words)
            if (at < Words.Count && Words[at].Stem == word.Stem)
                at++;
        return at == Words.Count || string.Concat(longer.Words.Select(w => w.Folded)).Contains(string.Concat(Words.Select(w => w.Stem)), StringComparison.Ordinal);
    }
}

/// <summary>Where a form stands in a sentence.</summary>
internal readonly record struct FormMatch(CompiledForm Form, TextSpan Span);

/// <summary>All forms of a language, to be found in sentences: a table by the stem of the first word, the longest form first.</summary>
internal sealed class TermForms(IEnumerable<CompiledForm> forms)
{
    private readonly Dictionary<string, CompiledForm[]> byFirst = forms.GroupBy(f => f.Words[0].Stem, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.OrderByDescending(f => f.Words.Count).ThenBy(f => f.Status).ToArray(), StringComparer.Ordinal);

    /// <summary>The terms of a sentence in order: from each place the longest, none inside another.</summary>
    public IEnumerable<FormMatch> In(TermText sentence)
    {
        for (var at = 0; at < sentence.Words.Count;)
        {
            var form = byFirst.GetValueOrDefault(sentence.Words[at].Stem)?.FirstOrDefault(f => StandsAt(f, sentence, at));
            if (form is null)
            {
                at++;
                continue;
            }

            var (start, end) = (sentence.Words[at].Start, sentence.Words[at + form.Words.Count - 1].End);
            yield return new(form, new(start, end - start));
            at += form.Words.Count;
        }
    }

    private static bool StandsAt(CompiledForm form, TermText sentence, int at)
    {
        if (at + form.Words.Count > sentence.Words.Count || (form.Words[0].IsIdeograph && IsInPlace(form, sentence, at)))
            return false;
        for (var i = 0; i < form.Words.Count; i++)
            if (!IsSame(form.Words[i], sentence.Words[at + i]) || (i > 0 && !sentence.Joins(at + i, form.Text)))
                return false;
        return true;
    }

    // 印度 in 印度尼西亚, 蒙古 in 内蒙古: Chinese does not part words.
    private static bool IsInPlace(CompiledForm form, TermText sentence, int at)
    {
        for (var start = Math.Max(0, at - 2); start <= at; start++)
            for (var count = Math.Min(8, sentence.Words.Count - start); start + count > at + form.Words.Count || (start < at && start + count == at + form.Words.Count); count--)
                if (ProperNames.IsPlace(string.Concat(sentence.Words.Skip(start).Take(count).Select(w => w.Written)), form.Words.Count))
                    return true;
        return false;
    }

    private static bool IsSame(TermWord wanted, TermWord word) => wanted.IsAcronym ? wanted.Written == word.Written
        : wanted.Stem == word.Stem && !(word.IsAcronym && wanted.Written.Length > 1 && char.IsLower(wanted.Written[1]) && word.Written.Length < 5);
}
