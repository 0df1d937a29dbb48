using System.IO.Compression;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using Xunit;

namespace ScoPortal.Web.Tests.House;

/// <summary>What must have come over the wire before a reader sees something: the first ten packets of a connection hold it.</summary>
public class WeightTests(WeightTests.KeepingPortal portal) : IClassFixture<WeightTests.KeepingPortal>
{
    private const int Most = 14 * 1024;

    [Theory]
    [InlineData("en"), InlineData("de"), InlineData("ru"), InlineData("zh")]
    public async Task The_front_page_and_every_release_come_with_the_first_packets(string language)
    {
        var releases = await portal.QueryAsync(db => db.Releases
            .Where(r => r.Language == language && r.PublishAt <= PortalFixture.Now && r.State != ReleaseState.Withdrawn)
            .Select(r => Links.Release(r.Language, r.Id, r.Slug)).ToListAsync());
        List<string> faults = [];
        foreach (var path in releases.Prepend(Links.Home(language)))
        {
            var (page, document) = await ReadAsync(path);
            var styles = 0;
            foreach (var sheet in document.QuerySelectorAll("link[rel=stylesheet]:not([media=print])"))
                styles += await CompressedAsync(sheet.GetAttribute("href")!);
            if (page + styles > Most)
                faults.Add($"{path}: {page} bytes and {styles} of style");
        }

        Faults.None(faults);
    }

    [Fact]
    public async Task A_readers_page_runs_nothing_and_does_not_move_when_a_picture_comes()
    {
        List<string> faults = [];
        foreach (var language in (string[])["en", "de", "ru", "zh"])
            foreach (var kind in await portal.AllKindsAsync(language))
            {
                var (_, document) = await ReadAsync(kind.Path);
                faults.AddRange(document.QuerySelectorAll("script:not([type='application/ld+json'])").Select(s => $"{kind.Path}: {s.OuterHtml}"));
                faults.AddRange(document.QuerySelectorAll("img:not([width][height])").Select(i => $"{kind.Path}: {i.OuterHtml}"));
                faults.AddRange(document.QuerySelectorAll("img:not([loading=lazy]):not([fetchpriority=high]), img[srcset]:not([sizes])").Select(i => $"{kind.Path}: {i.OuterHtml}"));
            }

        Faults.None(faults);
    }

    // As it is sent to a browser of today.
    private async Task<(int Bytes, IHtmlDocument Document)> ReadAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { AcceptEncoding = { new StringWithQualityHeaderValue("br") } } };
        using var response = await portal.Client.SendAsync(request);
        Assert.Equal(["br"], response.Content.Headers.ContentEncoding);
        var body = await response.Content.ReadAsByteArrayAsync();
        await using var html = new BrotliStream(new MemoryStream(body), CompressionMode.Decompress);
        return (body.Length, await new HtmlParser().ParseDocumentAsync(html));
    }

    // As it is published: compressed once and as far as it goes.
    private async Task<int> CompressedAsync(string path)
    {
        using var compressed = new MemoryStream();
        await using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
            await brotli.WriteAsync(await portal.Client.GetByteArrayAsync(path));
        return (int)compressed.Length;
    }

    /// <summary>As a portal runs unless it is told otherwise: what it keeps it encodes well.</summary>
    public sealed class KeepingPortal : PortalFixture
    {
        protected override string PageCacheMegabytes => "64";
    }
}
