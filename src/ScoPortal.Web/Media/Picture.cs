using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Media;
using ScoPortal.Data;
using ScoPortal.Data.Queries;
using ScoPortal.Web.Caching;
using ScoPortal.Web.Localization;

namespace ScoPortal.Web.Media;

/// <summary>A picture as a page shows it.</summary>
public sealed record Picture
{
    public required int Id { get; init; }

    public required string Hash { get; init; }

    public required string Url { get; init; }

    /// <summary>Its media type.</summary>
    public required string ContentType { get; init; }

    /// <summary>In bytes.</summary>
    public required long Length { get; init; }

    /// <summary>In pixels.</summary>
    public required int Width { get; init; }

    /// <summary>In pixels.</summary>
    public required int Height { get; init; }

    /// <summary>Its forms in fewer pixels and itself, for <c>srcset</c>; null when there is only itself.</summary>
    public required string? SourceSet { get; init; }

    /// <summary>What it shows; empty when nobody has said it.</summary>
    public required string Alt { get; init; }

    public required string? Caption { get; init; }

    /// <summary>BCP 47 of alternative text and caption.</summary>
    public required string Language { get; init; }

    public required string? Credit { get; init; }

    /// <summary>Where to cut around, from 0 (left) to 4 (right): the steps that the style sheet knows.</summary>
    public required int FocalX { get; init; }

    /// <summary>The same from the top.</summary>
    public required int FocalY { get; init; }

    /// <summary>Address of its narrowest form; of itself where there is none.</summary>
    public required string Small { get; init; }

    /// <summary>As readers of <paramref name="language"/> get it.</summary>
    /// <param name="item">The picture.</param>
    /// <param name="language">BCP 47.</param>
    /// <param name="others">Languages that stand in for it, in that order.</param>
    /// <param name="address">Makes an address absolute, where it has to be.</param>
    public static Picture Of(MediaItem item, string language, IEnumerable<string> others, Func<string, string>? address = null)
    {
        string Url(string hash, string type) => (address ?? (path => path))(Links.Media(hash, type));
        string Source(string hash, string type, int width) => string.Create(CultureInfo.InvariantCulture, $"{Url(hash, type)} {width}w");
        var text = item.TextFor(language, others);
        return new Picture
        {
            Id = item.Id,
            Hash = item.Hash,
            Url = Url(item.Hash, item.ContentType),
            ContentType = item.ContentType,
            Length = item.Length,
            Width = item.Width,
            Height = item.Height,
            SourceSet = item.Variants.Count == 0
                ? null
                : string.Join(", ", item.Variants.Select(v => Source(v.Hash, v.ContentType, v.Width)).Append(Source(item.Hash, item.ContentType, item.Width))),
            Small = item.Variants is [var least, ..] ? Url(least.Hash, least.ContentType) : Url(item.Hash, item.ContentType),
            Alt = text?.Alt ?? "",
            Caption = string.IsNullOrWhiteSpace(text?.Caption) ? null : text.Caption,
            Language = text?.Language ?? language,
            Credit = item.Credit,
            FocalX = Step(item.FocalX),
            FocalY = Step(item.FocalY),
        };
    }

    private static int Step(double share) => Math.Clamp((int)Math.Round(share * 4), 0, 4);
}

/// <summary>A picture with its caption and credit, in the words of the page it stands on.</summary>
/// <param name="Picture">What it shows.</param>
/// <param name="Ui">The words of the page.</param>
/// <param name="Leads">It stands above the text and not in it.</param>
public sealed record Figure(Picture Picture, Ui Ui, bool Leads)
{
    /// <summary>How wide it is shown, for <c>sizes</c>; null where there is nothing to choose from.</summary>
    public string? Sizes =>
        Picture.SourceSet is null ? null : Leads ? "(min-width: 62rem) 60rem, calc(100vw - 2rem)" : "(min-width: 42rem) 38rem, calc(100vw - 2rem)";
}

/// <summary>Reads the pictures that a page needs, in one query or none.</summary>
public static class Pictures
{
    /// <summary>No picture at all.</summary>
    public static IReadOnlyDictionary<string, Picture> None { get; } = new Dictionary<string, Picture>(StringComparer.Ordinal);

    /// <summary>Those with the given keys, in the order of the keys.</summary>
    public static IReadOnlyList<Picture> Of(this IReadOnlyDictionary<string, Picture> pictures, IReadOnlyList<int> ids) =>
        ids.Count == 0 ? [] : [.. ids.Select(id => pictures.Values.FirstOrDefault(p => p.Id == id)).OfType<Picture>()];

    /// <summary>The pictures whose addresses stand in Markdown texts, and those with the given keys, by hash.</summary>
    /// <param name="db">The database.</param>
    /// <param name="texts">Markdown.</param>
    /// <param name="ids">Keys of more pictures.</param>
    /// <param name="language">BCP 47 of the page.</param>
    /// <param name="options">The portal's languages, which stand in for that of the page.</param>
    /// <param name="page">Told of them; null for a page that is never kept.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="address">Makes an address absolute, where it has to be.</param>
    public static async Task<IReadOnlyDictionary<string, Picture>> PicturesAsync(
        this PortalDb db, IEnumerable<string?> texts, IReadOnlyCollection<int> ids, string language, PortalOptions options, PageDependencies? page,
        CancellationToken cancel, Func<string, string>? address = null)
    {
        var hashes = texts.SelectMany(PictureUses.HashesIn).Distinct().ToList();
        if (hashes.Count == 0 && ids.Count == 0)
            return None;
        var items = await db.Media.Where(m => hashes.Contains(m.Hash) || ids.Contains(m.Id)).AsNoTracking().AsSingleQuery().ToListAsync(cancel);
        foreach (var item in items)
            page?.OnPicture(item.Id);
        if (!hashes.TrueForAll(hash => items.Exists(i => i.Hash == hash)))
            page?.OnMissingPicture();
        return items.ToDictionary(i => i.Hash, i => Picture.Of(i, language, options.Languages.Codes, address), StringComparer.Ordinal);
    }
}
