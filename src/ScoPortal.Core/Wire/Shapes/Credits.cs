using System.Text.RegularExpressions;

namespace ScoPortal.Core.Wire.Shapes;

/// <summary>"SOURCE X", "| Source: X" and "Original-Content von: X, übermittelt durch Y".</summary>
internal static class Credits
{
    private static readonly Pattern Original = Pattern.New(
        @"^(?:Original-Content von|ots[- ]Originaltext)\s?:\s*(?<issuer>.+?)(?:,\s*übermittelt durch\s+(?<by>.+?))?\.?$");

    private static readonly Pattern Source = Pattern.New(@"^[|\s]*(?:SOURCE|Quelle|Источник|(?:信息|文章|稿件|新闻)?来源|(?:資料|消息)?來源|消息来源)\s*[:：]\s*(?<issuer>[^:：].*?)(?:\s+(?:浏览|点击|阅读|作者|编辑|发布|日期|时间|字号|字体|author|views|date)[\p{L}]{0,4}\s*[:：].*)?$");

    private static readonly Pattern SourceWord = Pattern.Exact(@"^(?:SOURCE|FUENTE)\s+(?<issuer>\S.*)$");

    private static readonly Pattern Bare = Pattern.New(@"^(?:[|\s]*(?:source|quelle|来源|來源)\s*[:：]|news provided by\s*:?)$");

    private static readonly Pattern Label = Pattern.New(@"^\p{L}{2,12}\s*[:：]");

    private const int Longest = 220;

    public static void Mark(WireDraft draft)
    {
        for (var i = 0; i < draft.Lines.Count; i++)
        {
            var line = draft.Lines[i];
            if (!line.IsText || line.Text.Length > Longest)
                continue;
            if (Original.Match(line.Text) is { Success: true } original)
            {
                Record(draft, line, original.Groups["issuer"], "original-content");
                if (original.Groups["by"] is { Success: true } by)
                    draft.Set("distributor", by.Value, line, by.Index, by.Length, "original-content", 0.98);
            }
            else if (SourceWord.Match(line.Text) is { Success: true } word && !IsSentence(word.Groups["issuer"].Value))
                Record(draft, line, word.Groups["issuer"], "source-line");
            else if (Source.Match(line.Text) is { Success: true } source && !IsSentence(source.Groups["issuer"].Value))
                Record(draft, line, source.Groups["issuer"], "source-line");
            else if (i > 0 && i + 1 < draft.Lines.Count && Bare.IsMatch(line.Text) && draft.Lines[i + 1] is { IsText: true, Text.Length: < 120 and > 2 } next
                     && !Label.IsMatch(next.Text))
            {
                line.Take(LineRole.Noise, "source-line");
                draft.Set("issuer", next.Text, next, "source-line", 0.8);
                next.Take(LineRole.Noise, "source-line");
            }
        }
    }

    /// <summary>"Source: the office counted all parcels that passed the gate." tells, it does not credit.</summary>
    private static bool IsSentence(string issuer) => issuer.Length > 100 || issuer[^1] is '。'
        || (issuer[^1] is '.' && issuer.Split(' ').Count(w => w.Length > 0 && char.IsLower(w[0])) >= 4);

    private static void Record(WireDraft draft, WireLine line, Group issuer, string rule)
    {
        line.Take(LineRole.Noise, rule);
        draft.Set("issuer", issuer.Value.Trim(), line, issuer.Index, issuer.Value.TrimEnd().Length, rule, 0.97);
    }
}
