using System.Text.RegularExpressions;
using ScoPortal.Core.Wire.Data;

namespace ScoPortal.Core.Wire.Shapes;

/// <summary>
/// "新华社青岛8月24日电（记者…）", "北京2017年9月15日电 /美通社/ -- ", "中新网7月26日电 ", "本报讯 记者…报道：",
/// "洛杉磯--(美國商業資訊)--".
/// </summary>
internal static class ChineseDateline
{
    private const int Window = 120;

    private const string Reporter = @"(?:\s*[（(【][^（）()【】]{1,30}[）)】])?";

    private static readonly Pattern Dated = Pattern.New(
        @"^[（(【]?(?<place>[\p{IsCJKUnifiedIdeographs}·、/]{0,24}?)\s?[（(]?(?<date>(?:(?<y5>\d{4})\s?年\s?)?(?<m5>\d{1,2})\s?月\s?(?<d5>\d{1,2})\s?日)[）)]?"
        + @"\s?(?<dian>专电|電訊|电讯|電|电|讯|訊|消息)?" + Reporter
        + @"\s*(?:/\s*(?<wire>[^/]{1,20}?)\s*/|[（(](?<wire2>[^（）()\d]{2,12})[）)])?" + Reporter + @"\s*(?<sep>[-—–]+|[：:】])?\s*");

    private static readonly Pattern OwnReport = Pattern.New(
        @"^[（(【]?(?:本报讯|本報訊|本网讯|本網訊|本刊讯|本站讯|(?<paper>[\p{IsCJKUnifiedIdeographs}·]{1,10}(?:报|報|网|網|社|台|臺|新闻))(?:客户端)?(?:快)?[讯訊]|讯)[）)】]?" + Reporter + @"\s*(?:(?:记者|記者|通讯员|特约记者)[^：:，。]{1,24}?(?:报道|報導|報道)?[：:])?\s*");

    private static readonly Pattern CityWire = Pattern.New(
        @"^(?<place>\p{IsCJKUnifiedIdeographs}{2,10})\s*[-—–]*\s*(?:/\s*(?<wire>[^/]{1,20}?)\s*/|[（(]\s*(?<wire2>[^（）()]{2,20}?)\s*[）)])\s*(?<sep>[-—–：:]+)\s*");

    /// <summary>据新华社电: who is quoted, without place and date.</summary>
    private static readonly Pattern Quoted = Pattern.New(@"^[（(]?(?:综合|綜合)?据?(?<wire>\p{IsCJKUnifiedIdeographs}{2,6}?)(?:记者|記者)?(?:消息|专电|报道|报导|[电電讯訊])[）)]?[\s：:，,]+");

    /// <summary>《經濟通通訊社1日專訊》: the day alone is given.</summary>
    private static readonly Pattern Bulletin = Pattern.New(@"^[《【](?<wire>[^《》【】\d]{2,12}?)(?:\d{1,2}日)?(?:專訊|专讯|訊|讯|電|电)[》】]\s*");

    /// <summary>（三藩市）（本報記者…三藩市報道）.</summary>
    private static readonly Pattern Correspondent = Pattern.New(
        @"^(?:[（(]\s*(?<place>\p{IsCJKUnifiedIdeographs}{2,8})\s*[）)]\s*)?[（(【]?(?:本[报報]|(?<wire>\p{IsCJKUnifiedIdeographs}{2,6}))\s?[／/]?\s?(?:特派|駐外|驻)?(?:记者|記者|特派員)\s?\p{IsCJKUnifiedIdeographs}{2,4}?\s?[／/]?\s?(?<place2>\p{IsCJKUnifiedIdeographs}{2,6}?)(?:即時|即时|連線)?(?:报道|報道|報導|专电|專電)[）)】：:\s]\s*");

    private static readonly Pattern Paper = Pattern.New(@"^\p{IsCJKUnifiedIdeographs}{1,8}?(?:日报|日報|晚报|晚報|晨报|早报|商报|都市报|时报|時報|青年报|\p{IsCJKUnifiedIdeographs}网|\p{IsCJKUnifiedIdeographs}網|通讯社|通訊社|电视台|电台|客户端|新闻网|新聞網)社?(?:/\p{IsCJKUnifiedIdeographs}{2,8})?(?:[·•]\p{IsCJKUnifiedIdeographs}{1,8}?客户端)?");

    /// <summary>The day alone is given, so the dateline has no date that could be written down.</summary>
    private static readonly Pattern CentralNews = Pattern.New(
        @"^[（(](?<wire>中央社)(?:記者|记者)\p{IsCJKUnifiedIdeographs}{3}(?<place>\p{IsCJKUnifiedIdeographs}{2,8}?)\d{1,2}日(?:專電|综合报导|綜合報導|電|电)[）)]\s*");

    public static Dateline? Read(string line)
    {
        var head = line.Length > Window ? line[..Window] : line;
        if (!head.Any(Prose.IsIdeograph))
            return null;
        return WithDate(head) ?? WithWire(head) ?? AsCentralNews(head) ?? AsQuoted(head) ?? AsBulletin(head) ?? AsCorrespondent(head) ?? AsOwnReport(head);
    }

