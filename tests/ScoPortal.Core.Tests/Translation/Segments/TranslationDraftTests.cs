using ScoPortal.Core.Stories;
using ScoPortal.Core.Tests.Stories;
using ScoPortal.Core.Translation.Aligning;
using ScoPortal.Core.Translation.Segments;
using Xunit;

namespace ScoPortal.Core.Tests.Translation.Segments;

public class TranslationDraftTests
{
    private const string Port = "The port opened. It has 12 berths.\n\n- Trains\n- Ships\n\nThe mayor spoke.";

    [Fact]
    public void A_new_translation_takes_the_form_of_its_source_sentence_by_sentence()
    {
        var (source, target) = Versions(Port, "");
        var draft = TranslationDraft.Begin(target, source, source.Content, 1, null, Cast.Anna);

        Write(draft, "The port opened.", "港口开放了。");
        Write(draft, "It has 12 berths.", "有12个泊位。");
        Write(draft, "Ships", "船舶");

        Assert.Equal("港口开放了。有12个泊位。\n- 船舶", draft.Compose(target.Content).Body.Replace("\n\n", "\n", StringComparison.Ordinal));
        Assert.Equal((6, 3, 3, 50), (draft.Total, draft.Confirmed, draft.Missing, draft.Progress));
    }

    [Fact]
    public void A_translation_that_exists_comes_back_as_it_was()
    {
        const string Hafen = "Der Hafen wurde eröffnet.  Er hat 12 Liegeplätze.\n\n* Züge\n* Schiffe\n\nDer Bürgermeister sprach.\n";
        var (source, target) = Versions(Port, Hafen, "de");

        var draft = TranslationDraft.Begin(target, source, source.Content, 1, null, Cast.Anna);

        Assert.Equal(target.Content, draft.Compose(target.Content));
        Assert.Equal(["The port opened.=Der Hafen wurde eröffnet.", "Ships=Schiffe"], draft.Units.Where(u => u.Source is "Ships" or "The port opened.").Select(u => $"{u.Source}={u.Target}"));
    }

    [Fact]
    public void Many_sentences_are_written_as_one_change_or_none()
    {
        var (source, target) = Versions(Port, "");
        var draft = TranslationDraft.Begin(target, source, source.Content, 1, null, Cast.Anna);
        var (trains, ships) = (draft.Units.Single(u => u.Source == "Trains").Id, draft.Units.Single(u => u.Source == "Ships").Id);
        var version = draft.Version;

        Assert.Throws<RuleException>(() => draft.WriteAll(new Dictionary<int, (string, bool)> { [trains] = ("列车", true), [ships] = ("", true) }, Cast.Anna));
        Assert.Throws<RuleException>(() => draft.WriteAll(new Dictionary<int, (string, bool)> { [trains] = ("列车", true), [9_999] = ("船舶", true) }, Cast.Anna));
        draft.WriteAll(new Dictionary<int, (string, bool)>(), Cast.Anna);
        Assert.Equal((version, ""), (draft.Version, draft.Unit(trains)!.Target));

        draft.WriteAll(new Dictionary<int, (string, bool)> { [ships] = ("船舶 ", true), [trains] = ("列车", false) }, Cast.Anna, "xliff");

        Assert.Equal((version + 1, "船舶", UnitState.Confirmed), (draft.Version, draft.Unit(ships)!.Target, draft.Unit(ships)!.State));
        Assert.Equal(("列车", UnitState.Draft, "xliff"), (draft.Unit(trains)!.Target, draft.Unit(trains)!.State, draft.Unit(trains)!.Origin));
        Assert.Equal((6, 1, 4), (draft.Total, draft.Confirmed, draft.Missing));
    }

    [Fact]
    public void A_sentence_that_somebody_else_has_written_meanwhile_is_not_overwritten()
    {
        var (source, target) = Versions(Port, "");
        var draft = TranslationDraft.Begin(target, source, source.Content, 1, null, Cast.Anna);
        Write(draft, "Trains", "列车");

        var unit = draft.Units.Single(u => u.Source == "Trains");

        Assert.False(draft.Write(unit.Id, "", "火车", confirm: false, Cast.ChenALittleLater));
        Assert.Equal("列车", draft.Unit(unit.Id)!.Target);
    }

