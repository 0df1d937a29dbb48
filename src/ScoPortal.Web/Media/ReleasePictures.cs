using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Media;
using ScoPortal.Core.Stories;
using ScoPortal.Data;

namespace ScoPortal.Web.Media;

/// <summary>Pictures that come to a release.</summary>
internal static class ReleasePictures
{
    /// <summary>Shows pictures after those that the release shows already. Save afterwards.</summary>
    /// <returns>Keys of its pictures, before and after.</returns>
    /// <exception cref="Core.RuleException">The release is withdrawn, or readers have it and the editor may not publish.</exception>
    public static async Task<(List<int> Before, List<int> After)> ShowMoreAsync(
        this PortalDb db, int releaseId, List<MediaItem> more, Edit edit, CancellationToken cancel)
    {
        var release = await db.Releases.Include(r => r.Media).ThenInclude(m => m.Item).AsSplitQuery().SingleAsync(r => r.Id == releaseId, cancel);
        List<MediaItem> before = [.. release.Media.OrderBy(m => m.Order).Select(m => m.Item)];
        var (ids, shown) = (more.ConvertAll(t => t.Id), before.ConvertAll(b => b.Id));
        release.Show([.. before, .. await db.Media.Where(m => ids.Contains(m.Id) && !shown.Contains(m.Id)).ToListAsync(cancel)], edit);
        return (shown, [.. release.Media.Select(m => m.Item.Id)]);
    }
}
