namespace ScoPortal.Core.Translation.Memory;

/// <summary>
/// The sentences of one language with their translations into another, to be searched for those like a given one: the same
/// sentence first, then like ones with the per cent of <see cref="Likeness"/>. It finds exactly what comparing all of them
/// would: an inverted index counts the stems that each entry shares with the sentence (ScanCount of Chen Li, Jiaheng Lu and
/// Yiming Lu, "Efficient Merging and Filtering Algorithms for Approximate String Searches", ICDE 2008), which bounds the per
/// cent from above; distances are only computed where the bound is high enough. Safe for concurrent use.
/// </summary>
/// <param name="language">Two-letter code of the sentences that are searched.</param>
public sealed partial class MemoryIndex(string language)
{
    /// <summary>Sentences of more units (words, signs; characters in Chinese) are neither kept nor found.</summary>
    public const int MaxUnits = 1000;

    private const int Bulk = 10_000;

    private readonly Lock gate = new();
    private readonly Dictionary<int, int> slots = [];
    private readonly List<Slot> entries = [];
    private Vocabulary vocabulary = new(language);
    private List<List<int>> postings = [];
    private ushort[] shared = [];

    /// <summary>How many entries it holds.</summary>
    public int Count
    {
        get
        {
            lock (gate)
                return slots.Count;
        }
    }

    /// <summary>Takes entries in; one with a known key takes the place of the former.</summary>
    public void Add(params IEnumerable<MemoryEntry> added)
    {
        ArgumentNullException.ThrowIfNull(added);
        lock (gate)
        {
            var before = entries.Count;
            foreach (var entry in added)
                AddOne(entry);
            if (entries.Count - before > Bulk)
                postings.ForEach(list => list.TrimExcess());
        }
    }

    /// <summary>Takes entries out; unknown keys are passed over.</summary>
    /// <param name="ids">Keys of entries.</param>
    public void Remove(params IEnumerable<int> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        lock (gate)
        {
            foreach (var id in ids)
                if (slots.Remove(id, out var slot))
                    entries[slot] = default;
            if (entries.Count - slots.Count > Math.Max(Bulk, slots.Count))
                Compact();
        }
    }

    /// <summary>The entries most like a sentence, best first, newest first among equals; each pair of texts once.</summary>
    /// <param name="source">The sentence.</param>
    /// <param name="minimum">Least per cent, 1 to 100.</param>
    /// <param name="most">How many at most, 1 or more.</param>
    public IReadOnlyList<MemoryMatch> Find(string source, int minimum = 60, int most = 5)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(minimum, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        lock (gate)
        {
            var asked = vocabulary.Read(source);
            if (asked.Length is 0 or > MaxUnits)
                return [];
            var best = new List<MemoryMatch>(most + 1);
            foreach (var (bound, slot) in Candidates(asked, minimum))
            {
                var least = best.Count < most ? minimum : best[^1].Percent;
                if (bound < least)
                    break;
                if (Likeness.Percent(asked, UnitsOf(slot), least) is > 0 and var percent)
                    Keep(new(entries[slot].Entry!, percent), best, most);
            }

            return best;
        }
    }

    private void AddOne(MemoryEntry entry)
    {
        if (slots.Remove(entry.Id, out var former))
            entries[former] = default;
        var units = vocabulary.Add(entry.Source);
        if (units.Length is 0 or > MaxUnits)
            return;
        while (postings.Count < vocabulary.Stems)
            postings.Add(new(1));
        var totals = default(Totals);
        foreach (var number in units)
        {
            var unit = vocabulary[number];
            totals.Count(unit);
            if (unit.Kind == WordKind.Word)
                postings[unit.Stem].Add(entries.Count);
        }

        slots[entry.Id] = entries.Count;
        entries.Add(new(entry, units, totals));
    }

    private void Compact()
    {
        var left = entries.Where(e => e.Entry is not null).Select(e => e.Entry!).ToList();
        (vocabulary, postings) = (new(language), []);
        entries.Clear();
        slots.Clear();
        left.ForEach(AddOne);
    }

    private readonly record struct Slot(MemoryEntry? Entry, int[] Units, Totals Totals);
}
