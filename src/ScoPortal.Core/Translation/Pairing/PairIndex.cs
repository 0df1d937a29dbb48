using System.Runtime.InteropServices;

namespace ScoPortal.Core.Translation.Pairing;

/// <summary>
/// Profiles of a collection, so that the partners of a text are found without comparing it with every other: an inverted index from clues
/// to texts (J. Zobel and A. Moffat, "Inverted files for text search engines", ACM Computing Surveys 38(2), 2006) whose rarest lists are
/// read first and whose longest not at all. Not safe for use by several threads while one of them adds or removes.
/// </summary>
public sealed partial class PairIndex
{
    /// <summary>How many languages a collection may have.</summary>
    public const int MostLanguages = 32;

    private readonly record struct Entry(int Id, int Language, PairProfile? Profile, int[] Features);

    private readonly Dictionary<int, int> slots = [];
    private readonly List<Entry> entries = [];
    private readonly Stack<int> free = [];
    private readonly List<string> languages = [];
    private int chinese = -1;
    private readonly int[] documents = new int[MostLanguages];
    private readonly Dictionary<uint, int> features = [];
    private readonly List<PostingList> postings = [];

    // How many texts of each language have a clue, clue by clue, side by side: comparing two texts asks for hundreds of them at random.
    private int[] spread = [];
    private int width = 4;
    private readonly Logarithms?[] logarithms = new Logarithms?[MostLanguages << KindBits];

    /// <summary>How many texts it holds.</summary>
    public int Count => slots.Count;

    /// <summary>Adds a text, or replaces what it held under that number.</summary>
    /// <param name="id">The text's own number.</param>
    /// <param name="profile">Its profile.</param>
    /// <exception cref="InvalidOperationException">More than <see cref="MostLanguages"/> languages.</exception>
    public void Add(int id, PairProfile profile)
    {
        Remove(id);
        var language = Language(profile.Language);
        if (!free.TryPop(out var slot))
        {
            slot = entries.Count;
            entries.Add(default);
        }

        var own = new int[profile.Clues.Length];
        for (var i = 0; i < own.Length; i++)
        {
            ref var feature = ref CollectionsMarshal.GetValueRefOrAddDefault(features, profile.Clues[i], out var known);
            if (!known)
            {
                feature = postings.Count;
                postings.Add(default);
                if (postings.Count * width > spread.Length)
                    Array.Resize(ref spread, Math.Max(1024, postings.Count * width / 2 * 3));
            }

            own[i] = feature;
            spread[(feature * width) + language]++;
            CollectionsMarshal.AsSpan(postings)[feature].Add(slot);
        }

        entries[slot] = new(id, language, profile, own);
        slots[id] = slot;
        documents[language]++;
    }

    /// <summary>Takes a text out; nothing happens when it is not there.</summary>
    public void Remove(int id)
    {
        if (!slots.Remove(id, out var slot))
            return;
        var entry = entries[slot];
        foreach (var feature in entry.Features)
        {
            spread[(feature * width) + entry.Language]--;
            CollectionsMarshal.AsSpan(postings)[feature].Remove(slot);
        }

        documents[entry.Language]--;
        entries[slot] = default;
        free.Push(slot);
    }

    private int Language(string code)
    {
        var at = languages.IndexOf(code);
        if (at >= 0)
            return at;
        if (languages.Count == MostLanguages)
            throw new InvalidOperationException($"No collection has more than {MostLanguages} languages.");
        languages.Add(code);
        if (languages.Count > width)
            Widen();
        chinese = languages.IndexOf("zh");
        return languages.Count - 1;
    }

    // Few collections have more languages than a portal starts with.
    private void Widen()
    {
        var wider = new int[postings.Count * width * 2];
        for (var feature = 0; feature < postings.Count; feature++)
            spread.AsSpan(feature * width, width).CopyTo(wider.AsSpan(feature * width * 2));
        (spread, width) = (wider, width * 2);
    }

    private int CountIn(int feature, int language) => spread[(feature * width) + language];

    /// <summary>The texts that have a clue.</summary>
    private struct PostingList
    {
        private int[]? slots;

        public int Count { get; private set; }

        public readonly ReadOnlySpan<int> Slots => slots.AsSpan(0, Count);

        public void Add(int slot)
        {
            if (slots is null || Count == slots.Length)
                Array.Resize(ref slots, Count == 0 ? 1 : Count < 8 ? Count * 2 : Count + (Count / 2));
            slots[Count++] = slot;
        }

        public void Remove(int slot) => slots![Slots.IndexOf(slot)] = slots[--Count];
    }
}
