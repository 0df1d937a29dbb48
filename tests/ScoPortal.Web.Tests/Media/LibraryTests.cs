using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Accounts;
using ScoPortal.Data.Media;
using Xunit;

namespace ScoPortal.Web.Tests.Media;

/// <summary>Editors look after the pictures: what they show, whose they are, and which nobody needs.</summary>
public class LibraryTests
{
    [Fact]
    public async Task A_picture_is_described_in_every_language_and_the_audit_says_so()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var vera = await portal.AsAsync(Roles.Editor);
        var id = await portal.KeepPictureAsync();

        var page = await vera.SubmitAsync(DeskLinks.MediaItem(id), Described("Cranes", "Kräne"));

        var item = await portal.PictureAsync(id);
        Assert.Equal([("de", "Kräne", null), ("en", "Cranes", "At noon")], item.Texts.OrderBy(t => t.Language, StringComparer.Ordinal).Select(t => (t.Language, t.Alt, t.Caption)));
        Assert.Equal(("Photo: Li", .2, .75), (item.Credit, item.FocalX, item.FocalY));
        Assert.Equal("The picture is saved.", page.QuerySelector("[role=status]")!.TextContent);
        Assert.Equal(["media.describe"], await portal.AuditedAsync($"media/{id}"));
    }

    [Fact]
    public async Task A_translator_describes_in_their_own_languages_only_and_leaves_the_rest_alone()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var olga = await portal.AsAsync(Roles.Translator, languages: "ru");
        var id = await portal.KeepPictureAsync();
        await portal.ChangePictureAsync(id, i => i.Credit = "Li");

        var page = await olga.ReadAsync(DeskLinks.MediaItem(id));
        await olga.SubmitAsync(DeskLinks.MediaItem(id), new Dictionary<string, object?> { ["Texts[0].Alt"] = "Краны", ["Credit"] = "Olga", ["FocalX"] = "1" });
        using var deletion = await olga.PostAsync(DeskLinks.MediaDeletion(id));
        using var unused = await olga.Http.GetAsync(DeskLinks.UnusedMedia());

        Assert.Equal(["ru"], page.QuerySelectorAll("[name$='.Language']").Select(e => e.GetAttribute("value")));
        Assert.Null(page.QuerySelector("[name=Credit]"));
        var item = await portal.PictureAsync(id);
        Assert.Equal(("Краны", "Li", .5), (item.Texts.Single().Alt, item.Credit, item.FocalX));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (deletion.StatusCode, unused.StatusCode));
    }

    [Fact]
    public async Task What_readers_have_beside_a_picture_is_for_those_to_change_who_may_publish()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var olga = await portal.AsAsync(Roles.Translator, languages: "ru,de");
        var id = await portal.KeepPictureAsync();
        await portal.ShowAsync(await portal.PublishAsync("Kai 4 öffnet", language: "de"), id);
        await portal.ChangePictureAsync(id, i => i.Describe("de", "Kräne", null));
        var languages = (await olga.ReadAsync(DeskLinks.MediaItem(id))).QuerySelectorAll("[name$='.Language']").Select(e => e.GetAttribute("value")).ToList();
        Task<AngleSharp.Html.Dom.IHtmlDocument> SayAsync(string language, string alt) =>
            olga.SubmitAsync(DeskLinks.MediaItem(id), new Dictionary<string, object?> { [$"Texts[{languages.IndexOf(language)}].Alt"] = alt });

        var refused = await SayAsync("de", "Unsinn");
        var taken = await SayAsync("ru", "Краны");

        Assert.StartsWith("Readers have this text already", refused.QuerySelector("[role=alert] p")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("The picture is saved.", taken.QuerySelector("[role=status]")!.TextContent);
        Assert.Equal(["Kräne", "Краны"], (await portal.PictureAsync(id)).Texts.OrderBy(t => t.Language, StringComparer.Ordinal).Select(t => t.Alt));
    }

    [Fact]
    public async Task Who_writes_in_a_language_that_is_not_theirs_is_refused()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var olga = await portal.AsAsync(Roles.Translator, languages: "ru");
        var id = await portal.KeepPictureAsync();

        await olga.SubmitAsync(DeskLinks.MediaItem(id), new Dictionary<string, object?> { ["Texts[0].Language"] = "de", ["Texts[0].Alt"] = "Kräne" }, status: HttpStatusCode.Forbidden);

        Assert.Empty((await portal.PictureAsync(id)).Texts);
    }

    [Fact]
    public async Task Two_who_describe_one_picture_at_once_hear_of_each_other_and_lose_nothing()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var vera = await portal.AsAsync(Roles.Editor);
        var id = await portal.KeepPictureAsync();
        var stale = (await vera.ReadAsync(DeskLinks.MediaItem(id))).QuerySelector("[name=Stand]")!.GetAttribute("value")!;
        await portal.ChangePictureAsync(id, i => i.Describe("en", "Theirs", null));

        var page = await vera.SubmitAsync(DeskLinks.MediaItem(id), new Dictionary<string, object?> { ["Texts[0].Alt"] = "Mine", ["Stand"] = stale });

        Assert.Contains("Somebody else", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Mine", page.QuerySelector("textarea[name='Texts[0].Alt']")!.TextContent.Trim());
        Assert.Equal("Theirs", (await portal.PictureAsync(id)).Texts.Single().Alt);
        Assert.NotEqual(stale, page.QuerySelector("[name=Stand]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Bad_input_is_answered_at_the_field_and_kept()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var vera = await portal.AsAsync(Roles.Editor, language: "de");
        var id = await portal.KeepPictureAsync();

        var page = await vera.SubmitAsync(DeskLinks.MediaItem(id), new { FocalX = "101", Credit = "Li" });

        Assert.Equal("Zwischen 0 und 100.", page.QuerySelector("#FocalX-error")!.TextContent);
        Assert.Equal("Li", page.QuerySelector("[name=Credit]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_library_is_searched_by_words_and_by_what_is_missing()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var vera = await portal.AsAsync(Roles.Editor);
        var cranes = await portal.KeepPictureAsync("a.png", red: 1);
        await portal.KeepPictureAsync("Train-2025.png", red: 2);
        await portal.ChangePictureAsync(cranes, i =>
        {
            i.Describe("en", "Yellow cranes", null);
            i.Credit = "Photo: Li Wei";
        });
        async Task<string[]> NamesAsync(string query) => [.. (await vera.ReadAsync(DeskLinks.Media + query)).QuerySelectorAll(".pictures a span").Select(s => s.TextContent)];

        Assert.Equal(["a.png"], await NamesAsync("?q=cranes+li"));
        Assert.Equal(["Train-2025.png"], await NamesAsync("?q=train"));
        Assert.Equal(["Train-2025.png"], await NamesAsync("?silent=en"));
        Assert.Equal(["Train-2025.png", "a.png"], await NamesAsync("?silent=de"));
        Assert.Empty(await NamesAsync("?q=%25"));
    }

    [Fact]
    public async Task A_long_library_is_read_part_by_part_and_back()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var vera = await portal.AsAsync(Roles.Editor);
        for (var n = 0; n < 95; n++)
            await portal.KeepPictureAsync($"{n:00}", 1, 1, red: (byte)n);

        List<string> seen = [];
        var (address, last) = ((string?)DeskLinks.Media, "");
        for (; address is not null; address = (await vera.ReadAsync(last)).QuerySelector("[rel=next]")?.GetAttribute("href"))
            seen.AddRange((await vera.ReadAsync(last = address)).QuerySelectorAll(".pictures a span").Select(s => s.TextContent));
        var back = await vera.ReadAsync((await vera.ReadAsync(last)).QuerySelector("[rel=prev]")!.GetAttribute("href")!);

        Assert.Equal(Enumerable.Range(0, 95).Reverse().Select(n => $"{n:00}"), seen);
        Assert.Equal(seen.Skip(40).Take(40), back.QuerySelectorAll(".pictures a span").Select(s => s.TextContent));
    }

    [Fact]
    public async Task A_picture_says_where_it_is_used_and_stays_as_long_as_it_is()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var vera = await portal.AsAsync(Roles.Editor);
        var id = await portal.KeepPictureAsync();
        var hash = (await portal.PictureAsync(id)).Hash;
        var lead = await portal.PublishAsync("With a lead");
        await portal.ShowAsync(lead, id);
        await portal.PublishAsync("In the text", $"See ![](/media/{hash}.png)");

        var page = await vera.ReadAsync(DeskLinks.MediaItem(id));
        using var deletion = await vera.PostAsync(DeskLinks.MediaDeletion(id));
        var refused = await vera.ReadAsync(DeskLinks.MediaItem(id));

        Assert.Equal(["In the text", "With a lead"], page.QuerySelectorAll(".panel li a").Select(a => a.TextContent).Order(StringComparer.Ordinal));
        Assert.Equal("harbour.png is in use and stays.", refused.QuerySelector("[role=alert]")!.TextContent);
        Assert.Null(page.QuerySelector($"form[action='{DeskLinks.MediaDeletion(id)}']"));
    }

    [Fact]
    public async Task A_picture_that_nobody_uses_is_deleted_with_its_files()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var vera = await portal.AsAsync(Roles.Editor);
        var id = await portal.KeepPictureAsync();
        var item = await portal.PictureAsync(id);
        File.SetLastWriteTimeUtc(portal.Services.GetRequiredService<MediaFiles>().PathOf(item.Hash), portal.Clock.Now.AddDays(-2).UtcDateTime);

        var page = await vera.SubmitAsync(DeskLinks.MediaItem(id), form: $"form[action='{DeskLinks.MediaDeletion(id)}']");

        Assert.Equal("harbour.png is deleted.", page.QuerySelector("[role=status]")!.TextContent);
        Assert.False(File.Exists(portal.Services.GetRequiredService<MediaFiles>().PathOf(item.Hash)));
        Assert.Equal(["media.delete"], await portal.AuditedAsync($"media/{id}"));
        await vera.ReadAsync(DeskLinks.MediaItem(id), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Unused_pictures_of_some_age_are_listed_and_those_marked_are_deleted()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var vera = await portal.AsAsync(Roles.Editor);
        var (old, typed, shown) = (await portal.KeepPictureAsync("old", red: 1), await portal.KeepPictureAsync("typed", red: 2), await portal.KeepPictureAsync("shown", red: 3));
        var release = await portal.PublishAsync("With a lead");
        await portal.ShowAsync(release, shown);
        var address = Links.Media((await portal.PictureAsync(typed)).Hash, "image/png");
        await portal.QueryAsync(db =>
        {
            var copy = new WorkingCopy { ReleaseId = release, AccountId = vera.AccountId };
            copy.Keep(new ReleaseContent { Headline = "With a lead", Body = $"![]({address})" }, 1, portal.Clock.Now);
            db.Add(copy);
            return db.SaveChangesAsync();
        });
        portal.Clock.Now = portal.Clock.Now.AddDays(40);
        await portal.KeepPictureAsync("young", red: 4);
        using var chen = await portal.AsAsync(Roles.Editor);

        var list = await chen.ReadAsync(DeskLinks.UnusedMedia());
        // Somebody marks what has come into use meanwhile.
        var page = await chen.SubmitAsync(DeskLinks.UnusedMedia(), new { Picked = new[] { $"{old}", $"{typed}", $"{shown}" } });

        Assert.Equal(["old"], list.QuerySelectorAll(".pictures a span").Select(s => s.TextContent));
        Assert.Equal("1 picture deleted.", page.QuerySelector("[role=status]")!.TextContent);
        Assert.Equal(["shown", "typed", "young"], await portal.QueryAsync(db => db.Media.OrderBy(m => m.FileName).Select(m => m.FileName).ToListAsync()));
    }

    private static Dictionary<string, object?> Described(string english, string german) => new(StringComparer.Ordinal)
    {
        ["Texts[0].Alt"] = english,
        ["Texts[0].Caption"] = "At noon",
        ["Texts[1].Alt"] = german,
        ["Credit"] = "Photo: Li",
        ["FocalX"] = "20",
        ["FocalY"] = "75",
    };
}
