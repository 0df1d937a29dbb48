namespace ScoPortal.Core.Translation.Aligning;

/// <summary>
/// Titles run into a sentence in one language that the other sets apart, or leaves out: a cut before a capital word, where the two
/// parts answer two sentences of the other text clearly better than the whole does.
/// </summary>
internal sealed class TitleCuts(AlignText source, AlignText target, Likelihood likelihood)
{
    // How common it is that a sentence holds a title run in: the first of a text, and any other.
    private const double AtFirst = 0.4;
    private const double Elsewhere = 0.05;
    private const int FewestLetters = 12;

    /// <summary>The sentences of both texts, cut.</summary>
    public (AlignText Source, AlignText Target) Of(IReadOnlyList<SentenceBead> beads)
    {
        var (a, b) = (new List<AlignSentence>(), new List<AlignSentence>());
        foreach (var bead in beads)
        {
            var isFirst = a.Count == 0 || b.Count == 0;
            var (x, y) = (source.Sentences.Take(bead.Source).ToList(), target.Sentences.Take(bead.Target).ToList());
            if (isFirst && x.Count == 1 && y.Count == 1 && CutBoth(x[0], y[0]) is { } cut)
                (x, y) = ([.. Parts(x[0], cut.Source)], [.. Parts(y[0], cut.Target)]);
            a.AddRange(x is [var s] && y.Count is 1 or 2 ? Cut(s, y, likelihood.Source, likelihood.Target, isFirst) : x);
            b.AddRange(y is [var t] && x.Count is 1 or 2 ? Cut(t, x, likelihood.Target, likelihood.Source, isFirst) : y);
        }

        return (source with { Sentences = a }, target with { Sentences = b });
    }

    private (int Source, int Target)? CutBoth(AlignSentence x, AlignSentence y)
    {
        var (inSource, inTarget) = (Places(x.Text), Places(y.Text));
        var best = likelihood.Of(likelihood.Source(x.Text), likelihood.Target(y.Text)) - Chance(true, inSource.Count) - Chance(true, inTarget.Count);
        (int, int)? cut = null;
        foreach (var i in inSource)
        {
            var (first, second) = (likelihood.Source(x.Text[..i]), likelihood.Source(x.Text[i..]));
            foreach (var j in inTarget)
                if (likelihood.Of(first, likelihood.Target(y.Text[..j])) + likelihood.Of(second, likelihood.Target(y.Text[j..])) is var value && value > best)
                    (best, cut) = (value, (i, j));
        }

        return cut;
    }

    private static double Chance(bool isFirst, int places) => Math.Log((isFirst ? AtFirst : Elsewhere) / Math.Max(1, places));

    private IEnumerable<AlignSentence> Cut(AlignSentence whole, List<AlignSentence> others, Func<string, Traits> read, Func<string, Traits> readOther, bool isFirst)
    {
        var places = Places(whole.Text);
        if (places.Count == 0)
            return [whole];

        var parts = others.ConvertAll(o => readOther(o.Text));
        var together = likelihood.Of(read(whole.Text), parts.Count == 1 ? parts[0] : readOther(others[0].Text + " " + others[1].Text) with { Count = 2 });
        var (gain, at) = places.Select(p => (Value(read(whole.Text[..p]), read(whole.Text[p..]), parts), p)).Max();
        return gain + Chance(isFirst, places.Count) <= together ? [whole] : Parts(whole, at);
    }

    private static IEnumerable<AlignSentence> Parts(AlignSentence whole, int at) =>
        [whole with { Text = whole.Text[..at].TrimEnd() }, whole with { Text = whole.Text[at..] }];

    private double Value(Traits first, Traits second, List<Traits> others) => others.Count == 2
        ? likelihood.Of(first, others[0]) + likelihood.Of(second, others[1])
        : Likelihood.Alone + Math.Max(likelihood.Of(first, others[0]), likelihood.Of(second, others[0]));

    private static List<int> Places(string text)
    {
        var places = new List<int>();
        for (var i = FewestLetters; i < text.Length - FewestLetters; i++)
            if (char.IsUpper(text[i]) && text[i - 1] == ' ' && (char.IsLetterOrDigit(text[i - 2]) || text[i - 2] is '"' or '»' or '”' or '“' or ')' or '%' or '$'))
                places.Add(i);
        return places;
    }
}