    [Fact]
    public void A_source_that_changes_leaves_what_is_written_and_says_what_to_look_at()
    {
        const string Hafen = "Der Hafen wurde eröffnet. Er hat 12 Liegeplätze.\n\n- Züge\n- Schiffe\n\nDer Bürgermeister sprach.";
        var (source, target) = Versions(Port, Hafen, "de");
        var draft = TranslationDraft.Begin(target, source, source.Content, 1, null, Cast.Anna);

        source.Save(source.Content with { Body = "The port opened! It has 14 berths. All are deep.\n\n- Trains\n- Ships" }, 1, Cast.ChenALittleLater);
        draft.FollowSource(source.Revisions[0].Content, source.Content, "en", 2, Cast.Anna);

        Assert.Equal(
            ["It has 14 berths. <It has 12 berths.> Er hat 12 Liegeplätze.", "All are deep. <> ", " <The mayor spoke.> Der Bürgermeister sprach."],
            draft.Units.Where(u => u.IsStale).Select(u => $"{u.Source} <{u.Earlier}> {u.Target}"));
        Assert.Equal((3, 3), (draft.Stale, draft.StaleMust));
        Assert.Equal(target.Content, draft.Compose(target.Content));
    }

    [Fact]
    public void What_is_still_right_is_confirmed_and_what_is_written_anew_counts_once_it_is_saved()
    {
        const string Hafen = "Der Hafen wurde eröffnet. Er hat 12 Liegeplätze.";
        var (source, target) = Versions("The port opened. It has 12 berths.", Hafen, "de");
        var draft = TranslationDraft.Begin(target, source, source.Content, 1, null, Cast.Anna);
        source.Save(source.Content with { Body = "The port was opened. It has 14 berths." }, 1, Cast.ChenALittleLater);
        draft.FollowSource(source.Revisions[0].Content, source.Content, "en", 2, Cast.Anna);

        Write(draft, "The port was opened.", "Der Hafen wurde eröffnet.");
        Assert.Equal(1, draft.Stale);
        Write(draft, "It has 14 berths.", "Er hat 14 Liegeplätze.");
        Assert.Equal(1, draft.Stale);
        draft.Saved(2, Cast.Anna);

        Assert.Equal((0, 2), (draft.Stale, draft.TargetRevision));
        Assert.Equal("Der Hafen wurde eröffnet. Er hat 14 Liegeplätze.", draft.Compose(target.Content).Body);
    }

    [Fact]
    public void What_was_confirmed_is_to_be_confirmed_again_once_its_source_says_something_else()
    {
        var (source, target) = Versions("The port opened. It has 12 berths.", "Der Hafen wurde eröffnet. Er hat 12 Liegeplätze.", "de");
        target.Submit(Cast.Monday);
        target.Approve(Cast.Monday);
        var draft = TranslationDraft.Begin(target, source, source.Content, 1, null, Cast.Anna);
        source.Save(source.Content with { Body = "The port opened. It has 14 berths." }, 1, Cast.ChenALittleLater);

        draft.FollowSource(source.Revisions[0].Content, source.Content, "en", 2, Cast.Anna);
        draft.Saved(1, Cast.Anna);

        Assert.Equal((draft.Total - 1, 1), (draft.Confirmed, draft.Stale));
    }

    [Fact]
    public void What_a_minor_edit_changed_or_added_is_taken_over_in_silence()
    {
        var (source, target) = Versions("The port opened. It has 12 berths.", "Der Hafen wurde eröffnet. Er hat 12 Liegeplätze.", "de");
        var draft = TranslationDraft.Begin(target, source, source.Content, 1, null, Cast.Anna);
        source.Save(source.Content with { Body = "The port was opened. It has 12 berths. All are deep." }, 1, Cast.ChenALittleLater);

        draft.FollowSource(source.Revisions[0].Content, source.Content, "en", 2, Cast.Anna, isMinor: true);

        Assert.Equal((0, 1, 2), (draft.Stale, draft.Missing, draft.SourceRevision));
        Assert.Contains(draft.Units, u => u.Source == "The port was opened.");
    }

