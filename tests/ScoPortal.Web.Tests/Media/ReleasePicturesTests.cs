using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Media;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Tests.Media;
using ScoPortal.Web.Tests.Desk;
using Xunit;

namespace ScoPortal.Web.Tests.Media;

/// <summary>A release gets its pictures, and readers see them.</summary>
public class ReleasePicturesTests
{
    private static readonly string Hash = new('a', 64);

    [Fact]
    public async Task Pictures_are_picked_put_into_order_and_removed_without_any_script()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var vera = await portal.AsAsync(Roles.Editor);
        var release = await portal.PublishAsync("Quay 4 opens");
        var (one, two, three) = (await portal.KeepPictureAsync("one", red: 1), await portal.KeepPictureAsync("two", red: 2), await portal.KeepPictureAsync("three", red: 3));
        var path = DeskLinks.Pictures(release);

        foreach (var id in (int[])[one, two, three])
            await vera.SubmitAsync(path, new { Add = id }, "main section form[method=post]");
        Assert.Equal([one, two, three], await portal.ShownAsync(release));
        await vera.SubmitAsync(path, new { Up = three }, "[data-arrange]");
        Assert.Equal([one, three, two], await portal.ShownAsync(release));
        await vera.SubmitAsync(path, new { Down = one }, "[data-arrange]");
        Assert.Equal([three, one, two], await portal.ShownAsync(release));
        await vera.SubmitAsync(path, new { Remove = one }, "[data-arrange]");
        Assert.Equal([three, two], await portal.ShownAsync(release));
        // As dragged; and an order of other pictures changes nothing.
        await vera.SubmitAsync(path, new { Order = new[] { $"{two}", $"{three}" } }, "[data-arrange]");
        var page = await vera.SubmitAsync(path, new { Order = new[] { $"{one}", $"{three}" } }, "[data-arrange]");

