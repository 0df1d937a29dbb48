using System.Buffers.Binary;

namespace ScoPortal.Core.Media;

/// <summary>Reads numbers and runs of bytes. Past the end it gives zeros and nothing, and remembers that it did.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;

    /// <summary>Of the next byte.</summary>
    public int Position { get; private set; }

    /// <summary>More was asked for than there is.</summary>
    public bool Failed { get; private set; }

    /// <summary>How many bytes are left.</summary>
    public readonly int Left => bytes.Length - Position;

    /// <summary>There is something left to read.</summary>
    public readonly bool More => !Failed && Left > 0;

    /// <summary>The next <paramref name="count"/> bytes; none past the end.</summary>
    public ReadOnlySpan<byte> Take(long count)
    {
        if (Failed || count < 0 || count > Left)
        {
            Failed = true;
            return default;
        }

        Position += (int)count;
        return bytes.Slice(Position - (int)count, (int)count);
    }

    /// <summary>An unsigned number of 8 bits.</summary>
    public int Byte() => Take(1) is [var b] ? b : 0;

    /// <summary>An unsigned number of 16 bits, high byte first.</summary>
    public int Word() => (Byte() << 8) | Byte();

    /// <summary>An unsigned number of 32 bits, high byte first.</summary>
    public uint Long() => Take(4) is { Length: 4 } four ? BinaryPrimitives.ReadUInt32BigEndian(four) : 0;

    /// <summary>An unsigned number of 64 bits, high byte first.</summary>
    public ulong Wide() => ((ulong)Long() << 32) | Long();

    /// <summary>An unsigned number of 0, 4 or 8 bytes, high byte first, kept below what a sum of a few could overflow.</summary>
    public long Sized(int size) => size == 0 ? 0 : size == 4 ? Long() : (long)Math.Min(Wide(), long.MaxValue / 8);

    /// <summary>An unsigned number of 16 bits, low byte first.</summary>
    public int LittleWord() => Byte() | (Byte() << 8);

    /// <summary>An unsigned number of 24 bits, low byte first.</summary>
    public int LittleTriple() => LittleWord() | (Byte() << 16);

    /// <summary>An unsigned number of 32 bits, low byte first.</summary>
    public uint LittleLong() => BinaryPrimitives.ReverseEndianness(Long());
}
