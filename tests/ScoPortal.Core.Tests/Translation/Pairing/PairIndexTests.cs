using ScoPortal.Core.Translation.Pairing;
using Xunit;

namespace ScoPortal.Core.Tests.Translation.Pairing;

public class PairIndexTests
{
    private static readonly PairDocument English = new("en", "Qingdao port opens a desk for carriers",
        "QINGDAO, June 18 - The port of Qingdao opened a desk for carriers from Kazakhstan and Russia on Friday. It expects 1,225 trains a year, said director Vladimir Norov.\n\nThe desk cost 1.5 million euros and employs 32 people. See https://desk.harbour.example/trains.");

    private static readonly PairDocument German = new("de", "Hafen Qingdao öffnet einen Schalter für Spediteure",
        "QINGDAO, 18. Juni - Der Hafen von Qingdao hat am Freitag einen Schalter für Spediteure aus Kasachstan und Russland eröffnet. Er rechnet mit 1.225 Zügen im Jahr, sagte Direktor Wladimir Norow.\n\nDer Schalter kostete 1,5 Mio. Euro und beschäftigt 32 Menschen. Siehe https://desk.harbour.example/trains.");

    private static readonly PairDocument Russian = new("ru", "Порт Циндао открыл окно для перевозчиков",
        "ЦИНДАО, 18 июня - Порт Циндао открыл в пятницу окно для перевозчиков из Казахстана и России. Он ожидает 1 225 поездов в год, сказал директор Владимир Норов.\n\nОкно стоило 1,5 млн евро, в нём работают 32 человека. См. https://desk.harbour.example/trains.");

    private static readonly PairDocument Chinese = new("zh", "青岛港为承运人开设窗口",
        "青岛6月18日电 青岛港周五为来自哈萨克斯坦和俄罗斯的承运人开设窗口。主任弗拉基米尔·诺罗夫说，预计每年开行1225列班列。\n\n窗口投资150万欧元，有32名员工。见https://desk.harbour.example/trains。");

    // The same event, told by another newsroom.
    private static readonly PairDocument Report = new("de", "Neuer Service im Hafen Qingdao",
        "Im chinesischen Qingdao gibt es seit Freitag eine Anlaufstelle für Logistiker. Beobachter sehen darin ein Zeichen an Russland. Vor zwei Jahren war ein ähnliches Vorhaben gescheitert, damals waren 7 Millionen Dollar geplant, wie ein Sprecher am 4. März erklärte.");

    private static readonly PairDocument Festival = new("en", "Samarkand prepares its film festival",
        "SAMARKAND, May 3 - Samarkand will show 84 films from 19 countries at its festival in October, the mayor said. Tickets cost 12,000 soums.");

    private static readonly PairDocument Filmfest = new("de", "Samarkand bereitet sein Filmfestival vor",
        "SAMARKAND, 3. Mai - Samarkand zeigt bei seinem Festival im Oktober 84 Filme aus 19 Ländern, sagte der Bürgermeister. Karten kosten 12.000 Sum.");

    [Fact]
    public void Translations_are_paired_in_every_pair_of_languages()
    {
        var pairs = Index(English, German, Russian, Chinese).Match();

        Assert.Equal([(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)], pairs.Select(p => (p.A, p.B)).Order());
        Assert.All(pairs, p => Assert.InRange(p.Score, 0.5, 1));
    }

    [Fact]
    public void Texts_about_other_things_and_another_report_of_the_event_are_not()
    {
        Assert.Empty(Index(English, Filmfest).Match());
        Assert.Empty(Index(English, Report).Match());
    }

    [Fact]
    public void Each_text_is_in_one_pair_of_a_language_at_most()
    {
        var pairs = Index(English, German, Report, Festival, Filmfest).Match(0);

        Assert.Equal((0, 1), (pairs[0].A, pairs[0].B));
        Assert.Contains(pairs, p => (p.A, p.B) == (3, 4));
        Assert.DoesNotContain(pairs, p => (p.A, p.B) == (0, 2));
    }

    [Fact]
    public void A_copy_does_not_cost_the_translation_its_partner()
    {
        var pairs = Index(English, German, German with { Title = "Hafen Qingdao öffnet Schalter" }, Festival, Filmfest).Match();

        Assert.Contains(pairs, p => p.A == 0 && p.B is 1 or 2);
    }

    [Fact]
    public void The_partners_of_one_text_are_found_best_first()
    {
        var index = Index(English, German, Russian, Chinese, Report, Festival, Filmfest);

        Assert.Equal([1, 2, 3], index.Find(0).Select(f => f.B).Order());
        Assert.Equal(index.Match().Single(p => (p.A, p.B) == (0, 1)).Score, index.Find(0).Single(f => f.B == 1).Score);
    }

