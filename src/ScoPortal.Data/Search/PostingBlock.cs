using System.Runtime.InteropServices;

namespace ScoPortal.Data.Search;

/// <summary>
/// Where each word stands in the releases of one block, gathered to be written (<see cref="Postings"/> reads it). A release with
/// the word has two bytes, its place in the block and whether it has the word once in its body and nowhere else; if not,
/// three more bytes say how often headline, standfirst and body have it, at most 255 times. Where it stands is a list of its own: the distance of each
/// occurrence from the one before it in its column, seven bits to a byte.
/// </summary>
internal sealed class PostingBlock
{
    /// <summary>Releases of a block at most: that many places can be told.</summary>
    public const int Size = 32_768;

    /// <summary>Releases of a block that is added to: each change writes whole rows of it, which should not be long.</summary>
    public const int SmallSize = 2048;

    /// <summary>Columns: headline, standfirst and body. Only a word that is in the body alone, once, has the short form.</summary>
    public const int Columns = 3;

    private readonly Dictionary<string, Dictionary<string, Entry>> languages = new(StringComparer.Ordinal);

    /// <summary>Takes in a release.</summary>
    /// <param name="place">Its place in the block, higher than those before.</param>
    /// <param name="language">The language whose words these are.</param>
    /// <param name="columns">The words of each column, in their order.</param>
    public void Add(int place, string language, string[][] columns)
    {
        ref var entries = ref CollectionsMarshal.GetValueRefOrAddDefault(languages, language, out _);
        entries ??= new(StringComparer.Ordinal);
        for (var column = 0; column < Columns; column++)
            for (var position = 0; position < columns[column].Length; position++)
            {
                ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(entries, columns[column][position], out _);
                (entry ??= new Entry()).Add(place, column, position);
            }
    }

    /// <summary>Everything gathered, in the order of the table; nothing is left.</summary>
    public IEnumerable<(string Word, byte[] Releases, byte[] Places)> Take()
    {
        foreach (var (language, entries) in languages.OrderBy(l => l.Key, StringComparer.Ordinal))
            foreach (var (word, entry) in entries.OrderBy(e => e.Key, StringComparer.Ordinal))
                yield return (Postings.Key(language, word), [.. entry.Releases], [.. entry.Places]);
        languages.Clear();
    }

    private sealed class Entry
    {
        private (int Place, int At, int Column, int Position) last = (-1, 0, 0, 0);

        public List<byte> Releases { get; } = [];

        public List<byte> Places { get; } = [];

        public void Add(int place, int column, int position)
        {
            if (place != last.Place)
            {
                last = (place, Releases.Count, column, 0);
                var once = column == Columns - 1;
                Releases.Add((byte)((place << 1) | (once ? 1 : 0)));
                Releases.Add((byte)(place >> 7));
                if (!once)
                    Releases.AddRange((byte)(column == 0 ? 1 : 0), (byte)column, (byte)0);
            }
            else
            {
                if ((Releases[last.At] & 1) == 1)
                {
                    Releases[last.At] &= 0xFE;
                    Releases.AddRange((byte)0, (byte)0, (byte)1);
                }

                if (Releases[last.At + 2 + column] == byte.MaxValue)
                    return;
                Releases[last.At + 2 + column]++;
                if (column != last.Column)
                    last.Position = 0;
            }

            var distance = position - last.Position;
            for (; distance > 0x7F; distance >>= 7)
                Places.Add((byte)(distance | 0x80));
            Places.Add((byte)distance);
            (last.Column, last.Position) = (column, position);
        }
    }
}
