using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ScoPortal.Core.Wire;
using Xunit;

namespace ScoPortal.Core.Tests.Wire;

/// <summary>Bytes in other encodings than Unicode, and texts that were once read in a wrong one.</summary>
public class EncodingTests
{
    private const string German = "Der Hafen öffnet am Dienstag einen zweiten Güterbahnhof. „Wir haben darauf gewartet“, sagte die Leiterin – und lächelte.\n";

    private const string French = "Le port a été agrandi à l’été ; « la gare est prête », a déclaré le maire de la cité.\n";

    private const string Russian = "Порт открыл вторую станцию. «Мы этого ждали», — сказала начальник станции.\n";

    private const string Simplified = "港口周二开设了第二个货运站。站长说：“我们等了很久。”每天装车四十辆。\n";

    private const string Traditional = "港口週二開設了第二個貨運站。站長說：「我們等了很久。」每天裝車四十輛。\n";

    [Theory]
    [InlineData(German, "windows-1252")]
    [InlineData(French, "windows-1252")]
    [InlineData("The caf\u00e9 on the quay has re-opened.", "windows-1252")]
    [InlineData(Russian, "windows-1251")]
    [InlineData("ПОРТ ОТКРЫЛ ВТОРУЮ СТАНЦИЮ ВО ВТОРНИК", "windows-1251")]
    [InlineData("PORT NEWS 2021-06-18\nПорт открыл вторую станцию\nwww.example.org", "windows-1251")]
    [InlineData(Simplified, "gb18030")]
    [InlineData("QINGDAO, May 4 - The zone (青岛示范区) opened a desk for carriers.", "gb18030")]
    [InlineData(Traditional, "big5")]
    public void The_encoding_of_a_file_that_does_not_say_it_is_guessed_from_its_letters(string text, string encoding)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetBytes(text);

        var decoded = WireText.Decode(bytes);

        Assert.Equal((text, encoding), (decoded.Text, decoded.Encoding));
        Assert.Equal([("encoding-guessed", encoding)], decoded.Warnings.Select(w => (w.Code, w.Value)));
        Assert.False(decoded.IsWhole);
    }

    [Theory]
    [InlineData("<html><head><meta charset=\"gb2312\"><title>港</title>", "gb18030")]
    [InlineData("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\"><p>Порт", "windows-1251")]
    [InlineData("<?xml version=\"1.0\" encoding='KOI8-R'?><a>Порт</a>", "koi8-r")]
    [InlineData("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>Güter</a>", "windows-1252")]
    public void A_declared_encoding_is_no_guess(string text, string encoding)
    {
        var decoded = WireText.Decode(CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetBytes(text));

        Assert.Equal((text, encoding), (decoded.Text, decoded.Encoding));
        Assert.Empty(decoded.Warnings);
    }

    [Fact]
    public void A_text_that_was_cut_within_a_letter_is_read_all_the_same()
    {
        var utf8 = Encoding.UTF8.GetBytes(Russian);
        var gb = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes(Simplified.TrimEnd());

        Assert.Equal(Russian[..25] + "\ufffd", WireText.Decode(utf8.AsSpan(0, 48)).Text);
        Assert.StartsWith(Simplified[..30], WireText.Decode(gb.AsSpan(0, gb.Length - 1)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(German)]
    [InlineData(French)]
    [InlineData("Größe")]
    [InlineData("Straße und Übergang")]
    [InlineData("der Hafen – die Zone")]
    [InlineData(Russian)]
    [InlineData(Simplified)]
    [InlineData(Traditional)]
    [InlineData("приказ № 5")]
    public void UTF_8_that_was_read_as_Latin_1_is_repaired_even_when_it_happened_twice(string text)
    {
        var once = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));
        var twice = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(once));

        Assert.Equal((text, 1), Mojibake.Repair(once));
        Assert.Equal((text, 1), Mojibake.Repair(twice));
    }

    [Theory]
    [InlineData("GrÃ¶ÃŸe, â€œso istâ€“esâ€¦", "Größe, “so ist–es…")]
    [InlineData("ä¸­å›½ï¼Œä¸­å›½", "中国，中国")]
    [InlineData("ÐŸÐ¾Ñ€Ñ‚ Ð¸ Ð·Ð¾Ð½Ð°", "Порт и зона")]
    [InlineData("GrÃƒÂ¶ÃƒÅ¸e", "Größe")]
    public void Windows_1252_fills_the_gaps_of_Latin_1_with_signs(string damaged, string sound) =>
        Assert.Equal(sound, Mojibake.Repair(damaged).Text);

    [Fact]
    public void Only_the_lines_that_are_damaged_are_changed_and_counted()
    {
        var decoded = WireText.Decode("GrÃ¼ÃŸe aus Köln\nGrüße aus Köln\nder “Plan”\n"u8);

        Assert.Equal("Grüße aus Köln\nGrüße aus Köln\nder “Plan”\n", decoded.Text);
        Assert.Equal([("mojibake-repaired", "1")], decoded.Warnings.Select(w => (w.Code, w.Value)));
    }

    [Theory]
    [InlineData("Le « café\u00a0» et la « cité\u00a0» ; voilà\u00a0» dit-il")]
    [InlineData("„Die MENÜ“ und „KPÄ“ – Ä–Ü")]
    [InlineData("A «MAÇÃ», SÃO PAULO, CHÂTEAU, PRÂ», ESPAÑA, Ångström, Åž")]
    [InlineData("ROMÂ\u00adNIA, CHÃ\u00adTEAU")]
    [InlineData("25 °C, § 3, © 2021 Nescafé®, 3 µm, 2 × 5 ± 1, ¼ Pfund")]
    [InlineData(German + French + Russian + Simplified + Traditional)]
    public void A_sound_text_stays_as_it_is(string text) => Assert.Equal((text, 0), Mojibake.Repair(text));

    [Fact]
    public void No_text_of_the_languages_read_is_ever_changed()
    {
        string[] alphabets = ["abcxyzABCÄÖÜäöüßàâæçéèêëîïôùûüÿÀÆÇÉÈÊËÎÏÔÙÛŸœŒ", "абвгдеёжзэюяАБВГДЕЁЖЗЭЮЯ", "港口区年产业", "0129"];
        string[] between = [" ", ", ", ". ", "; ", " – ", " „", "“ ", " « ", " » ", " (", ") ", "。", "，", "！", "\n", "\u00a0", " … ", "’"];
        var words = Gen.Elements(alphabets).SelectMany(a => Gen.Elements<char>(a.ToCharArray()).NonEmptyListOf().Select(c => string.Concat(c)));
        var texts = words.SelectMany(w => Gen.Elements(between).Select(b => w + b)).ListOf().Select(string.Concat);

        Prop.ForAll(texts.ToArbitrary(), text => Sound(text)).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000).WithEndSize(40));
    }

    [Fact]
    public void Any_bytes_are_read_or_refused() =>
        Prop.ForAll<byte[]>(bytes => WireText.Decode(bytes) is var d && d.Text is null != d.Refusal is null).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Ã")]
    [InlineData("Ã¼")]
    [InlineData("ä¸­")]
    [InlineData("ÃƒÂ¼ a\n")]
    public void Five_megabytes_are_repaired_in_linear_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 5_000_000 / piece.Length));
        var clock = Stopwatch.StartNew();

        Mojibake.Repair(text);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed}");
    }

    private static void Sound(string text) => Assert.Equal((text, 0), Mojibake.Repair(text));
}