    [Fact]
    public void The_translation_of_a_sentence_that_is_gone_is_done_with_once_it_is_emptied()
    {
        var (source, target) = Versions("The port opened. It has 12 berths.", "Der Hafen wurde eröffnet. Er hat 12 Liegeplätze.", "de");
        var draft = TranslationDraft.Begin(target, source, source.Content, 1, null, Cast.Anna);
        source.Save(source.Content with { Body = "The port opened." }, 1, Cast.ChenALittleLater);
        draft.FollowSource(source.Revisions[0].Content, source.Content, "en", 2, Cast.Anna);
        var gone = draft.Units.Single(u => u.Sources.Count == 0);

        Assert.True(draft.Write(gone.Id, gone.Target, "", confirm: false, Cast.Anna));
        Assert.Equal(0, draft.Stale);
        draft.Saved(2, Cast.Anna);
        Assert.Null(draft.Unit(gone.Id));
    }

    [Fact]
    public void What_was_handed_in_stays_so_while_an_editor_works_on_it_and_no_longer_than_until_it_is_saved()
    {
        var (source, target) = Versions("One.", "", "de");
        var translator = Cast.Anna with { MayPublish = false };
        var draft = TranslationDraft.Begin(target, source, source.Content, 1, null, translator);
        draft.Submit(translator);

        draft.Write(1, "", "Eins.", confirm: false, Cast.ChenALittleLater);
        Assert.NotNull(draft.SubmittedAt);
        draft.Write(1, "Eins.", "Eins!", confirm: false, translator);
        Assert.Null(draft.SubmittedAt);
        draft.Submit(translator);
        draft.Saved(2, Cast.ChenALittleLater);
        Assert.Null(draft.SubmittedAt);
    }

    [Fact]
    public void What_was_changed_in_the_release_itself_is_taken_over_and_what_was_typed_here_stays()
    {
        const string Hafen = "Der Hafen wurde eröffnet. Er hat 12 Liegeplätze.";
        var (source, target) = Versions("The port opened. It has 12 berths.", Hafen, "de");
        var draft = TranslationDraft.Begin(target, source, source.Content, 1, null, Cast.Anna);
        Write(draft, "It has 12 berths.", "Er zählt 12 Liegeplätze.");

        draft.FollowTarget(source.Content, "en", target.Content with { Body = "Der neue Hafen wurde eröffnet. Er hat 12 Liegeplätze." }, 2, null, Cast.Anna);

        Assert.Equal("Der neue Hafen wurde eröffnet. Er zählt 12 Liegeplätze.", draft.Compose(target.Content).Body);
    }

    [Fact]
    public void Units_are_joined_and_parted()
    {
        var (source, target) = Versions("One. Two.", "Eins und zwei.", "de");
        SentenceBead[] beads = [new(..1, ..1, 1), new(1..3, 1..2, 1)];
        var draft = TranslationDraft.Begin(target, source, source.Content, 1, beads, Cast.Anna);
        var first = draft.Units.First(u => u.Field == SegmentField.Body);

        draft.Part(first.Id, 1, 4, Cast.Anna);
        Assert.Equal("One.=Eins|Two.=und zwei.", Body(draft));
        Assert.Equal("Eins und zwei.", draft.Compose(target.Content).Body);
        Assert.Equal("Rule.NothingToPart", Cast.Rule(() => draft.Part(first.Id, 1, 4, Cast.Anna)));

        draft.Join(first.Id, Cast.Anna);
        Assert.Equal("One. Two.=Eins und zwei.", Body(draft));
        Assert.Equal("Rule.NoNextUnit", Cast.Rule(() => draft.Join(draft.Units[^1].Id, Cast.Anna)));
    }

    [Fact]
    public void A_check_is_set_aside_with_a_reason_only()
    {
        var (source, target) = Versions("One.", "");
        var draft = TranslationDraft.Begin(target, source, source.Content, 1, null, Cast.Anna);
        var waiver = new Waiver("numbers", "12", "It is a name.", "A. Weber", Cast.Monday);

        draft.Waive(1, waiver, Cast.Anna);
        Assert.Equal([waiver], draft.Unit(1)!.Waivers);
        draft.Insist(1, "numbers", "12", Cast.Anna);
        Assert.Empty(draft.Unit(1)!.Waivers);
        Assert.Equal("Rule.ReasonMissing", Cast.Rule(() => draft.Waive(1, waiver with { Reason = " " }, Cast.Anna)));
    }

