using System.Text;

namespace ScoPortal.Core.Wire;

/// <summary>Makes paragraphs of lines, undoing hard wraps.</summary>
internal static class Body
{
    private const int NarrowestWrap = 45;

    private const int DeepestItem = 24;

    private static readonly Pattern Credit = Pattern.New(
        @"[（(](?:总台(?:央视)?记者|記者|记者|見習記者|编辑|責任編輯|完)[^（）()]{0,30}[）)]$|[（(]完[）)]\s*(?:\[\d+\]\s*){0,9}(?:\[?下一[页頁]\]?)?$|\((?:dpa|AFP|APA|SDA|Xinhua)\)$|(?:/[a-z]{2,4}){1,3}/(?:[A-Z]{2}/)?(?:[a-z]{2,4}/?)?$|[。！？”]\s*[（(]\s*\p{IsCJKUnifiedIdeographs}{2,4}(?:[\s、]\p{IsCJKUnifiedIdeographs}{2,4}){0,2}\s*[）)]$|[。！？”]\s*[（(][^（）()。]{0,24}(?:记者|記者|通讯员|撰稿人?)[^（）()。]{0,40}[）)]$|\s(?:Enditem|Endit|Fin)\.?$|\s?\((?:Schluss|Schluß|schluss|Ende|Forts\.?)\)(?:\s[a-z]{2,4}(?:/[a-z]{2,4})?)?$|\*{3}$|\s/[A-Z]{2,3}$|\s?\([a-z]{2,3}\)$|【[^】]{0,6}(?:编辑|編輯)[^】]{0,20}】$");

    private static readonly Pattern Agency = Pattern.New(@"[（(](?:来源[:：]|记者[:：])?(?<name>[^（）()]{2,16})[）)]$");

    internal static readonly Pattern Item = Pattern.New(@"^(?:[*•·►■-]|--|\d{1,2}[.)])\s");

    /// <summary>Cuts a reporter or agency credit off the last line of the story.</summary>
    public static void CutCredit(WireDraft draft, int storyStart)
    {
        for (var i = draft.Lines.Count - 1; i >= storyStart; i--)
        {
            var line = draft.Lines[i];
            if (!line.IsText)
                continue;
            var from = Math.Max(line.BodyStart, line.Text.Length - 60);
            if (Agency.Match(line.Text[from..]) is { Success: true } agency && from + agency.Index > line.BodyStart && Data.WireNames.Resolve(agency.Groups["name"].Value).Count > 0)
            {
                draft.CutEnd(line, from + agency.Index, "credit-line");
                draft.Set("agencyLine", agency.Groups["name"].Value, line, from + agency.Groups["name"].Index, agency.Groups["name"].Length, "credit-line", 0.7);
            }
            else if (Credit.Match(line.Text[from..]) is { Success: true } credit && from + credit.Index > line.BodyStart)
            {
                var start = from + credit.Index + (credit.Value[0] is '。' or '！' or '？' or '”' ? 1 : 0);
                draft.CutEnd(line, start, "credit-line");
                if (line.Text.IndexOf("总台", start, StringComparison.Ordinal) >= 0)
                    draft.Set("issuer", line.Text[start..].Trim('（', '(', '）', ')'), line, start + 1, line.Text.Length - start - 2, "credit-line", 0.8);
            }

            return;
        }
    }

    /// <summary>The paragraphs of the lines that have the role.</summary>
    public static List<string> Paragraphs(WireDraft draft, LineRole role)
    {
        var taken = draft.Lines.Where(l => l.Role == role && l.BodyEnd > l.BodyStart).ToList();
        return draft.IsMarkdown ? Blocks(taken) : Joined(draft, taken);
    }

    /// <summary>Lists and tables keep their lines and the depth of their items.</summary>
    private static List<string> Blocks(List<WireLine> lines)
    {
        var (blocks, current) = (new List<string>(), new StringBuilder());
        foreach (var line in lines)
        {
            if (line.AfterBlank && current.Length > 0)
            {
                blocks.Add(current.ToString());
                current.Clear();
            }

            if (current.Length > 0)
                current.Append('\n').Append(' ', Math.Min(line.Indent, DeepestItem));
            current.Append(Prose.Clean(line.Text[line.BodyStart..line.BodyEnd], decode: false));
        }

        if (current.Length > 0)
            blocks.Add(current.ToString());
        return blocks;
    }

    private static List<string> Joined(WireDraft draft, List<WireLine> taken)
    {
        var wrapped = IsHardWrapped(taken);
        var paragraphs = new List<string>();
        var current = new StringBuilder();
        WireLine? before = null;
        foreach (var line in taken)
        {
            var continues = (before is not null && line.Continues) || (wrapped && before is not null && !line.AfterBlank && before.Text.Length >= NarrowestWrap && !Item.IsMatch(line.Text));
            if (!continues)
                Close(paragraphs, current);
            else if (!line.Continues)
                draft.WrapsJoined++;
            Prose.Append(current, line.Text[line.BodyStart..line.BodyEnd]);
            before = line;
        }

        Close(paragraphs, current);
        return paragraphs;
    }

    private static void Close(List<string> paragraphs, StringBuilder current)
    {
        var text = Prose.Clean(current.ToString());
        if (text.Length > 0)
            paragraphs.Add(text);
        current.Clear();
    }

    /// <summary>Most lines that another line follows directly are about as long as a terminal is wide.</summary>
    private static bool IsHardWrapped(List<WireLine> lines)
    {
        int wide = 0, followed = 0;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i + 1].AfterBlank)
                continue;
            followed++;
            wide += lines[i].Text.Length is >= NarrowestWrap and <= 120 && !Prose.IsHan(lines[i].Text[^1]) ? 1 : 0;
        }

        return wide > 1 && wide * 2 > followed;
    }
}
