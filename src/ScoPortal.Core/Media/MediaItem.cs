namespace ScoPortal.Core.Media;

/// <summary>A picture, stored by the hash of its bytes outside the web root.</summary>
public partial class MediaItem
{
    private readonly List<MediaText> texts = [];
    private readonly List<MediaVariant> variants = [];

    private MediaItem() => (Hash, ContentType, FileName) = ("", "", "");

    /// <param name="hash">SHA-256 of the bytes in lower-case hexadecimal.</param>
    /// <param name="contentType">As found in the bytes, never from the name: image/jpeg, image/png, image/webp, image/avif, image/gif.</param>
    /// <param name="fileName">The name it was uploaded under, for people only.</param>
    /// <param name="length">In bytes.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="addedAt">When it came in, in UTC.</param>
    public MediaItem(string hash, string contentType, string fileName, long length, int width, int height, DateTimeOffset addedAt) =>
        (Hash, ContentType, FileName, Length, Width, Height, AddedAt) = (hash, contentType, fileName, length, width, height, addedAt);

    /// <summary>Database key.</summary>
    public int Id { get; private set; }

    /// <summary>SHA-256 of the bytes in lower-case hexadecimal; unique.</summary>
    public string Hash { get; private set; }

    /// <summary>Media type found in the bytes.</summary>
    public string ContentType { get; private set; }

    /// <summary>The name it was uploaded under, for people only.</summary>
    public string FileName { get; private set; }

    /// <summary>In bytes.</summary>
    public long Length { get; private set; }

    /// <summary>In pixels.</summary>
    public int Width { get; private set; }

    /// <summary>In pixels.</summary>
    public int Height { get; private set; }

    /// <summary>When it came in, in UTC.</summary>
    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>Whose picture it is.</summary>
    public string? Credit { get; set; }

    /// <summary>Where the eye should rest, from the left edge (0) to the right (1).</summary>
    public double FocalX { get; set; } = .5;

    /// <summary>Where the eye should rest, from the top edge (0) to the bottom (1).</summary>
    public double FocalY { get; set; } = .5;

    /// <summary>Concurrency token: goes up with every save.</summary>
    public int Version { get; private set; }

    /// <summary>What it shows, per language.</summary>
    public IReadOnlyList<MediaText> Texts => texts;

    /// <summary>The same picture in fewer pixels, narrowest first.</summary>
    public IReadOnlyList<MediaVariant> Variants => [.. variants.OrderBy(v => v.Width)];

    /// <summary>Adds a narrower form; one of the same width is replaced.</summary>
    public void Add(MediaVariant variant)
    {
        variants.RemoveAll(v => v.Width == variant.Width);
        variants.Add(variant);
    }

    /// <summary>
    /// Says in <paramref name="language"/> what it shows, for those who do not see it, and what it is about. Neither leaves the
    /// language without a text.
    /// </summary>
    public void Describe(string language, string? alt, string? caption)
    {
        var known = texts.Find(t => t.Language == language);
        if (string.IsNullOrWhiteSpace(alt) && string.IsNullOrWhiteSpace(caption))
            texts.RemoveAll(t => t.Language == language);
        else if (known is null)
            texts.Add(new MediaText(language, alt ?? "", caption));
        else
            known.Say(alt ?? "", caption);
    }

    /// <summary>The text in <paramref name="language"/>, or the first there is in the order of <paramref name="others"/>; null when there is none.</summary>
    public MediaText? TextFor(string language, IEnumerable<string> others) =>
        others.Prepend(language).Select(l => texts.Find(t => t.Language == l)).FirstOrDefault(t => t is not null);

    /// <summary>Its kind.</summary>
    public ImageFormat Format => ImageFormat.Of(ContentType);
}

/// <summary>Alternative text and caption of a picture in one language.</summary>
public class MediaText
{
    private MediaText() => (Language, Alt) = ("", "");

    internal MediaText(string language, string alt, string? caption) => (Language, Alt, Caption) = (language, alt, caption);

    internal void Say(string alt, string? caption) => (Alt, Caption) = (alt, caption);

    /// <summary>BCP 47.</summary>
    public string Language { get; private set; }

    /// <summary>For those who do not see the picture.</summary>
    public string Alt { get; private set; }

    /// <summary>Printed below it.</summary>
    public string? Caption { get; private set; }
}

/// <summary>A picture in fewer pixels, for smaller screens.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Hash">SHA-256 of its bytes in lower-case hexadecimal.</param>
/// <param name="ContentType">As found in its bytes.</param>
/// <param name="Length">In bytes.</param>
public sealed record MediaVariant(int Width, int Height, string Hash, string ContentType, long Length);
