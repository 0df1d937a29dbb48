using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Tests.Media;
using Xunit;

namespace ScoPortal.Web.Tests.Media;

/// <summary>Editors bring pictures in.</summary>
public class UploadTests
{
    [Fact]
    public async Task A_picture_goes_from_the_camera_to_the_library_and_leaves_behind_where_it_was_taken()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var vera = await portal.AsAsync(Roles.Editor);

        var page = await vera.UploadAsync(release: null, ("Hafen Лянъюньган.JPG", Picture.Jpeg(orientation: 6, metadata: true)));

        Assert.Equal("Hafen Лянъюньган.JPG", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("1 picture added.", page.QuerySelector("[role=status]")!.TextContent);
        var image = page.QuerySelector(".focal img")!;
        Assert.Equal(("24", "40"), (image.GetAttribute("width"), image.GetAttribute("height")));
        var bytes = await portal.Client.GetByteArrayAsync(image.GetAttribute("src"));
        Assert.DoesNotContain(Picture.Secret, Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.Contains(Picture.Profile, Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(["media.upload"], await portal.AuditedAsync("media/1"));
        Assert.Single((await vera.ReadAsync(DeskLinks.Media)).QuerySelectorAll(".pictures li"));
    }

    [Theory]
    [InlineData("en", "note.svg: SVG drawings are not taken", "evil.jpg: This is no JPEG", "cut.png: The file is damaged", "wide.webp: More than 50 megapixels", "2 pictures added.")]
    [InlineData("de", "note.svg: SVG-Zeichnungen", "evil.jpg: Das ist kein Bild", "cut.png: Die Datei ist beschädigt", "wide.webp: Mehr als 50 Megapixel", "2 Bilder hinzugefügt.")]
    [InlineData("zh", "note.svg：不接受", "evil.jpg：这不是", "cut.png：文件已损坏", "wide.webp：超过 50", "已添加 2 张图片。")]
    public async Task What_is_refused_is_named_with_the_reason_and_the_others_go_on(string language, string svg, string html, string cut, string wide, string added)
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var vera = await portal.AsAsync(Roles.Editor, language: language);

        var page = await vera.UploadAsync(
            release: null,
            ("one.png", Picture.Png()),
            ("note.svg", [.. "<svg xmlns='http://www.w3.org/2000/svg'/>"u8]),
            ("evil.jpg", [.. "<html><script>alert(1)</script>"u8]),
            ("cut.png", Picture.Png()[..^20]),
            ("wide.webp", Picture.WebP(16_001, 2)),
            ("two.gif", Picture.Gif()));

        var said = page.QuerySelector("[role=alert]")!.TextContent;
        Assert.All((string[])[svg, html, cut, wide], reason => Assert.Contains(reason, said, StringComparison.Ordinal));
        Assert.Equal(added, page.QuerySelector("[role=status]")!.TextContent);
        Assert.Equal(["two.gif", "one.png"], page.QuerySelectorAll(".pictures a span").Select(s => s.TextContent));
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_named_and_the_others_go_on()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var vera = await portal.AsAsync(Roles.Editor);

        var page = await vera.UploadAsync(release: null, ("huge.jpg", new byte[20_000_001]), ("one.png", Picture.Png()));

        Assert.Contains("huge.jpg: The file is larger than 20 MB.", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll(".pictures li"));
    }

    [Fact]
    public async Task The_same_picture_twice_is_one_and_that_is_said()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var vera = await portal.AsAsync(Roles.Editor);
        await vera.UploadAsync(release: null, ("first.jpg", Picture.Jpeg()));

        // Only what is removed anyway differs.
        var page = await vera.UploadAsync(release: null, ("second.jpg", [.. Picture.Jpeg(), 1, 2, 3]));

        Assert.Equal("second.jpg was in the library already.", page.QuerySelector("[role=status]")!.TextContent);
        Assert.Equal(1, await portal.QueryAsync(db => db.Media.CountAsync()));
    }

    [Fact]
    public async Task Without_a_file_nothing_is_taken_and_that_is_said()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var vera = await portal.AsAsync(Roles.Editor);

        var page = await vera.UploadAsync(release: null);

        Assert.Equal("No file was chosen.", page.QuerySelector("[role=alert]")!.TextContent);
    }

    [Fact]
    public async Task A_script_is_answered_in_json()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var vera = await portal.AsAsync(Roles.Translator, languages: "de");

        using var taken = await vera.SendAsync(DeskLinks.MediaUpload, json: true, release: null, ("a.png", Picture.Png(1000, 500)));
        using var refused = await vera.SendAsync(DeskLinks.MediaUpload, json: true, release: null, ("b.png", [1, 2, 3]));

        var picture = await taken.Content.ReadFromJsonAsync<JsonElement>();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Picture.Png(1000, 500)));
        Assert.Equal($"/media/{hash}.png", picture.GetProperty("url").GetString());
        Assert.Equal($"![](/media/{hash}.png)", picture.GetProperty("markdown").GetString());
        Assert.Equal([480, 960], picture.GetProperty("widths").EnumerateArray().Select(w => w.GetInt32()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.StartsWith("b.png: This is no", (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Narrower_forms_come_from_who_looks_after_the_picture()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var anna = await portal.AsAsync(Roles.Translator, languages: "de");
        var id = await portal.KeepPictureAsync();

        var page = await anna.ReadAsync(DeskLinks.MediaItem(id));
        using var answer = await anna.SendAsync(DeskLinks.MediaVariants(id), json: true, release: null, ("x.webp", Picture.WebP(480, 320)));

        Assert.Equal("", page.QuerySelector(".focal")!.GetAttribute("data-widths"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty((await portal.PictureAsync(id)).Variants);
    }

    [Fact]
    public async Task Narrower_forms_are_checked_like_any_upload()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var vera = await portal.AsAsync(Roles.Editor);
        var id = await portal.KeepPictureAsync();
        async Task<HttpStatusCode> SendAsync(byte[] bytes)
        {
            using var answer = await vera.SendAsync(DeskLinks.MediaVariants(id), json: true, release: null, ("x.webp", bytes));
            return answer.StatusCode;
        }

        // Another kind, other proportions, another width, wider than the picture, moving, to be turned, no picture.
        foreach (var wrong in (byte[][])[Picture.Png(480, 320), Picture.WebP(480, 330), Picture.WebP(500, 333), Picture.WebP(1600, 1067), Picture.WebP(480, 320, frames: 2), Picture.WebP(320, 480, orientation: 6), [1, 2]])
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await SendAsync(wrong));
        Assert.Empty((await portal.PictureAsync(id)).Variants);
        Assert.Equal(HttpStatusCode.OK, await SendAsync(Picture.WebP(480, 321, metadata: true)));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(Picture.WebP(960, 640)));
        // What is there is not replaced.
        Assert.Equal(HttpStatusCode.OK, await SendAsync(Picture.WebP(480, 319)));

        var item = await portal.PictureAsync(id);
        Assert.Equal([(480, 321), (960, 640)], item.Variants.Select(v => (v.Width, v.Height)));
        var bytes = await portal.Client.GetByteArrayAsync(Links.Media(item.Variants[0].Hash, "image/webp"));
        Assert.DoesNotContain(Picture.Secret, Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(["media.variants", "media.variants"], await portal.AuditedAsync($"media/{id}"));
    }
}
