using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Media;

namespace ScoPortal.Data.Queries;

/// <summary>A picture that says nothing to those who do not see it.</summary>
/// <param name="Id">Its key.</param>
/// <param name="FileName">The name it was uploaded under.</param>
public sealed record SilentPicture(int Id, string FileName);

/// <summary>What pictures say to those who do not see them.</summary>
public static class PictureTexts
{
    /// <summary>Pictures without alternative text in <paramref name="language"/>.</summary>
    public static IQueryable<MediaItem> WithoutAlt(this IQueryable<MediaItem> pictures, string language) =>
        pictures.Where(m => !m.Texts.Any(t => t.Language == language && t.Alt != ""));

    /// <summary>
    /// The pictures of a release that have no alternative text in its language, in their order: something to warn of before it
    /// is published.
    /// </summary>
    public static async Task<List<SilentPicture>> SilentPicturesAsync(this PortalDb db, int releaseId, CancellationToken cancel)
    {
        // Asked for in the same query, the language would need APPLY, which SQLite has not.
        var release = db.Releases.Where(r => r.Id == releaseId);
        var language = await release.Select(r => r.Language).SingleOrDefaultAsync(cancel);
        return await release.SelectMany(r => r.Media).Where(m => !m.Item.Texts.Any(t => t.Language == language && t.Alt != ""))
            .OrderBy(m => m.Order).Select(m => new SilentPicture(m.Item.Id, m.Item.FileName)).ToListAsync(cancel);
    }
}
