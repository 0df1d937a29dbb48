using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Zones;
using Xunit;

namespace ScoPortal.Web.Tests.Editing;

/// <summary>Zones as editors and translators change them, and what readers see of it.</summary>
public class ZoneDeskTests
{
    private const string Zone = "scoda";

    [Fact]
    public async Task A_description_is_on_the_public_page_as_soon_as_it_is_saved()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);

        var page = await editor.SubmitAsync(DeskLinks.ZoneProfile(Zone, "de"), new { Form__ShortName = "Tsingtau", Form__Body = "Erster Absatz.\r\n\r\n## Neu hier\r\n\r\nMehr." });
        await portal.CatchUpAsync();

        Assert.Contains("Saved", page.QuerySelector(".alert")!.TextContent, StringComparison.Ordinal);
        using var response = await portal.Client.GetAsync(Links.Zone("de", Zone));
        var html = await response.Content.ReadAsStringAsync();
        Assert.Contains("Neu hier</h", html, StringComparison.Ordinal);
        Assert.Contains("Tsingtau", html, StringComparison.Ordinal);
        Assert.Equal(["zone.describe zone/scoda/de Editor"], await portal.QueryAsync(db => db.Audit.Where(a => a.Action.StartsWith("zone.")).Select(a => a.Action + " " + a.Subject + " " + a.By).ToListAsync()));
    }

    [Fact]
    public async Task A_preview_shows_the_body_and_saves_nothing()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);

        var page = await editor.SubmitAsync(DeskLinks.ZoneProfile(Zone, "de"), new { Form__Body = "**Fett** <script>", Preview = "true" });

        Assert.Equal("Fett", page.QuerySelector("#preview strong")!.TextContent);
        Assert.Equal("**Fett** <script>", page.QuerySelector<IHtmlTextAreaElement>("[name='Form.Body']")!.Value.Trim());
        Assert.False(await portal.QueryAsync(db => db.Audit.AnyAsync(a => a.Action == "zone.describe")));
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_the_field_and_what_was_typed_stays()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor, language: "de");

        var page = await editor.SubmitAsync(DeskLinks.Zone(Zone), new { Form__Latitude = "96,5", Form__Founded = "irgendwann", Form__Source = "", Form__Website = "scoda.com" });

        foreach (var (field, typed) in new[] { ("Latitude", "96,5"), ("Founded", "irgendwann"), ("Website", "scoda.com") })
        {
            var input = page.QuerySelector<IHtmlInputElement>($"[name='Form.{field}']")!;
            Assert.Equal((typed, "true"), (input.Value, input.GetAttribute("aria-invalid")));
            Assert.NotNull(page.GetElementById(input.GetAttribute("aria-describedby")!.Split(' ').Last()));
        }
    }

    [Fact]
    public async Task The_structure_of_a_zone_is_changed_as_it_is_written_in_the_editors_language()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor, language: "de");

        await editor.SubmitAsync(DeskLinks.Zone(Zone), new { Form__Latitude = "36,512345", Form__Mark = "Square", Form__Founded = "2018-06", Form__Source = "SCODA", Form__SourceUrl = "", Form__Focus = (string[])["1"] });

        var zone = await portal.QueryAsync(db => db.Zones.Include(z => z.FocusTopics).SingleAsync(z => z.Key == Zone));
        Assert.Equal((36.512345, ZoneMark.Square, "2018-06", new Source { Name = "SCODA" }), (zone.Latitude, zone.Mark, $"{zone.Founded}", zone.FoundedSource));
        Assert.Single(zone.FocusTopics);
    }

    [Fact]
    public async Task A_new_zone_needs_a_free_name_and_follows_the_others()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var fields = new { Form__Key = "almaty", Form__Latitude = "43.24", Form__Longitude = "76.9" };

        foreach (var key in (string[])["scoda", "order", "Al Maty", ""])
            Assert.NotNull((await editor.SubmitAsync(DeskLinks.Zone("new"), new { Form__Key = key, Form__Latitude = "1", Form__Longitude = "1" })).QuerySelector("[name='Form.Key'][aria-invalid]"));
        await editor.SubmitAsync(DeskLinks.Zone("new"), fields);

        Assert.Equal(DeskLinks.Zone("almaty"), editor.Path);
        Assert.Equal("almaty", await portal.QueryAsync(db => db.Zones.OrderByDescending(z => z.Order).Select(z => z.Key).FirstAsync()));
    }

    [Fact]
    public async Task Zones_are_put_into_another_order_by_button_and_by_dragging()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        Task<List<string>> Order() => portal.QueryAsync(db => db.Zones.OrderBy(z => z.Order).Select(z => z.Key).ToListAsync());
        var before = await Order();
        var ids = await portal.QueryAsync(db => db.Zones.OrderBy(z => z.Order).Select(z => z.Id).ToListAsync());

        await editor.SubmitAsync(DeskLinks.Zones, new { Up = ids[2] });
        Assert.Equal([before[0], before[2], before[1]], await Order());

        await editor.SubmitAsync(DeskLinks.Zones, new { Ids = ids.Select(i => (object)i).Reverse() });
        Assert.Equal([before[2], before[1], before[0]], await Order());
    }

    [Fact]
    public async Task A_figure_is_entered_with_its_source_and_read_by_the_public_in_each_language()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);

        var refused = await editor.SubmitAsync(DeskLinks.Figure(Zone), new { Form__Value = "1,225", Form__Source = "" });
        Assert.Equal(2, refused.QuerySelectorAll("[aria-invalid]").Length);

        await editor.SubmitAsync(DeskLinks.Figure(Zone), new Dictionary<string, object?>
        {
            ["Form.Value"] = "84.36",
            ["Form.AsOf"] = "2026-03",
            ["Form.Source"] = "TASS, March 2026",
            ["Form.SourceUrl"] = "https://tass.com/economy/99",
            ["Form.Texts[en].Label"] = "freight by camel",
            ["Form.Texts[en].Unit"] = "million tonnes",
            ["Form.Texts[zh].Label"] = "骆驼货运量",
            ["Form.Texts[zh].Value"] = "8436",
        });

        var zone = await portal.QueryAsync(db => db.Zones.Include(z => z.Figures).SingleAsync(z => z.Key == Zone));
        var figure = zone.Figures.MaxBy(f => f.Order)!;
        Assert.Equal((84.36m, "2026-03", 8436m), (figure.Value, $"{figure.AsOf}", figure.Texts.Single(t => t.Language == "zh").Value));
        Assert.Contains("freight by camel", await portal.Client.GetStringAsync(Links.Zone("en", Zone)), StringComparison.Ordinal);
        Assert.DoesNotContain("camel", await portal.Client.GetStringAsync(Links.Zone("de", Zone)), StringComparison.Ordinal);

        await editor.SubmitAsync(DeskLinks.Figure(Zone, figure.Id), form: ".removal form");
        Assert.DoesNotContain("freight by camel", await portal.Client.GetStringAsync(Links.Zone("en", Zone)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_milestone_is_told_moved_and_removed()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        await editor.SubmitAsync(DeskLinks.Milestone(Zone), new Dictionary<string, object?>
        {
            ["Form.Date"] = "2019-10",
            ["Form.Source"] = "Xinhua",
            ["Form.Texts[ru].Title"] = "Первый верблюд",
            ["Form.Texts[ru].Text"] = "Он пришёл.",
        });
        var id = await portal.QueryAsync(db => db.Zones.SelectMany(z => z.Milestones).MaxAsync(m => m.Id));

        await editor.SubmitAsync(DeskLinks.Milestone(Zone, id), new { Form__Date = "2020" });
        Assert.Contains("Первый верблюд", await portal.Client.GetStringAsync(Links.Zone("ru", Zone)), StringComparison.Ordinal);
        Assert.Equal("2020", $"{await portal.QueryAsync(db => db.Zones.SelectMany(z => z.Milestones).Where(m => m.Id == id).Select(m => m.Date).SingleAsync())}");

        await editor.SubmitAsync(DeskLinks.Milestone(Zone, id), form: ".removal form");
        Assert.DoesNotContain("Первый верблюд", await portal.Client.GetStringAsync(Links.Zone("ru", Zone)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_saves_over_somebody_elses_newer_text_sees_both_first()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var vera = await portal.AsAsync(Roles.Editor, name: "Vera");
        using var kai = await portal.AsAsync(Roles.Editor, name: "Kai");
        var path = DeskLinks.ZoneProfile(Zone, "de");
        var seen = (await kai.ReadAsync(path)).QuerySelector<IHtmlInputElement>("[name=Seen]")!.Value;
        await vera.SubmitAsync(path, new { Form__Place = "Veras Ort" });

        var conflict = await kai.SubmitAsync(path, new { Form__Place = "Kais Ort", Seen = seen });

        var row = conflict.QuerySelector(".versions tbody tr")!;
        Assert.Equal(["Veras Ort", "Kais Ort"], row.QuerySelectorAll("td").Select(c => c.TextContent));
        Assert.Equal("Veras Ort", await PlaceAsync(portal));

        var again = conflict.QuerySelector<IHtmlInputElement>("[name=Seen]")!.Value;
        await kai.SubmitAsync(path, new { Form__Place = "Kais Ort", Seen = again });
        Assert.Equal("Kais Ort", await PlaceAsync(portal));
    }

    [Fact]
    public async Task Another_language_that_was_saved_meanwhile_is_no_conflict()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var path = DeskLinks.ZoneProfile(Zone, "de");
        var seen = (await editor.ReadAsync(path)).QuerySelector<IHtmlInputElement>("[name=Seen]")!.Value;
        await editor.SubmitAsync(DeskLinks.ZoneProfile(Zone, "ru"), new { Form__Place = "Циндао" });

        await editor.SubmitAsync(path, new { Form__Place = "Jiaozhou", Seen = seen });

        Assert.Equal("Jiaozhou", await PlaceAsync(portal));
    }

    [Fact]
    public async Task A_translator_writes_only_the_assigned_language_and_changes_no_structure()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var translator = await portal.AsAsync(Roles.Translator, languages: "de");
        var figure = await portal.QueryAsync(db => db.Zones.Where(z => z.Key == Zone).SelectMany(z => z.Figures).OrderBy(f => f.Order).FirstAsync());

        await translator.SubmitAsync(DeskLinks.ZoneProfile(Zone, "de"), new { Form__Place = "Mein Ort" });
        await translator.SubmitAsync(DeskLinks.Figure(Zone, figure.Id), new Dictionary<string, object?>
        {
            ["Form.Value"] = "7",
            ["Form.Source"] = "nobody",
            ["Form.Texts[de].Label"] = "meine Worte",
            ["Form.Texts[ru].Label"] = "не мои слова",
        });

        Assert.Equal("Mein Ort", await PlaceAsync(portal));
        var saved = await portal.QueryAsync(db => db.Zones.Where(z => z.Key == Zone).SelectMany(z => z.Figures).OrderBy(f => f.Order).FirstAsync());
        Assert.Equal((figure.Value, figure.Source, "meine Worte"), (saved.Value, saved.Source, saved.Texts.Single(t => t.Language == "de").Label));
        Assert.Equal(figure.Texts.Single(t => t.Language == "ru").Label, saved.Texts.Single(t => t.Language == "ru").Label);
        Assert.Null((await translator.ReadAsync(DeskLinks.ZoneProfile(Zone, "ru"))).QuerySelector("main form .button[data-kind=main]"));
        foreach (var path in (string[])
            [
                DeskLinks.ZoneProfile(Zone, "ru"), DeskLinks.Zone(Zone), DeskLinks.Zone("new"), DeskLinks.Figure(Zone), DeskLinks.Milestone(Zone),
                DeskLinks.ZoneProfileRemoval(Zone, "de"), DeskLinks.FigureRemoval(Zone, figure.Id), DeskLinks.FigureOrder(Zone), DeskLinks.ZoneOrder,
            ])
        {
            using var refused = await translator.PostAsync(path, new { Form__Name = "x", Form__ShortName = "x", Form__Kicker = "x" });
            Assert.True(refused.StatusCode == HttpStatusCode.Forbidden, $"{path}: {refused.StatusCode}");
        }
    }

    [Fact]
    public async Task A_description_that_is_removed_is_missing_and_readers_get_another_language()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);

        var page = await editor.SubmitAsync(DeskLinks.ZoneProfile(Zone, "ru"), form: ".removal form");
        await portal.CatchUpAsync();

        Assert.Single(page.QuerySelectorAll(".panel [data-state=missing]"));
        Assert.Equal(HttpStatusCode.OK, (await portal.Client.GetAsync(Links.Zone("ru", Zone))).StatusCode);
        await editor.ReadAsync(DeskLinks.Zone("nowhere"), HttpStatusCode.NotFound);
        await editor.ReadAsync(DeskLinks.ZoneProfile(Zone, "fr"), HttpStatusCode.NotFound);
        await editor.ReadAsync(DeskLinks.Figure(Zone, 99_999), HttpStatusCode.NotFound);
    }

    private static Task<string?> PlaceAsync(OwnPortal portal) => portal.QueryAsync(db => db.Zones.Where(z => z.Key == Zone)
        .SelectMany(z => z.Profiles).Where(p => p.Language == "de").Select(p => p.Text.Place).SingleAsync());
}
