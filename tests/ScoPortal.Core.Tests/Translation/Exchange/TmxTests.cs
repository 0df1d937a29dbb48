using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ScoPortal.Core.Translation.Exchange;
using Xunit;

namespace ScoPortal.Core.Tests.Translation.Exchange;

public class TmxTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 20, 8, 30, 0, TimeSpan.Zero);

    private static readonly Arbitrary<TmxUnit[]> Units = (
        from texts in SomeSentences.Sentence.Where(s => s.Length > 0).Two()
        from origin in SomeSentences.Sentence
        select new TmxUnit([new("en", texts.Item1), new("zh", texts.Item2)]) { Changed = At, ChangedBy = "anna", Origin = CodedText.Plain(origin).Words })
        .ListOf().Select(u => u.ToArray()).ToArbitrary();

    [Fact]
    public void A_round_trip_loses_nothing() => Prop.ForAll(Units, units =>
    {
        var back = Read(Write(units)).ToList();
        if (units.Length == 0)
        {
            Assert.Equal(ExchangeFault.Nothing, Assert.Single(back).Fault);
            return;
        }

        Assert.Equal(units.Length, back.Count);
        foreach (var (sent, got) in units.Zip(back))
        {
            Assert.Equal(sent.Texts, got.Unit!.Texts);
            Assert.Equal(sent with { Texts = got.Unit.Texts }, got.Unit);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void Codes_of_a_pair_of_languages_have_the_same_number()
    {
        var text = Write([new([new("en", "The **port** has `a` *crane*"), new("de", "Einen *Kran* hat der **Hafen** `a`")])]);

        Assert.Contains("""<seg>Einen <bpt i="3" x="3" type="italic">*</bpt>Kran<ept i="3">*</ept> hat der <bpt i="1" x="1" type="bold">**</bpt>Hafen""", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_of_other_tools_are_read_without_their_codes()
    {
        var read = Read("""
            <?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd">
            <tmx version="1.4"><header creationtool="X" srclang="*all*" datatype="html"><note>n</note></header><body>
            <tu tuid="1" creationdate="20200102T030405Z" creationid="BOB"><prop type="p">v</prop>
              <tuv xml:lang="EN-US"><seg>The <bpt i="1">&lt;b></bpt>port<ept i="1">&lt;/b></ept> <hi type="x">grew <hi>fast</hi></hi><ph type="lb">&lt;br></ph>by 2*3<it pos="begin">x</it>.</seg></tuv>
              <tuv lang="de-DE"><seg>Der <ut>{\b </ut>Hafen<ph>&lt;fn><sub>Fußnote</sub></ph> wuchs *schnell*.</seg></tuv></tu>
            </body></tmx>
            """.Trim()).ToList();

        var unit = Assert.Single(read).Unit!;
        Assert.Equal("The port grew fast by 2\\*3.", unit.In("en"));
        Assert.Equal("Der Hafen wuchs \\*schnell\\*.", unit.In("de"));
        Assert.Null(unit.In("ru"));
        Assert.Equal((new DateTimeOffset(2020, 1, 2, 3, 4, 5, TimeSpan.Zero), "BOB"), (unit.Changed!.Value, unit.ChangedBy!));
    }

    [Fact]
    public void Chinese_in_the_other_script_is_not_taken_for_the_portals()
    {
        var unit = new TmxUnit([new("zh-TW", "港口"), new("zh-CN", "港口城市")]);

        Assert.Equal("港口城市", unit.In("zh"));
        Assert.Null(new TmxUnit([new("zh-Hant", "港口")]).In("zh"));
    }

    [Fact]
    public void Bad_units_are_refused_and_the_others_read()
    {
        var read = Read($"""
            <tmx version="1.4"><header/><body><tu/>
            <tu><tuv xml:lang="en"><seg>One</seg></tuv><tuv><seg>Eins</seg></tuv></tu>
            <tu><tuv xml:lang="en"><seg>Two</seg></tuv><tuv xml:lang="de"><seg> </seg></tuv></tu>
            <tu><tuv xml:lang="en"><seg>{new string('a', Tmx.LongestSentence + 1)}</seg></tuv></tu>
            <tu><tuv xml:lang="en"><seg>Three</seg></tuv><tuv xml:lang="de"><seg>Drei</seg></tuv></tu></body></tmx>
            """).ToList();

        Assert.Equal([ExchangeFault.Damaged, ExchangeFault.Damaged, ExchangeFault.Empty, ExchangeFault.TooLong, null], read.Select(r => r.Fault));
        Assert.Equal([1, 2, 3, 4, 5], read.Select(r => r.Number));
        Assert.Equal(3, read[2].Line);
    }

    [Theory]
    [InlineData("", ExchangeFault.NotXml)]
    [InlineData("<xliff version='1.2'/>", ExchangeFault.NotKnown)]
    [InlineData("<tmx version='1.4'><body/></tmx>", ExchangeFault.Nothing)]
    [InlineData("<!DOCTYPE tmx [<!ENTITY a 'aaaa'>]><tmx version='1.4'><body><tu><tuv xml:lang='en'><seg>&a;</seg></tuv></tu></body></tmx>", ExchangeFault.NotXml)]
    public void What_is_no_memory_is_refused(string text, ExchangeFault fault) => Assert.Equal(new TmxReading(0, 0, null, fault), Assert.Single(Read(text)) with { Line = 0 });

    [Fact]
    public void Damage_is_told_behind_what_is_whole() =>
        Assert.Equal([null, ExchangeFault.NotXml], Read("<tmx version='1.4'><body><tu><tuv xml:lang='en'><seg>One</seg></tuv></tu><tu><tuv").Select(r => r.Fault));

    [Fact]
    public void A_unit_without_end_is_refused_before_it_is_held()
    {
        const string Start = "<tmx version='1.4'><body><tu><tuv xml:lang='en'><seg>One</seg></tuv></tu><tu";
        var words = string.Concat(Enumerable.Repeat("<tuv xml:lang='en'><seg>" + new string('a', 100_000) + "</seg></tuv>", 20));

        Assert.Equal([null, ExchangeFault.TooLarge], Read($"{Start}>{words}").Select(r => r.Fault));
        Assert.Equal([null, ExchangeFault.TooLarge], Read($"{Start}>" + string.Concat(Enumerable.Repeat("<prop/>", 30_000))).Select(r => r.Fault));
        Assert.Equal(ExchangeFault.TooLarge, Read(Start + string.Concat(Enumerable.Range(0, 100_000).Select(i => $" a{i}=''"))).Last().Fault);
    }

    [Fact]
    public void A_memory_of_many_units_is_never_held_whole()
    {
        var read = 0;
        using var stream = new MemoryStream();
        using (var tmx = new TmxWriter(stream, "en", At))
        {
            for (var i = 0; i < 20_000; i++)
                tmx.Add(new([new("en", $"Unit **{i}** of the port"), new("ru", string.Create(CultureInfo.InvariantCulture, $"Единица **{i}** порта"))]));
        }

        stream.Position = 0;
        // Half of the file was not asked for, and not read.
        foreach (var _ in Tmx.Read(stream).Take(10_000))
            read++;

        Assert.Equal(10_000, read);
        Assert.InRange(stream.Position, stream.Length / 3, stream.Length * 2 / 3);
    }

    private static string Write(IEnumerable<TmxUnit> units)
    {
        using var stream = new MemoryStream();
        using (var tmx = new TmxWriter(stream, "en", At))
        {
            foreach (var unit in units)
                tmx.Add(unit);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static IEnumerable<TmxReading> Read(string text) => Tmx.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));
}