    [Fact]
    public void A_table_keeps_its_cells_while_they_are_empty()
    {
        var (source, target) = Versions("| Berth | Depth |\n| --- | --- |\n| A | 12 m |\n", "", "de");
        var draft = TranslationDraft.Begin(target, source, source.Content, 1, null, Cast.Anna);

        Write(draft, "12 m", "12 m");

        Assert.Equal("|  |  |\n| --- | --- |\n|  | 12 m |\n", draft.Compose(target.Content).Body);
    }

    [Fact]
    public void Text_that_was_parted_before_it_was_saved_survives_an_edit_of_the_release()
    {
        var (source, target) = Versions("One. Two.", "", "de");
        SentenceBead[] beads = [new(..1, ..0, 1), new(1..3, ..0, 1)];
        var draft = TranslationDraft.Begin(target, source, source.Content, 1, beads, Cast.Anna);
        var unit = draft.Units.Single(u => u.Sources.Count == 2);
        Assert.True(draft.Write(unit.Id, "", "Eins. Zwei.", confirm: false, Cast.Anna));

        draft.Part(unit.Id, 1, 5, Cast.Anna);
        draft.FollowTarget(source.Content, "en", target.Content with { Headline = "Hafen" }, 2, null, Cast.Anna);

        Assert.Equal("One.=Eins.|Two.=Zwei.", Body(draft));
        Assert.Equal(("Hafen", "Eins. Zwei."), (draft.Compose(target.Content).Headline, draft.Compose(target.Content).Body));
    }

    [Fact]
    public void What_was_joined_and_typed_survives_an_edit_of_the_release_and_keeps_its_id()
    {
        var (source, target) = Versions("One. Two. Three.", "", "de");
        var draft = TranslationDraft.Begin(target, source, source.Content, 1, null, Cast.Anna);
        var first = draft.Units.Single(u => u.Source == "One.");
        draft.Join(first.Id, Cast.Anna);
        Assert.True(draft.Write(first.Id, "", "Eins und zwei.", confirm: false, Cast.Anna));

        draft.FollowTarget(source.Content, "en", target.Content with { Headline = "Hafen" }, 2, null, Cast.Anna);

        Assert.Equal("One. Two.=Eins und zwei.|Three.=", Body(draft));
        Assert.Equal("Eins und zwei.", draft.Unit(first.Id)!.Target);
    }

    [Fact]
    public void Cells_that_are_written_alike_keep_what_is_typed_in_each()
    {
        var (source, target) = Versions("| A | Total |\n|---|---|\n| B | Total |\n", "", "de");
        var draft = TranslationDraft.Begin(target, source, source.Content, 1, null, Cast.Anna);
        var (one, two) = (draft.Units.First(u => u.Source == "Total"), draft.Units.Last(u => u.Source == "Total"));
        draft.Write(one.Id, "", "Summe", confirm: false, Cast.Anna);
        draft.Write(two.Id, "", "Insgesamt", confirm: false, Cast.Anna);

        draft.FollowTarget(source.Content, "en", target.Content with { Headline = "Hafen" }, 2, null, Cast.Anna);

        Assert.Equal(["Summe", "Insgesamt"], draft.Units.Where(u => u.Source == "Total").Select(u => u.Target));
    }

    [Fact]
    public void A_sentence_whose_source_is_gone_stays_to_be_looked_at_when_the_release_is_edited()
    {
        var (source, target) = Versions("One is here. Two is there.", "Eins ist hier. Zwei ist dort.", "de");
        var draft = TranslationDraft.Begin(target, source, source.Content, 1, null, Cast.Anna);
        source.Save(source.Content with { Body = "One is here." }, 1, Cast.ChenALittleLater);
        draft.FollowSource(source.Revisions[0].Content, source.Content, "en", 2, Cast.Anna);
        Assert.Equal(1, draft.StaleMust);

        draft.FollowTarget(source.Content, "en", target.Content with { Headline = "Der Hafen" }, 2, null, Cast.Anna);

        Assert.Equal(1, draft.StaleMust);
    }

