using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Media;
using ScoPortal.Data;
using ScoPortal.Data.Queries;

namespace ScoPortal.Web.Media;

/// <summary>What people may do with pictures beyond describing them in the languages they write.</summary>
internal static class Rights
{
    /// <summary>May set credit and focal point of a picture, and delete it: who may publish, and who brought it in.</summary>
    public static async Task<bool> MayManageAsync(this PortalDb db, Member me, int id, CancellationToken cancel)
    {
        var subject = $"media/{id}";
        return me.MayPublish || await db.Audit.AnyAsync(a => a.Subject == subject && a.Action == "media.upload" && a.AccountId == me.Id, cancel);
    }

    /// <summary>Languages in which readers have a picture before them at <paramref name="now"/>, with a release or in its text.</summary>
    public static async Task<HashSet<string>> PublicLanguagesAsync(this PortalDb db, MediaItem item, DateTimeOffset now, CancellationToken cancel) =>
        (await db.UsesAsync(item.Id, item.Hash, cancel)).Where(u => u.IsPublic(now)).Select(u => u.Language).ToHashSet(StringComparer.Ordinal);
}
