namespace ScoPortal.Core.Wire;

/// <summary>What two texts have in common.</summary>
/// <param name="Resemblance">Shingles in both over shingles in either: 0 nothing, 1 the same words in the same order.</param>
/// <param name="Containment">Share of the shorter text's shingles that the other has: 1 also where a paragraph was left out.</param>
/// <param name="Numbers">Share of the numbers of the text with fewer that the other has; 1 where it has none.</param>
public readonly record struct Overlap(double Resemblance, double Containment, double Numbers)
{
    /// <summary>
    /// Both pass on one text, or one a shorter cut of the other. The numbers have to agree as well: without them, the reports of two
    /// days that fill one form would be copies.
    /// </summary>
    public bool IsCopy => Numbers >= 0.75 && ((Resemblance >= 0.5 && Containment >= 0.75) || (Resemblance >= 0.3 && Containment >= 0.9));
}

/// <summary>
/// The runs of <see cref="Words"/> words of a text, to find copies of it that other wires carry, with other headlines, line breaks,
/// quotes and spellings. Resemblance and containment are those of A. Broder, "On the resemblance and containment of documents"
/// (1997); <see cref="Bands"/> is his MinHash sketch cut into bands (P. Indyk and R. Motwani, "Approximate nearest neighbors",
/// 1998; J. Leskovec et al., "Mining of Massive Datasets", section 3.4). Hashes are the same in every process and for ever.
/// </summary>
public sealed class Shingles
{
    /// <summary>Length of a shingle in words; of Han text one character more.</summary>
    public const int Words = 4;

    /// <summary>How many bands a sketch has.</summary>
    public const int BandCount = 20;

    // With 20 bands of 3, a text that resembles another by 0.5 shares a band with it in 93 of 100 cases, by 0.6 in 99, and
    // by 0.1 in 2: 1 - (1 - s^3)^20.
    private const int RowsPerBand = 3;

    // What is shorter is a note, and alike too easily.
    private const int Fewest = 12;

    private readonly ulong[] shingles;
    private readonly ulong[] numbers;

    /// <summary>Cuts a story, in time linear in its length.</summary>
    /// <param name="text">Headline and paragraphs without datelines and credits, which are what differs between wires.</param>
    public Shingles(string text)
    {
        var words = new FoldedWords(text);
        shingles = Set(Runs(words.All));
        numbers = Set(words.Numbers);
    }

    /// <summary>How many different ones there are.</summary>
    public int Count => shingles.Length;

    /// <summary>Compares two texts exactly; those of fewer than 12 shingles have nothing in common.</summary>
    public Overlap With(Shingles other)
    {
        var fewest = Math.Min(Count, other.Count);
        if (fewest < Fewest)
            return default;
        var common = Common(shingles, other.shingles);
        var fewestNumbers = Math.Min(numbers.Length, other.numbers.Length);
        return new(
            (double)common / (Count + other.Count - common),
            (double)common / fewest,
            fewestNumbers == 0 ? 1 : (double)Common(numbers, other.numbers) / fewestNumbers);
    }

    /// <summary>
    /// The sketch: <see cref="BandCount"/> hashes, of which copies have at least one in common, nearly always. None for a text
    /// that is too short to compare.
    /// </summary>
    public IReadOnlyList<long> Bands()
    {
        if (Count < Fewest)
            return [];

        Span<ulong> least = stackalloc ulong[BandCount * RowsPerBand];
        least.Fill(ulong.MaxValue);
        foreach (var shingle in shingles)
        {
            var row = shingle;
            for (var i = 0; i < least.Length; i++)
                least[i] = Math.Min(least[i], Mix(row += Golden));
        }

        var bands = new long[BandCount];
        for (var band = 0; band < BandCount; band++)
        {
            var hash = (ulong)band;
            foreach (var minimum in least.Slice(band * RowsPerBand, RowsPerBand))
                hash = Mix(hash + Golden ^ minimum);
            bands[band] = (long)hash;
        }

        return bands;
    }

    private static IEnumerable<ulong> Runs(List<ulong> words)
    {
        for (var i = 0; i + Words <= words.Count; i++)
        {
            var hash = 0UL;
            for (var j = i; j < i + Words; j++)
                hash = Mix(hash + Golden ^ words[j]);
            yield return hash;
        }
    }

    private static ulong[] Set(IEnumerable<ulong> hashes)
    {
        var set = hashes.ToArray();
        Array.Sort(set);
        var count = 0;
        foreach (var hash in set)
            if (count == 0 || set[count - 1] != hash)
                set[count++] = hash;
        return set[..count];
    }

    private static int Common(ulong[] a, ulong[] b)
    {
        var (i, j, common) = (0, 0, 0);
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j])
                common++;
            (i, j) = a[i] == b[j] ? (i + 1, j + 1) : a[i] < b[j] ? (i + 1, j) : (i, j + 1);
        }

        return common;
    }

    private const ulong Golden = 0x9E3779B97F4A7C15;

    // The finalizer of SplitMix64: G. Steele et al., "Fast splittable pseudorandom number generators" (2014).
    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
