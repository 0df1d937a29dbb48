using ScoPortal.Core.Translation.Memory;
using Xunit;

namespace ScoPortal.Core.Tests.Translation.Memory;

public class MemoryIndexTests
{
    private static readonly string[] Nouns = ["port", "train", "road", "ship", "office", "zone", "bank", "forum", "school", "city", "bridge", "market", "farm", "group", "team"];
    private static readonly string[] Verbs = ["opened", "built", "visited", "praised", "joined", "moved", "closed", "planned", "signed", "left"];

    [Fact]
    public void The_same_sentence_comes_first_with_one_hundred()
    {
        var memory = Of("en", "The port opened a desk for carriers.", "The port opened a desk for farmers.", "Nothing alike here at all.");

        Assert.Equal([(100, "The port opened a desk for carriers."), (86, "The port opened a desk for farmers.")], Found(memory, "The port opened a desk for carriers."));
    }

    [Theory]
    [InlineData("en", "The port loaded 120 trains in May.", "The port loaded 135 trains in May.")]
    [InlineData("en", "The Port loaded trains in May.", "The port loaded trains in May.")]
    [InlineData("en", "The port, he said, loaded trains.", "The port he said loaded trains.")]
    [InlineData("en", "He said “yes” to the plan.", "He said \"yes\" to the plan.")]
    [InlineData("zh", "港口装运120列班列。", "港口装运135列班列。")]
    public void Another_number_case_or_sign_costs_less_than_a_word_and_is_never_one_hundred(string language, string kept, string asked)
    {
        var percent = Of(language, kept).Find(asked)[0].Percent;

        Assert.InRange(percent, 90, 99);
        Assert.True(percent > Of(language, kept).Find(asked.Replace("loaded", "left").Replace("said", "left").Replace("装运", "离开"))[0].Percent);
    }

    [Fact]
    public void Another_ending_costs_less_than_another_word()
    {
        var memory = Of("ru", "Участники посетили порт в июне.");

        Assert.True(memory.Find("Участник посетил порт в июне.")[0].Percent > memory.Find("Гости осмотрели порт в июне.", 10)[0].Percent);
    }

    [Fact]
    public void White_space_does_not_count() => Assert.Equal(100, Of("en", "The port  grew.").Find(" The port grew.\n")[0].Percent);

    [Fact]
    public void What_is_less_alike_than_asked_for_stays_away()
    {
        var memory = Of("de", "Der Hafen öffnete am Montag einen Schalter.");

        Assert.Empty(memory.Find("Die Bank schloss am Montag drei Filialen.", 60));
        Assert.Single(memory.Find("Die Bank schloss am Montag drei Filialen.", 20));
    }

    [Fact]
    public void Chinese_is_compared_by_characters()
    {
        var memory = Of("zh", "双方签署了物流合作协议。", "会议在青岛举行。");

        Assert.Equal([(82, "双方签署了物流合作协议。")], Found(memory, "双方签署了经贸合作协议。"));
    }

    [Fact]
    public void The_same_pair_of_texts_is_shown_once_and_two_translations_both()
    {
        var memory = new MemoryIndex("en");
        memory.Add(new MemoryEntry(1, "Read more.", "Mehr lesen.", "a"), new MemoryEntry(2, "Read more.", "Mehr lesen.", "b"), new MemoryEntry(3, "Read more.", "Weiterlesen.", "c"));

        Assert.Equal([3, 2], memory.Find("Read more.").Select(m => m.Entry.Id));
    }

    [Fact]
    public void Entries_can_be_replaced_and_taken_out()
    {
        var memory = Of("en", "The port grew last year.", "The bank grew last year.");
        memory.Add(new MemoryEntry(0, "The school closed in spring.", "x", "x"));
        memory.Remove(1, 99);

        Assert.Equal(1, memory.Count);
        Assert.Empty(memory.Find("The port grew last year."));
        Assert.Single(memory.Find("The school closed in spring."));
    }

    [Fact]
    public void It_finds_what_comparing_all_would_find_also_after_many_left()
    {
        var (sentences, memory) = (Enumerable.Range(0, 30_000).Select(Sentence).ToList(), new MemoryIndex("en"));
        memory.Add(sentences.Select((s, i) => new MemoryEntry(i, s, s, "")));
        memory.Remove(Enumerable.Range(0, 20_000));
        memory.Add(new MemoryEntry(40_000, Sentence(17), "back", ""));
        var left = sentences.Skip(20_000).Append(Sentence(17)).Distinct().ToList();

        foreach (var asked in Enumerable.Range(90_000, 12).Select(Sentence))
        {
            var all = left.Select(s => Likeness.Percent(asked, s, "en")).Where(p => p >= 50).OrderDescending().Take(8);
            Assert.Equal(all, memory.Find(asked, 50, 8).Select(m => m.Percent));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("2021")]
    [InlineData("…\uD800")]
    public void Whatever_is_asked_gets_an_answer(string asked) =>
        Assert.Equal(asked == "2021" ? 1 : 0, Of("en", "The port grew.", "2022").Find(asked).Count);

    [Fact]
    public void The_difference_of_two_sentences_is_told_word_by_word()
    {
        Assert.Equal(
            [new(DiffSide.Both, "The port "), new(DiffSide.Before, "loaded 120 "), new(DiffSide.After, "sent 130 "), new(DiffSide.Both, "trains in "), new(DiffSide.Before, "early "), new(DiffSide.Both, "May.")],
            SentenceDiff.Of("The port loaded 120 trains in early May.", "The port sent 130 trains in May.", "en"));
        Assert.Equal(
            [new(DiffSide.Both, "签署"), new(DiffSide.Before, "物流"), new(DiffSide.After, "经贸"), new(DiffSide.Both, "协议。")],
            SentenceDiff.Of("签署物流协议。", "签署经贸协议。", "zh"));
        Assert.Equal([new(DiffSide.After, "New.")], SentenceDiff.Of("", "New.", "en"));
    }

    private static MemoryIndex Of(string language, params string[] sentences)
    {
        var memory = new MemoryIndex(language);
        memory.Add(sentences.Select((s, i) => new MemoryEntry(i, s, "translation of " + s, "test")));
        return memory;
    }

    private static IEnumerable<(int, string)> Found(MemoryIndex memory, string asked) => memory.Find(asked).Select(m => (m.Percent, m.Entry.Source));

    private static string Sentence(int seed)
    {
        var chance = new Random(seed);
        return $"The {Pick(Nouns)} of the {Pick(Nouns)} {Pick(Verbs)} the {Pick(Nouns)} and the {Pick(Nouns)} {Pick(Verbs)} {chance.Next(30)} {Pick(Nouns)}s.";

        string Pick(string[] words) => words[chance.Next(words.Length)];
    }
}
