using System.Text;

namespace ScoPortal.Core.Wire;

/// <summary>Recognises the language by script, then by the commonest words.</summary>
internal static class WireLanguage
{
    private const int Sample = 20_000;

    private const int FewHan = 100;

    private const int FewCyrillic = 400;

    private const string Traditional = "們這國會來時說對發經為產業與學關開長東車門間際區數實現進過還後從機電點員動當體總報導題應該書錢連運達邊選適網絡線結統級維續聯華萬億單龍將處變讓護議話語認識讀請證設計訂據擴資質購費貿賽輸轉農鄉醫陽陸雙難雲電須頭題類顯驗魚麗麼黨";

    private const string Simplified = "们这国会来时说对发经为产业与学关开长东车门间际区数实现进过还后从机电点员动当体总报导题应该书钱连运达边选适网络线结统级维续联华万亿单龙将处变让护议话语认识读请证设计订据扩资质购费贸赛输转农乡医阳陆双难云电须头题类显验鱼丽么党";

    private static readonly HashSet<char> TraditionalOnly = [.. Traditional.Except(Simplified)];

    private static readonly HashSet<char> SimplifiedOnly = [.. Simplified.Except(Traditional)];

    private static readonly (string Language, HashSet<string> Words)[] Common =
    [
        ("en", Words("the of and to in for with that on is was by as at from has have will are its this be said an")),
        ("de", Words("der die das und den von zu mit für auf ist im dem des ein eine nicht auch sich wurde werden nach bei aus zum zur")),
        ("fr", Words("le la les des et du en est une dans pour que qui sur par au aux avec pas ce cette été sont il son ses ont")),
        ("es", Words("el la los las y del en es una para que por con se su al como más fue sus ha este esta lo entre sobre")),
    ];

    /// <summary>BCP 47 tag, or null when too little speaks for any language.</summary>
    public static string? Recognise(string text)
    {
        var head = text.Length > Sample ? text[..Sample] : text;
        int han = 0, kana = 0, cyrillic = 0, latin = 0, traditional = 0, simplified = 0;
        foreach (var c in head)
        {
            switch (c)
            {
                case >= '\u4e00' and <= '\u9fff':
                    han++;
                    traditional += TraditionalOnly.Contains(c) ? 1 : 0;
                    simplified += SimplifiedOnly.Contains(c) ? 1 : 0;
                    break;
                case >= '\u3040' and <= '\u30ff':
                    kana++;
                    break;
                case >= '\u0400' and <= '\u04ff':
                    cyrillic++;
                    break;
                case >= 'A' and <= 'Z' or >= 'a' and <= 'z' or >= '\u00c0' and <= '\u024f':
                    latin++;
                    break;
            }
        }

        var chinese = kana * 5 > han ? null : traditional > simplified ? "zh-Hant" : "zh";

        // One Han character says about as much as three letters.
        if (han * 3 > latin && han * 3 > cyrillic)
            return chinese;
        if (cyrillic > latin)
            return "ru";

        // Tables of names and numbers are Latin in any language: then the words of the sentences decide.
        var (language, hits) = ByWords(head);
        return han > FewHan && han > hits * 3 ? chinese : cyrillic > FewCyrillic && cyrillic > hits * 12 ? "ru" : language;
    }

    private static (string? Language, int Hits) ByWords(string text)
    {
        Span<int> hits = stackalloc int[Common.Length];
        var word = new StringBuilder();
        foreach (var c in text + ' ')
        {
            if (char.IsLetter(c))
            {
                if (word.Length < 12)
                    word.Append(char.ToLowerInvariant(c));
                continue;
            }

            if (word.Length > 0)
            {
                var found = word.ToString();
                for (var i = 0; i < Common.Length; i++)
                    hits[i] += Common[i].Words.Contains(found) ? 1 : 0;
            }

            word.Clear();
        }

        var best = 0;
        for (var i = 1; i < hits.Length; i++)
            best = hits[i] > hits[best] ? i : best;
        return (hits[best] == 0 ? null : Common[best].Language, hits[best]);
    }

    private static HashSet<string> Words(string list) => new(list.Split(' '), StringComparer.Ordinal);
}
