using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ScoPortal.Core.Translation.Exchange;
using ScoPortal.Core.Translation.Segments;
using Xunit;

namespace ScoPortal.Core.Tests.Translation.Exchange;

public class XliffTests
{
    public static TheoryData<bool> Versions => [true, false];

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_round_trip_loses_nothing(bool isNew) => Prop.ForAll(SomeSentences.Files, file =>
    {
        var reading = Read(Write(file, isNew));
        if (file.Units.Count == 0)
        {
            Assert.Equal(ExchangeFault.Nothing, reading.Fault);
            return;
        }

        var back = Assert.Single(reading.Files);
        Assert.Equal(file with { Units = [] }, back with { Units = [] });
        Assert.Equal(file.Units.Count, back.Units.Count);
        foreach (var (sent, got) in file.Units.Zip(back.Units))
        {
            Assert.Equal(sent.Source, got.Source);
            Assert.Equal(sent.Target, got.Target);
            Assert.Equal(sent.Notes, got.Notes);
            Assert.Equal(sent.Matches, got.Matches);
            Assert.Equal(sent with { Notes = got.Notes, Matches = got.Matches, Language = got.Language }, got);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void The_older_format_has_the_marks_inside_its_codes()
    {
        var text = Write(Small(), isNew: false);

        Assert.Contains("""The <bpt id="1" ctype="bold">**</bpt>port<ept id="1">**</ept> grew by 5 <ph id="2" ctype="x-escape">\*</ph> 2.</source>""", text, StringComparison.Ordinal);
        Assert.Contains("""<target xml:lang="de" state="final">Der <bpt id="1" """, text, StringComparison.Ordinal);
        Assert.Contains("match-quality=\"92%\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_newer_format_has_the_marks_in_its_original_data()
    {
        var text = Write(Small(), isNew: true);

        Assert.Contains("<data id=\"d1\">**</data>", text, StringComparison.Ordinal);
        Assert.Contains("dataRefStart=\"d1\" dataRefEnd=\"d1\">port</pc> grew by 5 <ph id=\"2\"", text, StringComparison.Ordinal);
        Assert.Contains("state=\"final\"", text, StringComparison.Ordinal);
        Assert.Contains("matchQuality=\"92\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Pairs_inside_one_another_go_out_and_come_back_however_many(bool isNew)
    {
        var nested = Nested(marks: 40_000);

        var reading = Read(Write(Small() with { Units = [new("1", nested) { Target = nested }] }, isNew));

        Assert.Equal(20_000, nested.Codes.Count(c => c.Role == CodeRole.Open));
        Assert.Equal((nested, nested), (reading.Files[0].Units[0].Source, reading.Files[0].Units[0].Target!));
    }

    // To write them as elements inside one another needs a stack as deep, which ends the process.
    [Fact]
    public void No_sentence_ends_the_process() => Assert.Contains("<ec startRef=\"200000\"", Write(Small() with { Units = [new("1", Nested(marks: 400_000))] }, isNew: true), StringComparison.Ordinal);

    // Where work grows with the square of what is written this takes minutes.
    [Theory]
    [MemberData(nameof(Versions))]
    public void A_thousand_times_as_many_units_and_marks_are_written_as_quickly_each(bool isNew)
    {
        var links = CodedText.Of(string.Concat(Enumerable.Range(0, 100_000).Select(i => $"[a](b{i})")));
        var units = Enumerable.Range(1, 60_000).Select(i => new FileUnit($"{i}", CodedText.Plain("a")));

        var text = Write(Small() with { Units = [new("0", links), .. units] }, isNew);

        Assert.Contains("b99999)", text, StringComparison.Ordinal);
        Assert.Equal(60_001, text.Split("<source").Length - 1);
    }

    [Fact]
    public void A_file_that_another_tool_has_written_anew_is_read()
    {
        var unit = Only(Read("""
            <?xml version="1.0" encoding="UTF-8" standalone="no"?>
            <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="release-17" source-language="en-GB" target-language="de-DE" datatype="plaintext">
            <header><tool tool-id="t" tool-name="T"/></header><body><group id="g"><trans-unit id="4" translate="yes" approved="yes">
              <source>The <g id="1" ctype="bold">port</g> grew<x id="2"/>.</source>
              <seg-source><mrk mtype="seg" mid="0">The <g id="1">port</g> grew<x id="2"/>.</mrk></seg-source>
              <target state="translated" state-qualifier="exact-match"><mrk mtype="seg" mid="0">Der <g id="1">Hafen</g></mrk><mrk mtype="seg" mid="1"> wuchs<x id="2"/>.</mrk></target>
              <note from="translator">Please look</note><alt-trans match-quality="87.5%"><target>Der Hafen</target></alt-trans>
            </trans-unit></group></body></file></xliff>
            """.Trim()));

        Assert.Equal("Der {1}Hafen{/1} wuchs{2}.", CodedTextTests.Shown(unit.Target!));
        Assert.Equal((UnitState.Confirmed, 87), (unit.State, unit.Matches[0].Percent));
        Assert.False(unit.IsDamaged);
    }

    [Fact]
    public void A_unit_that_another_tool_has_cut_is_joined()
    {
        var reading = Read("""
            <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="de"><file id="f" original="release-17"><group id="g"><unit id="u4">
            <originalData><data id="a">**</data></originalData>
            <segment id="s1" state="final"><source>The <sc id="1" dataRef="a"/>port.</source><target order="3">Zwei.</target></segment>
            <ignorable><source> </source></ignorable>
            <segment id="s2" state="translated"><source>It<ec startRef="1" dataRef="a"/> <mrk id="m" type="term">grew</mrk>.<cp hex="0007"/></source><target order="1">Eins</target></segment>
            </unit></group></file></xliff>
            """);

        var unit = Only(reading);
        Assert.Equal("The **port. It** grew.\u0007", unit.Source.ToString());
        Assert.Equal("Eins Zwei.", unit.Target!.ToString());
        Assert.Equal(UnitState.Draft, unit.State);
        Assert.Equal(17, reading.Files[0].Release);
    }

    [Theory]
    [InlineData("", ExchangeFault.NotXml)]
    [InlineData("no XML", ExchangeFault.NotXml)]
    [InlineData("<xliff version='1.2'><file><body><trans-unit id='1'><source>a</source>", ExchangeFault.NotXml)]
    [InlineData("<!DOCTYPE xliff [<!ENTITY a 'b'>]><xliff version='1.2'><file/></xliff>", ExchangeFault.NotXml)]
    [InlineData("<!DOCTYPE xliff SYSTEM 'file:///etc/passwd'><xliff version='1.2'><file/></xliff>", ExchangeFault.NotXml)]
    [InlineData("<tmx version='1.4'/>", ExchangeFault.NotKnown)]
    [InlineData("<xliff version='3.0'/>", ExchangeFault.NotKnown)]
    [InlineData("<xliff version='1.2'><file><body/></file></xliff>", ExchangeFault.Nothing)]
    public void What_is_no_file_of_this_kind_is_refused_whole(string text, ExchangeFault fault) => Assert.Equal(fault, Read(text).Fault);

    [Fact]
    public void Nesting_without_end_is_refused() =>
        Assert.Equal(ExchangeFault.TooLarge, Read("<xliff version='1.2'><file>" + string.Concat(Enumerable.Repeat("<g>", 100_000))).Fault);

    [Fact]
    public void What_repeats_without_end_is_refused_before_anything_is_made_of_it()
    {
        var attributes = string.Concat(Enumerable.Range(0, 1_200_000).Select(i => $" a{i}=''"));
        Assert.Equal(ExchangeFault.TooLarge, Read($"<xliff version='1.2'><file><g{attributes}").Fault);
        Assert.Equal(ExchangeFault.TooLarge, Read($"<xliff version='1.2'><file><g{attributes[..attributes.IndexOf(" a400=", StringComparison.Ordinal)]}/></file></xliff>").Fault);
        Assert.Equal(ExchangeFault.TooLarge, Read("<xliff version='1.2'><file><g>" + new string('a', 2_000_000) + "</g></file></xliff>").Fault);
        Assert.Equal(ExchangeFault.TooLarge, Read("<xliff version='1.2'><file>" + string.Concat(Enumerable.Repeat("<g/>", 1_500_000))).Fault);
    }

    [Fact]
    public void Data_and_metadata_without_a_name_trouble_nobody() => Assert.Equal("a", Only(Read("""
        <xliff version="2.1" srcLang="en" trgLang="de"><file id="f"><unit id="u1"><metadata><metaGroup category="scoportal"><meta>a</meta><meta type="">b</meta></metaGroup></metadata>
        <originalData><data>c</data><data id="">d</data></originalData><segment><source>a</source></segment></unit></file></xliff>
        """)).Source.ToString());

    [Theory]
    [InlineData("17 18 19", null)]
    [InlineData("17 18 17", ExchangeFault.ReleaseTwice)]
    [InlineData("0 0", null)]
    public void A_file_that_holds_a_release_twice_is_refused(string releases, ExchangeFault? fault) => Assert.Equal(fault, Read(Releases(releases.Split(' '))).Fault);

    [Theory]
    [InlineData(1_000, null)]
    [InlineData(1_001, ExchangeFault.TooLarge)]
    public void A_file_of_more_releases_than_any_honest_one_is_refused(int count, ExchangeFault? fault) =>
        Assert.Equal(fault, Read(Releases(Enumerable.Range(1, count).Select(n => $"{n}"))).Fault);

    [Fact]
    public void Units_that_cannot_be_used_are_told() => Assert.All(Read("""
        <xliff version="1.2"><file><body><trans-unit id="1"><target>a</target></trans-unit><trans-unit><source>b</source></trans-unit></body></file></xliff>
        """).Files[0].Units, unit => Assert.True(unit.IsDamaged));

    private static CodedText Nested(int marks) => CodedText.Of($"{new string('*', marks)}a{new string('*', marks)}");

    internal static string Write(TranslationFile file, bool isNew)
    {
        using var stream = new MemoryStream();
        if (isNew)
            Xliff21.Write(file, stream);
        else
            Xliff12.Write([file], stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Releases(IEnumerable<string> numbers) => $"""
        <xliff version="1.2">{string.Concat(numbers.Select(n => $"<file original='release-{n}'><body><trans-unit id='1'><source>a</source></trans-unit></body></file>"))}</xliff>
        """;

    internal static FileReading Read(string text) => Xliff.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    internal static TranslationFile Small()
    {
        var source = CodedText.Of("The **port** grew by 5 \\* 2.");
        return new()
        {
            SourceLanguage = "en",
            TargetLanguage = "de",
            Release = 17,
            SourceRelease = 16,
            Title = "Port",
            Units =
            [
                new("1", source)
                {
                    Target = CodedText.Of("Der **Hafen** wuchs um 5 \\* 2.").NumberedAs(source),
                    State = UnitState.Confirmed,
                    Field = "body",
                    Kind = "text",
                    Matches = [new(92, source, CodedText.Of("Der **Port** wuchs."), "memory")],
                },
            ],
        };
    }

    private static FileUnit Only(FileReading reading) => Assert.Single(Assert.Single(reading.Files).Units);
}
