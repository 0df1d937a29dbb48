using System.Globalization;
using System.Text;

namespace ScoPortal.Benchmarks.Load;

/// <summary>
/// Wire texts that nobody wrote, of about 3,000 characters (1,000 in Chinese), each by its number always the same: the small words of a language
/// between made-up ones, as unevenly common as words are (Zipf).
/// </summary>
internal static class MadeUpWire
{
    private const int Vocabulary = 20_000;

    private static readonly Language[] Languages =
    [
        new("the of and to in for with on by from at is was that it".Split(' '), "ba do ki len mar nor per ras sil ten vor wes".Split(' '), " ", ".",
            "{0}\n\nQINGDAO, China, {1:MMMM d, yyyy} /PRNewswire/ -- {2}\n\nSOURCE Harbour Office\n"),
        new("die der und das in von mit auf für den ist ein zu bei nach".Split(' '), "ab den ker lau mei nung rich sche stadt tor ung wer".Split(' '), " ", ".",
            "{0}\n\nQingdao, China (ots/PRNewswire) - {2}\n\nPressekontakt:\nHafenamt\nTel.: +86 532 000000\n"),
        new("в и на с по для что из от за при это не к о".Split(' '), "ба во ги до ка ле ми но пор ру ст тра".Split(' '), " ", ".",
            "{0}\n\nЦИНДАО, 18 июня. /ТАСС/. {2}\n\nСмотрите также\nДругие новости\n"),
        new("的 在 和 是 了 与 为 将 中 对".Split(' '), "港 口 合 作 物 流 企 业 发 展 城 市 列 车 贸 易 区 新 开 放".Split(' '), "", "。",
            "{0}\n\n{1:yyyy-MM-dd} 09:30:00 来源：港口办\n\n青岛{1:yyyy}年{1:%M}月{1:%d}日电 /美通社/ -- {2}\n\n责任编辑：张\n"),
    ];

    public static string Text(int number)
    {
        var (random, language) = (new Random(number), Languages[number % Languages.Length]);
        var headline = string.Join(language.Gap, Enumerable.Range(0, 7).Select(_ => MadeUp(language, random.Next(Vocabulary))));
        var body = new StringBuilder();
        for (var paragraph = 0; paragraph < 8; paragraph++)
            body.Append(paragraph == 0 ? "" : "\n\n").AppendJoin(language.Gap.Length == 0 ? "" : " ", Enumerable.Range(0, 4).Select(_ => Sentence(language, random)));
        return string.Format(CultureInfo.InvariantCulture, language.Form, Capital(headline), new DateTime(2015, 1, 1).AddDays(number % 4_000), body);
    }

    private static string Sentence(Language language, Random random) =>
        Capital(string.Join(language.Gap, Enumerable.Range(0, 10 + random.Next(8)).Select(_ => random.Next(5) switch
        {
            0 or 1 => language.Small[random.Next(language.Small.Length)],
            2 when random.Next(6) == 0 => random.Next(10, 9_999).ToString(CultureInfo.InvariantCulture),
            _ => MadeUp(language, (int)Math.Exp(random.NextDouble() * Math.Log(Vocabulary))),
        })) + language.End);

    private static string MadeUp(Language language, int rank)
    {
        var word = "";
        for (var n = rank + language.Syllables.Length; n > 0; n /= language.Syllables.Length)
            word += language.Syllables[n % language.Syllables.Length];
        return word;
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private sealed record Language(string[] Small, string[] Syllables, string Gap, string End, string Form);
}
