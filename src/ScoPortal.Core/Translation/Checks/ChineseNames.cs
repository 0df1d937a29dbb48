using System.Buffers;
using ScoPortal.Core.Translation.Memory;

namespace ScoPortal.Core.Translation.Checks;

/// <summary>Which characters of a Chinese sentence most likely belong to names: known places, foreign names by the characters used to spell them, persons beside their title.</summary>
internal static class ChineseNames
{
    // Characters that spell foreign names by sound; three in a row are one.
    private static readonly SearchValues<char> Sounds = SearchValues.Create(
        "阿埃艾安昂奥巴班贝本比彼毕伯博勃布查茨达丹当德登邓迪蒂丁东杜顿多厄恩尔法范菲费芬夫弗福富盖甘冈戈格根古哈海汉豪赫亨胡霍基吉季加贾简杰金卡凯坎康考柯科可克肯库拉莱兰朗劳勒雷黎里利莉连列林隆卢鲁路伦罗洛马玛麦迈曼梅蒙米密明摩莫默姆穆纳娜奈南内尼涅纽努诺欧帕潘佩彭皮平珀普齐奇契恰强乔切琴热日荣瑞若萨塞赛桑瑟森沙山绍舍申圣施什史舒斯丝苏索塔台泰坦汤特滕提廷图托瓦万威韦维魏温文沃乌武西希锡夏香肖歇谢辛休许逊雅亚延扬耶叶伊因英尤于约扎曾詹珍芝朱兹卓佐·");

    private static readonly string[] Titles =
    [
        "总书记", "秘书长", "市长", "省长", "县长", "区长", "主席", "总统", "总理", "首相", "部长", "外长", "大臣", "书记", "主任", "局长", "司长", "处长", "院长", "校长", "会长", "行长", "厂长",
        "大使", "领事", "董事长", "总裁", "总经理", "经理", "教授", "博士", "专家", "记者", "代表", "发言人", "先生", "女士", "常委", "委员", "议长",
    ];

    private static readonly SearchValues<char> Surnames = SearchValues.Create(
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤惠温康施牛樊葛邢安齐庞颜倪庄聂章鲁岳翟申耿关焦左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲冉骆蓝");

    // What often stands behind a name of three characters.
    private static readonly SearchValues<char> Followers = SearchValues.Create("、，。；（）和与及在等说表主出致介强指认会宣发率一同对就向作分为是也将的");

    /// <summary>For each UTF-16 unit of the text whether it belongs to a name.</summary>
    public static bool[] In(string text)
    {
        var isName = new bool[text.Length];
        Places(text, isName);
        Spelled(text, isName);
        foreach (var title in Titles)
            for (var at = text.IndexOf(title, StringComparison.Ordinal); at >= 0; at = text.IndexOf(title, at + 1, StringComparison.Ordinal))
                Person(text, at + title.Length, isName);
        return isName;
    }

    private static void Places(string text, bool[] isName)
    {
        for (var at = 0; at < text.Length; at++)
            for (var length = Math.Min(8, text.Length - at); length > 1; length--)
                if (char.IsBetween(text[at], '\u3400', '\u9FFF') && ProperNames.IsPlace(text.Substring(at, length), 1))
                {
                    isName.AsSpan(at, length).Fill(true);
                    break;
                }
    }

    private static void Spelled(string text, bool[] isName)
    {
        for (var at = 0; at < text.Length;)
        {
            var run = text.AsSpan(at).IndexOfAnyExcept(Sounds) is >= 0 and var end ? end : text.Length - at;
            if (run > 2)
                isName.AsSpan(at, run).Fill(true);
            at += Math.Max(1, run);
        }
    }

    private static void Person(string text, int at, bool[] isName)
    {
        if (at + 1 >= text.Length || !Surnames.Contains(text[at]) || !SentenceWords.IsIdeograph(new(text[at + 1])) || Followers.Contains(text[at + 1]))
            return;
        var third = at + 2 < text.Length && SentenceWords.IsIdeograph(new(text[at + 2])) && !Followers.Contains(text[at + 2])
            && (at + 3 >= text.Length || Followers.Contains(text[at + 3]));
        isName.AsSpan(at, third ? 3 : 2).Fill(true);
    }
}
