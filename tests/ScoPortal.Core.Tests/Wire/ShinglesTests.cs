using System.Diagnostics;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using ScoPortal.Core.Wire;
using Xunit;

namespace ScoPortal.Core.Tests.Wire;

/// <summary>The same story under other wrappers is recognised, and what only looks like it is not.</summary>
public class ShinglesTests
{
    private static readonly string[] English =
    [
        "The harbour office of Lianyungang has opened a second yard for trains to Central Asia. Forty wagons a day are loaded there, twice as many as a year before.",
        "Carriers from five countries share the yard. They book a track on the evening before, pay by the hour and find their papers at one desk, where two languages are spoken.",
        "\"We had waited for this,\" said the head of the yard. \"A driver who came at noon used to sleep in his cab; now he is on his way home by four o'clock.\"",
        "The yard was built in eleven months on the ground of a former cannery. Its roof carries panels that feed the cranes, and the office expects 14,500 containers in the first year.",
    ];

    private static readonly string[] German =
    [
        "Die Hafenverwaltung von Lianyungang hat einen zweiten Güterbahnhof für Züge nach Zentralasien eröffnet. Täglich werden dort vierzig Wagen beladen, doppelt so viele wie im Vorjahr.",
        "Spediteure aus fünf Ländern teilen sich den Bahnhof. Sie buchen am Vorabend ein Gleis, zahlen nach Stunden und finden ihre Papiere an einem großen Schalter, an dem zwei Sprachen gesprochen werden.",
        "„Darauf haben wir lange gewartet“, sagte der Leiter des Bahnhofs. „Wer mittags ankam, schlief bisher im Führerhaus; nun ist er um vier Uhr auf der Straße nach Hause.“",
        "Gebaut wurde elf Monate lang auf dem Gelände einer früheren Konservenfabrik. Das Dach trägt Zellen, die die Kräne speisen, und gerechnet wird im ersten Jahr mit 14.500 Behältern, dem größten Maß der Küste.",
    ];

    private static readonly string[] Chinese =
    [
        "连云港港务局为开往中亚的列车启用了第二座货场。那里每天装载四十节车厢，是一年前的两倍。",
        "来自五个国家的承运人共用这座货场。他们在前一天晚上预订股道，按小时付费，并在同一个窗口办理单据。",
        "货场建在一座旧罐头厂的土地上，工期为十一个月。屋顶的光伏板为起重机供电，预计第一年处理14500个集装箱。",
    ];

    public static TheoryData<string, string, string> Copies => new()
    {
        { "PRNewswire and AsiaNet", PrNewswire(English), AsiaNet(English) },
        { "PRNewswire and a zone page", PrNewswire(English), "A yard for the trains to the west\n\n2021-05-06 09:12:44 admin source: share:\n\n" + Lines(English) + "\n\nPowered by MetInfo 7.2.0 ©2008-2021" },
        { "ots and PRNewswire", Ots(German), PrNewswire(German) },
        { "ß and ss", Ots(German), Ots([.. German.Select(p => p.Replace("ß", "ss", StringComparison.Ordinal))]) },
        { "quotes", Ots(German), Ots([.. German.Select(p => p.Replace('„', '"').Replace('“', '"'))]) },
        { "hard wraps", PrNewswire(English), PrNewswire([.. English.Select(Wrapped)]) },
        { "words divided at the ends of lines", Ots(German), Ots([.. German.Select(p => p.Replace("Güterbahnhof", "Güter-\nbahnhof", StringComparison.Ordinal).Replace("Zentralasien", "Zentral\u00adasien", StringComparison.Ordinal))]) },
        { "capitals", PrNewswire(English), PrNewswire([English[0].ToUpperInvariant(), .. English[1..]]) },
        { "a paragraph less", PrNewswire(English), PrNewswire(English[..3]) },
        { "another headline", PrNewswire(English), PrNewswire(English).Replace("Harbour town opens a second rail yard", "Trains to Central Asia: new yard on the coast doubles the wagons", StringComparison.Ordinal) },
        { "all at once", Ots(German), PrNewswire([.. German[..3].Select(p => Wrapped(p.Replace("ß", "ss", StringComparison.Ordinal)))]) },
        { "Chinese, wrapped", Xinhua(Chinese), Xinhua([.. Chinese.Select(p => string.Join('\n', p.Chunk(20).Select(c => new string(c))))]) },
    };

    [Theory]
    [MemberData(nameof(Copies))]
    public void The_same_text_under_another_wrapper_is_a_copy_and_found_by_a_band(string difference, string one, string other)
    {
        var (first, second) = (Read(one), Read(other));

        Assert.True(first.With(second).IsCopy, $"{difference}: {first.With(second)}");
        Assert.True(first.Bands().Intersect(second.Bands()).Any(), difference);
    }

    [Fact]
    public void A_translation_is_no_copy()
    {
        var (english, german, chinese) = (Read(PrNewswire(English)), Read(Ots(German)), Read(Xinhua(Chinese)));

        Assert.Equal([0, 0, 0], new[] { english.With(german), german.With(chinese), chinese.With(english) }.Select(o => o.Resemblance));
        Assert.Empty(english.Bands().Intersect(german.Bands()));
    }

    [Fact]
    public void Two_releases_of_one_issuer_with_the_same_words_about_it_are_no_copies()
    {
        const string About = "The Harbour Office runs the quays, yards and locks of the coast. Founded in 1933, it employs two thousand people and is owned by the province.";
        var yard = Read(PrNewswire([.. English, About]));
        var bridge = Read(PrNewswire(
        [
            "Lianyungang will close its old swing bridge for ten weeks. Ships under twelve metres pass through the northern lock meanwhile.",
            "The bearings are worn, engineers of the office found in March, and no spare ones are made any more. A foundry in the next town casts them anew.",
            About,
        ]));

        Assert.False(yard.With(bridge).IsCopy, $"{yard.With(bridge)}");
    }

