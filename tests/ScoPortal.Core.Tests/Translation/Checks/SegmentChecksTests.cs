using ScoPortal.Core.Terms;
using ScoPortal.Core.Translation.Checks;
using Xunit;

namespace ScoPortal.Core.Tests.Translation.Checks;

public class SegmentChecksTests
{
    [Theory]
    [InlineData("en", "The port loaded 120 trains.", "de", "Der Hafen belud 130 Züge.", "120>130")]
    [InlineData("en", "The zone grew by 1.5 million tonnes.", "de", "Die Zone wuchs um 1,5 Milliarden Tonnen.", "1500000>1500000000")]
    [InlineData("ru", "Порт принял 150 000 тонн.", "en", "The port took in 15,000 tonnes.", "150000>15000")]
    [InlineData("zh", "港口吞吐量达15万吨。", "en", "The port handled 15 million tonnes.", "150000>15000000")]
    [InlineData("en", "The desk has two rooms.", "de", "Der Schalter hat 3 Räume.", "2>3")]
    [InlineData("en", "The talks on Covid-19 went on.", "de", "Die Gespräche über Covid-18 gingen weiter.", "19>18")]
    [InlineData("en", "Ten ships came.", "zh", "12艘船来了。", "10>12")]
    public void Another_number_is_an_error(string from, string source, string to, string target, string value)
    {
        var finding = Assert.Single(Check(from, source, to, target), f => f.Check == "numbers");

        Assert.Equal((CheckSeverity.Error, value), (finding.Severity, finding.Value));
    }

    [Theory]
    [InlineData("en", "They met on 18 June 2021.", "de", "Sie trafen sich am 19. Juni 2021.")]
    [InlineData("en", "They met on June 18.", "zh", "双方于6月19日会晤。")]
    [InlineData("ru", "Встреча прошла 5 мая 2021 года.", "de", "Das Treffen fand am 5. Mai 2022 statt.")]
    public void Another_date_is_an_error(string from, string source, string to, string target) =>
        Assert.Equal(CheckSeverity.Error, Assert.Single(Check(from, source, to, target), f => f.Check == "dates").Severity);

    [Theory]
    [InlineData("en", "The zone has 150,000 people and grew by 1.5 percent.", "de", "Die Zone hat 150.000 Einwohner und wuchs um 1,5 Prozent.")]
    [InlineData("en", "The zone has 150,000 people.", "zh", "园区有 15 万人。")]
    [InlineData("en", "The zone has 600,000 people and 2 million kilowatts.", "zh", "园区有60多万人和２００万千瓦。")]
    [InlineData("en", "Three ships came on June 18, 2021.", "ru", "18 июня 2021 года пришли 3 судна.")]
    [InlineData("zh", "会议于上午10时30分开始，26日结束。", "en", "The meeting began at 10:30 a.m. and ended on July 26.")]
    [InlineData("en", "It opened at 3 p.m.", "de", "Es öffnete um 15 Uhr.")]
    [InlineData("ru", "Корабль XVI века", "en", "A ship of the 16th century")]
    [InlineData("en", "A 4-year-old boy came.", "de", "Ein vierjähriger Junge kam.")]
    [InlineData("en", "Both sides met in the 1990s.", "ru", "Обе стороны встречались в 90-х годах.")]
    [InlineData("en", "The two sides signed a deal.", "zh", "双方签署协议。")]
    [InlineData("zh", "“十四五”规划", "en", "The 14th Five-Year Plan")]
    public void The_same_number_in_another_notation_is_no_trouble(string from, string source, string to, string target) =>
        Assert.DoesNotContain(Check(from, source, to, target), f => f.Check is "numbers" or "dates");

    [Fact]
    public void A_converted_measure_is_only_a_warning() =>
        Assert.Equal(CheckSeverity.Warning, Assert.Single(Check("en", "The park has 550 acres.", "de", "Der Park hat 220 Hektar."), f => f.Check == "numbers").Severity);

    [Theory]
    [InlineData("More at https://port.example.com/en.", "Mehr auf https://port.example.com/de.", 2)]
    [InlineData("Write to desk@port.example.com.", "Schreiben Sie an dask@port.example.com.", 2)]
    [InlineData("More at https://port.example.com/.", "Mehr auf port.example.com.", 0)]
    [InlineData("More at scoilp.gov.cn.", "Mehr dazu demnächst.", 1)]
    [InlineData("See [the desk](https://port.example.com/a).", "Siehe [den Schalter](https://port.example.com/b).", 2)]
    public void Addresses_stay(string source, string target, int findings) =>
        Assert.Equal(findings, Check("en", source, "de", target).Count(f => f is { Check: "links", Severity: CheckSeverity.Error }));

    [Theory]
    [InlineData("The **port** grew.", "Der **Hafen** wuchs.", "")]
    [InlineData("The **port** grew.", "Der Hafen wuchs.", "**")]
    [InlineData("The **port** grew.", "Der **Hafen wuchs.", "**")]
    [InlineData("The *port* grew.", "Der _Hafen_ wuchs.", "")]
    [InlineData("The port\\* grew.", "Der Hafen\\* wuchs.", "")]
    [InlineData("See [the **desk**](a.md).", "Siehe [den **Schalter**](a.md).", "")]
    [InlineData("See [the desk](a.md).", "Siehe den Schalter.", "[…](…)")]
    [InlineData("The file `a_b_c` is there.", "Die Datei `a_b_c` ist da.", "")]
    public void Markdown_marks_stay(string source, string target, string value) =>
        Assert.Equal(value, string.Join(' ', Check("en", source, "de", target).Where(f => f.Check == "marks").Select(f => f.Value)));

