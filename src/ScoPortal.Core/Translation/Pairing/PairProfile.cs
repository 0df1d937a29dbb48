using System.Buffers.Binary;
using ScoPortal.Core.Translation.Clues;

namespace ScoPortal.Core.Translation.Pairing;

/// <summary>
/// What pairing keeps of a text: its clues as hashes with how often they come, its length, paragraphs and date. About two kilobytes for a
/// page, of very long texts only the most telling clues; the same in every process and for ever, as long as <see cref="Version"/> is.
/// </summary>
public sealed class PairProfile
{
    /// <summary>Raise it when a text would give another profile: stored ones are computed anew.</summary>
    public const byte Version = 1;

    /// <summary>So that <see cref="ToBytes"/> stays below 64 KB, as wide as the column is.</summary>
    internal const int MostClues = 13_000;

    internal const int MostCount = 63;
    internal const byte InTitle = 0x80;
    internal const byte AsName = 0x40;

    private const int Header = 11;
    private const int BytesPerClue = 5;

    internal PairProfile(string language, uint[] clues, byte[] counts) => (Language, Clues, Counts) = (language, clues, counts);

    /// <summary>Two-letter code.</summary>
    public string Language { get; }

    /// <summary>When the text was published or dated.</summary>
    public DateOnly? Date { get; internal init; }

    /// <summary>Length in characters as an English text would have them, without white space: a Chinese character counts for three.</summary>
    public int Length { get; internal init; }

    /// <summary>Number of paragraphs, 1 or more.</summary>
    public int Paragraphs { get; internal init; }

    /// <summary>Hashes of the clues, rising; the first four bits are the kind.</summary>
    internal uint[] Clues { get; }

    /// <summary>Beside each clue: how often it comes (1 to 63), whether in the title, whether as a name.</summary>
    internal byte[] Counts { get; }

    /// <summary>Reads a text; linear in its length, one or two milliseconds for a page.</summary>
    /// <param name="document">The text.</param>
    /// <param name="glossary">Terms of the newsroom, if they are to count; the profile depends on their numbers.</param>
    public static PairProfile Of(PairDocument document, WordTable? glossary = null) => PairReading.Of(document, glossary).Profile;

    /// <summary>A form to store, below 64 KB; <see cref="FromBytes"/> reads it.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Header + (Clues.Length * BytesPerClue)];
        bytes[0] = Version;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(1), Date?.DayNumber ?? -1);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(5), Length);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(9), (ushort)Math.Min(Paragraphs, ushort.MaxValue));
        for (var i = 0; i < Clues.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(Header + (i * BytesPerClue)), Clues[i]);
            bytes[Header + (i * BytesPerClue) + 4] = Counts[i];
        }

        return bytes;
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote; null when another version wrote it, or something else did.</summary>
    public static PairProfile? FromBytes(string language, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Header || bytes[0] != Version || (bytes.Length - Header) % BytesPerClue != 0)
            return null;
        var (clues, counts) = (new uint[(bytes.Length - Header) / BytesPerClue], new byte[(bytes.Length - Header) / BytesPerClue]);
        for (var i = 0; i < clues.Length; i++)
            (clues[i], counts[i]) = (BinaryPrimitives.ReadUInt32LittleEndian(bytes[(Header + (i * BytesPerClue))..]), bytes[Header + (i * BytesPerClue) + 4]);
        var day = BinaryPrimitives.ReadInt32LittleEndian(bytes[1..]);
        return new(language, clues, counts)
        {
            Date = day >= 0 && day <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber(day) : null,
            Length = BinaryPrimitives.ReadInt32LittleEndian(bytes[5..]),
            Paragraphs = BinaryPrimitives.ReadUInt16LittleEndian(bytes[9..]),
        };
    }

    /// <summary>The profile of the same text under another date.</summary>
    public PairProfile On(DateOnly? date) => new(Language, Clues, Counts) { Date = date, Length = Length, Paragraphs = Paragraphs };

    /// <summary>FNV-1a (RFC 9923) of the key over UTF-16 units, 28 bits, behind four bits for the kind.</summary>
    internal static uint Hash(Clue clue)
    {
        var hash = 0x811C9DC5u;
        foreach (var unit in clue.Key)
            hash = (hash ^ unit) * 0x01000193;
        return ((uint)clue.Kind << 28) | ((hash ^ (hash >> 28)) & 0x0FFFFFFF);
    }

    internal static ClueKind KindOf(uint clue) => (ClueKind)(clue >> 28);

    /// <summary>Less for kinds that say more, because fewer texts have the same.</summary>
    internal static int Rank(uint clue) => KindOf(clue) switch
    {
        ClueKind.Identifier or ClueKind.Link => 0,
        ClueKind.Number or ClueKind.Date or ClueKind.Term => 1,
        ClueKind.Place or ClueKind.Pinyin or ClueKind.Sound => 2,
        ClueKind.Concept => 3,
        _ => 4,
    };
}