    private static Dateline? WithDate(string head)
    {
        var match = Dated.Match(head);
        if (!match.Success || WireDates.Read(match) is not { } date)
            return null;
        var (wire, wireStart, city, cityStart) = SplitName(match.Groups["place"]);

        // 湖南日报12月10日讯: a newspaper stands where a place would.
        var paper = wire is null && Paper.Match(city) is { Success: true } found ? found.Value : null;
        if (paper is not null)
            (city, cityStart) = Cities.Country(city[paper.Length..]) is null ? ("", 0) : (city[paper.Length..], cityStart + paper.Length);
        var marked = match.Groups["wire"].Success ? match.Groups["wire"]
            : match.Groups["wire2"] is { Success: true } two && WireNames.Resolve(two.Value).Count > 0 ? two : null;
        if (marked is not null)
            (wire, wireStart) = (marked.Value, marked.Index);
        var isReport = match.Groups["dian"].Success || marked is not null || (wire is not null && match.Groups["sep"].Success);
        if (!isReport || (wire is null && paper is null && city.Length == 0))
            return null;
        return Make(match.Length, city, cityStart, date, match.Groups["date"], wire ?? paper, paper is null ? wireStart : match.Groups["place"].Index, "dateline-zh", 0.97);
    }

    private static Dateline? WithWire(string head)
    {
        var match = CityWire.Match(head);
        var marker = match.Groups["wire"].Success ? match.Groups["wire"] : match.Groups["wire2"];
        if (!match.Success || WireNames.Resolve(marker.Value).Count == 0)
            return null;
        var place = match.Groups["place"];
        return Make(match.Length, place.Value, place.Index, null, null, marker.Value, marker.Index, "dateline-zh", 0.9);
    }

    private static Dateline? AsCentralNews(string head) => CentralNews.Match(head) is { Success: true } match
        ? Make(match.Length, match.Groups["place"].Value, match.Groups["place"].Index, null, null, match.Groups["wire"].Value, match.Groups["wire"].Index, "dateline-zh", 0.85)
        : null;

    private static Dateline? AsQuoted(string head) =>
        Quoted.Match(head) is { Success: true } match && WireNames.Resolve(match.Groups["wire"].Value).Count > 0
            ? Make(match.Length, "", 0, null, null, match.Groups["wire"].Value, match.Groups["wire"].Index, "dateline-zh", 0.85)
            : null;

    private static Dateline? AsBulletin(string head) => Bulletin.Match(head) is { Success: true } match
        ? Make(match.Length, "", 0, null, null, match.Groups["wire"].Value, match.Groups["wire"].Index, "dateline-zh", 0.8)
        : null;

    private static Dateline? AsCorrespondent(string head)
    {
        var match = Correspondent.Match(head);
        if (!match.Success)
            return null;
        var place = match.Groups["place"].Success ? match.Groups["place"] : match.Groups["place2"];
        var wire = match.Groups["wire"];
        return wire.Success && WireNames.Resolve(wire.Value).Count == 0 ? null
            : Make(match.Length, place.Value, place.Index, null, null, wire.Success ? wire.Value : null, wire.Index, "own-report-zh", 0.8);
    }

    private static Dateline? AsOwnReport(string head)
    {
        var match = OwnReport.Match(head);
        if (!match.Success || match.Length >= head.Length || match.Length <= 2)
            return null;
        var paper = match.Groups["paper"];
        return Make(match.Length, "", 0, null, null, paper.Success ? paper.Value : null, paper.Index, "own-report-zh", 0.8);
    }

    private static Dateline Make(int length, string city, int cityStart, PartialDate? date, Group? dateGroup, string? wire, int wireStart,
        string rule, double confidence)
    {
        WirePlace? place = city.Length == 0 ? null
            : new(city, Cities.Country(city) ?? Countries.Code(city) ?? Province(city), 0.85);
        return new(length, place, cityStart, city.Length, date, dateGroup?.Index ?? 0, dateGroup?.Length ?? 0, wire, wireStart, rule, confidence);
    }

    /// <summary>A name such as 江苏连云港 or 青岛市: known by how it begins.</summary>
    private static string? Province(string city)
    {
        for (var length = city.Length - 1; length >= 2; length--)
        {
            if ((Cities.Country(city[..length]) ?? Countries.Code(city[..length])) is { } country)
                return country;
        }

        return null;
    }

    /// <summary>新华社青岛: the agency, then the city. 本报 is this newspaper, whose name the text gives elsewhere.</summary>
    private static (string? Wire, int WireStart, string City, int CityStart) SplitName(Group place)
    {
        var text = place.Value;
        for (var length = Math.Min(text.Length, 10); length >= 2; length--)
        {
            if (text[..length] is "本报" or "本報" or "本刊" or "本网" or "本網")
                return (null, 0, text[length..], place.Index + length);
            if (WireNames.Resolve(text[..length]).Count > 0)
                return (text[..length], place.Index, text[length..].TrimStart('记', '者'), place.Index + length);
        }

        return (null, 0, text, place.Index);
    }
}
