using ScoPortal.Core.Wire.Data;

namespace ScoPortal.Core.Translation.Clues;

/// <summary>Chinese characters: simplified ones for traditional ones, and how they are read. Tables of the Unicode Character Database (see Data/README.md).</summary>
internal static class Han
{
    // Characters that transcribe foreign names and little else in a row.
    private const string Transcribing = "阿埃艾爱安昂奥澳巴白拜班邦宝保贝本比彼毕宾波伯勃博布查策昌楚茨达戴丹当道德登邓迪底蒂丁顿东杜敦多厄恩耳尔法凡范方菲费芬丰夫弗福富盖甘冈高戈哥格葛根贡古瓜圭哈海汉翰豪赫黑亨洪侯胡华怀惠霍基吉纪季加贾简江杰金京久居卡凯坎康考柯科克肯孔库夸奎坤昆拉腊莱赖兰朗劳勒雷黎理里利莉立丽廉连良列烈林琳灵龙隆卢鲁路吕伦罗洛马玛迈麦曼芒毛茅梅门蒙孟米密蜜缅明摩莫默姆木穆拿娜纳乃奈南瑙内嫩能尼年涅宁牛纽农努诺欧帕派潘庞佩彭皮匹平珀普奇齐契恰强乔切钦琴琼丘曲屈让热仁日荣茹儒瑞若撒萨塞赛桑瑟森沙莎山尚绍舍申圣施什石史士舒朔斯丝思司松苏索塔泰坦汤唐陶特腾提惕田铁廷通图土托陀瓦娃万汪旺威韦维为魏温文翁沃乌武伍西希锡夏香肖谢欣辛兴匈休许逊雅亚延扬杨耶叶伊易因英雍尤于约云扎泽曾詹珍真芝朱兹宗佐";

    private const string Functional = "的是在了和有我他她这那为之与也就都而及对以从到于将被把让向等说要会可能还又很更最已不没个们一上下中大人年月日时后前";

    private static readonly Dictionary<char, string> Readings = Table("Pinyin.tsv");
    private static readonly Dictionary<char, string> Simple = Table("Simplified.tsv");
    private static readonly HashSet<string> Syllables = [.. Readings.Values];
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> IsSyllable = Syllables.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly HashSet<char> TranscribingSet = [.. Transcribing];
    private static readonly HashSet<char> FunctionalSet = [.. Functional];

    /// <summary>The text with every traditional character of the basic block as its simplified one; as long as before.</summary>
    public static string Simplify(string text) => string.Create(text.Length, text, (to, from) =>
    {
        for (var i = 0; i < to.Length; i++)
            to[i] = from[i] >= '\u4e00' && Simple.TryGetValue(from[i], out var simple) ? simple[0] : from[i];
    });

    /// <summary>The commonest Mandarin reading without tone, ü as v; null for what is no Han character.</summary>
    public static string? Reading(char han) => Readings.GetValueOrDefault(han);

    /// <summary>Whether it is used to write foreign names by sound.</summary>
    public static bool Transcribes(char han) => TranscribingSet.Contains(han);

    /// <summary>Whether it is a word of grammar, or as common as one.</summary>
    public static bool IsFunctional(char han) => FunctionalSet.Contains(han);

    /// <summary>The syllables of a word in pinyin (lower case, without tones), or none when it is no such word. The longest syllables first: xian is one.</summary>
    public static IReadOnlyList<string> SyllablesOf(string word)
    {
        var found = new List<string>();
        return word.Length is >= 2 and <= 24 && Split(word.Replace("'", "", StringComparison.Ordinal), 0, found) ? found : [];
    }

    private static bool Split(string word, int at, List<string> found)
    {
        if (at == word.Length)
            return true;
        for (var length = Math.Min(6, word.Length - at); length > 0; length--)
        {
            if (!IsSyllable.Contains(word.AsSpan(at, length)))
                continue;
            found.Add(word.Substring(at, length));
            if (Split(word, at + length, found))
                return true;
            found.RemoveAt(found.Count - 1);
            if (found.Count > 5)
                return false;
        }

        return false;
    }

    /// <summary>What <see cref="Romanisation.Skeleton"/> would be of the name that these characters write by sound.</summary>
    public static string Skeleton(ReadOnlySpan<char> run)
    {
        Span<char> classes = stackalloc char[run.Length * 2];
        var n = 0;
        foreach (var han in run)
        {
            var reading = Reading(han) ?? "";
            Add(classes, ref n, reading.Length == 0 ? default : reading[0] switch
            {
                'b' or 'p' => 'P',
                'd' or 't' => 'T',
                'g' or 'k' => 'K',
                'f' => 'V',
                'w' when reading != "wu" => 'V',
                'm' or 'n' => 'N',
                'l' or 'r' => 'L',
                'j' or 'q' or 'x' or 'z' or 'c' or 's' => 'S',
                'e' when reading == "er" => 'L',
                _ => default,
            });
            Add(classes, ref n, reading.Length > 1 && (reading[^1] == 'n' || reading.EndsWith("ng", StringComparison.Ordinal)) ? 'N' : default);
        }

        return new string(classes[..n]);
    }

    private static void Add(Span<char> classes, ref int n, char c)
    {
        if (c != default && (n == 0 || classes[n - 1] != c))
            classes[n++] = c;
    }

    private static Dictionary<char, string> Table(string file)
    {
        var table = new Dictionary<char, string>();
        foreach (var line in Rows.File(file).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            if (line.IndexOf('\t', StringComparison.Ordinal) is > 0 and var tab)
                foreach (var han in line[(tab + 1)..].TrimEnd('\r'))
                    table.TryAdd(han, line[..tab]);
        return table;
    }
}