    [Theory]
    [InlineData("en", "He came (late).", "de", "Er kam (spät.", "brackets:(")]
    [InlineData("en", "He said “yes”.", "de", "Er sagte „ja.", "brackets:„")]
    [InlineData("en", "He said “yes”.", "de", "Er sagte „ja“.", "")]
    [InlineData("en", "He said “yes”.", "de", "Er sagte “ja”.", "quotes:”")]
    [InlineData("en", "He said “yes”.", "ru", "Он сказал «да».", "")]
    [InlineData("en", "He said “yes”.", "ru", "Он сказал “да”.", "quotes:”")]
    [InlineData("en", "He said \"yes\".", "zh", "他说“是”。", "")]
    [InlineData("en", "He said “yes”.", "zh", "他说\"是\"。", "quotes:\"")]
    [InlineData("en", "He came, and left.", "zh", "他来了,走了。", "punctuation:,")]
    [InlineData("en", "The World Health Organization (WHO) met.", "zh", "世界卫生组织(WHO)开会。", "")]
    public void Brackets_and_quotes_are_closed_and_of_the_language(string from, string source, string to, string target, string found) =>
        Assert.Equal(found, string.Join(' ', Check(from, source, to, target).Where(f => f.Check is "brackets" or "quotes" or "punctuation").Select(f => $"{f.Check}:{f.Value}").Order()));

    [Theory]
    [InlineData("en", "The port opened a new desk for the carriers of the zone.", "de", "The port opened a new desk for the carriers of the zone.", true)]
    [InlineData("en", "The port opened a new desk for the carriers of the zone.", "de", "The harbour opened another desk for the carriers in the zone.", true)]
    [InlineData("en", "The port opened a new desk.", "ru", "The port opened a new desk.", true)]
    [InlineData("ru", "Порт открыл новое окно.", "zh", "Порт открыл новое окно.", true)]
    [InlineData("en", "Shanghai Cooperation Organization", "de", "Shanghai Cooperation Organization", false)]
    [InlineData("en", "The group BFM.TV of Qingdao spoke.", "ru", "Группа BFM.TV из Циндао сказала.", false)]
    public void What_is_not_translated_is_told(string from, string source, string to, string target, bool isTold) =>
        Assert.Equal(isTold, Check(from, source, to, target).Any(f => f.Check == "untranslated"));

    [Theory]
    [InlineData("Hafen.", "short")]
    [InlineData("Der Hafen hat am Montag im Beisein vieler Gäste einen neuen Schalter für Spediteure aus fünf Ländern eröffnet.", "")]
    public void Much_too_short_is_told(string target, string value) =>
        Assert.Equal(value, string.Concat(Check("en", "On Monday the port opened a new desk for carriers from five countries in the presence of many guests.", "de", target).Where(f => f.Check == "length").Select(f => f.Value)));

    [Theory]
    [InlineData("en", "The meeting was chaired by Vladimir Norov.", "de", "Den Vorsitz hatte Vladimir Nohrov.", "Norov")]
    [InlineData("en", "The meeting was chaired by Vladimir Norov's deputy.", "de", "Den Vorsitz hatte Vladimir Norovs Stellvertreter.", "")]
    [InlineData("en", "They met in Finland with Viktor Lind.", "de", "Sie trafen sich in Finnland mit Victor Lind.", "")]
    [InlineData("ru", "Компания Scania построила завод.", "en", "The company Scanya built a plant.", "Scania")]
    public void Names_stay(string from, string source, string to, string target, string value) =>
        Assert.Equal(value, string.Concat(Check(from, source, to, target).Where(f => f.Check == "names").Select(f => f.Value)));

    [Theory]
    [InlineData("en", "They eventually signed the deal.", "de", "Sie unterschrieben eventuell den Vertrag.", true)]
    [InlineData("en", "They eventually signed the deal.", "de", "Sie unterschrieben schließlich den eventuell neuen Vertrag.", false)]
    [InlineData("de", "Er ist der Chef der Firma.", "en", "He is the chef of the company.", true)]
    [InlineData("ru", "Это аккуратный расчёт.", "en", "This is an accurate estimate.", true)]
    [InlineData("de", "Der Termin steht fest.", "ru", "Термин определён.", true)]
    public void False_friends_are_told(string from, string source, string to, string target, bool isTold) =>
        Assert.Equal(isTold, Check(from, source, to, target).Any(f => f is { Check: "false-friend", Severity: CheckSeverity.Warning }));

    [Fact]
    public void An_empty_target_has_no_findings_and_another_pair_is_refused()
    {
        Assert.Empty(Check("en", "The port loaded 120 trains.", "de", " "));
        Assert.Throws<ArgumentException>(() => SegmentChecks.Of("a", "en", "b", "ru", Glossary.Of([], "en", "de")));
    }

    [Fact]
    public void The_same_trouble_has_the_same_value_after_other_words_changed()
    {
        var before = Check("en", "The port loaded 120 trains.", "de", "Der Hafen belud 130 Züge.")[0];
        var after = Check("en", "The port loaded 120 trains.", "de", "Im Hafen wurden 130 Züge beladen.")[0];

        Assert.Equal((before.Check, before.Value), (after.Check, after.Value));
        Assert.Equal("130", after.Target!.Value.In("Im Hafen wurden 130 Züge beladen."));
    }

    [Fact]
    public void Every_finding_is_of_a_named_check() =>
        Assert.Contains(Check("en", "“A” (b) 12 https://a.example.com **c**", "zh", "\"A\" (b 13 d,").Select(f => f.Check).Distinct(), SegmentChecks.Names.Contains);

    private static IReadOnlyList<CheckFinding> Check(string from, string source, string to, string target) =>
        SegmentChecks.Of(source, from, target, to, Glossary.Of(Array.Empty<Term>(), from, to));
}
