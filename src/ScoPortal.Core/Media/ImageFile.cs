namespace ScoPortal.Core.Media;

/// <summary>A kind of picture that browsers show.</summary>
/// <param name="ContentType">Its media type.</param>
/// <param name="Extension">What its addresses end with, without a dot.</param>
public sealed record ImageFormat(string ContentType, string Extension)
{
    /// <summary>JPEG, ITU-T T.81.</summary>
    public static ImageFormat Jpeg { get; } = new("image/jpeg", "jpg");

    /// <summary>PNG, https://www.w3.org/TR/png-3/.</summary>
    public static ImageFormat Png { get; } = new("image/png", "png");

    /// <summary>WebP, RFC 9649.</summary>
    public static ImageFormat WebP { get; } = new("image/webp", "webp");

    /// <summary>AVIF, https://aomediacodec.github.io/av1-avif/.</summary>
    public static ImageFormat Avif { get; } = new("image/avif", "avif");

    /// <summary>GIF, https://www.w3.org/Graphics/GIF/spec-gif89a.txt.</summary>
    public static ImageFormat Gif { get; } = new("image/gif", "gif");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ImageFormat> All { get; } = [Jpeg, Png, WebP, Avif, Gif];

    /// <summary>The one of that media type.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static ImageFormat Of(string contentType) => All.First(f => f.ContentType == contentType);
}

/// <summary>A picture as it may be stored.</summary>
/// <param name="Format">Found in its bytes.</param>
/// <param name="Width">In pixels as shown, after <paramref name="Orientation"/> is applied.</param>
/// <param name="Height">In pixels as shown.</param>
/// <param name="Orientation">How browsers turn it, 1 to 8 as in Exif; 1 is not at all.</param>
/// <param name="IsAnimated">It has several frames.</param>
/// <param name="Bytes">The file without metadata, its pixels untouched.</param>
public sealed record ImageFile(ImageFormat Format, int Width, int Height, int Orientation, bool IsAnimated, byte[] Bytes);

/// <summary>Why a file is not taken.</summary>
public enum ImageFault
{
    /// <summary>It is.</summary>
    None,

    /// <summary>More bytes than allowed.</summary>
    TooLarge,

    /// <summary>None of the formats, whatever its name says.</summary>
    NoImage,

    /// <summary>A drawing that can carry scripts.</summary>
    Svg,

    /// <summary>More pixels, or a longer side, than allowed.</summary>
    TooManyPixels,

    /// <summary>Cut off, or against the rules of its format.</summary>
    Damaged,

    /// <summary>A variety of its format that browsers do not show, or an animation in AVIF.</summary>
    Unsupported,
}

/// <summary>A picture, or why there is none.</summary>
/// <param name="Image">Null when <paramref name="Fault"/> names one.</param>
/// <param name="Fault">None when there is a picture.</param>
public readonly record struct ImageReading(ImageFile? Image, ImageFault Fault)
{
    /// <summary>A picture.</summary>
    public static implicit operator ImageReading(ImageFile image) => new(image, ImageFault.None);

    /// <summary>None.</summary>
    public static implicit operator ImageReading(ImageFault fault) => new(Image: null, fault);
}

/// <summary>How large a picture may be.</summary>
/// <param name="MaxBytes">Length of the file.</param>
/// <param name="MaxPixels">Width times height.</param>
/// <param name="MaxSide">Width and height each, in pixels.</param>
public sealed record ImageLimits(long MaxBytes, long MaxPixels, int MaxSide);
