using System.Buffers;
using System.Text;

namespace ScoPortal.Core.Wire;

/// <summary>
/// Repairs UTF-8 that was read as Latin-1 or Windows-1252, once or twice: "Ã¼" is "ü", "â€œ" is "“", "ä¸­" is "中". Line by
/// line, since often only a part of a page is damaged, and only where the characters go back to bytes that are exactly one
/// character of UTF-8.
/// </summary>
/// <remarks>
/// A sequence is repaired where the line has one that no sound text has: "Ã" or "Â" before a sign, "â€", two Cyrillic or Han
/// sequences in a row with a sign among them. Letters, quotation marks, dashes, no-break spaces and soft hyphens alone may
/// meet in a sound text (French "é" before a no-break space and "»", German "Ä“"), so that they prove nothing.
/// </remarks>
public static class Mojibake
{
    private const int MostRounds = 3;

    private const string WeakSigns = "œšžŸŠŽŒ‘’“”‚„–—…‹›«»\u00a0\u00ad§°";

    // Windows-1252 from 0x80 to 0x9F; NUL where it has nothing, which Latin-1 fills with control characters.
    private const string Upper = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

    private static readonly SearchValues<char> Leads = SearchValues.Create(
        [.. Enumerable.Range(0xC2, 0xF4 - 0xC2 + 1).Select(b => (char)b)]);

    private enum Proof
    {
        None,
        InRun,
        Alone,
    }

    /// <summary>Repairs a text.</summary>
    /// <returns>The text, and how many of its lines were changed; the same text and 0 where none was.</returns>
    public static (string Text, int Lines) Repair(string text)
    {
        if (text.AsSpan().IndexOfAny(Leads) < 0)
            return (text, 0);
        var (repaired, lines) = (new StringBuilder(text.Length), 0);
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end + 1;
            var line = text[at..end];
            var sound = line;
            for (var round = 0; round < MostRounds && OnceOver(sound) is { } better; round++)
                sound = better;
            lines += sound == line ? 0 : 1;
            repaired.Append(sound);
            at = end;
        }

        return lines == 0 ? (text, 0) : (repaired.ToString(), lines);
    }

    /// <summary>Says how many lines were repaired.</summary>
    public static WireWarning Warning(int lines) =>
        new("mojibake-repaired", $"Letters that had been read in a wrong encoding were repaired; lines: {lines}.", WireDates.Text(lines));

    private static string? OnceOver(string line)
    {
        var found = Sequences(line);
        var isHanDamaged = found.Zip(found.Skip(1)).Any(p => p.First.At + p.First.Length == p.Second.At && IsFar(p.First.Rune) && IsFar(p.Second.Rune)
            && (p.First.Proof == Proof.InRun || p.Second.Proof == Proof.InRun));
        if (!isHanDamaged && !found.Exists(s => s.Proof == Proof.Alone))
            return null;

        var (sound, at) = (new StringBuilder(line.Length), 0);
        foreach (var sequence in found.Where(s => isHanDamaged || !IsFar(s.Rune)))
        {
            sound.Append(line, at, sequence.At - at);
            if (sequence.Rune.Value != 0xFEFF)
                sound.Append(sequence.Rune);
            at = sequence.At + sequence.Length;
        }

        return at == 0 ? null : sound.Append(line, at, line.Length - at).ToString();
    }

    private static List<(int At, int Length, Rune Rune, Proof Proof)> Sequences(string line)
    {
        var found = new List<(int At, int Length, Rune Rune, Proof Proof)>();
        Span<byte> bytes = stackalloc byte[4];
        for (var at = line.AsSpan().IndexOfAny(Leads); at >= 0 && at < line.Length; at++)
        {
            if (line[at] is < '\u00C2' or > '\u00F4')
                continue;
            var length = line[at] < 0xE0 ? 2 : line[at] < 0xF0 ? 3 : 4;
            if (at + length > line.Length || !Continues(line.AsSpan(at, length), bytes)
                || Rune.DecodeFromUtf8(bytes[..length], out var rune, out var used) != OperationStatus.Done || used != length || !IsPlausible(rune))
                continue;
            found.Add((at, length, rune, Prove(line, at, length)));
            at += length - 1;
        }

        return found;
    }

    private static bool Continues(ReadOnlySpan<char> characters, Span<byte> bytes)
    {
        bytes[0] = (byte)characters[0];
        for (var i = 1; i < characters.Length; i++)
        {
            var c = characters[i];
            var upper = Upper.IndexOf(c, StringComparison.Ordinal);
            var value = c is >= '\u0080' and <= '\u00BF' ? c : c != '\0' && upper >= 0 ? 0x80 + upper : 0;
            if (value == 0)
                return false;
            bytes[i] = (byte)value;
        }

        return true;
    }

    private static Proof Prove(string line, int at, int length)
    {
        var isSigned = line.AsSpan(at + 1, length - 1).ContainsAnyExcept(WeakSigns);
        var isAfterCapital = at > 0 && char.IsUpper(line[at - 1]);
        return line[at] switch
        {
            'Â' or 'Ã' => isSigned || !isAfterCapital ? Proof.Alone : Proof.None,
            'â' or 'ã' or 'ï' or 'ð' => Proof.Alone,
            'Ä' or 'Å' => Proof.None,
            'Ð' or 'Ñ' => Proof.InRun,
            _ => isSigned ? Proof.InRun : Proof.None,
        };
    }

    /// <summary>Cyrillic and Han, which come in words.</summary>
    private static bool IsFar(Rune rune) => rune.Value is (>= 0x400 and <= 0x45F) or (>= 0x3400 and <= 0x9FFF);

    private static bool IsPlausible(Rune rune) => rune.Value is (>= 0xA0 and <= 0x17F) or (>= 0x400 and <= 0x45F) or (>= 0x2010 and <= 0x203A)
        or 0x20AC or 0x2116 or 0x2122 or (>= 0x3000 and <= 0x303F) or (>= 0x3400 and <= 0x9FFF) or (>= 0xFF00 and <= 0xFFEF) or 0xFEFF or (>= 0x1F300 and <= 0x1FAFF)
        or (>= 0x80 and <= 0x9F);
}
