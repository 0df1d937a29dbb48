using FsCheck;
using FsCheck.Fluent;
using ScoPortal.Core.Translation.Exchange;
using ScoPortal.Core.Translation.Segments;
using Xunit;

namespace ScoPortal.Core.Tests.Translation.Exchange;

public class ReturnedTests
{
    private const string Source = "The **port** has [two](https://example.org) cranes.";
    private static readonly KnownUnit Known = new(1, Source, "", UnitState.Empty, IsMarkdown: true);

    [Fact]
    public void A_translation_with_its_codes_in_another_order_is_taken()
    {
        var came = Judge("<g id='2'>Zwei</g> Kräne hat der <g id='1'>Hafen</g>.");

        Assert.Null(came.Fault);
        Assert.Equal("[Zwei](https://example.org) Kräne hat der **Hafen**.", came.Target);
        Assert.True(came.IsNews);
    }

    [Theory]
    [InlineData("Der <g id='1'>Hafen</g> hat zwei Kräne.", ExchangeFault.CodeMissing)]
    [InlineData("Der <g id='1'>Hafen</g> hat <bpt id='2'/>zwei Kräne.", ExchangeFault.CodeMissing)]
    [InlineData("Der Hafen hat zwei Kräne.", ExchangeFault.CodeMissing)]
    [InlineData("Der <g id='1'>Hafen</g> und <g id='1'>Hafen</g> hat <g id='2'>zwei</g> Kräne.", ExchangeFault.CodeDoubled)]
    [InlineData("Der <g id='1'>Hafen</g> hat <g id='2'>zwei</g><x id='3'/> Kräne.", ExchangeFault.CodeUnknown)]
    [InlineData("Der <bpt id='1'>##</bpt>Hafen<ept id='1'>**</ept> hat <g id='2'>zwei</g> Kräne.", ExchangeFault.CodeUnknown)]
    [InlineData("Der <bpt id='1'/>Hafen <bpt id='2'/>hat<ept id='1'/> zwei<ept id='2'/> Kräne.", ExchangeFault.CodeCrossed)]
    [InlineData("Der <ept id='1'/>Hafen<bpt id='1'/> hat <g id='2'>zwei</g> Kräne.", ExchangeFault.CodeCrossed)]
    [InlineData("", ExchangeFault.Empty)]
    [InlineData(" \n ", ExchangeFault.Empty)]
    public void Codes_that_do_not_fit_are_a_reason_to_refuse(string target, ExchangeFault fault)
    {
        var came = Judge(target);

        Assert.Equal(fault, came.Fault);
        Assert.Equal("", came.Target);
    }

    [Fact]
    public void Each_sentence_is_judged_for_itself()
    {
        var file = new TranslationFile
        {
            SourceLanguage = "en",
            TargetLanguage = "de",
            Units =
            [
                Unit("1", "One."), Unit("2", "Two."), Unit("9", "Nine."), Unit("1", "One."), Unit("3", "Three.") with { Language = "ru" },
                Unit("4", "Four.") with { Fingerprint = FileUnit.FingerprintOf("Four!") }, Unit("5", "Fife.") with { Fingerprint = FileUnit.FingerprintOf("Five.") },
                Unit("6", "Six.") with { IsDamaged = true }, Unit("7", "Seven?"),
            ],
        };

        var came = Returned.Of(file, "de", [.. new[] { "One.", "Two.", "Three.", "Four.", "Five.", "Six.", "Seven." }.Select((s, i) => new KnownUnit(i + 1, s, "", UnitState.Empty, true))]);

        Assert.Equal(
            [null, null, ExchangeFault.UnknownUnit, ExchangeFault.Damaged, ExchangeFault.WrongLanguage, ExchangeFault.SourceChanged, ExchangeFault.Damaged, ExchangeFault.Damaged, ExchangeFault.SourceChanged],
            came.Select(c => c.Fault));
    }

