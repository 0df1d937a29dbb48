using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;
using ScoPortal.Data;

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
}
