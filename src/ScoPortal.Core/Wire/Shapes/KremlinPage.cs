namespace ScoPortal.Core.Wire.Shapes;

/// <summary>
/// A kremlin.ru item whose page was flattened to one line: section, title, lead, date, text, tags, status. It is cut back
/// into lines at the words that the site prints on every page.
/// </summary>
internal static class KremlinPage
{
    private const int Window = 60_000;

    private static readonly Pattern Page = Pattern.Exact(@"^\s*(?<section>События|Новости|Поездки|Документы|Стенограммы|Выступления)\s");

    private static readonly Pattern Stamp = Pattern.Exact($@"\s(?<date>\d{{1,2}} \p{{L}}+ \d{{4}} года)\s+(?:\d{{1,2}}:\d{{2}}\s+)?(?<place>\p{{Lu}}[\p{{L}}-]+(?:, \p{{Lu}}[\p{{L}}-]+)+\s)?(?<body>\p{{Lu}})");

    private static readonly Pattern Tail = Pattern.Exact(
        @"\s(?:Смотрите также |Ссылки по теме |География |Темы |Лица |Статус материала )");

    private static readonly Pattern Lead = Pattern.Exact(
        @"\s(?:Состоял(?:ся|ась|ось|ись) |Владимир Путин |Глава государства |Президент России |В Кремле |В Москве |Подписан )");

    /// <summary>What the page shows when the pointer rests on a name: the name again, and the office.</summary>
    private static readonly Pattern Tooltip = Pattern.Exact(
        @"(?:^|\s)(?<tip>(?<name>\p{Lu}[\p{L}-]+ \p{Lu}[\p{L}-]+) (?:Председатель|Президент|Премьер-министр|Министр|Глава|Генеральный секретарь|Король|Вице-президент|Канцлер|Губернатор)(?: \p{Lu}[\p{L}-]+)+)");

    private static readonly Pattern Place = Pattern.Exact(@"^(?:Москва|Московская область|Санкт-Петербург|Сочи|Ново-Огарёво), \p{Lu}[\p{L}-]+$");

    private static readonly (IReadOnlyList<int>, IReadOnlySet<int>) None = ([], new HashSet<int>());

    /// <summary>Marks the tooltips that were cut off.</summary>
    public static void Mark(WireDraft draft)
    {
        for (var i = 1; i < draft.Lines.Count; i++)
        {
            if (draft.Lines[i].Continues && draft.Lines[i - 1].IsText && Tooltip.Match(draft.Lines[i - 1].Text) is { Success: true, Index: 0 } tip
                && tip.Length == draft.Lines[i - 1].Text.Length)
                draft.Lines[i - 1].Take(LineRole.Noise, "tooltip");
        }

        foreach (var line in draft.Lines.Take(6).Where(l => l.Text.Length < 60 && Place.IsMatch(l.Text)))
            line.Take(LineRole.Noise, "kremlin-place");
        if (draft.Lines.Count > 1 && draft.Lines[0].Text is "События" or "Новости" or "Поездки" or "Документы" or "Стенограммы" or "Выступления")
            draft.Lines[0].Take(LineRole.Noise, "section");
        draft.IsKremlinPage = draft.Lines.Any(l => l.Text.StartsWith("Статус материала", StringComparison.Ordinal));
    }

    /// <summary>
    /// Offsets at which the one line is to be cut, in ascending order, and those of them behind which a sentence goes on;
    /// empty for any other text.
    /// </summary>
    public static (IReadOnlyList<int> At, IReadOnlySet<int> Inside) Cuts(string text)
    {
        var head = text.Length > Window ? text[..Window] : text;
        var page = Page.Match(head);
        var status = head.IndexOf("Статус материала", StringComparison.Ordinal);
        if (!page.Success || status < 0)
            return None;
        var stamp = Stamp.Match(head);
        if (!stamp.Success || stamp.Index > status)
            return None;

        var cuts = new SortedSet<int> { page.Groups["section"].Index + page.Groups["section"].Length };
        cuts.Add(stamp.Groups["date"].Index);
        cuts.Add(stamp.Groups["body"].Index);
        if (stamp.Groups["place"].Success)
            cuts.Add(stamp.Groups["place"].Index);
        foreach (var tail in Tail.Matches(head, stamp.Index + stamp.Length))
            cuts.Add(tail.Index + 1);

        // The title never ends with a full stop; when the part before the date does, it holds a lead as well.
        if (head[..stamp.Index].TrimEnd().EndsWith('.')
            && Lead.Match(head, page.Length + 10) is { Success: true } lead && lead.Index < stamp.Index)
            cuts.Add(lead.Index + 1);
        var inside = new HashSet<int>();
        foreach (var tip in Tooltip.Matches(head[..status], stamp.Groups["body"].Index))
        {
            var name = tip.Groups["tip"];
            if (cuts.Contains(name.Index) || cuts.Any(c => c > stamp.Groups["body"].Index && c < name.Index))
                continue;
            cuts.Add(WithSurname(head, name.Index, tip.Groups["name"].Value, status));
            cuts.Add(name.Index + name.Length);
            inside.Add(name.Index + name.Length);
        }

        return ([.. cuts], inside);
    }

    /// <summary>Where the name begins: a third word before it belongs to it when the page's list of people has all three.</summary>
    private static int WithSurname(string head, int at, string name, int status)
    {
        var before = at > 1 ? head.LastIndexOf(' ', at - 2) : -1;
        var people = head.IndexOf("Лица ", StringComparison.Ordinal);
        return before > 0 && people > 0 && people < status
            && head.AsSpan(people, status - people).Contains(string.Concat(head.AsSpan(before + 1, at - before - 1), name), StringComparison.Ordinal)
                ? before + 1
                : at;
    }
}
