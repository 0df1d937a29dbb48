using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace ScoPortal.Core.Accounts;

/// <summary>Codes of an authenticator app: RFC 6238 with SHA-1, six digits and steps of 30 seconds, as every app has them.</summary>
public static class Totp
{
    private const int Period = 30;
    // Ten minutes: clocks of nodes differ by less. A later step was used while a clock was ahead.
    private const long Impossible = 20;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The number of the step at that instant, rising by one every 30 seconds.</summary>
    public static long StepAt(DateTimeOffset instant) => instant.ToUnixTimeSeconds() / Period;

    /// <summary>The code of a step, six digits.</summary>
    /// <param name="key">The secret that app and portal share.</param>
    /// <param name="step">See <see cref="StepAt"/>.</param>
    public static string Code(ReadOnlySpan<byte> key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238: authenticator apps know no other.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & 0x7FFF_FFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step that a code belongs to: the present one or, for clocks that differ, the one before or after.</summary>
    /// <param name="key">The secret that app and portal share.</param>
    /// <param name="code">As typed; spaces do not count.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="usedUpTo">The last step whose code has let somebody in: it and those before let nobody in again. Not
    /// believed where it lies more than ten minutes after <paramref name="now"/>: the clock was wrong then.</param>
    /// <returns>Null when the code is wrong or used.</returns>
    public static long? Match(ReadOnlySpan<byte> key, string code, DateTimeOffset now, long usedUpTo)
    {
        var typed = string.Concat(code.Where(c => !char.IsWhiteSpace(c)));
        if (usedUpTo > StepAt(now) + Impossible)
            usedUpTo = 0;
        for (var step = StepAt(now) - 1; step <= StepAt(now) + 1; step++)
            if (step > usedUpTo && string.Equals(Code(key, step), typed, StringComparison.Ordinal))
                return step;
        return null;
    }

    /// <summary>The key that a text of base 32 stands for; spaces do not count.</summary>
    /// <exception cref="FormatException">It has another character.</exception>
    public static byte[] FromText(string text)
    {
        var (key, buffer, bits) = (new List<byte>(), 0, 0);
        foreach (var c in text.Where(c => c != ' '))
        {
            var value = Alphabet.IndexOf(char.ToUpperInvariant(c), StringComparison.Ordinal);
            if (value < 0)
                throw new FormatException("A key has the letters A to Z and the digits 2 to 7.");
            (buffer, bits) = ((buffer << 5) | value, bits + 5);
            if (bits < 8)
                continue;
            bits -= 8;
            key.Add((byte)(buffer >> bits));
            buffer &= (1 << bits) - 1;
        }

        return [.. key];
    }
}
