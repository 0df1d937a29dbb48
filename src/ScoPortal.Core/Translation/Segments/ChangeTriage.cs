using ScoPortal.Core.Translation.Checks;
using ScoPortal.Core.Translation.Clues;
using ScoPortal.Core.Translation.Memory;

namespace ScoPortal.Core.Translation.Segments;

/// <summary>Weighs a change of a source sentence for those who keep its translations.</summary>
public static class ChangeTriage
{
    // Signs that mean something beside a number or a name.
    private const string Signs = "%‰°+=<>&§#";

    /// <summary>The weight of a change.</summary>
    /// <param name="before">The sentence a translation was made from, plain or inline Markdown; empty where there was none.</param>
    /// <param name="after">The sentence as it is now; empty where it is gone.</param>
    /// <param name="language">Language of both; names are told by capitals, in Chinese by the characters that spell them.</param>
    /// <remarks>
    /// Figures count by their value (150,000 is 150 000), addresses without scheme and last slash. What only moved is wording,
    /// unless nothing but figures and names changed places. Doubt about a name makes <see cref="ChangeWeight.Should"/>.
    /// </remarks>
    public static ChangeWeight Of(string before, string after, string language)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before == after)
            return ChangeWeight.None;
        if (string.IsNullOrWhiteSpace(before) || string.IsNullOrWhiteSpace(after))
            return string.IsNullOrWhiteSpace(before) && string.IsNullOrWhiteSpace(after) ? ChangeWeight.Minor : ChangeWeight.Must;

        var (old, young) = (new Sentence(before, language), new Sentence(after, language));
        if (!SameBag(old.Facts, young.Facts) || old.Denials != young.Denials)
            return ChangeWeight.Must;
        if (string.Concat(old.Words.Select(w => w.Folded)) == string.Concat(young.Words.Select(w => w.Folded)))
            return ChangeWeight.Minor;
        var (gone, came) = (Surplus(old, young), Surplus(young, old));
        if (gone.Concat(came).Any(w => w.IsName) || gone.Any(g => came.Any(c => Negations.AreContrary(g.Folded, c.Folded) || Negations.AreContrary(g.Stem, c.Stem))))
            return ChangeWeight.Must;
        return gone.Count + came.Count == 0 && OnlyFactsMoved(old, young) ? ChangeWeight.Must : ChangeWeight.Should;
    }

    private static bool SameBag(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Order(StringComparer.Ordinal).SequenceEqual(other.Order(StringComparer.Ordinal), StringComparer.Ordinal);

    // What one has more often than the other, in any inflection.
    private static List<Unit> Surplus(Sentence of, Sentence beside)
    {
        var there = beside.Words.CountBy(w => w.Stem).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
        return [.. of.Words.Where(w => there.TryGetValue(w.Stem, out var left) && left > 0 ? (there[w.Stem] = left - 1) < 0 : true)];
    }

    private static bool OnlyFactsMoved(Sentence old, Sentence young) =>
        Stems(old, facts: false).SequenceEqual(Stems(young, facts: false), StringComparer.Ordinal)
        && !Stems(old, facts: true).SequenceEqual(Stems(young, facts: true), StringComparer.Ordinal);

    private static IEnumerable<string> Stems(Sentence of, bool facts) => of.Words.Where(w => w.IsFact == facts).Select(w => w.Stem);

    private readonly record struct Unit(string Folded, string Stem, bool IsName, bool IsFact);

    private sealed class Sentence
    {
        public Sentence(string text, string language)
        {
            var units = SentenceWords.Of(text);
            var names = ProperNames.In(text, units, language);
            var chinese = language == "zh" ? ChineseNames.In(text) : null;
            for (var i = 0; i < units.Count; i++)
            {
                var (unit, written) = (units[i], units[i].In(text));
                if (unit.Kind == WordKind.Address)
                    Facts.Add("@" + Addresses.Canonical(written));
                if (unit.Kind == WordKind.Address || (unit.Kind == WordKind.Mark && !IsSign(written[0])))
                    continue;
                var (folded, stem) = SentenceWords.Forms(written, language);
                if (unit.Kind == WordKind.Mark)
                    Facts.Add(written);
                var isName = names.Contains(i) || chinese?[unit.Start] == true;
                Words.Add(new(folded, stem, isName, isName || unit.Kind != WordKind.Word));
            }

            var figures = Figures.In(text, language);
            Facts.AddRange(figures.Select(f => $"{f.Kind} {f.Value}"));
            Facts.AddRange(units.Where(u => u.Kind == WordKind.Number && !figures.Any(f => f.Start < u.End && u.Start < f.Start + f.Length)).Select(u => u.In(text)));
            Denials = Negations.Count(text, language, units.Where(u => u.Kind == WordKind.Word).Select(u => u.In(text)));
        }

        public List<Unit> Words { get; } = [];

        public List<string> Facts { get; } = [];

        public int Denials { get; }

        private static bool IsSign(char c) => Signs.Contains(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.CurrencySymbol;
    }
}