        Assert.Equal([two, three], await portal.ShownAsync(release));
        Assert.Equal(["two", "three"], page.QuerySelectorAll("[data-arrange] a span").Select(s => s.TextContent));
        Assert.Equal(["one"], page.QuerySelectorAll("section .pictures a span").Select(s => s.TextContent));
        Assert.Equal(7, (await portal.AuditedAsync($"release/{release}")).Count);
    }

    [Fact]
    public async Task A_picture_uploaded_for_a_release_is_shown_with_it()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var anna = await portal.AsAsync(Roles.Translator, languages: "de");
        var (german, english) = ((await portal.WriteAsync("Kai 4 öffnet", ReleaseState.Approved, "de")).Id, await portal.PublishAsync("Quay 4 opens"));

        var page = await anna.UploadAsync(german, ("a.png", Picture.Png()), ("b.txt", [1]), ("c.gif", Picture.Gif()));
        using var foreign = await anna.SendAsync(DeskLinks.MediaUpload, json: false, english, ("d.png", Picture.Png(9, 9)));
        using var missing = await anna.SendAsync(DeskLinks.MediaUpload, json: false, 999, ("d.png", Picture.Png(9, 9)));
        using var read = await anna.Http.GetAsync(DeskLinks.Pictures(english));

        Assert.Equal(["a.png", "c.gif"], page.QuerySelectorAll("[data-arrange] a span").Select(s => s.TextContent));
        Assert.Contains("b.txt", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll("[data-state=outdated]").Length);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.NotFound, HttpStatusCode.Forbidden), (foreign.StatusCode, missing.StatusCode, read.StatusCode));
        Assert.Empty(await portal.ShownAsync(english));
        Assert.Equal(ReleaseState.InReview, (await portal.NowAsync(german)).State);
    }

    [Fact]
    public async Task Pictures_that_readers_have_are_changed_only_by_who_may_publish()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var anna = await portal.AsAsync(Roles.Translator, languages: "de");
        var (german, withdrawn) = (await portal.PublishAsync("Kai 4 öffnet", language: "de"), (await portal.WriteAsync("Kai 5 öffnet", ReleaseState.Published, "de")).Id);
        await portal.DoAsync(withdrawn, r => r.Withdraw("Falsch.", portal.Clock.Now));
        var picture = await portal.KeepPictureAsync();

        var picked = await anna.SubmitAsync(DeskLinks.Pictures(german), new { Add = picture }, "main section form[method=post]");
        var uploaded = await anna.UploadAsync(german, ("a.png", Picture.Png()));
        var late = await anna.SubmitAsync(DeskLinks.Pictures(withdrawn), new { Add = picture }, "main section form[method=post]");
        using var script = await anna.SendAsync(DeskLinks.MediaUpload, json: true, german, ("a.png", Picture.Png()));

        Assert.StartsWith("Readers have this text already", picked.QuerySelector("[role=alert] p")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Readers have this text already", uploaded.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("The release is withdrawn", late.QuerySelector("[role=alert] p")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, script.StatusCode);
        Assert.Empty(await portal.ShownAsync(german));
        Assert.Empty(await portal.ShownAsync(withdrawn));
    }

    [Fact]
    public async Task Readers_see_the_first_picture_above_the_text_in_the_size_that_suits_them()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var (lead, second) = (await portal.KeepPictureAsync("lead"), await portal.KeepPictureAsync("second", 300, 200, red: 2));
        await portal.ChangePictureAsync(lead, item =>
        {
            item.Add(new MediaVariant(960, 640, Hash, "image/webp", 1000));
            item.Describe("de", "Kräne am Kai", "Der Hafen");
            item.Describe("zh", "码头起重机", null);
            (item.Credit, item.FocalX, item.FocalY) = ("Li Wei", .1, .8);
        });
        var id = await portal.PublishAsync("Kai 4 öffnet", language: "de");
        await portal.ShowAsync(id, lead, second);
        var original = Links.Media((await portal.PictureAsync(lead)).Hash, "image/png");

        var page = await portal.ReadAsync((await portal.AskAsync(Links.Release("de", id, null))).Location!);

        var image = page.QuerySelector(".lead-figure img")!;
        Assert.Equal(original, image.GetAttribute("src"));
        Assert.Equal($"/media/{Hash}.webp 960w, {original} 1200w", image.GetAttribute("srcset"));
        Assert.Equal(("1200", "800", "Kräne am Kai", "0", "3"), (image.GetAttribute("width"), image.GetAttribute("height"), image.GetAttribute("alt"), image.GetAttribute("data-x"), image.GetAttribute("data-y")));
        Assert.Null(image.GetAttribute("lang"));
        Assert.Null(image.GetAttribute("loading"));
        Assert.Equal("Der HafenFoto: Li Wei", string.Concat(page.QuerySelectorAll(".lead-figure figcaption *").Select(e => e.TextContent)));
        var further = page.QuerySelector(".prose .figure img")!;
        Assert.Equal(("300", "lazy", (string?)null), (further.GetAttribute("width"), further.GetAttribute("loading"), further.GetAttribute("srcset")));
        Assert.Equal($"https://news.example.org{original}", page.QuerySelector("meta[property='og:image']")!.GetAttribute("content"));
        Assert.Equal("Kräne am Kai", page.QuerySelector("meta[property='og:image:alt']")!.GetAttribute("content"));
        var data = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement.GetProperty("image");
        Assert.Equal(($"https://news.example.org{original}", 1200, "Li Wei"), (data[0].GetProperty("url").GetString(), data[0].GetProperty("width").GetInt32(), data[0].GetProperty("creditText").GetString()));
    }

    [Fact]
    public async Task Words_in_another_language_than_the_page_say_which()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var lead = await portal.KeepPictureAsync();
        await portal.ChangePictureAsync(lead, item => item.Describe("zh", "码头起重机", "港口"));
        var id = await portal.PublishAsync("Quay 4 opens");
        await portal.ShowAsync(id, lead);

        var page = await portal.ReadAsync((await portal.AskAsync(Links.Release("en", id, null))).Location!);

        Assert.Equal(("码头起重机", "zh"), (page.QuerySelector(".figure img")!.GetAttribute("alt"), page.QuerySelector(".figure img")!.GetAttribute("lang")));
        Assert.Equal(("港口", "zh"), (page.QuerySelector("figcaption span")!.TextContent, page.QuerySelector("figcaption span")!.GetAttribute("lang")));
    }

    [Fact]
    public async Task A_picture_in_the_text_has_its_size_and_one_of_another_host_is_a_link()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var picture = await portal.PictureAsync(await portal.KeepPictureAsync());
        await portal.ChangePictureAsync(picture.Id, item => item.Describe("en", "Cranes", null));
        var own = Links.Media(picture.Hash, "image/png");
        var id = await portal.PublishAsync("Quay 4 opens", $"![]({own})\n\n![Two cranes]({own})\n\n![A map](https://example.org/map.png)\n\n![gone](/media/{Hash}.png)\n\n![evil](https://example.org{own})");

        var page = await portal.ReadAsync((await portal.AskAsync(Links.Release("en", id, null))).Location!);

        var images = page.QuerySelectorAll(".prose img").ToList();
        Assert.Equal(["Cranes", "Two cranes"], images.Select(i => i.GetAttribute("alt")));
        Assert.All(images, i => Assert.Equal((own, "1200", "800", "lazy"), (i.GetAttribute("src"), i.GetAttribute("width"), i.GetAttribute("height"), i.GetAttribute("loading"))));
        Assert.Equal([("A map", "https://example.org/map.png"), ("evil", $"https://example.org{own}")], page.QuerySelectorAll(".prose p a").Select(a => (a.TextContent, a.GetAttribute("href")!)));
        Assert.Contains("gone", page.QuerySelector(".prose")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feeds_carry_the_first_picture_and_those_in_the_text_at_whole_addresses()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var picture = await portal.PictureAsync(await portal.KeepPictureAsync());
        var own = Links.Media(picture.Hash, "image/png");
        var id = await portal.PublishAsync("Quay 4 opens", $"Text ![]({own})");
        await portal.ShowAsync(id, picture.Id);
        var url = $"https://news.example.org{own}";

        var atom = XDocument.Parse(await portal.Client.GetStringAsync("/en/feed.atom"));
        var rss = XDocument.Parse(await portal.Client.GetStringAsync("/en/feed.rss"));
        using var json = JsonDocument.Parse(await portal.Client.GetStringAsync("/en/feed.json"));

        var link = atom.Descendants().Single(e => e.Attribute("rel")?.Value == "enclosure");
        Assert.Equal((url, "image/png", $"{picture.Length}"), (link.Attribute("href")!.Value, link.Attribute("type")!.Value, link.Attribute("length")!.Value));
        Assert.Equal(url, rss.Descendants("enclosure").Single().Attribute("url")!.Value);
        Assert.Equal(url, json.RootElement.GetProperty("items")[0].GetProperty("image").GetString());
        Assert.Contains($"src=\"{url}\"", json.RootElement.GetProperty("items")[0].GetProperty("content_html").GetString(), StringComparison.Ordinal);
    }
}
