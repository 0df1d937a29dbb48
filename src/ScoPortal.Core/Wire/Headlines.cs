namespace ScoPortal.Core.Wire;

/// <summary>Headline and subheadline: what is left above the dateline, or a short line above the first paragraph.</summary>
internal static class Headlines
{
    private const int Longest = 300;

    /// <summary>A list item.</summary>
    internal static readonly Pattern Bullet = Pattern.New(@"^(?:\*|•|·|--|-|–|—|►|■)\s+(?<text>.*)$");

    private static readonly Pattern Original = Pattern.New(@"^(?:原标题|原標題)\s*[:：]\s*");

    /// <summary>【港口开设窗口】…: the title in brackets before the text.</summary>
    private static readonly Pattern InBrackets = Pattern.New(@"^【(?<title>[^【】]{6,80})】");

    public static void Mark(WireDraft draft, int storyStart)
    {
        var head = draft.Lines.Take(storyStart).Where(l => l.IsText).ToList();
        if (head.Count == 0 && draft["titleBehindDateline"] is { } title && draft["headline"] is null)
        {
            var line = draft.Lines[draft.DatelineIndex];
            draft.Set("headline", title, line, line.Text.Length - title.Length, title.Length, "title-behind-dateline", 0.8);
        }

        if (head.Count == 0 && draft["headline"] is null && storyStart < draft.Lines.Count && draft.Lines[storyStart] is { IsText: true, BodyStart: 0 } first
            && InBrackets.Match(first.Text) is { Success: true } bracketed && bracketed.Length < first.Text.Length)
        {
            first.BodyStart = bracketed.Length;
            draft.Set("headline", bracketed.Groups["title"].Value, first, 0, bracketed.Length, "title-in-brackets", 0.8);
        }

        if (head.Count == 0 && draft.DatelineIndex < 0 && draft["headline"] is null)
            head = LoneTitle(draft, storyStart);
        if (head.Count == 0)
            return;

        // Behind a headline that the file names, a first short paragraph is no subheadline unless a dateline follows it.
        if (draft["headline"] is not null && draft.DatelineIndex < 0)
            head = [.. head.TakeWhile(l => Prose.Clean(l.Text) == draft.Document.Known.Subheadline)];
        head = [.. head.Where(l => !IsCaption(draft, l, head[0]))];
        var used = draft["headline"] is null ? Take(draft, head, 0, LineRole.Headline, "headline") : 0;
        while (used < head.Count && Prose.Clean(head[used].Text) == draft["headline"])
            head[used++].Take(LineRole.Noise, "headline-repeated");
        if (used < head.Count)
            used += Take(draft, head, used, LineRole.Subheadline, "subheadline");
        foreach (var line in head.Skip(used))
        {
            line.Take(LineRole.Subheadline, "headline-more");
            draft.Set("subheadline", Prose.Clean(line.Text), line, "headline-more", 0.4);
        }

        Repeated(draft, storyStart);
    }

    /// <summary>Sentences below the headline that a photographer's credit follows describe a picture.</summary>
    private static bool IsCaption(WireDraft draft, WireLine line, WireLine title)
    {
        if (line == title || !StoryStart.IsProse(line.Text))
            return false;
        var credit = draft.Lines.SkipWhile(l => l != line).Take(4).FirstOrDefault(l => !l.IsText);
        if (credit is not { Rule: "caption" })
            return false;
        line.Take(LineRole.Noise, "caption");
        return true;
    }

    private static List<WireLine> LoneTitle(WireDraft draft, int storyStart) =>
        storyStart == 0 && draft.Lines.Count > 1 && draft.Lines[0] is { IsText: true, Text.Length: < 160 } first
        && draft.Lines[1] is { IsText: true } second && second.Text.Length > first.Text.Length * 2 && first.Text[^1] is not ('.' or '。')
            ? [first]
            : [];

    /// <summary>One block of lines: lines that a hard wrap parted belong together.</summary>
    private static int Take(WireDraft draft, List<WireLine> lines, int from, LineRole role, string field)
    {
        var count = Math.Max(1, from == 0 && role == LineRole.Headline ? lines.IndexOf(draft.TitleEnd!) + 1 : 1);
        while (from + count < lines.Count && count < 4 && IsWrap(lines, from, from + count))
            count++;
        var block = lines.GetRange(from, count);
        var text = string.Join(' ', block.Select(l => l.Text[..l.BodyEnd]));
        text = Bullet.Match(text) is { Success: true } bullet ? bullet.Groups["text"].Value : text;
        text = Original.Replace(Prose.Clean(text), "").TrimEnd('=', '|', '_', ' ');
        if (text.Length is 0 or > Longest * 2)
            return 0;
        foreach (var line in block)
            line.Take(role, field);
        var last = block[^1];
        draft.Set(field, text, block[0], 0, last.Start + last.BodyEnd - block[0].Start, field, draft.DatelineIndex >= 0 ? 0.95 : 0.85);
        return count;
    }

    /// <summary>The line goes on with the title above it: its first word would not have fitted there.</summary>
    private static bool IsWrap(List<WireLine> lines, int from, int index)
    {
        var (before, line) = (lines[index - 1].Text, lines[index].Text);
        if (lines[index].AfterBlank || before.Length is <= 55 or >= 110 || Bullet.IsMatch(line))
            return false;
        var firstWord = line.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? space : line.Length;
        var width = Enumerable.Range(from, index - from + 1).Max(i => lines[i].Text.Length);
        return before.Length + 1 + firstWord > width;
    }

    private static void Repeated(WireDraft draft, int storyStart)
    {
        if (draft["headline"] is not { } headline)
            return;
        foreach (var line in draft.Lines.Skip(Math.Max(1, storyStart - 3)).Take(8).Where(l => l.IsText && l.BodyStart == 0))
        {
            if (Prose.Clean(line.Text) == headline)
                line.Take(LineRole.Noise, "headline-repeated");
        }
    }
}