    [Fact]
    public void What_is_removed_is_found_no_more_and_its_place_is_used_again()
    {
        var index = Index(English, German, Festival);
        index.Remove(1);
        Assert.Empty(index.Match());

        index.Add(7, PairProfile.Of(Filmfest));
        Assert.Equal((2, 7), index.Match().Select(p => (p.A, p.B)).Single());
        Assert.Equal(3, index.Count);
    }

    [Fact]
    public void Publication_months_apart_makes_a_pair_unlikely_and_the_same_day_alone_makes_none()
    {
        var day = new DateOnly(2021, 6, 18);
        var index = Index(English with { Date = day }, German with { Date = day.AddDays(200) });
        var near = Index(English with { Date = day }, German with { Date = day });

        Assert.True(index.Find(0, 0)[0].Score < near.Find(0, 0)[0].Score);
        Assert.Empty(Index(English with { Date = day }, Filmfest with { Date = day }).Match());
    }

    [Fact]
    public void A_profile_is_the_same_after_storage_and_another_version_is_refused()
    {
        var profile = PairProfile.Of(Russian with { Date = new DateOnly(2021, 6, 18) });
        var bytes = profile.ToBytes();

        var back = PairProfile.FromBytes("ru", bytes)!;

        Assert.Equal(bytes, back.ToBytes());
        Assert.Equal(new DateOnly(2021, 6, 18), back.Date);
        Assert.Equal(2, back.Paragraphs);
        Assert.Equal(profile.Length, back.Length);
        bytes[0]++;
        Assert.Null(PairProfile.FromBytes("ru", bytes));
        Assert.Null(PairProfile.FromBytes("ru", []));
        Assert.Null(PairProfile.FromBytes("ru", back.ToBytes().AsSpan(0, 30)));
    }

    [Fact]
    public void Evidence_names_what_both_have_and_what_only_one_title_has()
    {
        var (a, b) = (PairReading.Of(English with { Title = "Port handles 1,225 trains and 88 ships" }), PairReading.Of(Russian));

        var evidence = Index(English, Russian).Explain(a, b, 20).Select(e => e.ToString()).ToList();

        Assert.Contains("number 1,225 = 1 225", evidence);
        Assert.Contains("name Norov = Норов", evidence);
        Assert.Contains("date June 18 = 18 июня", evidence);
        Assert.Contains("link https://desk.harbour.example/trains in both", evidence);
        Assert.Contains("number 88 only in a", evidence);
    }

    [Fact]
    public void A_number_that_a_wire_gave_both_texts_is_told_as_such()
    {
        var (a, b) = (English with { Identifiers = ["XH-2021-17"] }, Russian with { Identifiers = ["XH-2021-17"] });

        var evidence = Index(a, b).Explain(PairReading.Of(a), PairReading.Of(b), 20).Select(e => e.ToString()).ToList();

        Assert.Contains("id XH-2021-17 in both", evidence);
        Assert.DoesNotContain(evidence, e => e.StartsWith("id  ", StringComparison.Ordinal));
    }

    [Fact]
    public void The_profile_of_the_longest_text_still_fits_its_column_and_keeps_title_identifiers_and_numbers()
    {
        var random = new Random(27);
        var words = string.Join(' ', Enumerable.Range(0, 30_000).Select(_ => string.Concat(random.GetItems("bdfgklmnprstvz".ToCharArray(), 3).Zip(random.GetItems("aeiou".ToCharArray(), 3), (x, y) => $"{x}{y}"))));
        var document = new PairDocument("en", "Samarkand hosts 84 films", $"{words} 4711 https://desk.harbour.example/trains") { Identifiers = ["XH-2021-17"] };

        var profile = PairProfile.Of(document);

        Assert.InRange(profile.ToBytes().Length, 50_000, 64 * 1024 - 1);
        var index = new PairIndex();
        index.Add(0, profile);
        var evidence = index.Explain(PairReading.Of(document), PairReading.Of(new("de", "Samarkand zeigt 84 Filme", "4711 https://desk.harbour.example/trains") { Identifiers = ["XH-2021-17"] }), 20).Select(e => e.ToString()).ToList();
        foreach (var kept in (string[])["number 84 in both", "number 4711 in both", "link https://desk.harbour.example/trains in both", "id XH-2021-17 in both"])
            Assert.Contains(kept, evidence);
    }

    [Fact]
    public void Texts_without_anything_to_compare_do_no_harm()
    {
        var index = Index(new("en", "", ""), new("de", "", ""), new("xx", "???", "12"), new("", "", "12"));

        Assert.Empty(index.Match());
        Assert.Empty(index.Find(0));
    }

    private static PairIndex Index(params PairDocument[] documents)
    {
        var index = new PairIndex();
        for (var i = 0; i < documents.Length; i++)
            index.Add(i, PairProfile.Of(documents[i]));
        return index;
    }
}
