namespace ScoPortal.Data.Search;

/// <summary>What many releases have in common: few combinations exist.</summary>
/// <param name="Language">Their language.</param>
/// <param name="Year">The year from which on visitors find them, in UTC.</param>
/// <param name="Zones">Zones of their stories.</param>
/// <param name="Topics">Topics of their stories.</param>
internal sealed record FactGroup(string Language, int Year, int[] Zones, int[] Topics);

/// <summary>
/// What filters, counts and ranking need of every release, by slot, at one change of the index. A slot is the number under which a
/// release was written: one that is written anew gets the next, and the slot it had is empty.
/// </summary>
/// <param name="Id">The key of the release; 0 for an empty slot.</param>
/// <param name="From">From when on visitors find it, in UTC ticks.</param>
/// <param name="Group">Its place among the groups.</param>
/// <param name="Length">Its words.</param>
/// <param name="Groups">Language, year, zones and topics.</param>
/// <param name="Build">Which building of the index.</param>
/// <param name="Applied">The last change it has followed.</param>
internal sealed record Facts(int[] Id, long[] From, int[] Group, ushort[] Length, FactGroup[] Groups, string Build, long Applied)
{
    private readonly Lazy<int[][]> slots = new(() => SlotsOf(Id, Group, Groups.Length));
    private readonly Lazy<Dictionary<string, (int Releases, float Words)>> languages = new(() => LanguagesOf(Id, Group, Length, Groups));

    /// <summary>No index.</summary>
    public static Facts None { get; } = new([], [], [], [], [], "", -1);

    /// <summary>How many releases a language has, and the words of an average one.</summary>
    public (int Releases, float Words) Of(string language) => languages.Value.GetValueOrDefault(language, (0, 1));

    /// <summary>The slots of a group.</summary>
    public ReadOnlySpan<int> SlotsOf(int group) => slots.Value[group];

    private static int[][] SlotsOf(int[] ids, int[] groups, int count)
    {
        var found = new List<int>[count];
        for (var group = 0; group < count; group++)
            found[group] = [];
        for (var slot = 0; slot < ids.Length; slot++)
            if (ids[slot] != 0)
                found[groups[slot]].Add(slot);
        return Array.ConvertAll(found, list => list.ToArray());
    }

    private static Dictionary<string, (int Releases, float Words)> LanguagesOf(int[] ids, int[] groups, ushort[] lengths, FactGroup[] all)
    {
        var sums = new (int Releases, long Words)[all.Length];
        for (var slot = 0; slot < ids.Length; slot++)
            if (ids[slot] != 0)
                sums[groups[slot]] = (sums[groups[slot]].Releases + 1, sums[groups[slot]].Words + lengths[slot]);
        return all.Zip(sums).GroupBy(g => g.First.Language, g => g.Second, StringComparer.Ordinal).ToDictionary(
            g => g.Key, g => (g.Sum(s => s.Releases), Math.Max(1f, g.Sum(s => s.Words) / (float)Math.Max(1, g.Sum(s => s.Releases)))), StringComparer.Ordinal);
    }
}
