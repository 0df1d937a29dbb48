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
}
