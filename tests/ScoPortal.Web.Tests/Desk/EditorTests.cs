using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Stories;
using Xunit;

namespace ScoPortal.Web.Tests.Desk;

/// <summary>Vera Hartmann and Lena Chen work on releases.</summary>
public class EditorTests
{
    private const string Editor = "#edit", Lost = "This must not be lost.";

    [Fact]
    public async Task What_is_typed_into_the_fields_is_saved_as_a_revision_with_note_and_stands_in_the_audit()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var id = await portal.PublishAsync("Trains from Qingdao");
        using var vera = await portal.AsAsync(Roles.Editor, name: "Vera Hartmann");

        var page = await vera.SubmitAsync(DeskLinks.Release(id), new
        {
            Headline = "More trains\r\nfrom Qingdao",
            Subheadline = "A record month",
            Summary = "In short.",
            Place = "Qingdao",
            Country = "cn",
            Date = "2021-06",
            Wires = "ots, PRNewswire",
            Issuer = "City of Qingdao",
            Distributor = "news aktuell",
            MoreInfoUrl = "https://example.org/more",
            Source = "Qingdao Daily",
            SourceUrl = "https://example.org/source",
            Facts = "Trains = 12\nTonnes = 4,000",
            Body = "First.\r\n\r\nSecond.",
            Note = "Figures added",
        }, Editor);

