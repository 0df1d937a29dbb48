namespace ScoPortal.Core.Search;

/// <summary>A word that shrinks from its end while a stemmer works on it.</summary>
internal ref struct StemBuffer
{
    private readonly Span<char> letters;

    /// <param name="word">Lower-case, folded.</param>
    /// <param name="room">At least one character longer than the word: a suffix may be replaced by a longer one.</param>
    public StemBuffer(ReadOnlySpan<char> word, Span<char> room)
    {
        word.CopyTo(room);
        letters = room;
        Length = word.Length;
    }

    public int Length { get; set; }

    public readonly ref char this[int index] => ref letters[index];

    /// <summary>True when the word ends so, with the suffix at or after <paramref name="region"/>.</summary>
    public readonly bool EndsWith(ReadOnlySpan<char> suffix, int region = 0) =>
        Length - suffix.Length >= region && letters[..Length].EndsWith(suffix);

    public readonly bool StartsWith(ReadOnlySpan<char> prefix) => letters[..Length].StartsWith(prefix);

    /// <summary>The first of <paramref name="suffixes"/> (given longest first) that the word ends in, at or after the region.</summary>
    public readonly string? Longest(string[] suffixes, int region = 0)
    {
        foreach (var suffix in suffixes)
            if (EndsWith(suffix, region))
                return suffix;
        return null;
    }

    public void Replace(int removed, ReadOnlySpan<char> by)
    {
        by.CopyTo(letters[(Length - removed)..]);
        Length += by.Length - removed;
    }

    public override readonly string ToString() => new(letters[..Length]);
}
