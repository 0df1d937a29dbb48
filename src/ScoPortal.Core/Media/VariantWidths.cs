namespace ScoPortal.Core.Media;

public partial class MediaItem
{
    /// <summary>The widths in which narrower forms are kept, in pixels, narrowest first.</summary>
    public static IReadOnlyList<int> VariantWidths { get; } = [480, 960, 1600];

    /// <summary>The widths in which it can have a narrower form and has none; a GIF may move and has none at all.</summary>
    public IReadOnlyList<int> MissingWidths => Format == ImageFormat.Gif ? [] : [.. VariantWidths.Where(w => w < Width && variants.TrueForAll(v => v.Width != w))];

    /// <summary>
    /// <paramref name="image"/> can stand for it: WebP, upright, at rest, in one of the widths, narrower than it is, and of its
    /// proportions but for a pixel that rounding takes or gives.
    /// </summary>
    public bool Fits(ImageFile image) =>
        image is { Orientation: 1, IsAnimated: false } && image.Format == ImageFormat.WebP && VariantWidths.Contains(image.Width) && image.Width < Width
        && Math.Abs(image.Height - (double)image.Width * Height / Width) <= 1;
}
