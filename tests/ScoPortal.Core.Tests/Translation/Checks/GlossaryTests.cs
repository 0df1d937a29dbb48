using ScoPortal.Core.Terms;
using ScoPortal.Core.Translation.Checks;
using Xunit;

namespace ScoPortal.Core.Tests.Translation.Checks;

public class GlossaryTests
{
    private static readonly Term[] Terms =
    [
        Make("sco", "en:Shanghai Cooperation Organization", "en+SCO", "de:Shanghaier Organisation für Zusammenarbeit", "de+SOZ", "de-SCO", "ru:Шанхайская организация сотрудничества", "ru+ШОС", "zh:上海合作组织", "zh+上合组织"),
        Make("secgen", "en:Secretary-General of the SCO", "en+Secretary-General", "de:Generalsekretär der SOZ", "ru:Генеральный секретарь ШОС", "zh:上海合作组织秘书长"),
        Make("member", "en:member state", "de:Mitgliedstaat", "ru:государство-член", "zh:成员国"),
        Make("table", "en:round table", "de:Runder Tisch", "de-Rundtisch", "zh:圆桌会议"),
        Make("india", "en:India", "de:Indien", "ru:Индия", "zh:印度"),
        Make("russia", "en:Russia", "de:Russland", "ru:Россия", "zh:俄罗斯"),
        Make("partner", "en:dialogue partner", "de:Dialogpartner", "de+Gesprächspartner"),
        Make("rats", "en:Regional Anti-Terrorist Structure", "en+RATS", "de:Regionale Antiterrorstruktur"),
    ];

    [Fact]
    public void Hits_have_their_place_the_form_to_write_and_whether_it_is_used()
    {
        var hits = Glossary.Of(Terms, "en", "de").Hits("At the SCO round table, member states took part.", "Am Runden Tisch der Organisation nahmen die Mitgliedstaaten teil.");

        Assert.Equal([("sco", 7, false), ("table", 11, true), ("member", 24, true)], hits.Select(h => (h.Key, h.Source.Start, h.Used)));
        Assert.Equal(("Shanghaier Organisation für Zusammenarbeit", "SOZ"), (hits[0].Preferred, Assert.Single(hits[0].Allowed)));
    }

    [Theory]
    [InlineData("en", "de", "The round tables were held.", "Die Runden Tische fanden statt.")]
    [InlineData("en", "de", "The member state signed.", "Die SOZ-Mitgliedstaaten unterschrieben.")]
    [InlineData("en", "de", "A dialogue partner came.", "Das Dialogpartnerland kam.")]
    [InlineData("en", "de", "Russia's gas flows.", "Russisches Gas fließt.")]
    [InlineData("en", "de", "The Secretary-General of the SCO spoke.", "Der Generalsekretär der Shanghaier Organisation für Zusammenarbeit sprach.")]
    [InlineData("en", "ru", "The Shanghai Cooperation Organization met.", "Заседание Шанхайской организации сотрудничества прошло.")]
    [InlineData("en", "ru", "The member states met.", "Встретились представители государств-членов.")]
    [InlineData("de", "ru", "Indien nahm teil.", "Индийская сторона приняла участие.")]
    [InlineData("zh", "en", "成员国参加了会议。", "The member states took part.")]
    [InlineData("en", "zh", "The SCO met.", "上合组织开会。")]
    public void Inflection_compounds_and_derivations_count_as_used(string from, string to, string source, string target) =>
        Assert.DoesNotContain(Check(from, to, source, target), f => f.Check == "term-missing");

    [Theory]
    [InlineData("en", "de", "The member state signed.", "Das Land unterschrieb.", "member")]
    [InlineData("ru", "de", "В Индии прошла встреча.", "Das Treffen fand in Indonesien statt.", "india")]
    [InlineData("en", "zh", "The SCO met.", "该组织开会。", "sco")]
    public void A_required_form_that_is_missing_is_an_error(string from, string to, string source, string target, string key)
    {
        var finding = Assert.Single(Check(from, to, source, target), f => f.Check == "term-missing");

        Assert.Equal((CheckSeverity.Error, key), (finding.Severity, finding.Value));
    }

    [Fact]
    public void A_forbidden_form_is_an_error_at_its_place_and_names_the_right_one()
    {
        const string target = "Am Rundtisch nahmen viele teil.";

        var finding = Assert.Single(Check("en", "de", "Many took part in the round table.", target), f => f.Check == "term-forbidden");

        Assert.Equal((CheckSeverity.Error, "Rundtisch", "Runder Tisch"), (finding.Severity, finding.Target!.Value.In(target), finding.Arguments[1]));
    }

    [Fact]
    public void The_longest_term_wins_over_terms_inside_it() =>
        Assert.Equal(["secgen"], Glossary.Of(Terms, "en", "de").Hits("The Secretary-General of the SCO spoke.", "").Select(h => h.Key));

    [Fact]
    public void Half_a_name_is_only_a_warning() =>
        Assert.Equal(CheckSeverity.Warning, Assert.Single(Check("en", "de", "The Secretary-General of the union spoke.", "Der Vorsitzende der Union sprach."), f => f.Check == "term-missing").Severity);

    [Theory]
    [InlineData("en", "de", "The rats left the ship.", "Die Ratten verließen das Schiff.")]
    [InlineData("zh", "en", "印度尼西亚参加了会议。", "Indonesia took part.")]
    public void What_only_looks_like_a_term_is_none(string from, string to, string source, string target) =>
        Assert.Empty(Glossary.Of(Terms, from, to).Hits(source, target));

    [Fact]
    public void Forms_that_do_not_go_together_are_told_across_a_text_an_abbreviation_beside_its_full_name_is_not()
    {
        Term[] terms = [Make("sco", "de:Shanghaier Organisation für Zusammenarbeit", "de+SOZ", "de+SCO"), Make("partner", "de:Dialogpartner", "de+Gesprächspartner")];
        string[] texts = ["Die Shanghaier Organisation für Zusammenarbeit (SOZ) tagte.", "", "Dialogpartner der SOZ kamen.", "Die SCO begrüßte ihre Gesprächspartner."];

        var findings = SegmentChecks.Across(texts, Glossary.Of(terms, "en", "de"));

        Assert.Equal([(3, "SCO", "SOZ"), (3, "Gesprächspartner", "Dialogpartner")], findings.Select(f => (f.Sentence, f.Finding.Value, f.Finding.Arguments[1])));
    }

    private static IReadOnlyList<CheckFinding> Check(string from, string to, string source, string target) =>
        SegmentChecks.Of(source, from, target, to, Glossary.Of(Terms, from, to));

    // "de:…" preferred, "de+…" allowed, "de-…" forbidden.
    private static Term Make(string key, params string[] forms)
    {
        var term = new Term(key, null);
        foreach (var form in forms)
            term.Say(form[..2], form[3..], form[2] switch { ':' => TermStatus.Preferred, '+' => TermStatus.Allowed, _ => TermStatus.Forbidden }, null);
        return term;
    }
}
