using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data;

namespace ScoPortal.Web.Areas.Admin.Pages.Editor;

internal static class Contents
{
    /// <summary>A release as that revision left it; null when there is no such revision.</summary>
    public static async Task<ReleaseContent?> ContentAsync(this PortalDb db, int releaseId, int number, CancellationToken cancel) =>
        (await db.Revisions.AsNoTracking().SingleOrDefaultAsync(r => r.Release.Id == releaseId && r.Number == number, cancel))?.Content;
}
