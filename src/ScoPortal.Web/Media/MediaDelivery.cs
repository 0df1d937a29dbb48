using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using ScoPortal.Core.Media;
using ScoPortal.Data;
using ScoPortal.Data.Media;

namespace ScoPortal.Web.Media;

/// <summary>Delivers pictures: each address for ever the same bytes, as the type that was found in them, as nothing else.</summary>
internal static partial class MediaDelivery
{
    /// <summary>Opened by itself, a picture may do nothing at all.</summary>
    private const string Policy = "default-src 'none'; sandbox; frame-ancestors 'none'";

    public static void MapMedia(this IEndpointRouteBuilder app) =>
        app.MapMethods("/media/{name}", [HttpMethods.Get, HttpMethods.Head], ServeAsync);

    private static async Task<Results<PhysicalFileHttpResult, NotFound>> ServeAsync(
        HttpContext context, string name, PortalDb db, MediaFiles files, CancellationToken cancel)
    {
        if (!Name().IsMatch(name) || ImageFormat.All.FirstOrDefault(f => f.Extension == name[65..]) is not { } format)
            return TypedResults.NotFound();
        var hash = name[..64];
        var known = await db.Media.AnyAsync(
            m => (m.Hash == hash && m.ContentType == format.ContentType)
                || EF.Property<List<MediaVariant>>(m, "variants").Any(v => v.Hash == hash && v.ContentType == format.ContentType), cancel);
        var path = files.PathOf(hash);
        if (!known || !File.Exists(path))
            return TypedResults.NotFound();

        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Response.Headers.ContentSecurityPolicy = Policy;
        return TypedResults.PhysicalFile(path, format.ContentType, entityTag: new EntityTagHeaderValue($"\"{hash}\""), enableRangeProcessing: true);
    }

    [GeneratedRegex(@"^[0-9a-f]{64}\.[a-z]{3,4}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