    [Fact]
    public void The_reports_of_two_days_that_fill_one_form_are_no_copies()
    {
        static string Report(int trains, int containers, int waiting) => $"""
            Rail yard: figures of the day

            LIANYUNGANG, China (PRNewswire) -- The rail yard of the harbour office worked without interruption on both shifts, and all tracks were open to carriers from five countries.

            Trains that left for the west: {trains}. Containers that were loaded from ships and lorries onto wagons of both gauges at the two cranes of the yard: {containers}. Wagons that waited for a locomotive at the end of the evening shift: {waiting}.

            The figures are preliminary, and are put right at the end of the month where the papers of the carriers say something else than the gate. They do not count wagons that only pass.
            """;

        var overlap = Read(Report(41, 1284, 17)).With(Read(Report(38, 1305, 9)));

        Assert.True(overlap.Resemblance > 0.5, $"The form is the same: {overlap}");
        Assert.False(overlap.IsCopy, $"{overlap}");
    }

    [Fact]
    public void Notes_of_a_few_words_have_nothing_in_common()
    {
        var note = new Shingles("Harbour closed\n\nThe harbour is closed today.");

        Assert.Equal(default, note.With(note));
        Assert.Empty(note.Bands());
    }

    [Fact]
    public void The_numbers_of_one_text_are_the_same_with_any_sign_between_their_thousands()
    {
        var (point, comma) = (new Shingles(Lines(German)), new Shingles(Lines(German).Replace("14.500", "14,500", StringComparison.Ordinal)));

        Assert.Equal(new Overlap(1, 1, 1), point.With(comma));
    }

    [Fact]
    public void A_sketch_is_the_same_for_ever() =>
        // What the databases hold was computed by this code: another hash means that all sketches have to be computed again.
        Assert.Equal([8767427305420228181, 8306507526300476713, 6872734125085696413], new Shingles(Lines(English)).Bands().Take(3));

    [Fact]
    public void Any_two_texts_are_compared_the_same_from_both_sides_and_white_space_does_not_count()
    {
        var words = Gen.Elements("rail", "yard", "Straße", "港", "口", "14,500", "well-known", "«Hafen»", "o'clock", "\ud800", "поезд", "И\u0306", "-", "\0").ArrayOf();
        var pairs = words.Two();

        Prop.ForAll(pairs.ToArbitrary(), pair =>
        {
            var (a, b) = (new Shingles(string.Join(' ', pair.Item1)), new Shingles(string.Join(' ', pair.Item2)));
            var (there, back) = (a.With(b), b.With(a));
            Assert.Equal(there, back);
            Assert.All([there.Resemblance, there.Containment, there.Numbers], share => Assert.InRange(share, 0, 1));
            Assert.True(there.Containment >= there.Resemblance);
            Assert.Equal(a.Bands(), new Shingles(string.Join("\r\n ", pair.Item1)).Bands());
            Assert.Equal(a.Bands().Count == 0 ? 0 : 1, a.With(a).Resemblance);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(200));
    }

    [Fact]
    public void More_of_a_text_left_out_never_makes_it_more_alike()
    {
        var words = Enumerable.Range(0, 400).Select(i => "word" + i.ToString(CultureInfo.InvariantCulture)).ToArray();
        var whole = new Shingles(string.Join(' ', words));

        var resemblances = Enumerable.Range(0, 10).Select(i => whole.With(new Shingles(string.Join(' ', words[(i * 30)..]))).Resemblance).ToList();

        Assert.Equal(resemblances.OrderDescending(), resemblances);
        Assert.Equal(1, resemblances[0]);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("word and ")]
    [InlineData("港")]
    [InlineData("a-\n")]
    [InlineData("1,")]
    [InlineData("\u0301")]
    public void Five_megabytes_are_cut_in_linear_time(string piece)
    {
        var clock = Stopwatch.StartNew();

        _ = new Shingles(string.Concat(Enumerable.Repeat(piece, 5_000_000 / piece.Length))).Bands();

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed}");
    }

    private static Shingles Read(string text)
    {
        var read = WireReader.Read(text);
        return new(read.Headline + "\n\n" + Lines(read.Paragraphs));
    }

    private static string PrNewswire(string[] story) => $"""
        Harbour town opens a second rail yard

        LIANYUNGANG, China, May 4, 2021 /PRNewswire/ -- {Lines(story)}

        SOURCE The Harbour Office
        """;

    private static string AsiaNet(string[] story) => $"""
        MEDIA RELEASE PR89344

        Yard for Central Asia opens on the coast

        LIANYUNGANG, China, May 5 /PRNewswire-AsiaNet/ --

        {Lines(story)}

        SOURCE: The Harbour Office
        """;

    private static string Ots(string[] story) => $"""
        Hafenstadt öffnet zweiten Güterbahnhof

        Lianyungang, China (ots) - {Lines(story)}

        Pressekontakt: Hafenverwaltung, Telefon 0086 518 000

        Original-Content von: Hafenverwaltung, übermittelt durch news aktuell
        """;

    private static string Xinhua(string[] story) => $"第二座货场启用\n\n新华社连云港5月4日电 {Lines(story)}";

    private static string Lines(IEnumerable<string> paragraphs) => string.Join("\n\n", paragraphs);

    private static string Wrapped(string paragraph)
    {
        var (wrapped, column) = ("", 0);
        foreach (var word in paragraph.Split(' '))
            (wrapped, column) = column + word.Length > 60 ? (wrapped + "\n" + word, word.Length) : (wrapped + (wrapped.Length == 0 ? "" : " ") + word, column + word.Length + 1);
        return wrapped;
    }
}
