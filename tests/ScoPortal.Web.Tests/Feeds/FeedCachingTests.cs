using System.Net;
using System.Net.Http.Headers;
using System.Xml.Linq;
using Xunit;

namespace ScoPortal.Web.Tests.Feeds;

/// <summary>A feed reader comes every few minutes and is told shortly that nothing has changed.</summary>
[Collection(BusyPortal.Name)]
public class FeedCachingTests(PortalFixture portal)
{
    [Theory]
    [InlineData("/en/feed.atom", "application/atom+xml"), InlineData("/ru/zones/scoda/feed.rss", "application/rss+xml")]
    [InlineData("/zh/topics/international-logistics/feed.json", "application/feed+json")]
    public async Task An_unchanged_feed_is_not_sent_twice(string path, string mediaType)
    {
        using var first = await portal.Client.GetAsync(path);
        using var byTag = await AskAsync(path, h => h.IfNoneMatch.Add(first.Headers.ETag!));
        using var byDate = await AskAsync(path, h => h.IfModifiedSince = first.Content.Headers.LastModified);
        using var older = await AskAsync(path, h => h.IfModifiedSince = first.Content.Headers.LastModified!.Value.AddSeconds(-1));

        Assert.Equal(mediaType, first.Content.Headers.ContentType!.MediaType);
        Assert.Equal("public, must-revalidate, max-age=0, s-maxage=1", first.Headers.CacheControl!.ToString());
        Assert.Equal([HttpStatusCode.NotModified, HttpStatusCode.NotModified, HttpStatusCode.OK], [byTag.StatusCode, byDate.StatusCode, older.StatusCode]);
        Assert.Empty(await byTag.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_tag_counts_more_than_a_date()
    {
        using var first = await portal.Client.GetAsync("/en/feed.atom");
        using var again = await AskAsync("/en/feed.atom", h =>
        {
            h.IfNoneMatch.Add(new EntityTagHeaderValue("\"another\""));
            h.IfModifiedSince = first.Content.Headers.LastModified;
        });
        using var old = await AskAsync("/en/feed.atom", h =>
        {
            h.IfNoneMatch.Add(first.Headers.ETag!);
            h.IfModifiedSince = DateTimeOffset.UnixEpoch;
        });

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NotModified], [again.StatusCode, old.StatusCode]);
    }

    [Fact]
    public async Task Head_gives_the_headers_alone()
    {
        using var get = await portal.Client.GetAsync("/de/feed.json");
        using var head = await portal.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/de/feed.json"));

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_new_release_a_correction_and_a_withdrawal_change_the_feed()
    {
        var now = PortalFixture.Now;
        using var before = await portal.Client.GetAsync("/ru/feed.rss");

        var id = await portal.PublishAsync(Newsroom.Text("Новый рейс в Ташкент"), "ru", now.AddHours(-3));
        using var published = await AskAsync("/ru/feed.rss", h => h.IfNoneMatch.Add(before.Headers.ETag!));
        await portal.ChangeAsync(id, r => r.Correct("Рейс начинается в Сиане.", now.AddHours(-2)));
        using var corrected = await AskAsync("/ru/feed.rss", h => h.IfModifiedSince = published.Content.Headers.LastModified);
        await portal.ChangeAsync(id, r => r.Withdraw("Рейс отменён.", now.AddHours(-1)));
        using var withdrawn = await AskAsync("/ru/feed.rss", h => h.IfModifiedSince = corrected.Content.Headers.LastModified);

        Assert.Contains("Новый рейс в Ташкент", await published.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Рейс начинается в Сиане.", await corrected.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Ташкент", await withdrawn.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, InlineData("atom"), InlineData("rss")]
    public async Task Control_characters_from_a_wire_do_not_break_a_feed(string format)
    {
        await portal.PublishAsync(
            Newsroom.Text("Bell\u0007 and & <b>more</b>") with { Body = "A \u000B line \uFFFE ]]> & <script>", Issuer = "Zone\u0001" }, "zh", PortalFixture.Now.AddMinutes(-5));

        var feed = XDocument.Parse(await portal.Client.GetStringAsync($"/zh/feed.{format}"));

        Assert.Contains(feed.Descendants(), e => e.Name.LocalName == "title" && e.Value == "Bell and & <b>more</b>");
    }

    private async Task<HttpResponseMessage> AskAsync(string path, Action<HttpRequestHeaders> condition)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        condition(request.Headers);
        return await portal.Client.SendAsync(request);
    }
}
