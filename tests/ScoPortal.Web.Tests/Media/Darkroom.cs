using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScoPortal.Core.Media;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Tests.Media;
using ScoPortal.Data;
using ScoPortal.Data.Media;
using Xunit;

namespace ScoPortal.Web.Tests.Media;

/// <summary>How tests bring pictures into the newsroom.</summary>
public static class Darkroom
{
    /// <summary>A picture in the library, 1200 by 800 unless said otherwise, brought in by nobody.</summary>
    public static async Task<int> KeepPictureAsync(this PortalFixture portal, PortalDb db, string name = "harbour.png", int width = 1200, int height = 800, byte red = 0x1B)
    {
        var bytes = Picture.Png(width, height, red: red);
        var hash = await portal.Services.GetRequiredService<MediaFiles>().StoreAsync(bytes, CancellationToken.None);
        if (await db.Media.SingleOrDefaultAsync(m => m.Hash == hash) is { } known)
            return known.Id;
        var item = new MediaItem(hash, "image/png", name, bytes.Length, width, height, portal.Clock.Now);
        db.Add(item);
        await db.SaveChangesAsync();
        return item.Id;
    }

    /// <inheritdoc cref="KeepPictureAsync(PortalFixture, PortalDb, string, int, int, byte)" />
    public static Task<int> KeepPictureAsync(this PortalFixture portal, string name = "harbour.png", int width = 1200, int height = 800, byte red = 0x1B) =>
        portal.QueryAsync(db => portal.KeepPictureAsync(db, name, width, height, red));

    /// <summary>The picture with that key, with its texts and narrower forms.</summary>
    public static Task<MediaItem> PictureAsync(this PortalFixture portal, int id) => portal.QueryAsync(db => db.Media.AsSplitQuery().SingleAsync(m => m.Id == id));

    /// <summary>Changes a picture.</summary>
    public static Task<int> ChangePictureAsync(this PortalFixture portal, int id, Action<MediaItem> change) => portal.QueryAsync(async db =>
    {
        change(await db.Media.AsSplitQuery().SingleAsync(m => m.Id == id));
        return await db.SaveChangesAsync();
    });

    /// <summary>Shows pictures with a release.</summary>
    public static Task<int> ShowAsync(this PortalFixture portal, int releaseId, params int[] ids) => portal.QueryAsync(async db =>
    {
        var release = await db.Releases.Include(r => r.Media).SingleAsync(r => r.Id == releaseId);
        var items = await db.Media.Where(m => ids.Contains(m.Id)).ToListAsync();
        release.Show(ids.Select(id => items.Single(i => i.Id == id)), new Edit("Vera", portal.Clock.Now));
        return await db.SaveChangesAsync();
    });

    /// <summary>Keys of the pictures of a release, in order.</summary>
    public static Task<List<int>> ShownAsync(this PortalFixture portal, int releaseId) =>
        portal.QueryAsync(db => db.Releases.Where(r => r.Id == releaseId).SelectMany(r => r.Media).OrderBy(m => m.Order).Select(m => m.Item.Id).ToListAsync());

    /// <summary>What the audit says of a thing, oldest first.</summary>
    public static Task<List<string>> AuditedAsync(this PortalFixture portal, string subject) =>
        portal.QueryAsync(db => db.Audit.Where(a => a.Subject == subject).OrderBy(a => a.Id).Select(a => a.Action).ToListAsync());

    /// <summary>Sends files as the form does, and goes where it leads.</summary>
    public static async Task<IHtmlDocument> UploadAsync(this DeskClient desk, int? release, params (string Name, byte[] Bytes)[] files)
    {
        using var answer = await desk.SendAsync(DeskLinks.MediaUpload, json: false, release, files);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await desk.ReadAsync(answer.Headers.Location!.OriginalString);
    }

    /// <summary>Sends files as the form or a script does.</summary>
    public static async Task<HttpResponseMessage> SendAsync(this DeskClient desk, string path, bool json, int? release, params (string Name, byte[] Bytes)[] files)
    {
        var page = await desk.ReadAsync(DeskLinks.Media);
        using var form = new MultipartFormDataContent();
        form.Add(new StringContent($"{release}"), "Release");
        foreach (var (name, bytes) in files)
        {
            // What the browser claims counts for nothing.
            var part = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") } };
            form.Add(part, "file", name);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        request.Headers.Add("RequestVerificationToken", page.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value);
        if (json)
            request.Headers.Accept.ParseAdd("application/json");
        return await desk.Http.SendAsync(request);
    }

    /// <summary>The body of an answer as HTML.</summary>
    public static async Task<IHtmlDocument> PageAsync(this HttpResponseMessage answer) => await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
}