    [Fact]
    public void A_source_that_is_changed_back_leaves_nothing_to_look_at()
    {
        var (source, target) = Versions("It has 12 berths.", "Er hat 12 Plätze.", "de");
        var draft = TranslationDraft.Begin(target, source, source.Content, 1, null, Cast.Anna);
        var other = source.Content with { Body = "It has 14 berths." };

        draft.FollowSource(source.Content, other, "en", 2, Cast.Anna);
        Assert.Equal(1, draft.Stale);
        draft.FollowSource(other, source.Content, "en", 3, Cast.Anna);

        Assert.Equal(0, draft.Stale);
    }

    [Theory]
    [InlineData("| Place | Year | Sum |\n|---|---|---|\n| Qingdao | 2020 | 5 |\n", "| Ort | Summe |\n|---|---|\n| Qingdao | 5 |\n")]
    [InlineData("Intro.\n\n| A | B |\n|---|---|\n| C | D |\n\nEnd.", "Einleitung.\n\nSchluss.")]
    [InlineData("- One.\n- Two.\n- Three.", "- Eins.\n- Drei.")]
    [InlineData("Text.", "[^1]: Quelle: Xinhua, 19. Juni.")]
    [InlineData("> One.\n> Two.", "> Eins.\n>\n> Zwei.")]
    public void Whatever_the_translation_lacks_it_comes_back_as_it_was(string source, string target)
    {
        var (original, translation) = Versions(source, target, "de");
        var draft = TranslationDraft.Begin(translation, original, original.Content with { Facts = "A = 1\nB = 2" }, 1, null, Cast.Anna);

        Assert.Equal(translation.Content, draft.Compose(translation.Content));
    }

    [Theory]
    [InlineData("## Hintergrund\n\nText.", "Neu.\n\n## Background\n\nText.", "## Background\n\nText.", "Neuer Satz.\n\n## Hintergrund\n\nText.")]
    [InlineData("- a\n- b", "- new\n- a\n- b", "- a\n- b", "- Neuer Satz.\n- a\n- b")]
    [InlineData("- Alt ist hier.", "- New is here. Old is here.", "- Old is here.", "- Neuer Satz. Alt ist hier.")]
    public void What_is_new_in_front_takes_its_own_place(string target, string after, string before, string expected)
    {
        var (source, translation) = Versions(before, target, "de");
        var draft = TranslationDraft.Begin(translation, source, source.Content, 1, null, Cast.Anna);
        draft.FollowSource(source.Content, source.Content with { Body = after }, "en", 2, Cast.Anna);

        var unit = draft.Units.Single(u => u is { Earlier: "", Target: "" });
        draft.Write(unit.Id, "", "Neuer Satz.", confirm: true, Cast.Anna);

        Assert.Equal(expected, draft.Compose(translation.Content).Body);
    }

    [Fact]
    public void Joining_an_empty_beginning_of_an_item_keeps_the_item()
    {
        var (source, target) = Versions("- One.\n- Two. Three.", "- Eins.\n- Drei.", "de");
        SentenceBead[] beads = [new(..1, ..1, 1), new(1..2, 1..2, 1), new(2..3, 2..2, 1), new(3..4, 2..3, 1)];
        var draft = TranslationDraft.Begin(target, source, source.Content, 1, beads, Cast.Anna);

        draft.Join(draft.Units.Single(u => u.Source == "Two.").Id, Cast.Anna);

        Assert.Equal("- Eins.\n- Drei.", draft.Compose(target.Content).Body);
    }

    private static string Body(TranslationDraft draft) =>
        string.Join('|', draft.Units.Where(u => u.Field == SegmentField.Body).Select(u => $"{u.Source}={u.Target}"));

    private static void Write(TranslationDraft draft, string source, string target)
    {
        var unit = draft.Units.Single(u => u.Source == source);
        Assert.True(draft.Write(unit.Id, unit.Target, target, confirm: true, Cast.Anna));
    }

    private static (Release Source, Release Target) Versions(string body, string translated, string language = "zh")
    {
        var source = Cast.Draft("en", "Port opened");
        source.Save(source.Content with { Body = body }, 1, Cast.Anna);
        var story = new Story();
        var one = story.Draft("en", source.Content, Cast.Anna);
        return (one, story.Draft(language, new ReleaseContent { Headline = translated.Length > 0 ? "Hafen eröffnet" : "", Body = translated }, Cast.Anna));
    }
}
