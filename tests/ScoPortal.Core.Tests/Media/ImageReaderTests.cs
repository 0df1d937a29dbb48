using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ScoPortal.Core.Media;
using Xunit;

namespace ScoPortal.Core.Tests.Media;

/// <summary>Pictures are known by their bytes, measured as shown, and lose what says who took them, where and with what.</summary>
public class ImageReaderTests
{
    private static readonly ImageLimits Limits = new(20_000_000, 50_000_000, 16_000);

    private static readonly Dictionary<string, Func<bool, byte[]>> Makers = new(StringComparer.Ordinal)
    {
        ["jpg"] = m => Picture.Jpeg(metadata: m),
        ["png"] = m => Picture.Png(metadata: m),
        ["gif"] = m => Picture.Gif(metadata: m),
        ["webp"] = m => Picture.WebP(metadata: m),
        ["avif"] = m => Picture.Avif(metadata: m),
    };

    public static TheoryData<string> Kinds => [.. Makers.Keys];

    [Theory, MemberData(nameof(Kinds))]
    public void A_picture_is_known_by_its_bytes_and_measured(string kind)
    {
        var image = Taken(Makers[kind](false));

        Assert.Equal((kind, 40, 24), (image.Format.Extension, image.Width, image.Height));
        Assert.False(image.IsAnimated);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void A_picture_without_metadata_stays_byte_for_byte(string kind) =>
        Assert.Equal(Makers[kind](false), Taken(Makers[kind](false)).Bytes);

    [Theory, MemberData(nameof(Kinds))]
    public void What_says_who_where_and_with_what_goes_and_the_colour_profile_stays(string kind)
    {
        var made = Makers[kind](true);
        Assert.True(Holds(made, Picture.Secret));

        var image = Taken(made);

        Assert.False(Holds(image.Bytes, Picture.Secret));
        Assert.False(Holds(image.Bytes, "Exif\0\0II"));
        Assert.True(Holds(image.Bytes, Picture.Profile));
        Assert.Equal((40, 24), (image.Width, image.Height));
        if (kind == "avif")
            Assert.True(Holds(image.Bytes, "PIXELS"));
        Assert.Equal(image.Bytes, Taken(image.Bytes).Bytes);
    }

    [Theory]
    [InlineData("jpg"), InlineData("png"), InlineData("webp")]
    public void A_picture_that_is_to_be_turned_is_still_turned_and_measured_as_shown(string kind)
    {
        for (var orientation = 1; orientation <= 8; orientation++)
        {
            var made = kind == "jpg" ? Picture.Jpeg(orientation: orientation) : kind == "png" ? Picture.Png(orientation: orientation) : Picture.WebP(orientation: orientation);

            var image = Taken(Taken(made).Bytes);

            Assert.Equal(orientation, image.Orientation);
            Assert.Equal(orientation < 5 ? (40, 24) : (24, 40), (image.Width, image.Height));
            Assert.False(Holds(image.Bytes, Picture.Secret));
        }
    }

    [Fact]
    public void An_avif_turned_by_a_quarter_is_measured_as_shown() =>
        Assert.Equal((24, 40), (Taken(Picture.Avif(quarters: 1)).Width, Taken(Picture.Avif(quarters: 3)).Height));

    [Fact]
    public void An_orientation_that_is_none_counts_as_upright()
    {
        Assert.Equal(1, Taken(Picture.Jpeg(orientation: 9, metadata: true)).Orientation);
        Assert.Equal((40, 24), (Taken(Picture.LossyWebP()).Width, Taken(Picture.LossyWebP()).Height));
    }

    [Fact]
    public void Several_frames_make_an_animation()
    {
        Assert.True(Taken(Picture.Gif(frames: 3)).IsAnimated);
        Assert.True(Taken(Picture.WebP(frames: 2)).IsAnimated);
        Assert.True(Taken(Picture.Png(animated: 2)).IsAnimated);
        Assert.False(Holds(Taken(Picture.WebP(frames: 2, metadata: true)).Bytes, Picture.Secret));
    }

    [Fact]
    public void Of_the_repetitions_of_an_animation_only_their_number_stays()
    {
        var gif = Picture.Gif(frames: 2);
        var block = "\vNETSCAPE2.0\u0003\u0001\0\0"u8;
        var at = gif.AsSpan().IndexOf(block) + block.Length;

        Assert.Equal(gif, Taken([.. gif[..at], 3, .. "abc"u8, .. gif[at..]]).Bytes);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void What_follows_the_end_is_cut_or_refused(string kind)
    {
        byte[] tail = [.. "<script>alert(1)</script>PK\u0003\u0004"u8];

        var reading = Read([.. Makers[kind](false), .. tail]);

        if (kind == "avif")
            Assert.Equal(ImageFault.Damaged, reading.Fault);
        else
            Assert.Equal(Makers[kind](false), reading.Image!.Bytes);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void A_file_cut_off_anywhere_is_refused(string kind)
    {
        var whole = Makers[kind](true);

        for (var length = 0; length < whole.Length - 1; length++)
            if (Read(whole[..length]).Image is { } image)
                // An AVIF may end before boxes that nobody needs.
                Assert.True(kind == "avif" && Holds(image.Bytes, "PIXELS"), $"{kind} cut to {length} of {whole.Length}");
    }

    [Theory]
    [InlineData("", ImageFault.NoImage)]
    [InlineData("GIF89a/*", ImageFault.Damaged)]
    [InlineData("<!doctype html><img src=x onerror=alert(1)>", ImageFault.NoImage)]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", ImageFault.Svg)]
    [InlineData("\uFEFF <?xml version='1.0'?>\n<!-- harmless --><SVG onload='alert(1)'/>", ImageFault.Svg)]
    [InlineData("alert('GIF89a')", ImageFault.NoImage)]
    [InlineData("%PDF-1.7", ImageFault.NoImage)]
    [InlineData("PK\u0003\u0004", ImageFault.NoImage)]
    [InlineData("BM      ", ImageFault.NoImage)]
    public void What_is_no_picture_is_refused_whatever_its_name(string text, ImageFault fault) =>
        Assert.Equal(fault, Read(Encoding.UTF8.GetBytes(text)).Fault);

    [Fact]
    public void A_drawing_in_another_encoding_is_a_drawing_too()
    {
        var utf16 = new UnicodeEncoding(bigEndian: false, byteOrderMark: true);
        Assert.Equal(ImageFault.Svg, Read([.. utf16.GetPreamble(), .. utf16.GetBytes("<svg/>")]).Fault);
    }

    [Fact]
    public void More_than_allowed_is_refused_however_small_the_file()
    {
        Assert.Equal(ImageFault.TooManyPixels, Read(Picture.WebP(16_001, 1)).Fault);
        Assert.Equal(ImageFault.TooManyPixels, Read(Picture.WebP(10_000, 5_001)).Fault);
        Assert.Equal(ImageFault.TooManyPixels, Read(Picture.Avif(int.MaxValue, int.MaxValue)).Fault);
        Assert.NotNull(Read(Picture.WebP(10_000, 5_000)).Image);
        Assert.Equal(ImageFault.TooLarge, ImageReader.Read(Picture.Jpeg(), Limits with { MaxBytes = 100 }).Fault);
        Assert.Equal(ImageFault.Damaged, Read(Picture.Gif(0, 0)).Fault);
        Assert.Equal(ImageFault.Unsupported, Read(Picture.Jpeg(40, 0)).Fault);
    }

    [Fact]
    public void Varieties_that_browsers_do_not_show_are_named_as_such()
    {
        Assert.Equal(ImageFault.Unsupported, Read(Picture.Jpeg(frame: 0xC3)).Fault);
        Assert.Equal(ImageFault.Unsupported, Read(Picture.Jpeg(frame: 0xC9)).Fault);
        Assert.Equal(ImageFault.Unsupported, Read(Picture.Avif(brand: "avis")).Fault);
    }

    [Fact]
    public void A_wrong_check_sum_is_a_damaged_picture()
    {
        var png = Picture.Png();
        png[^20] ^= 1;

        Assert.Equal(ImageFault.Damaged, Read(png).Fault);
    }

    [Fact]
    public void No_bytes_make_it_throw() =>
        Prop.ForAll<byte[]>(bytes => Sound(bytes ?? [])).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithEndSize(300));

    [Theory, MemberData(nameof(Kinds))]
    public void Whatever_is_changed_in_a_picture_it_is_refused_or_comes_out_sound(string kind)
    {
        var made = Makers[kind](true);
        var changes = Gen.Choose(0, made.Length - 1).Zip(Gen.OneOf(Gen.Choose(0, 255), Gen.Elements(0, 1, 0x7F, 0x80, 0xFF))).ArrayOf();

        Prop.ForAll(changes.ToArbitrary(), list =>
        {
            var bytes = (byte[])made.Clone();
            foreach (var (at, value) in list)
                bytes[at] = (byte)value;
            Sound(bytes);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000).WithEndSize(12));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Pieces_left_out_doubled_or_moved_make_it_stumble_over_nothing(string kind)
    {
        var made = Makers[kind](true);
        var cut = Gen.Choose(0, made.Length);

        Prop.ForAll(cut.Four().ToArbitrary(), places =>
        {
            var (a, b, c, d) = places;
            Sound([.. made[..a], .. made[Math.Min(b, c)..Math.Max(b, c)], .. made[d..]]);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    // With quadratic time, any of these would take hours.
    [Fact]
    public void Megabytes_made_to_be_slow_are_read_to_the_end()
    {
        var jpeg = Picture.Jpeg();
        var scan = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA]);
        foreach (var piece in (byte[][])[[0xFF], [0xFF, 0], [0xFF, 0xD0], [0xFF, 0xFE, 0, 2], [0xFF, 0xFF, 0xFF, 0xE5, 0, 2]])
            Sound([.. jpeg[..(scan + 10)], .. Enumerable.Repeat(piece, 10_000_000 / piece.Length).SelectMany(p => p), .. jpeg[^2..]]);
        var png = Picture.Png();
        using var chunk = new MemoryStream();
        Picture.Chunk(chunk, "tEXt", []);
        Sound([.. png[..^12], .. Enumerable.Repeat(chunk.ToArray(), 500_000).SelectMany(p => p), .. png[^12..]]);
        var gif = Picture.Gif();
        Sound([.. gif[..^1], .. Enumerable.Repeat((byte[])[0x21, 0xFE, 0], 3_000_000).SelectMany(p => p), 0x3B]);
        byte[] box = [0, 0, 0, 8, .. "skip"u8];
        Sound([.. Picture.Avif(), .. Enumerable.Repeat(box, 1_000_000).SelectMany(p => p)]);
    }

    // Taken or refused; what is taken is within the limits and stays as it is when it comes in again.
    private static void Sound(byte[] bytes)
    {
        var reading = Read(bytes);
        Assert.Equal(reading.Image is null, reading.Fault != ImageFault.None);
        if (reading.Image is not { } image)
            return;
        Assert.InRange(image.Width, 1, Limits.MaxSide);
        Assert.InRange(image.Height, 1, Limits.MaxSide);
        var again = Taken(image.Bytes);
        Assert.Equal((image.Width, image.Height, image.Orientation), (again.Width, again.Height, again.Orientation));
        Assert.True(image.Bytes.AsSpan().SequenceEqual(again.Bytes));
    }

    private static ImageReading Read(byte[] bytes) => ImageReader.Read(bytes, Limits);

    private static ImageFile Taken(byte[] bytes)
    {
        var reading = Read(bytes);
        Assert.True(reading.Image is not null, $"{reading.Fault}");
        return reading.Image!;
    }

    private static bool Holds(byte[] bytes, string text) => bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(text)) >= 0;
}
