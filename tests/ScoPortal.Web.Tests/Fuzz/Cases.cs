using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace ScoPortal.Web.Tests.Fuzz;

/// <summary>
/// Makes cases: by number, so that each can be made again. One in three is put together from the words of its format, one is a sample with
/// bytes changed, and one repeats a piece of either, now and then very often, which shows what takes more time than its length.
/// </summary>
internal static class Cases
{
    // SCOPORTAL_FUZZ_BYTES: how long a repetition may become.
    private static readonly int LongestRepetition = (int)FuzzTests.Number("SCOPORTAL_FUZZ_BYTES", 50_000);

    // What breaks parsers of any kind: halves of characters, bytes of no encoding, signs of every format, numbers beyond counting.
    private static readonly string[] Odd =
    [
        "\0", "\u0001", "\u001b", "\u0085", "\u00a0", "\u00ad", "\u200b", "\u200f", "\u202e", "\u2028", "\ufeff", "\ufffe", "\uffff", "İ", "ı", "ß", "ﬁ", "ǅ", "𠮷", "😀", "ﷺ", "e\u0301\u0323",
        "青岛", "上合组织", "Россия", "کِتاب", "<", ">", "&", "\"", "'", "`", "\\", "/", "(", ")", "[", "]", "{", "}", "*", "_", "~", "#", "|", "=", "+", "-", ":", ";", ",", ".", "!", "?", "@", "%", "^", "$",
        " ", "  ", "\t", "\n", "\r\n", "\r", "\n\n", "0", "-1", "2147483647", "2147483648", "-9223372036854775808", "99999999999999999999", "1e999", "NaN", "0x7fffffff", "AND", "NOT", "null", "true",
    ];

    private static readonly byte[][] OddBytes = [.. Odd.Select(Encoding.UTF8.GetBytes), [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF, 0xFE], [0xFE, 0xFF], [0, 0, 0, 0], [0xFF, 0xFF, 0xFF, 0xFF], [0x80, 0, 0, 0]];

    private static readonly Dictionary<string, Gen<byte[]>> Known = [];

    public static byte[] Make(Parser parser, ulong number)
    {
        lock (Known)
        {
            if (!Known.TryGetValue(parser.Name, out var cases))
                Known[parser.Name] = cases = Of(parser);
            return cases.Sample(1, new Rnd(number), 20 + (int)(number % 80)).Single();
        }
    }

    private static Gen<byte[]> Of(Parser parser)
    {
        var built = Built(parser);
        var changed = Gen.Elements(parser.Samples).SelectMany(Changed);
        return Gen.OneOf(built, changed, Repeated(Gen.OneOf(built, changed)));
    }

    private static Gen<byte[]> Built(Parser parser)
    {
        var word = Gen.Frequency((8, Gen.Elements(parser.Words).Select(Encoding.UTF8.GetBytes)), (1, Gen.Elements(OddBytes)));
        var words = word.ArrayOf().Select(parts => parts.SelectMany(p => p).ToArray());
        return words.SelectMany(inner => Gen.Elements(parser.Frames).Select(frame => (byte[])[.. Encoding.UTF8.GetBytes(frame.Before), .. inner, .. Encoding.UTF8.GetBytes(frame.After)]));
    }

    private static Gen<byte[]> Changed(byte[] sample) => Change(sample).SelectMany(once => Gen.Frequency(
        (2, Gen.Constant(once)), (2, Change(once)), (1, Change(once).SelectMany(Change).SelectMany(Change).SelectMany(Change))));

    private static Gen<byte[]> Change(byte[] bytes)
    {
        if (bytes.Length == 0)
            return Gen.Elements(OddBytes);
        var place = Gen.Choose(0, bytes.Length - 1);
        var run = place.SelectMany(from => Gen.Choose(1, Math.Min(64, bytes.Length - from)).Select(length => (From: from, Length: length)));
        return Gen.OneOf(
            place.SelectMany(at => Gen.Choose(0, 255).Select(b => With(bytes, at, 1, [(byte)b]))),
            place.SelectMany(at => Gen.Choose(0, 7).Select(bit => With(bytes, at, 1, [(byte)(bytes[at] ^ (1 << bit))]))),
            place.SelectMany(at => Gen.Elements(OddBytes).Select(odd => With(bytes, at, 0, odd))),
            run.SelectMany(r => Gen.Elements(OddBytes).Select(odd => With(bytes, r.From, r.Length, odd))),
            run.Select(r => With(bytes, r.From, r.Length, [])),
            run.SelectMany(r => place.Select(at => With(bytes, at, 0, bytes[r.From..(r.From + r.Length)]))),
            place.Select(at => bytes[..at]));
    }

    private static Gen<byte[]> Repeated(Gen<byte[]> one) =>
        from bytes in one
        where bytes.Length > 0
        from start in Gen.Choose(0, bytes.Length - 1)
        from length in Gen.Frequency((3, Gen.Choose(1, Math.Min(24, bytes.Length - start))), (1, Gen.Choose(1, bytes.Length - start)))
        from times in Gen.Frequency((60, Gen.Choose(2, 20)), (30, Gen.Choose(20, 200)), (9, Gen.Choose(200, 2_000)), (1, Gen.Constant(LongestRepetition)))
        let piece = bytes[start..(start + length)]
        let count = Math.Min(times, 1 + (LongestRepetition / length))
        select (byte[])[.. bytes[..start], .. Enumerable.Repeat(piece, count).SelectMany(p => p), .. bytes[(start + length)..]];

    private static byte[] With(byte[] bytes, int at, int length, byte[] instead) => [.. bytes[..at], .. instead, .. bytes[(at + length)..]];
}
