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
            }

            own[i] = feature;
            CollectionsMarshal.AsSpan(postings)[feature].Add(slot, language);
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
            CollectionsMarshal.AsSpan(postings)[feature].Remove(slot, entry.Language);
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
        chinese = languages.IndexOf("zh");
        return languages.Count - 1;
    }

    /// <summary>
    /// The texts that have a clue, and how many of them in each language. In one array, because there are as many of these as there are
    /// different clues: the numbers of the languages up to the last that is needed, then the texts.
    /// </summary>
    private struct PostingList
    {
        private int[]? numbers;
        private byte languages;

        public int Count { get; private set; }

        public readonly ReadOnlySpan<int> Slots => numbers.AsSpan(languages, Count);

        public readonly int In(int language) => language < languages ? numbers![language] : 0;

        public void Add(int slot, int language)
        {
            var least = Math.Max(languages, language + 1);
            if (numbers is null || least > languages || languages + Count == numbers.Length)
            {
                var longer = new int[least + (Count == 0 ? 1 : Count < 8 ? Count * 2 : Count + (Count / 2))];
                numbers.AsSpan(0, languages).CopyTo(longer);
                Slots.CopyTo(longer.AsSpan(least));
                (numbers, languages) = (longer, (byte)least);
            }

            numbers[languages + Count++] = slot;
            numbers[language]++;
        }

        public void Remove(int slot, int language)
        {
            var at = Slots.IndexOf(slot);
            numbers![languages + at] = numbers[languages + --Count];
            numbers[language]--;
        }
    }
}
