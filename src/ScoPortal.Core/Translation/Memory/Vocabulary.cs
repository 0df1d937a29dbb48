namespace ScoPortal.Core.Translation.Memory;

/// <summary>A unit of a sentence as numbers to compare: equal numbers, equal texts. Negative ones are not in the vocabulary.</summary>
internal readonly record struct Unit(int Written, int Folded, int Stem, WordKind Kind);

/// <summary>Gives every different unit of a language a number, so that sentences are compared without their letters.</summary>
internal sealed class Vocabulary(string language)
{
    private readonly Dictionary<string, int> written = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> folded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> stems = new(StringComparer.Ordinal);
    private readonly List<Unit> units = [];

    /// <summary>How many different stems there are; their numbers are below.</summary>
    public int Stems => stems.Count;

    public Unit this[int written] => units[written];

    /// <summary>The numbers of a sentence's units; new units are taken in.</summary>
    public int[] Add(string sentence)
    {
        var (words, lookup) = (SentenceWords.Of(sentence), written.GetAlternateLookup<ReadOnlySpan<char>>());
        var numbers = new int[words.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            var text = sentence.AsSpan(words[i].Start, words[i].Length);
            if (!lookup.TryGetValue(text, out numbers[i]))
            {
                var (fold, stem) = SentenceWords.Forms(text, language);
                numbers[i] = lookup[text] = units.Count;
                units.Add(new(units.Count, NumberOf(folded, fold), words[i].Kind == WordKind.Word ? NumberOf(stems, stem) : -1, words[i].Kind));
            }
        }

        return numbers;
    }

    /// <summary>A sentence that is asked about; the vocabulary stays as it is.</summary>
    public Unit[] Read(string sentence)
    {
        var (words, unknown) = (SentenceWords.Of(sentence), new Dictionary<string, int>(StringComparer.Ordinal));
        return [.. words.Select(word =>
        {
            var text = word.In(sentence);
            if (written.TryGetValue(text, out var number))
                return units[number];
            var (fold, stem) = SentenceWords.Forms(text, language);
            return new Unit(Unknown("w" + text), Known(folded, fold, "f"), word.Kind == WordKind.Word ? Known(stems, stem, "s") : -1, word.Kind);
        })];

        int Known(Dictionary<string, int> all, string form, string mark) => all.TryGetValue(form, out var number) ? number : Unknown(mark + form);

        int Unknown(string form)
        {
            unknown.TryAdd(form, -2 - unknown.Count);
            return unknown[form];
        }
    }

    private static int NumberOf(Dictionary<string, int> all, string form)
    {
        all.TryAdd(form, all.Count);
        return all[form];
    }
}
