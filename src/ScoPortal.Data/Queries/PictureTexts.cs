using ScoPortal.Core.Media;

namespace ScoPortal.Data.Queries;

/// <summary>What pictures say to those who do not see them.</summary>
public static class PictureTexts
{
    /// <summary>Pictures without alternative text in <paramref name="language"/>.</summary>
    public static IQueryable<MediaItem> WithoutAlt(this IQueryable<MediaItem> pictures, string language) =>
        pictures.Where(m => !m.Texts.Any(t => t.Language == language && t.Alt != ""));
}
