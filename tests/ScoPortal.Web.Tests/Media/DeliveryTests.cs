using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using ScoPortal.Core.Tests.Media;
using ScoPortal.Data.Media;
using Xunit;

namespace ScoPortal.Web.Tests.Media;

/// <summary>Readers get pictures: as pictures, and as nothing else.</summary>
public class DeliveryTests
{
    [Fact]
    public async Task A_picture_comes_as_what_it_is_may_be_kept_for_ever_and_may_do_nothing()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var item = await portal.PictureAsync(await portal.KeepPictureAsync());
        var address = Links.Media(item.Hash, item.ContentType);

        using var answer = await portal.Client.GetAsync(address);
        using var head = await portal.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));

        Assert.Equal("image/png", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.GetValues("Cache-Control").Single());
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal($"\"{item.Hash}\"", answer.Headers.ETag!.Tag);
        Assert.Equal(Picture.Png(1200, 800), await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal((HttpStatusCode.OK, item.Length), (head.StatusCode, head.Content.Headers.ContentLength!.Value));
    }

    [Fact]
    public async Task A_part_is_sent_as_asked_and_nothing_to_who_has_it()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var item = await portal.PictureAsync(await portal.KeepPictureAsync());
        using var part = new HttpRequestMessage(HttpMethod.Get, Links.Media(item.Hash, item.ContentType));
        part.Headers.Range = new RangeHeaderValue(1, 3);
        using var again = new HttpRequestMessage(HttpMethod.Get, Links.Media(item.Hash, item.ContentType));
        again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue($"\"{item.Hash}\""));

        using var some = await portal.Client.SendAsync(part);
        using var none = await portal.Client.SendAsync(again);

        Assert.Equal(HttpStatusCode.PartialContent, some.StatusCode);
        Assert.Equal("PNG"u8.ToArray(), await some.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.NotModified, none.StatusCode);
    }

    [Fact]
    public async Task What_no_picture_of_the_newsroom_names_is_not_found()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var item = await portal.PictureAsync(await portal.KeepPictureAsync());
        var stray = await portal.Services.GetRequiredService<MediaFiles>().StoreAsync(Picture.Gif(), CancellationToken.None);

        foreach (var path in (string[])[Links.Media(item.Hash, "image/gif"), Links.Media(stray, "image/gif"), $"/media/{item.Hash}", $"/media/{item.Hash}.html", "/media/..%2F..%2Fportal.db"])
        {
            using var answer = await portal.Client.GetAsync(path);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{path}: {(int)answer.StatusCode}");
            Assert.False(answer.Headers.CacheControl?.Public);
        }
    }

    [Fact]
    public async Task A_picture_whose_file_is_lost_is_not_found_and_no_fault()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var item = await portal.PictureAsync(await portal.KeepPictureAsync());
        portal.Services.GetRequiredService<MediaFiles>().Delete(item.Hash);

        using var answer = await portal.Client.GetAsync(Links.Media(item.Hash, item.ContentType));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
