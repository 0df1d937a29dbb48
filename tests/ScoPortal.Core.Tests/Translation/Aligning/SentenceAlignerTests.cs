using ScoPortal.Core.Translation.Aligning;
using Xunit;

namespace ScoPortal.Core.Tests.Translation.Aligning;

public class SentenceAlignerTests
{
    private static readonly string[] English =
    [
        "Qingdao opens a new rail terminal.",
        "The terminal was opened on 12 May by mayor Zhao Haozhi.",
        "It can handle 160,000 containers a year.",
        "The first train left for Tashkent with 41 wagons.",
        "Will there be more?",
        "A second line to Almaty is planned for 2027.",
    ];

    private static readonly string[] German =
    [
        "Qingdao eröffnet ein neues Bahnterminal.",
        "Das Terminal wurde am 12. Mai von Bürgermeister Zhao Haozhi eröffnet.",
        "Es kann 160.000 Container im Jahr abfertigen.",
        "Der erste Zug fuhr mit 41 Waggons nach Taschkent ab.",
        "Kommen weitere?",
        "Eine zweite Strecke nach Almaty ist für 2027 geplant.",
    ];

    private static readonly string[] Russian =
    [
        "В Циндао открылся новый железнодорожный терминал.",
        "Терминал открыл 12 мая мэр Чжао Хаочжи.",
        "Он способен принять 160 тыс. контейнеров в год.",
        "Первый поезд отправился в Ташкент с 41 вагоном.",
        "Будут ли другие?",
        "Вторая линия в Алматы запланирована на 2027 год.",
    ];

    private static readonly string[] Chinese =
    [
        "青岛开通新的铁路货运站。",
        "5月12日，市长赵豪志为货运站揭幕。",
        "该站每年可处理16万个集装箱。",
        "首列火车载着41节车厢开往塔什干。",
        "还会有更多列车吗？",
        "通往阿拉木图的第二条线路计划于2027年开通。",
    ];