    [Fact]
    public void A_file_that_comes_back_as_it_went_is_no_news() => Prop.ForAll(SomeSentences.Files, Gen.Elements(true, false).ToArbitrary(), (file, isNew) =>
    {
        var known = file.Units.Select(u => new KnownUnit(int.Parse(u.Id, System.Globalization.CultureInfo.InvariantCulture), u.Source.ToString(), u.Target?.ToString() ?? "", u.State, true));
        var back = XliffTests.Read(XliffTests.Write(file, isNew)).Files.FirstOrDefault();

        Assert.All(back is null ? [] : Returned.Of(back, "zh", known), came =>
        {
            Assert.True(came.Fault is null or ExchangeFault.Empty, $"{came.Fault} {came.Detail}");
            Assert.False(came.IsNews);
        });
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void A_file_that_comes_back_as_it_went_says_nothing_against_what_was_written_meanwhile() => Prop.ForAll(SomeSentences.Files, Gen.Elements(true, false).ToArbitrary(), (file, isNew) =>
    {
        var known = file.Units.Select(u => new KnownUnit(int.Parse(u.Id, System.Globalization.CultureInfo.InvariantCulture), u.Source.ToString(), "Neu.", UnitState.Confirmed, true));
        var back = XliffTests.Read(XliffTests.Write(file, isNew)).Files.FirstOrDefault();

        Assert.All(back is null ? [] : Returned.Of(back, "zh", known), came =>
        {
            Assert.True(came.Fault is null or ExchangeFault.Empty, $"{came.Fault} {came.Detail}");
            Assert.False(came.IsNews);
        });
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Theory]
    [InlineData("", "Neu", "Alt", ExchangeFault.TargetChanged)]
    [InlineData("Alt", "Neu", "Älter", ExchangeFault.TargetChanged)]
    [InlineData("Alt", "", "Älter", ExchangeFault.TargetChanged)]
    [InlineData("Alt", "Neu", "Alt", null)]
    [InlineData("Alt  und\nneu", "Neu", "Alt und neu", null)]
    [InlineData("Alt", "Neu", "Neu", null)]
    [InlineData("Alt", "Alt", "Neu", null)]
    [InlineData("", "", "Neu", null)]
    public void What_somebody_has_written_since_the_file_was_made_stays(string then, string now, string returned, ExchangeFault? fault)
    {
        var file = new TranslationFile
        {
            SourceLanguage = "en",
            TargetLanguage = "de",
            Units = [new("1", CodedText.Of("x")) { Target = CodedText.Plain(returned), State = UnitState.Draft, TargetFingerprint = FileUnit.TargetFingerprintOf(then) }],
        };

        var came = Assert.Single(Returned.Of(file, "de", [new(1, "x", now, now.Length > 0 ? UnitState.Confirmed : UnitState.Empty, true)]));

        Assert.Equal((fault, fault is null && then == now), (came.Fault, came.IsNews));
    }

    [Fact]
    public void Marks_written_as_text_by_a_tool_without_codes_are_codes_again() =>
        Assert.Equal("Der **Hafen** hat [zwei](https://example.org) Kräne.", Judge("Der **Hafen** hat [zwei](https://example.org) Kräne.").Target);

    [Theory]
    [InlineData("Der <g id='1'>Hafen</g> hat\n   <g id='2'>zwei</g> Kräne. ", "Der **Hafen** hat [zwei](https://example.org) Kräne.")]
    [InlineData("Der <g id='1'> Hafen </g>hat <g id='2'>zwei</g> *Kräne* &amp; [mehr](so).", @"Der  **Hafen** hat [zwei](https://example.org) \*Kräne\* \& \[mehr\](so).")]
    [InlineData("Der <g id='1'>Hafen</g> hat <g id='2'>zwei</g> Kräne: https://example.org/kran_a", "Der **Hafen** hat [zwei](https://example.org) Kräne: https://example.org/kran_a")]
    public void What_is_text_stays_text(string target, string markdown) => Assert.Equal(markdown, Judge(target).Target);

    [Theory]
    [InlineData("18. Juni", true, false, @"18\. Juni")]
    [InlineData("# eins", true, false, @"\# eins")]
    [InlineData("- eins", false, false, "- eins")]
    [InlineData("eins | zwei", false, true, @"eins \| zwei")]
    [InlineData("eins | zwei", false, false, "eins | zwei")]
    public void Text_begins_no_block_and_ends_no_cell(string target, bool startsBlock, bool inCell, string markdown)
    {
        var file = new TranslationFile { SourceLanguage = "en", TargetLanguage = "de", Units = [new("1", CodedText.Of("x")) { Target = CodedText.Plain(target) }] };

        Assert.Equal(markdown, Assert.Single(Returned.Of(file, "de", [new(1, "x", "", UnitState.Empty, true, startsBlock, inCell)])).Target);
    }

    [Fact]
    public void Plain_fields_have_no_marks()
    {
        var file = new TranslationFile { SourceLanguage = "en", TargetLanguage = "de-AT", Units = [new("1", CodedText.Plain("A *star*")) { Target = CodedText.Plain("Ein\n*Stern*_1 ") }] };

        Assert.Equal("Ein *Stern*_1", Assert.Single(Returned.Of(file, "de", [new(1, "A *star*", "", UnitState.Empty, IsMarkdown: false)])).Target);
    }

    [Fact]
    public void A_confirmed_translation_that_is_the_same_stays_confirmed()
    {
        var target = "Der **Hafen** hat [zwei](https://example.org) Kräne.";
        var came = Judge("Der <g id='1'>Hafen</g> hat <g id='2'>zwei</g> Kräne.", Known with { Target = target, State = UnitState.Confirmed });

        Assert.Equal((UnitState.Confirmed, false), (came.State, came.IsNews));
    }

    private static FileUnit Unit(string id, string source) => new(id, CodedText.Of(source)) { Target = CodedText.Of("Zahl.") };

    private static ReturnedUnit Judge(string target, KnownUnit? known = null) => Assert.Single(Returned.Of(XliffTests.Read($"""
        <xliff version="1.2"><file target-language="de"><body><trans-unit id="1"><source>The <g id="1">port</g> has <g id="2">two</g> cranes.</source><target>{target}</target></trans-unit></body></file></xliff>
        """).Files[0], "de", [known ?? Known]));
}
