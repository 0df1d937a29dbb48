using System.Runtime.InteropServices;

namespace ScoPortal.Core.Translation.Memory;

/// <summary>
/// The sentences of one language with their translations into another, to be searched for those like a given one: the same
/// sentence first, then like ones with the per cent of <see cref="Likeness"/>. It finds exactly what comparing all of them
/// would: an inverted index counts the stems that each entry shares with the sentence (ScanCount of Chen Li, Jiaheng Lu and
/// Yiming Lu, "Efficient Merging and Filtering Algorithms for Approximate String Searches", ICDE 2008), which bounds the per
/// cent from above; distances are only computed where the bound is high enough. Safe for concurrent use.
/// </summary>
/// <param name="language">Two-letter code of the sentences that are searched.</param>
public sealed class MemoryIndex(string language)
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

    // Entries that may reach the minimum, with the highest per cent they can have, best first.
    private List<(int Bound, int Slot)> Candidates(Unit[] asked, int minimum)
    {
        if (shared.Length < entries.Count)
            shared = new ushort[entries.Count * 5 / 4];
        var counts = shared.AsSpan(0, entries.Count);
        var totals = default(Totals);
        counts.Clear();
        foreach (var unit in asked)
            totals.Count(unit);
        foreach (var (stem, times) in asked.Where(u => u is { Kind: WordKind.Word, Stem: >= 0 }).CountBy(u => u.Stem))
            Scan(CollectionsMarshal.AsSpan(postings[stem]), times, counts);

        var found = new List<(int Bound, int Slot)>();
        var all = CollectionsMarshal.AsSpan(entries);
        for (var slot = 0; slot < all.Length; slot++)
            if ((counts[slot] > 0 || totals.Words == 0) && all[slot].Entry is not null && totals.Bound(all[slot].Totals, counts[slot]) is var bound && bound >= minimum)
                found.Add((bound, slot));
        found.Sort((x, y) => x.Bound != y.Bound ? y.Bound.CompareTo(x.Bound) : y.Slot.CompareTo(x.Slot));
        return found;
    }

    private static void Scan(ReadOnlySpan<int> list, int times, Span<ushort> counts)
    {
        var (last, run) = (-1, 0);
        foreach (var slot in list)
        {
            (last, run) = (slot, slot == last ? run + 1 : 1);
            if (run <= times)
                counts[slot]++;
        }
    }

    private Unit[] UnitsOf(int slot) => Array.ConvertAll(entries[slot].Units, number => vocabulary[number]);

    private static void Keep(MemoryMatch match, List<MemoryMatch> best, int most)
    {
        var twin = best.FindIndex(m => m.Entry.Target == match.Entry.Target && m.Entry.Source == match.Entry.Source);
        if (twin >= 0 && best[twin].Entry.Id > match.Entry.Id)
            return;
        if (twin >= 0)
            best.RemoveAt(twin);
        var at = best.FindIndex(m => m.Percent < match.Percent || (m.Percent == match.Percent && m.Entry.Id < match.Entry.Id));
        best.Insert(at < 0 ? best.Count : at, match);
        if (best.Count > most)
            best.RemoveAt(most);
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
