namespace ScoPortal.Core.Translation.Clues;

/// <summary>Names in Chinese text: Chinese ones by their readings, foreign ones by the consonants that the characters transcribe.</summary>
internal static class HanClues
{
    private const int LongestName = 8;
    private const int SkeletonKey = 6;

    /// <param name="clues">What is found is added here.</param>
    /// <param name="text">Simplified.</param>
    /// <param name="known">Words of the lexicon: two characters of one such word are no name.</param>
    public static void Add(List<Clue> clues, string text, List<WordHit> known)
    {
        var word = new int[text.Length];
        for (var i = 0; i < known.Count; i++)
            for (var at = known[i].Start; at < known[i].Start + known[i].Length; at++)
                if (!Lexicon.IsPlace(known[i].Concept))
                    word[at] = i + 1;

        for (var i = 0; i + 1 < text.Length; i++)
            if (!(word[i] > 0 && word[i] == word[i + 1]) && !Han.IsFunctional(text[i]) && !Han.IsFunctional(text[i + 1])
                && Han.Reading(text[i]) is { } first && Han.Reading(text[i + 1]) is { } second)
                clues.Add(new(ClueKind.Pinyin, $"{first} {second}", i, 2, true));

        for (var i = 0; i < text.Length;)
        {
            var end = i;
            while (end < text.Length && word[end] == 0 && Han.Transcribes(text[end]))
                end++;
            if (end - i >= 2)
                AddRun(clues, text, i, end);
            i = end + 1;
        }
    }

    // Where the name begins and ends within the run is not known.
    private static void AddRun(List<Clue> clues, string text, int start, int end)
    {
        var seen = new HashSet<string>();
        for (var from = start; from + 2 <= end; from++)
            for (var to = from + 2; to <= Math.Min(end, from + LongestName); to++)
                if (Han.Skeleton(text.AsSpan(from, to - from)) is { Length: >= 3 and <= SkeletonKey + 2 } skeleton)
                {
                    var key = skeleton[..Math.Min(skeleton.Length, SkeletonKey)];
                    if (seen.Add(key))
                        clues.Add(new(ClueKind.Sound, key, from, to - from, true));
                }
    }
}
