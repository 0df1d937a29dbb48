using FsCheck;
using FsCheck.Fluent;
using ScoPortal.Core;
using ScoPortal.Core.Stories;
using ScoPortal.Web.Text;
using Xunit;

namespace ScoPortal.Web.Tests.Text;

public class MergeTests
{
    private static readonly ReleaseContent Base = new()
    {
        Headline = "Trains from Qingdao",
        Body = "One.\n\nTwo.\n\nThree.",
        Dateline = new Dateline { Place = "Qingdao", Date = PartialDate.Parse("2021-06") },
    };

    [Fact]
    public void Changes_in_different_fields_come_together()
    {
        var fields = Merge.Fields(Base, Base with { Headline = "More trains" }, Base with { Summary = "In short.", Dateline = Base.Dateline with { Date = PartialDate.Parse("2021-06-18") } });
        var merged = Merge.Content(Base with { Headline = "More trains" }, fields);

        Assert.DoesNotContain(fields, f => f.IsConflict);
        Assert.Equal(
            Base with { Headline = "More trains", Summary = "In short.", Dateline = Base.Dateline with { Date = PartialDate.Parse("2021-06-18") } },
            merged);
        Assert.Equal(["Headline", "Summary", "Date"], fields.Where(f => f.IsChanged).Select(f => f.Field.Name));
    }

    [Fact]
    public void Changes_in_neighbouring_paragraphs_come_together() =>
        Assert.Equal("ONE.\n\nTWO.\n\nThree.\n\nFour.", Text("One.\n\nTwo.\n\nThree.", "ONE.\n\nTwo.\n\nThree.", "One.\n\nTWO.\n\nThree.\n\nFour."));

    [Fact]
    public void A_paragraph_that_both_changed_is_a_conflict_with_both_texts()
    {
        var parts = Merge.Paragraphs("One.\n\nTwo.", "One.\n\nTwo by me.", "One.\n\nTwo by Lena.");

        Assert.Equal(
            [new MergePart(Origin.Both, "One.", "One.", "One."), new MergePart(Origin.Conflict, "Two.", "Two by me.", "Two by Lena.")],
            parts);
    }

    [Fact]
    public void A_paragraph_that_I_changed_and_she_deleted_is_a_conflict() =>
        Assert.Equal(
            new MergePart(Origin.Conflict, "Two.", "Two by me.", null),
            Assert.Single(Merge.Paragraphs("One.\n\nTwo.\n\nThree.", "One.\n\nTwo by me.\n\nThree.", "One.\n\nThree."), p => p.Origin != Origin.Both));

    [Fact]
    public void Two_paragraphs_put_in_at_one_place_are_a_conflict() =>
        Assert.Contains(new MergePart(Origin.Conflict, null, "Mine.", "Hers."), Merge.Paragraphs("One.\n\nTwo.", "One.\n\nMine.\n\nTwo.", "One.\n\nHers.\n\nTwo."));

    [Fact]
    public void The_same_change_on_both_sides_is_no_conflict() =>
        Assert.Equal("One.\n\nTwo!\n\nThree?", Text("One.\n\nTwo.\n\nThree.", "One.\n\nTwo!\n\nThree.", "One.\n\nTwo!\n\nThree?"));

    [Fact]
    public void Every_field_of_a_release_can_be_read_and_written_as_text()
    {
        var full = ContentField.All.Aggregate(
            new ReleaseContent { Headline = "" }, (content, field) => field.With(content, field.Name == "Date" ? "2021-06-18" : field.Name));

        Assert.All(ContentField.All, field => Assert.Equal(field.Name == "Date" ? "2021-06-18" : field.Name, field.Get(full)));
        var properties = typeof(ReleaseContent).GetProperties().Concat(typeof(Dateline).GetProperties()).Where(p => p.CanWrite && p.Name != "Dateline");
        Assert.Equal(properties.Select(p => p.Name).Order(), ContentField.All.Select(f => f.Name).Order());
    }

    [Fact]
    public void An_unchanged_side_gives_the_other() =>
        Check((from, changed, _) =>
        {
            Assert.Equal(changed, Text(from, changed, from));
            Assert.Equal(changed, Text(from, from, changed));
            Assert.Equal(changed, Text(from, changed, changed));
        });

    [Fact]
    public void No_paragraph_that_either_side_wrote_is_lost() =>
        Check((from, mine, theirs) =>
        {
            var parts = Merge.Paragraphs(from, mine, theirs);
            var kept = parts.SelectMany(p => TextDiff.Paragraphs(p.Text).Concat(p.Origin == Origin.Conflict ? TextDiff.Paragraphs(p.Theirs) : [])).ToList();
            var before = TextDiff.Paragraphs(from);
            Assert.Empty(TextDiff.Paragraphs(mine).Concat(TextDiff.Paragraphs(theirs)).Except(before).Except(kept));
            // What neither side touched stands there still.
            Assert.Empty(before.Intersect(TextDiff.Paragraphs(mine)).Intersect(TextDiff.Paragraphs(theirs)).Except(kept));
        });

    [Fact]
    public void It_does_not_matter_who_merges() =>
        Check((from, mine, theirs) => Assert.Equal(
            Merge.Paragraphs(from, mine, theirs).Count(p => p.Origin == Origin.Conflict),
            Merge.Paragraphs(from, theirs, mine).Count(p => p.Origin == Origin.Conflict)));

    private static string? Text(string? from, string? mine, string? theirs) => Merge.Join(Merge.Paragraphs(from, mine, theirs).Select(p => p.Text));

    // Each paragraph of the base is kept, changed, deleted or followed by a new one, on each side for itself.
    private static void Check(Action<string?, string?, string?> holds)
    {
        var edits = Gen.Choose(0, 3).ArrayOf();
        Prop.ForAll(edits.ToArbitrary(), edits.ToArbitrary(), Gen.Choose(0, 8).ToArbitrary(), (mine, theirs, length) =>
        {
            var from = Enumerable.Range(1, length).Select(n => $"Paragraph {n}.").ToArray();
            holds(Merge.Join(from), Edited(from, mine, "mine"), Edited(from, theirs, "hers"));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithEndSize(10));
    }

    private static string? Edited(string[] from, int[] edits, string by) => Merge.Join(from.SelectMany((paragraph, i) => (i < edits.Length ? edits[i] : 0) switch
    {
        1 => [$"{paragraph} {by}"],
        2 => [],
        3 => [paragraph, $"New {by} {i}."],
        _ => (string[])[paragraph],
    }));
}
