using System.Runtime.InteropServices;

namespace ScoPortal.Core.Translation.Memory;

/// <content>Counts what entries share with a sentence, and keeps the best.</content>
public sealed partial class MemoryIndex
{
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
}
