using System.Text.RegularExpressions;

namespace ScoPortal.Core.Wire.Shapes;

/// <summary>
/// Page and feed lines that carry the posting time: MetInfo ("2021-04-16 20:42:57 admin source: share:"), Chinese news
/// pages ("2020-07-26 20:26:01 来源：…"), presseportal ("25.04.2016 – 13:12"), GlobeNewswire ("August 08, 2024 14:25 ET").
/// </summary>
internal static class PostedLine
{
    private const int Longest = 260;

    /// <summary>Lines of text at the top among which the page's time is looked for.</summary>
    private const int Head = 40;

    private static readonly Pattern Stamp = Pattern.New(
        $@"^\W*(?:(?:信息|文章|稿件|新闻)?(?:source|来源|來源)\s*[:：]\s*(?<lead>[^|:：]{{2,40}}?)\s*[|\s]\s*)?(?:OTS\d{{4}},\s*|(?:by [^|]{{2,60}}\|\s*)?(?:(?<agency>[^|]{{2,40}})\|\s*){{0,2}})?(?:\(?(?<agency>\p{{L}}[^()\d]{{1,40}})\)\s*)?(?:(?<h>\d{{1,2}}):(?<min>\d{{2}})[,/|\s]+)?(?:(?:(?<agency>\p{{L}}[\p{{L}}'. ]{{1,30}}?)\s+)?(?<label>posted|published|updated|release(?:d)? (?:time|date)|date|time|veröffentlicht(?: am)?|letzte änderung|aktualisiert(?: am)?|last (?:updated|modified)|stand|опубликовано|обновлено|更新时间|更新於|创建时间|дата публикации|publié le|mis à jour le|dernière mise à jour(?: le)?|publicado(?: el)?|actualizado(?: el)?|发布时间|发布日期|發布時間|日期|时间|時間)\s*(?:on\s|[:：])?\s*)?"
        + $@"(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)(?:day)?|mon|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|mo|di|mi|do|fr|sa|so|tue|wed|thu|fri|sat|sun|пн|вт|ср|чт|пт|сб|вс|lun|mar|mer|jeu|ven|sam|dim|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)[,.]*\s+)?(?<date>{WireDates.Named}|{WireDates.Figures})(?:\s*года|\s*(?:星期|周|週)[一二三四五六日天])?"
        + @"[\s,T–—|/-]*(?:at\s|um\s|в\s)?\s*(?:(?<h>\d{1,2}):(?<min>\d{2})(?::(?<s>\d{2}))?\s*(?<ampm>am|pm|a\.m\.|p\.m\.)?)?[\s|]*(?<zone>GMT\s?[+-]\d{1,2}|GMT|UTC|ET|EDT|EST|CET/CEST|CET|CEST|Uhr|MSK|МСК|BJT)?(?<rest>.*)$");

    private static readonly Pattern MetInfo = Pattern.New(@"^\s*(?<login>\S+)\s+(?:source|来源|來源|источник|quelle)\s*[:：]\s*(?<source>.*?)\s*(?:share|分享|分享到|поделиться)\s*[:：].*$");

    private static readonly Pattern Credits = Pattern.New(
        @"(?:来源|來源)\s*[:：]\s*(?<source>[^\s:：|，,】]{2,40})|(?:source|quelle|источник)\s*[:：]\s*(?<source>[^\s:：|][^:：|]{0,80}[^\s:：|])");

    /// <summary>"Mar 20, 2013, 08:00 ET from Harbour Office", as PR Newswire prints it.</summary>
    private static readonly Pattern From = Pattern.New(@"^\s*from\s+(?<issuer>.{2,120}?)\s*$");

    private static readonly Pattern NextLabel = Pattern.New(@"\s+(?:views?|hits|clicks?|author|editor|share|print|автор|просмотры)\b.*$");

    private static readonly Pattern OnlyCredits = Pattern.New(
        @"^[\s|/·,-]*(?:\d{1,7}|\((?:обновлено|updated|aktualisiert)[^)]{0,40}\)|(?:来源|來源|作者|责任编辑|責任編輯|编辑|編輯|记者|浏览次数|阅读|点击|字号|分享|source|author|editor|views?|hits|by|share|print)\s*[:：]?.*|from\s.{2,120}|-\s*news release|(?:publié le|mis à jour|updated|posted|更新时间|发布时间)\s*[:：]?.{0,60})?$");

    private static readonly Pattern Section = Pattern.New(@"^[\s|/]*\p{L}{3,20}$");

    public static void Mark(WireDraft draft)
    {
        var (seen, isInStory) = (0, false);
        foreach (var line in draft.Lines)
        {
            if (!line.IsText || line.Text.Length > Longest)
                continue;
            if (seen++ > Head)
                return;
            Read(draft, line, isInStory);
            isInStory |= line.IsText && StoryStart.IsProse(line.Text);
        }
    }

