using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using ScoPortal.Core.Wire;
using Xunit;

namespace ScoPortal.Core.Tests.Wire;

/// <summary>Whatever the text: it is read, quickly, and no line of it is lost.</summary>
public class AnyTextTests
{
    private const int FiveMegabytes = 5_000_000;

    // Up to 7 s on a quiet processor, and other tests run meanwhile; what is quadratic takes hours.
    private static readonly TimeSpan Quickly = TimeSpan.FromMinutes(3);

    private static readonly string[] Pieces =
    [
        "LIANYUNGANG, China, June 18, 2021 /PRNewswire/ -- ", "SOURCE Port", "About the Port", "Contact:", "\n", "\n\n", "\r", "  ", "„", "\"",
        "北京2023年8月25日/美通社/ --", "新华社", "2021-04-16 20:42:57 admin source: share:", "Powered by MetInfo 7.2.0 ©2008-2024",
        "Original-Content von: A, übermittelt durch news aktuell", "For more details, please visit http://x.example/a?b=1", "31. Februar 2021",
        "(ots)", "/", "((((", "a", "\u00ad", "\ud800", "\0", "День 30 фев - РИА Новости.", "date 2021-04", "date 9999-99-99", "События ",
        " 24 февраля 2025 года 13:35 А", " Статус материала ", " Лица ", "* ", "-- ", "&quot;", "99:99", "Share", "北京５月１日电 ", "新华社北京８月２４日电（记者", "٢٠٢١-٠٦-١٨ ٠٩:٣٠", "２０２１年６月１８日 ０９:３０ 来源：", "date ２０２１-０４", "###", "\u2028",
    ];

    public static TheoryData<string, string> Long => new()
    {
        { "one line", new string('a', FiveMegabytes) },
        { "one line of words", Times("word and ", FiveMegabytes) },
        { "newlines", new string('\n', FiveMegabytes) },
        { "datelines", Times("QINGDAO, China, June 18, 2021 /PRNewswire/ -- ", FiveMegabytes) },
        { "dateline lines", Times("QINGDAO, China, June 18, 2021 /PRNewswire/ -- The desk opened.\n", FiveMegabytes) },
        { "short lines", Times("Share this\n", FiveMegabytes) },
        { "titles", Times("A title of some words\n\n", FiveMegabytes) },
        { "slashes", Times("/ ", FiveMegabytes) },
        { "brackets", new string('(', FiveMegabytes) },
        { "addresses", Times("visit https://a.example/b ", FiveMegabytes) },
        { "dates", Times("9 April 2021 ", FiveMegabytes) },
        { "Han", new string('月', FiveMegabytes) },
        { "credits", Times("SOURCE Port\n", FiveMegabytes) },
        { "menu", Times("Menu\n", FiveMegabytes) },
        { "keys and values", Times("Unfallzeit: 15.09.2020, 15:09 Uhr\n\n", FiveMegabytes) },
        { "table cells", Times("Sprache: | Deutsch |\n", FiveMegabytes) },
        { "links to releases", Times("https://www.presseportal.de/pm/1/2\n", FiveMegabytes) },
        { "Chinese brackets", Times("【港口】", FiveMegabytes) },
        { "captions", Times("7月24日在青岛拍摄的港口。\n新华社记者 王芳 摄\n", FiveMegabytes) },
        { "wrapped", Times("a line that a hard wrap has parted somewhere about seventy letters\n", FiveMegabytes) },
    };

    [Theory]
    [MemberData(nameof(Long))]
    public void Five_megabytes_are_read_in_linear_time(string kind, string text)
    {
        var clock = Stopwatch.StartNew();

        var release = WireReader.Read(text);

        Assert.True(clock.Elapsed < Quickly, $"{kind}: {clock.Elapsed}");
        Assert.NotNull(release.Fingerprint);
    }

    [Fact]
    public void Any_mixture_of_pieces_is_read_and_every_line_is_accounted_for()
    {
        var texts = Gen.Elements(Pieces).ArrayOf().Select(p => string.Join(' ', p));

        Prop.ForAll(texts.ToArbitrary(), text => AccountsFor(text)).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithEndSize(40));
    }

    [Fact]
    public void Any_string_is_read() =>
        Prop.ForAll<string>(text => WireReader.Read(text ?? "").Fingerprint.Length == 64).QuickCheckThrowOnFailure();

    private static void AccountsFor(string text)
    {
        var release = WireReader.Read(text);
        foreach (var field in release.Fields)
            Assert.True(field.Start >= 0 && field.Length >= 0 && field.Start + field.Length <= text.Length, $"{field}");
        foreach (var left in release.Noise)
            Assert.Equal(left.Text, text.Substring(left.Start, left.Length));

        var kept = Squeeze(string.Concat(release.Paragraphs.Concat(release.Boilerplate).Concat(release.Contacts)
            .Concat(release.Noise.Select(n => n.Text)).Concat(release.Fields.Select(f => text.Substring(f.Start, f.Length)))));
        foreach (var word in Words(text).CountBy(w => w))
            Assert.True(Count(kept, word.Key) >= word.Value, $"Lost: {word.Key}, which stands there {word.Value} times");
    }

    private static int Count(string text, string word)
    {
        var count = 0;
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
            count++;
        return count;
    }

    private static string[] Words(string text) =>
        string.Concat(System.Net.WebUtility.HtmlDecode(text).Where(c => c != '\u00ad').Select(c => char.IsLetter(c) ? c : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Squeeze(string text) =>
        string.Concat(System.Net.WebUtility.HtmlDecode(text).Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c) && c is not ('\u00ad' or '\ufeff' or '\u200b' or '\u2060')));

    private static string Times(string piece, int length) => string.Concat(Enumerable.Repeat(piece, length / piece.Length));
}
