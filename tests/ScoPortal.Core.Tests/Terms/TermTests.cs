using ScoPortal.Core.Terms;
using Xunit;

namespace ScoPortal.Core.Tests.Terms;

public class TermTests
{
    [Fact]
    public void A_language_has_one_preferred_form()
    {
        var sco = new Term("sco", null);
        sco.Say("de", "SOZ", TermStatus.Preferred, null);
        sco.Say("ru", "ШОС", TermStatus.Preferred, null);
        sco.Say("de", "SCO", TermStatus.Forbidden, null);

        var broken = Assert.Throws<RuleException>(() => sco.Say("de", "SCO", TermStatus.Preferred, null));

        Assert.Equal(("Rule.PreferredTaken", "de"), (broken.Rule, broken.Values[0]));
        Assert.Equal(TermStatus.Forbidden, sco.Forms.Single(f => f.Text == "SCO").Status);
    }

    [Fact]
    public void A_form_said_again_takes_the_new_status_and_makes_room_for_another()
    {
        var sco = new Term("sco", null);
        sco.Say("de", "SOZ", TermStatus.Preferred, "first");

        sco.Say("de", "SOZ", TermStatus.Preferred, "second");
        sco.Say("de", "SOZ", TermStatus.Allowed, "third");
        sco.Say("de", "Shanghaier Organisation für Zusammenarbeit", TermStatus.Preferred, null);

        Assert.Equal([("SOZ", TermStatus.Allowed, "third"), ("Shanghaier Organisation für Zusammenarbeit", TermStatus.Preferred, null)],
            sco.Forms.Select(f => (f.Text, f.Status, f.Source)));
    }

    [Fact]
    public void A_language_is_taken_over_whole_and_the_preferred_form_may_change_with_it()
    {
        var sco = new Term("sco", null);
        sco.Say("de", "SCO", TermStatus.Preferred, "seed");
        sco.Say("de", "Schanghai-Organisation", TermStatus.Allowed, null);
        sco.Say("ru", "ШОС", TermStatus.Preferred, null);

        sco.SayAll("de", [new("SOZ", TermStatus.Preferred, null), new("SCO", TermStatus.Forbidden, "seed")]);

        Assert.Equal([("SCO", TermStatus.Forbidden), ("SOZ", TermStatus.Preferred)], sco.Forms.Where(f => f.Language == "de").Select(f => (f.Text, f.Status)));
        Assert.Equal("ШОС", sco.Forms.Single(f => f.Language == "ru").Text);
    }

    [Fact]
    public void Forms_that_break_a_rule_leave_the_language_as_it_was()
    {
        var sco = new Term("sco", null);
        sco.Say("de", "SOZ", TermStatus.Preferred, null);

        var two = Assert.Throws<RuleException>(() => sco.SayAll("de", [new("A", TermStatus.Preferred, null), new("B", TermStatus.Preferred, null)]));
        var twice = Assert.Throws<RuleException>(() => sco.SayAll("de", [new("A", TermStatus.Allowed, null), new("A", TermStatus.Forbidden, null)]));

        Assert.Equal(("Rule.PreferredTaken", "Rule.FormTwice", "A"), (two.Rule, twice.Rule, twice.Values[0]));
        Assert.Equal("SOZ", sco.Forms.Single().Text);
    }
}