        Assert.Contains("Revision 2 is saved.", page.Body!.TextContent, StringComparison.Ordinal);
        var release = await portal.QueryAsync(db => db.Releases.Include(r => r.Revisions).SingleAsync(r => r.Id == id));
        Assert.Equal(
            new ReleaseContent
            {
                Headline = "More trains from Qingdao",
                Subheadline = "A record month",
                Summary = "In short.",
                Body = "First.\n\nSecond.",
                Dateline = new Dateline { Place = "Qingdao", Country = "CN", Date = Core.PartialDate.Parse("2021-06") },
                Wires = "ots, PRNewswire",
                Issuer = "City of Qingdao",
                Distributor = "news aktuell",
                MoreInfoUrl = "https://example.org/more",
                Source = "Qingdao Daily",
                SourceUrl = "https://example.org/source",
                Facts = "Trains = 12\nTonnes = 4,000",
            },
            release.Content);
        Assert.Equal(("Vera Hartmann", "Figures added", false), (release.Revisions[1].By, release.Revisions[1].Note, release.Revisions[1].Minor));
        var audit = await portal.QueryAsync(db => db.Audit.SingleAsync(a => a.Action == "release.save"));
        Assert.Equal(($"release/{id}", "Vera Hartmann"), (audit.Subject, audit.By));
    }

    [Fact]
    public async Task Saving_without_a_change_makes_no_revision()
    {
        await using var portal = await OwnPortal.OpenAsync();
        var known = (await portal.QueryAsync(db => db.Releases.Where(r => r.State == ReleaseState.Published).Select(r => new { r.Id, r.RevisionNumber }).ToListAsync()))[..5];
        using var vera = await portal.AsAsync(Roles.Editor);

        foreach (var release in known)
        {
            var page = await vera.SubmitAsync(DeskLinks.Release(release.Id), form: Editor);
            Assert.Contains("no new revision", page.Body!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(known.Select(r => r.RevisionNumber), await portal.QueryAsync(db => db.Releases.Where(r => known.Select(k => k.Id).Contains(r.Id)).OrderBy(r => r.Id).Select(r => r.RevisionNumber).ToListAsync()));
    }

    [Fact]
    public async Task A_minor_edit_leaves_translations_up_to_date_and_a_major_one_does_not()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var (id, german) = await portal.QueryAsync(async db =>
        {
            var story = new Story();
            var edit = new Edit("Vera", portal.Clock.Now);
            var english = story.Draft("en", new ReleaseContent { Headline = "Trains", Body = "Text." }, edit);
            story.Draft("de", new ReleaseContent { Headline = "Züge", Body = "Text." }, edit).Follow(english, 1);
            db.Add(story);
            await db.SaveChangesAsync();
            return (english.Id, story.In("de")!.Id);
        });
        using var vera = await portal.AsAsync(Roles.Editor);

        var before = await vera.ReadAsync(DeskLinks.Release(id));
        await vera.SubmitAsync(DeskLinks.Release(id), new { Headline = "Trains!", Minor = "true" }, Editor);
        var minor = await vera.ReadAsync(DeskLinks.Release(german));
        await vera.SubmitAsync(DeskLinks.Release(id), new { Headline = "Trains leave from Qingdao" }, Editor);
        var major = await vera.ReadAsync(DeskLinks.Release(german));

        Assert.Contains("1 translation becomes outdated", before.QuerySelector(".panel")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("changed", minor.QuerySelector(".panel")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 sentence changed", major.QuerySelector(".panel")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Headline", "", "Please fill this in.")]
    [InlineData("Date", "2021-02-30", "There is no such date.")]
    [InlineData("Date", "June 2021", "There is no such date.")]
    [InlineData("Country", "China", "two letters")]
    [InlineData("MoreInfoUrl", "example.org", "whole address")]
    [InlineData("SourceUrl", "ftp://example.org/a", "whole address")]
    [InlineData("Facts", "Trains = 12\nno value here", "Every line needs")]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(string field, string value, string message)
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var id = await portal.PublishAsync("Trains from Qingdao");
        using var vera = await portal.AsAsync(Roles.Editor);
        var typed = new Dictionary<string, string> { ["Headline"] = "New", ["Body"] = Lost, ["Note"] = "My note", ["Minor"] = "true", ["BasedOn"] = "1", [field] = value };

        var page = await PostAsync(vera, DeskLinks.Release(id), typed, HttpStatusCode.OK);

        Assert.Contains(message, page.QuerySelector($"#{field}-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("true", page.QuerySelector($"#{field}")!.GetAttribute("aria-invalid"));
        foreach (var (name, text) in typed.Where(t => t.Key is not "Minor"))
            Assert.Equal(text, ((page.QuerySelector($"[name={name}]") as IHtmlInputElement)?.Value ?? (page.QuerySelector($"[name={name}]") as IHtmlTextAreaElement)?.Value)?.ReplaceLineEndings("\n"));
        Assert.True(((IHtmlInputElement)page.QuerySelector("#Minor")!).IsChecked);
        Assert.Equal(1, await portal.QueryAsync(db => db.Revisions.CountAsync()));
    }

    [Theory]
    [InlineData("draft", "Readers see nothing of it yet.")]
    [InlineData("public", "Readers see the newest revision at once.")]
    [InlineData("scheduled", "at the time set")]
    public async Task The_panel_tells_what_saving_does_for_readers_and_it_is_so(string state, string effect)
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var id = await portal.PublishAsync("Trains from Qingdao");
        if (state != "public")
            await portal.BreakAsync(state == "draft" ? "UPDATE Releases SET State = 1, PublishAt = NULL" : "UPDATE Releases SET PublishAt = '2099-01-01 00:00:00'");
        using var vera = await portal.AsAsync(Roles.Editor);

        var page = await vera.SubmitAsync(DeskLinks.Release(id), new { Body = "Words for readers." }, Editor);

        Assert.Contains(effect, page.QuerySelector(".panel")!.TextContent, StringComparison.Ordinal);
        using var answer = await portal.Client.GetAsync(Links.Release("en", id, "trains-from-qingdao"));
        Assert.Equal(state == "public", (await answer.Content.ReadAsStringAsync()).Contains("Words for readers.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_translator_reads_other_languages_and_may_not_write_them()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var id = await portal.QueryAsync(async db =>
        {
            var story = new Story();
            story.Draft("en", new ReleaseContent { Headline = "Trains", Body = "Text." }, new Edit("Vera", portal.Clock.Now));
            db.Add(story);
            await db.SaveChangesAsync();
            return story.Releases[0].Id;
        });
        using var translator = await portal.AsAsync(Roles.Translator, languages: "de");

        var page = await translator.ReadAsync(DeskLinks.Release(id));

        Assert.Contains("not assigned to you (English)", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.True(page.QuerySelector($"{Editor} fieldset")!.HasAttribute("disabled"));
        Assert.Null(page.QuerySelector("[data-save]"));
        foreach (var path in new[] { DeskLinks.Release(id), DeskLinks.WorkingCopy(id), DeskLinks.Restoration(id), DeskLinks.Address(id), DeskLinks.Conflict(id), DeskLinks.LinkCheck(id) })
        {
            using var answer = await translator.PostAsync(path, new { Headline = "Mine", Body = Lost, BasedOn = 1, Number = 1, Slug = "mine" }, DeskLinks.Release(id));
            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{path}: {answer.StatusCode}");
        }

        Assert.Equal("Trains", await portal.QueryAsync(db => db.Releases.Select(r => r.Content.Headline).SingleAsync()));
    }

    [Fact]
    public async Task A_translator_may_not_change_what_readers_have_even_in_an_assigned_language()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var id = await portal.PublishAsync("Züge aus Qingdao", language: "de");
        using var translator = await portal.AsAsync(Roles.Translator, languages: "de");

        var page = await translator.ReadAsync(DeskLinks.Release(id));
        // Published while they were typing.
        using var answer = await translator.PostAsync(DeskLinks.Release(id), new { Headline = "Mine", Body = Lost, BasedOn = 1 }, DeskLinks.Release(id));
        using var copy = await translator.PostAsync(DeskLinks.WorkingCopy(id), new { Headline = "Mine", Body = Lost + "!", BasedOn = 1, Seen = portal.Clock.Now.ToUnixTimeMilliseconds() }, DeskLinks.Release(id));
        var shown = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        var offered = await translator.ReadAsync(DeskLinks.Release(id));

        Assert.Contains("only those who may publish", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (answer.StatusCode, copy.StatusCode));
        Assert.Contains("Readers have this text already", shown.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Lost, shown.QuerySelectorAll("#Body").OfType<IHtmlTextAreaElement>().First().Value);
        Assert.NotNull(offered.QuerySelector("div[data-unsaved]"));
        Assert.Equal(Lost + "!", (await portal.QueryAsync(db => db.WorkingCopies.SingleAsync())).Kept().Body);
        Assert.Equal("Züge aus Qingdao", await portal.QueryAsync(db => db.Releases.Select(r => r.Content.Headline).SingleAsync()));
    }

    [Fact]
    public async Task Another_address_by_a_translator_has_to_be_looked_at_again()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var id = (await portal.WriteAsync("Züge aus Qingdao", ReleaseState.Approved, "de")).Id;
        using var translator = await portal.AsAsync(Roles.Translator, languages: "de");

        await translator.SubmitAsync(DeskLinks.Release(id), new { Slug = "Züge aus Qingdao" }, "form[data-address]");
        Assert.Equal(ReleaseState.Approved, (await portal.NowAsync(id)).State);
        await translator.SubmitAsync(DeskLinks.Release(id), new { Slug = "anders" }, "form[data-address]");
        Assert.Equal((ReleaseState.InReview, "anders"), ((await portal.NowAsync(id)).State, (await portal.NowAsync(id)).Slug));
    }

    [Fact]
    public async Task A_withdrawn_release_can_only_be_read_and_says_why()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var id = await portal.PublishAsync("Trains from Qingdao");
        await portal.QueryAsync(async db =>
        {
            (await db.Releases.SingleAsync()).Withdraw("The figures were wrong.", portal.Clock.Now);
            return await db.SaveChangesAsync();
        });
        using var vera = await portal.AsAsync(Roles.Editor);

        var page = await vera.ReadAsync(DeskLinks.Release(id));
        using var answer = await vera.PostAsync(DeskLinks.Release(id), new { Headline = "Mine", BasedOn = 1 }, DeskLinks.Release(id));

        Assert.Contains("Reason: The figures were wrong.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.True(page.QuerySelector($"{Editor} fieldset")!.HasAttribute("disabled"));
        Assert.Contains("is withdrawn and stays as it is", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await portal.QueryAsync(db => db.Revisions.CountAsync()));
    }

    [Fact]
    public async Task Another_address_is_chosen_and_the_old_one_leads_there()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var id = await portal.PublishAsync("Trains from Qingdao");
        using var vera = await portal.AsAsync(Roles.Editor);

        var page = await vera.SubmitAsync(DeskLinks.Release(id), new { Slug = "Record Month" }, "form[data-address]");

        Assert.Contains("record-month", page.Body!.TextContent, StringComparison.Ordinal);
        using var old = await portal.Client.GetAsync(Links.Release("en", id, "trains-from-qingdao"));
        Assert.Equal((HttpStatusCode.MovedPermanently, Links.Release("en", id, "record-month")), (old.StatusCode, old.Headers.Location!.OriginalString));
        Assert.Equal(1, await portal.QueryAsync(db => db.Audit.CountAsync(a => a.Action == "release.rename")));
    }

    [Fact]
    public async Task The_preview_is_the_public_page()
    {
        await using var portal = await OwnPortal.OpenAsync();
        var known = await portal.QueryAsync(db => db.Releases.Where(r => r.State == ReleaseState.Published && r.Language == "de").OrderBy(r => r.Id).FirstAsync());
        using var vera = await portal.AsAsync(Roles.Editor);

        var shown = await portal.ReadAsync(Links.Release("de", known.Id, known.Slug));
        var preview = await vera.ReadAsync(DeskLinks.Preview(known.Id));
        Assert.Equal(shown.QuerySelector("article")!.OuterHtml, preview.QuerySelector("article")!.OuterHtml);

        // What is typed shows there before it is saved, and on the public page after.
        var typed = new { known.Content.Headline, Body = "Neu, mit **Nachdruck**.", BasedOn = known.RevisionNumber };
        using var answer = await vera.PostAsync(DeskLinks.Preview(known.Id), typed, DeskLinks.Release(known.Id));
        var live = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        await PostAsync(vera, DeskLinks.Release(known.Id), new() { ["Headline"] = typed.Headline, ["Body"] = typed.Body, ["BasedOn"] = $"{typed.BasedOn}", ["Minor"] = "true" }, HttpStatusCode.OK);
        var saved = await portal.ReadAsync(Links.Release("de", known.Id, known.Slug));

        Assert.Equal("Nachdruck", live.QuerySelector(".prose strong")!.TextContent);
        Assert.Equal(saved.QuerySelector("article")!.OuterHtml, live.QuerySelector("article")!.OuterHtml);
        Assert.Equal("3 words, 1 minute to read", live.QuerySelector("main")!.GetAttribute("data-length"));
    }

    [Fact]
    public async Task The_wire_text_is_at_hand()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var id = await portal.PublishAsync("Trains from Qingdao");
        await portal.QueryAsync(async db =>
        {
            (await db.Releases.SingleAsync()).CameFrom(new Original("QINGDAO, China /PRNewswire/ -- <Trains>", "trains.txt", "f", portal.Clock.Now));
            return await db.SaveChangesAsync();
        });
        using var vera = await portal.AsAsync(Roles.Editor);

        var page = await vera.ReadAsync(DeskLinks.Release(id));

        Assert.Equal("QINGDAO, China /PRNewswire/ -- <Trains>", page.QuerySelector(".original pre")!.TextContent);
        Assert.Contains("trains.txt", page.QuerySelector(".original summary")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<IHtmlDocument> PostAsync(DeskClient who, string path, Dictionary<string, string> fields, HttpStatusCode status)
    {
        var token = ((IHtmlInputElement)(await who.ReadAsync(path)).QuerySelector("input[name=__RequestVerificationToken]")!).Value;
        using var form = new FormUrlEncodedContent(fields.Append(new("__RequestVerificationToken", token)));
        using var answer = await who.Http.PostAsync(path, form);
        if (answer.StatusCode == HttpStatusCode.Redirect)
            return await who.ReadAsync(answer.Headers.Location!.OriginalString);
        Assert.Equal(status, answer.StatusCode);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
    }
}