    public static TheoryData<string, string> Pairs()
    {
        var data = new TheoryData<string, string>();
        string[] languages = ["en", "de", "ru", "zh"];
        foreach (var one in languages)
            foreach (var other in languages)
                data.Add(one, other);
        return data;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_faithful_translation_is_aligned_one_to_one(string one, string other) =>
        Assert.Equal("0:0 1:1 2:2 3:3 4:4 5:5", Beads(one, Sentences(one), other, Sentences(other)));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_sentence_that_the_translation_left_out_stands_alone(string one, string other) =>
        Assert.Equal("0:0 1:1 2:2 3: 4:3 5:4", Beads(one, Sentences(one), other, Without(Sentences(other), 3)));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_sentence_that_the_translation_added_stands_alone(string one, string other) =>
        Assert.Equal("0:0 1:1 2:2 :3 3:4 4:5", Beads(one, Without(Sentences(one), 3), other, Sentences(other)));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Two_sentences_that_became_one_stand_beside_it(string one, string other) =>
        Assert.Equal("0:0 1:1 2+3:2 4:3 5:4", Beads(one, Sentences(one), other, Joined(Sentences(other), 2)));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void One_sentence_that_became_two_stands_beside_them(string one, string other) =>
        Assert.Equal("0:0 1:1+2 2:3 3:4 4:5", Beads(one, Joined(Sentences(one), 1), other, Sentences(other)));

    [Fact]
    public void A_heading_answers_a_heading()
    {
        var english = Text("en", English[1..4]) with { };
        AlignSentence[] source = [.. english.Sentences.Take(2), new("Port and rail", 1, true), .. english.Sentences.Skip(2)];
        AlignSentence[] target = [.. Text("de", German[1..3]).Sentences, new("Hafen und Bahn", 1, true), new(German[3], 1)];

        Assert.Equal("0:0 1:1 2:2 3:3", Show(SentenceAligner.Align(new("en", source), new("de", target)), 4, 4));
    }

    [Fact]
    public void Paragraphs_hold_where_both_texts_have_the_same()
    {
        string[] same = ["It is a fact.", "It is so now.", "It is a day.", "It is a way.", "It is a sea.", "It is a key."];
        string[] fewer = ["Es ist ein Fakt.", "Es ist ein Tag.", "Es ist ein Weg.", "Es ist ein See.", "Es ist ein Ton."];
        int[] paragraphs = [0, 0, 1, 1, 2, 2];
        int[] others = [0, 1, 1, 2, 2];
        var source = new AlignText("en", [.. same.Select((s, i) => new AlignSentence(s, paragraphs[i]))]);
        var target = new AlignText("de", [.. fewer.Select((s, i) => new AlignSentence(s, others[i]))]);

        var beads = SentenceAligner.Align(source, target);

        Assert.EndsWith("2:1 3:2 4:3 5:4", Show(beads, 6, 5), StringComparison.Ordinal);
    }

    [Fact]
    public void A_clear_bead_scores_higher_than_a_doubtful_one()
    {
        var clear = SentenceAligner.Align(Text("en", English), Text("de", German));
        var doubtful = SentenceAligner.Align(Text("en", ["It is good.", "It is here.", "It is new."]), Text("de", ["Es ist gut.", "Es ist neu."]));

        Assert.All(clear, b => Assert.InRange(b.Score, 0.9, 1));
        Assert.Contains(doubtful, b => b.Score < 0.7);
    }

    [Fact]
    public void Nothing_is_aligned_with_nothing()
    {
        Assert.Equal("", Beads("en", [], "de", []));
        Assert.Equal("0: 1:", Beads("en", English[..2], "de", []));
        Assert.Equal(":0", Beads("en", [], "de", German[..1]));
    }

    [Fact]
    public void Whatever_the_texts_every_sentence_is_in_exactly_one_bead_and_in_order()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var (a, b) = (Any(random), Any(random));

            var beads = SentenceAligner.Align(new AlignText("en", a), new AlignText("zh", b));

            Assert.Equal(Enumerable.Range(0, a.Length), beads.SelectMany(x => Numbers(x.Source, a.Length)));
            Assert.Equal(Enumerable.Range(0, b.Length), beads.SelectMany(x => Numbers(x.Target, b.Length)));
            Assert.All(beads, x => Assert.InRange(x.Score, 0, 1));
        }
    }

    [Theory]
    [InlineData(2000, 2000)]
    [InlineData(3000, 900)]
    [InlineData(1, 4000)]
    [InlineData(4000, 1)]
    public void A_text_of_thousands_of_sentences_is_aligned_in_a_band(int sources, int targets)
    {
        var (a, b) = (Enumerable.Range(0, sources).Select(i => $"Line {i} of it."), Enumerable.Range(0, targets).Select(i => $"Zeile {i} davon."));

        var beads = SentenceAligner.Align(Text("en", [.. a]), Text("de", [.. b]));

        Assert.Equal((sources, targets), (beads.Sum(x => Numbers(x.Source, sources).Count()), beads.Sum(x => Numbers(x.Target, targets).Count())));
        if (sources == targets)
            Assert.All(beads, x => Assert.Equal(x.Source, x.Target));
    }

    [Theory]
    [InlineData(2500, 2500)]
    [InlineData(20_001, 20_001)]
    [InlineData(10, 30_000)]
    public void However_long_the_texts_little_memory_is_taken(int sources, int targets)
    {
        var (a, b) = (Text("en", [.. Enumerable.Range(0, sources).Select(i => $"{i}.")]), Text("de", [.. Enumerable.Range(0, targets).Select(i => $"{i}.")]));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var beads = SentenceAligner.Align(a, b);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000_000);
        Assert.Equal((sources, targets), (beads.Sum(x => Numbers(x.Source, sources).Count()), beads.Sum(x => Numbers(x.Target, targets).Count())));
    }

    [Fact]
    public void Texts_that_are_too_long_to_be_aligned_stand_beside_each_other_paragraph_by_paragraph_with_no_score()
    {
        var source = new AlignText("en", [.. Enumerable.Range(0, 30_000).Select(i => new AlignSentence("Yes.", i / 3))]);
        var target = new AlignText("de", [.. Enumerable.Range(0, 20_000).Select(i => new AlignSentence("Ja.", i / 2))]);

        var beads = SentenceAligner.Align(source, target);

        Assert.Equal(
            Enumerable.Range(0, 10_000).SelectMany(p => (SentenceBead[])
                [new((p * 3)..((p * 3) + 1), (p * 2)..((p * 2) + 1), 0), new(((p * 3) + 1)..((p * 3) + 3), ((p * 2) + 1)..((p * 2) + 2), 0)]),
            beads);
    }

    private static AlignSentence[] Any(Random random) =>
        [.. Enumerable.Range(0, random.Next(12)).Select(_ => new AlignSentence(new string("a1. 青"[random.Next(5)], random.Next(40)), random.Next(3), random.Next(6) == 0))];

    private static string[] Sentences(string language) => language switch { "en" => English, "de" => German, "ru" => Russian, _ => Chinese };

    private static string[] Without(string[] sentences, int index) => [.. sentences.Where((_, i) => i != index)];

    private static string[] Joined(string[] sentences, int index) =>
        [.. sentences[..index], sentences[index] + " " + sentences[index + 1], .. sentences[(index + 2)..]];

    private static AlignText Text(string language, string[] sentences) => new(language, [.. sentences.Select(s => new AlignSentence(s, 0))]);

    private static string Beads(string one, string[] source, string other, string[] target) =>
        Show(SentenceAligner.Align(Text(one, source), Text(other, target)), source.Length, target.Length);

    private static string Show(IReadOnlyList<SentenceBead> beads, int sources, int targets) =>
        string.Join(' ', beads.Select(b => $"{string.Join('+', Numbers(b.Source, sources))}:{string.Join('+', Numbers(b.Target, targets))}"));

    private static IEnumerable<int> Numbers(Range range, int count)
    {
        var (start, length) = range.GetOffsetAndLength(count);
        return Enumerable.Range(start, length);
    }
}
