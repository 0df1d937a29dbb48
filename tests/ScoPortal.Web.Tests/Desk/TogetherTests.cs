using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;
using Xunit;

namespace ScoPortal.Web.Tests.Desk;

/// <summary>Two people on one release, and texts that are not saved yet.</summary>
public class TogetherTests
{
    private const string Editor = "#edit";

    [Fact]
    public async Task Two_people_see_one_another_until_one_has_gone()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var id = await portal.PublishAsync("Trains from Qingdao");
        using var vera = await portal.AsAsync(Roles.Editor, name: "Vera Hartmann");
        using var lena = await portal.AsAsync(Roles.Editor, name: "Lena Chen");

        Assert.Null((await BeatAsync(vera, id)).Others);
        Assert.Contains("Vera Hartmann", (await BeatAsync(lena, id)).Others, StringComparison.Ordinal);
        Assert.Contains("Lena Chen", (await BeatAsync(vera, id)).Others, StringComparison.Ordinal);
        Assert.Contains("Lena Chen", (await vera.ReadAsync(DeskLinks.Release(id))).QuerySelector("[data-others]")!.TextContent, StringComparison.Ordinal);

        await BeatAsync(lena, id, leaving: true);
        Assert.Null((await BeatAsync(vera, id)).Others);

        await BeatAsync(lena, id);
        portal.Clock.Now += TimeSpan.FromSeconds(46);
        Assert.Null((await BeatAsync(vera, id)).Others);
        Assert.Equal(1, await portal.QueryAsync(db => db.Presences.CountAsync()));
    }

    [Fact]
    public async Task Who_is_behind_hears_that_the_other_has_saved()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var id = await portal.PublishAsync("Trains from Qingdao");
        using var vera = await portal.AsAsync(Roles.Editor);
        using var lena = await portal.AsAsync(Roles.Editor, name: "Lena Chen");

        Assert.Null((await BeatAsync(vera, id)).Newer);
        await lena.SubmitAsync(DeskLinks.Release(id), new { Headline = "More trains" }, Editor);

        Assert.Contains("Lena Chen has saved revision 2", (await BeatAsync(vera, id)).Newer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edits_that_do_not_touch_each_other_come_together_and_are_saved_after_the_newest_revision()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var id = await portal.PublishAsync("Trains from Qingdao", "One.\n\nTwo.\n\nThree.");
        using var vera = await portal.AsAsync(Roles.Editor, name: "Vera Hartmann");
        using var lena = await portal.AsAsync(Roles.Editor, name: "Lena Chen");
        await lena.SubmitAsync(DeskLinks.Release(id), new { Summary = "By Lena.", Body = "One.\n\nTwo.\n\nThree by Lena.", Note = "Summary added" }, Editor);

        // Vera's editor was opened before that.
        var conflict = await vera.SubmitAsync(DeskLinks.Release(id), new { Headline = "By Vera", Summary = "", Body = "One by Vera.\n\nTwo.\n\nThree.", BasedOn = 1, Note = "Headline", Minor = "true" }, Editor);

        var text = conflict.QuerySelector("main")!.TextContent;
        Assert.Contains("Lena Chen saved revision 2", text, StringComparison.Ordinal);
        Assert.Contains("Summary added", text, StringComparison.Ordinal);
        Assert.Empty(conflict.QuerySelectorAll(".merge-conflict"));
        Assert.Equal(["mine", "theirs", "mine", "theirs"], conflict.QuerySelectorAll(".merge-settled").Select(e => e.GetAttribute("data-origin")));

        var saved = await vera.SubmitAsync(vera.Path);
        Assert.Contains("Revision 3 is saved.", saved.Body!.TextContent, StringComparison.Ordinal);
        var release = await portal.QueryAsync(db => db.Releases.Include(r => r.Revisions).SingleAsync());
        Assert.Equal(("By Vera", "By Lena.", "One by Vera.\n\nTwo.\n\nThree by Lena."), (release.Content.Headline, release.Content.Summary, release.Content.Body));
        Assert.Equal(("Headline", true), (release.Revisions[2].Note, release.Revisions[2].Minor));
        Assert.Empty(await portal.QueryAsync(db => db.WorkingCopies.ToListAsync()));
    }

    [Theory]
    [InlineData("Mine", "By Vera", "One.\n\nTwo by Vera.")]
    [InlineData("Theirs", "By Lena", "One.\n\nTwo by Lena.")]
    [InlineData("Own", "By both", "One.\n\nBy both")]
    public async Task Where_both_changed_the_same_one_of_them_chooses(string choice, string headline, string body)
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var id = await portal.PublishAsync("Trains from Qingdao", "One.\n\nTwo.");
        using var vera = await portal.AsAsync(Roles.Editor);
        using var lena = await portal.AsAsync(Roles.Editor, name: "Lena Chen");
        await lena.SubmitAsync(DeskLinks.Release(id), new { Headline = "By Lena", Body = "One.\n\nTwo by Lena." }, Editor);

        var conflict = await vera.SubmitAsync(DeskLinks.Release(id), new { Headline = "By Vera", Body = "One.\n\nTwo by Vera.", BasedOn = 1 }, Editor);
        Assert.Equal(2, conflict.QuerySelectorAll(".merge-conflict").Length);
        Assert.All(["By Vera", "By Lena", "Two by Vera.", "Two by Lena."], (string text) => Assert.Contains(text, Shown(conflict), StringComparison.Ordinal));

        await PostChoicesAsync(vera, conflict, choice, own: "By both");
        var content = await portal.QueryAsync(db => db.Releases.Select(r => r.Content).SingleAsync());
        Assert.Equal((headline, body), (content.Headline, content.Body));
    }

    [Fact]
    public async Task A_third_save_in_between_is_a_conflict_again_and_loses_nothing()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var id = await portal.PublishAsync("Trains from Qingdao", "One.\n\nTwo.");
        using var vera = await portal.AsAsync(Roles.Editor);
        using var lena = await portal.AsAsync(Roles.Editor, name: "Lena Chen");
        await lena.SubmitAsync(DeskLinks.Release(id), new { Issuer = "By Lena" }, Editor);
        var first = await vera.SubmitAsync(DeskLinks.Release(id), new { Headline = "By Vera", Issuer = "", BasedOn = 1 }, Editor);
        await lena.SubmitAsync(DeskLinks.Release(id), new { Place = "Qingdao" }, Editor);

        await PostChoicesAsync(vera, first, "Mine");
        Assert.Equal(3, await portal.QueryAsync(db => db.Revisions.CountAsync()));
        await vera.SubmitAsync(DeskLinks.Conflict(id));

        var content = await portal.QueryAsync(db => db.Releases.Select(r => r.Content).SingleAsync());
        Assert.Equal(("By Vera", "By Lena", "Qingdao"), (content.Headline, content.Issuer, content.Dateline.Place));
    }

    [Fact]
    public async Task What_is_being_typed_is_kept_and_offered_when_the_editor_is_opened_again()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var id = await portal.PublishAsync("Trains from Qingdao", "One.");
        using var vera = await portal.AsAsync(Roles.Editor);
        using var lena = await portal.AsAsync(Roles.Editor);

        // Unfinished as it is: no headline yet.
        var kept = await KeepAsync(vera, id, new { Headline = "", Body = "One, and more.", BasedOn = 1 });
        var page = await vera.ReadAsync(DeskLinks.Release(id));

        Assert.StartsWith("Kept, not saved", kept, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("[data-unsaved]"));
        Assert.Equal("One.", ((IHtmlTextAreaElement)page.QuerySelector("#Body")!).Value);
        Assert.Contains("and more", (await vera.ReadAsync(DeskLinks.WorkingCopy(id))).QuerySelector(".diff ins")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("One, and more.", ((IHtmlTextAreaElement)(await vera.ReadAsync(DeskLinks.Unsaved(id))).QuerySelector("#Body")!).Value);
        Assert.Equal("Trains from Qingdao", await portal.QueryAsync(db => db.Releases.Select(r => r.Content.Headline).SingleAsync()));
        // It is hers alone.
        Assert.Null((await lena.ReadAsync(DeskLinks.Release(id))).QuerySelector("div[data-unsaved]"));
        await lena.ReadAsync(DeskLinks.WorkingCopy(id), HttpStatusCode.NotFound);

        await vera.SubmitAsync(DeskLinks.Unsaved(id), new { Headline = "Finished" }, Editor);
        Assert.Equal("One, and more.", await portal.QueryAsync(db => db.Releases.Select(r => r.Content.Body).SingleAsync()));
        Assert.Null((await vera.ReadAsync(DeskLinks.Release(id))).QuerySelector("div[data-unsaved]"));
    }

    [Fact]
    public async Task A_kept_text_is_thrown_away_only_when_asked_or_typed_back()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var id = await portal.PublishAsync("Trains from Qingdao", "One.");
        using var vera = await portal.AsAsync(Roles.Editor);

        await KeepAsync(vera, id, new { Headline = "Other", Body = "One.", BasedOn = 1 });
        await vera.SubmitAsync(DeskLinks.Release(id), form: "form[data-discard]");
        Assert.Empty(await portal.QueryAsync(db => db.WorkingCopies.ToListAsync()));

        await KeepAsync(vera, id, new { Headline = "Other", Body = "One.", BasedOn = 1 });
        Assert.Equal("As saved.", await KeepAsync(vera, id, new { Headline = "Trains from Qingdao", Body = "One.", BasedOn = 1, Seen = portal.Clock.Now.ToUnixTimeMilliseconds() }));
        Assert.Empty(await portal.QueryAsync(db => db.WorkingCopies.ToListAsync()));
    }

    [Fact]
    public async Task A_kept_text_is_not_overwritten_by_an_editor_that_does_not_know_of_it()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var id = await portal.PublishAsync("Trains from Qingdao", "One.");
        using var vera = await portal.AsAsync(Roles.Editor);

        await KeepAsync(vera, id, new { Headline = "First window", Body = "One.", BasedOn = 1 });
        var first = portal.Clock.Now.ToUnixTimeMilliseconds();
        portal.Clock.Now += TimeSpan.FromMinutes(1);

        Assert.Contains("Another window", await KeepAsync(vera, id, new { Headline = "Second window", Body = "One.", BasedOn = 1 }, HttpStatusCode.Conflict), StringComparison.Ordinal);
        Assert.Contains("Another window", await KeepAsync(vera, id, new { Headline = "Trains from Qingdao", Body = "One.", BasedOn = 1 }, HttpStatusCode.Conflict), StringComparison.Ordinal);
        Assert.Equal("First window", (await portal.QueryAsync(db => db.WorkingCopies.SingleAsync())).Kept().Headline);
        // The page hands on which copy it offers; an answer that was lost is asked for again.
        Assert.Equal($"{first}", (await vera.ReadAsync(DeskLinks.Unsaved(id))).QuerySelector("#edit")!.GetAttribute("data-copy-at"));
        await KeepAsync(vera, id, new { Headline = "First window", Body = "One.", BasedOn = 1 });
        await KeepAsync(vera, id, new { Headline = "Further", Body = "One.", BasedOn = 1, Seen = portal.Clock.Now.ToUnixTimeMilliseconds() });
        Assert.Equal("Further", (await portal.QueryAsync(db => db.WorkingCopies.SingleAsync())).Kept().Headline);
    }

    [Fact]
    public async Task A_text_that_is_too_long_to_be_kept_is_refused()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var id = await portal.PublishAsync("Trains from Qingdao", "One.");
        using var vera = await portal.AsAsync(Roles.Editor);

        using var answer = await vera.PostAsync(DeskLinks.WorkingCopy(id), new { Headline = "Long", Body = new string('x', 2_100_000), BasedOn = 1 }, DeskLinks.Release(id));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task A_merge_that_is_refused_keeps_what_was_chosen()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var id = await portal.PublishAsync("Trains from Qingdao", "One.");
        using var vera = await portal.AsAsync(Roles.Editor);
        using var lena = await portal.AsAsync(Roles.Editor, name: "Lena Chen");
        await lena.SubmitAsync(DeskLinks.Release(id), new { Headline = "By Lena", Body = "One by Lena." }, Editor);
        var conflict = await vera.SubmitAsync(DeskLinks.Release(id), new { Headline = "By Vera", Body = "One by Vera.", BasedOn = 1 }, Editor);
        var parts = conflict.QuerySelectorAll(".merge-conflict textarea").OfType<IHtmlTextAreaElement>().Select(t => t.Name![..^5]).ToList();
        var tooLong = new string('x', 301);
        var chosen = new Dictionary<string, string>
        {
            [$"{parts[0]}.Choice"] = "Own",
            [$"{parts[0]}.Text"] = tooLong,
            [$"{parts[1]}.Choice"] = "Theirs",
        };

        var again = await vera.SubmitAsync(vera.Path, chosen);

        Assert.Equal(["Own", "Theirs"], again.QuerySelectorAll(".merge-conflict input[type=radio]").OfType<IHtmlInputElement>().Where(r => r.IsChecked).Select(r => r.Value));
        Assert.Equal(tooLong, again.QuerySelectorAll(".merge-conflict textarea").OfType<IHtmlTextAreaElement>().First().Value);

        // Discarded in another window, it is kept all the same.
        await portal.QueryAsync(db => db.WorkingCopies.ExecuteDeleteAsync());
        var fields = new Dictionary<string, string>(chosen) { [$"{parts[0]}.Text"] = "By both", ["GoOn"] = "true" };
        using var filled = DeskClient.Filled((IHtmlFormElement)again.QuerySelector("main form[method=post]")!, fields);
        using var gone = await vera.Http.PostAsync(DeskLinks.Conflict(id), filled);
        var kept = (await portal.QueryAsync(db => db.WorkingCopies.SingleAsync())).Kept();
        Assert.Equal(("By both", "One by Lena."), (kept.Headline, kept.Body));
    }

    [Fact]
    public async Task A_kept_text_that_began_with_an_older_revision_comes_together_with_the_newest()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var id = await portal.PublishAsync("Trains from Qingdao", "One.\n\nTwo.");
        using var vera = await portal.AsAsync(Roles.Editor);
        using var lena = await portal.AsAsync(Roles.Editor);
        await KeepAsync(vera, id, new { Headline = "Trains from Qingdao", Body = "One by Vera.\n\nTwo.", BasedOn = 1 });
        await lena.SubmitAsync(DeskLinks.Release(id), new { Body = "One.\n\nTwo by Lena." }, Editor);

        Assert.Contains("It began with revision 1", (await vera.ReadAsync(DeskLinks.Release(id))).QuerySelector("[data-unsaved]")!.TextContent, StringComparison.Ordinal);
        await vera.SubmitAsync(DeskLinks.Unsaved(id), form: Editor);
        await vera.SubmitAsync(vera.Path);

        Assert.Equal("One by Vera.\n\nTwo by Lena.", await portal.QueryAsync(db => db.Releases.Select(r => r.Content.Body).SingleAsync()));
    }

    [Fact]
    public async Task A_script_is_told_when_the_session_has_ended()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var id = await portal.PublishAsync("Trains from Qingdao");
        using var request = new HttpRequestMessage(HttpMethod.Post, DeskLinks.WorkingCopy(id));
        request.Headers.Add("X-Requested-With", "XMLHttpRequest");

        using var answer = await portal.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static string Shown(IHtmlDocument page) =>
        string.Join('\n', page.QuerySelectorAll(".merge-sides .merge-text").Select(e =>
        {
            foreach (var gone in e.QuerySelectorAll("del"))
                gone.Remove();
            return e.TextContent;
        }));

    private static async Task PostChoicesAsync(DeskClient who, IHtmlDocument conflict, string choice, string? own = null)
    {
        var fields = ((IHtmlFormElement)conflict.QuerySelector("main form[method=post]")!).Elements
            .Where(e => e.GetAttribute("name") is not null && e is not IHtmlInputElement { Type: "radio" or "checkbox" } and not IHtmlButtonElement)
            .Select(e => KeyValuePair.Create(e.GetAttribute("name")!, e switch
            {
                IHtmlTextAreaElement area => own ?? area.Value,
                _ => ((IHtmlInputElement)e).Value,
            })).ToList();
        fields.AddRange(conflict.QuerySelectorAll(".merge-conflict input[type=radio][value=Mine]").Select(e => KeyValuePair.Create(e.GetAttribute("name")!, choice)));
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await who.Http.PostAsync(who.Path.Split('?')[0], form);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static async Task<string?> KeepAsync(DeskClient who, int id, object fields, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var answer = await who.PostAsync(DeskLinks.WorkingCopy(id), fields, DeskLinks.Release(id));
        Assert.Equal(status, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("text").GetString();
    }

    private static async Task<(string? Others, string? Newer)> BeatAsync(DeskClient who, int id, bool leaving = false)
    {
        using var answer = await who.PostAsync(DeskLinks.Presence(id), new { BasedOn = 1, Leaving = leaving ? "true" : "false" });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        return (json.GetProperty("others").GetString(), json.GetProperty("newer").GetString());
    }
}