    private static void Read(WireDraft draft, WireLine line, bool isInStory)
    {
        const int dateWithin = 120;
        if (!line.Text.AsSpan(0, Math.Min(dateWithin, line.Text.Length)).ContainsAnyInRange('0', '9'))
            return;
        var match = Stamp.Match(line.Text);
        if (!match.Success || WireDates.Read(match)?.Date is not { } date)
            return;
        var rest = match.Groups["rest"].Value;
        var metInfo = MetInfo.Match(rest);
        if (!metInfo.Success && !OnlyCredits.IsMatch(rest) && !(match.Groups["h"].Success && Section.IsMatch(rest)))
            return;

        if (isInStory && rest.Length == 0 && !match.Groups["h"].Success && !match.Groups["label"].Success)
            return;

        var rule = metInfo.Success ? "metinfo-line" : "posted-line";
        line.Take(LineRole.Noise, rule);
        if (draft.PostedAt is null)
        {
            draft.PostedAt = Time(match, date, metInfo.Success ? "zh" : draft.Language);
            var end = match.Groups["rest"].Index;
            draft.Set("postedAt", draft.PostedAt.ToString(), line, 0, line.Text[..end].TrimEnd().Length, rule, 0.95);
            if (draft.PostedAt is { IsZoneAssumed: true, Zone: { } zone })
                draft.Warn("zone-assumed", $"The posting time carries no time zone; {zone} is assumed.", zone);
        }

        if (match.Groups["agency"] is { Success: true } agency && Data.WireNames.Resolve(agency.Value).Count > 0)
            draft.Set("agencyLine", agency.Value, line, agency.Index, agency.Length, rule, 0.7);
        if (match.Groups["lead"] is { Success: true } lead)
            Issuer(draft, line, lead, 0);
        else if (metInfo.Success)
            MetInfoCredits(draft, line, metInfo);
        else if (From.Match(rest) is { Success: true } from)
            Issuer(draft, line, from.Groups["issuer"], match.Groups["rest"].Index);
        else if (Credits.Match(rest) is { Success: true } credit)
            Issuer(draft, line, credit.Groups["source"], match.Groups["rest"].Index);
    }

    private static void MetInfoCredits(WireDraft draft, WireLine line, Match metInfo)
    {
        if (metInfo.Groups["login"].Value is "admin" or "administrator" or "root" or "editor" or "webmaster")
            draft.Warn("login-not-byline", $"\"{metInfo.Groups["login"].Value}\" is the login of the site's editor, not a byline.", metInfo.Groups["login"].Value);
        var source = metInfo.Groups["source"];
        if (source.Length > 0)
            Issuer(draft, line, source, line.Text.IndexOf(source.Value, StringComparison.Ordinal) - source.Index);
        else
            draft.Warn("empty-source", "The page has a source field, and it is empty.");
    }

    private static void Issuer(WireDraft draft, WireLine line, Group source, int offset)
    {
        var name = NextLabel.Replace(source.Value, "");
        draft.Set("issuer", name, line, Math.Max(0, source.Index + offset), name.Length, "page-source", 0.9);
    }

    private static WireTime Time(Match match, DateOnly date, string? language)
    {
        TimeOnly? time = null;
        if (match.Groups["h"].Success)
        {
            var hour = WireDates.Number(match.Groups["h"].Value);
            var isAfternoon = match.Groups["ampm"].Value.StartsWith('p') || match.Groups["ampm"].Value.StartsWith('P');
            hour = isAfternoon && hour < 12 ? hour + 12 : hour;
            var minute = WireDates.Number(match.Groups["min"].Value);
            var second = match.Groups["s"].Success ? WireDates.Number(match.Groups["s"].Value) : 0;
            if (hour < 24 && minute < 60 && second < 60)
                time = new TimeOnly(hour, minute, second);
        }

        var named = match.Groups["zone"].Value.ToUpperInvariant();
        var (offset, zone, assumed) = named switch
        {
            "GMT" or "UTC" => ((int?)0, "UTC", false),
            "EDT" => (-4, "America/New_York", false),
            "EST" => (-5, "America/New_York", false),
            "ET" => (null, "America/New_York", false),
            "CET/CEST" => (null, "Europe/Berlin", false),
            "CET" => (1, "Europe/Berlin", false),
            "CEST" => (2, "Europe/Berlin", false),
            "MSK" or "МСК" => (3, "Europe/Moscow", false),
            "BJT" => (8, "Asia/Shanghai", false),
            _ when named.StartsWith("GMT", StringComparison.Ordinal) => (WireDates.Number(named[^1..]) * (named.Contains('-', StringComparison.Ordinal) ? -1 : 1), null, false),
            _ when language is "zh" or "zh-Hant" => (8, "Asia/Shanghai", true),
            _ when language is "ru" => (3, "Europe/Moscow", true),
            _ when language is "de" => (null, "Europe/Berlin", true),
            _ => (null, (string?)null, false),
        };
        return time is null
            ? new(date, null, null, null, false)
            : new(date, time, offset is { } hours ? TimeSpan.FromHours(hours) : null, zone, assumed);
    }
}
