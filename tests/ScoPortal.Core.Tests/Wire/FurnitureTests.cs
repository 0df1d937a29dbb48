using ScoPortal.Core.Wire;
using Xunit;

namespace ScoPortal.Core.Tests.Wire;

/// <summary>What pages and desks put around a story of our own, and what of it must not be taken for furniture.</summary>
public class FurnitureTests
{
    private const string Lead = "The harbour office opened a new desk for carriers on Monday, it said, and the first three had come by noon.";

    private const string Second = "The office expects two hundred carriers by the end of the year, most of them from the five countries.";

    private const string Chinese = "港口管理部门周一为承运企业开设了新的服务窗口，中午前已有三家企业前来办理业务，工作人员表示满意。";

    private const string ChineseSecond = "管理部门预计，到年底将有两百家企业前来办理业务，其中大部分来自五个国家。";

    [Theory]
    [InlineData("Home\nAbout the port\nServices\nNews", "menu")]
    [InlineData("Port > News > Desk", "breadcrumb")]
    [InlineData("Set as home page | Bookmark | Mobile version", "menu-bar")]
    [InlineData("Skip to main content", "navigation")]
    [InlineData("Please enable JavaScript to see this page.", "browser-note")]
    [InlineData("This website uses cookies to count its readers.", "cookie-note")]
    [InlineData("Keywords: port, desk", "keywords")]
    [InlineData("Port News", "keyword")]
    [InlineData("Written by Anna Weber and Li Ping for Port News ->", "byline")]
    [InlineData("NOT FOR DISTRIBUTION TO NEWSWIRE SERVICES IN THE UNITED STATES", "legend")]
    public void What_stands_above_the_headline_is_listed_and_left_out(string above, string rule)
    {
        var release = WireReader.Read($"{above}\n\nHarbour opens a desk for carriers from five countries\n\n{Lead}\n\n{Second}\n");

        Assert.Equal("Harbour opens a desk for carriers from five countries", release.Headline);
        Assert.Equal([Lead, Second], release.Paragraphs);
        Assert.Contains(rule, release.Noise.Select(n => n.Rule));
        Assert.Equal(above.Split('\n'), release.Noise.Select(n => n.Text));
    }

    [Theory]
    [InlineData("(Web editor: Wang Fang, Li Ping)")]
    [InlineData("Author:\n\nWang Fang")]
    [InlineData("(Reporting by Anna Weber; Editing by Li Ping)")]
    [InlineData("Comments are closed.")]
    [InlineData("Please enter your comment!")]
    [InlineData("Follow us on Telegram and WeChat")]
    [InlineData("Related stories:\n\nA ship comes in\n\nA ship leaves")]
    [InlineData("You may also like\n\nA ship comes in")]
    [InlineData("Tags: port, desk")]
    [InlineData("[1] [2] next")]
    [InlineData("Last updated: Tuesday, 19 September 2017 10:31")]
    [InlineData("Photo desk\n\nPort news\n\nShips")]
    public void What_stands_below_the_story_is_listed_and_left_out(string below)
    {
        var release = WireReader.Read($"Harbour opens a desk for carriers\n\n{Lead}\n\n{Second}\n\n{below}\n");

        Assert.Equal([Lead, Second], release.Paragraphs);
        Assert.Equal(below.Split('\n', StringSplitOptions.RemoveEmptyEntries), release.Noise.Select(n => n.Text));
    }

    [Theory]
    [InlineData("Schö.")]
    [InlineData("/JH")]
    public void The_initials_of_the_officer_on_duty_end_no_story(string initials) =>
        Assert.Equal([Lead, Second], WireReader.Read($"Harbour opens a desk\n\nEssen (ots) - {Lead}\n\n{Second}\n\n{initials}\n\nRückfragen bitte an:\n\nHafenamt\n").Paragraphs);

    [Theory]
    [InlineData("/edh/jha/")]
    [InlineData(" /JH")]
    [InlineData(" (Xinhua)")]
    [InlineData(" Enditem")]
    public void A_sign_at_the_end_of_the_last_line_is_cut_off(string sign) =>
        Assert.Equal([Lead, Second], WireReader.Read($"Harbour opens a desk\n\n{Lead}\n\n{Second}{sign}\n").Paragraphs);

    [Theory]
    [InlineData("Recommended prices rose by a tenth.")]
    [InlineData("Recommended: the desk on the quay, says the office.")]
    [InlineData("The office sets cookies on every table for its guests.")]
    [InlineData("Лица, открывшие окно, получили благодарность порта и города.")]
    [InlineData("Темы дня обсудили в порту и в городе, сказали в управлении.")]
    [InlineData("记者：窗口何时开放？")]
    [InlineData("Monday, February 4th, 2002")]
    [InlineData("The ministry said that every company must publish a privacy policy by the end of the year.")]
    [InlineData("Shops will have to say how the use of cookies is limited.")]
    [InlineData("Willkommen auf dem Fest, rief der Bürgermeister den Gästen zu.")]
    [InlineData("Welcome to the port, said the mayor to the first guests from abroad.")]
    [InlineData("Die beiden Städte wollen sich die Kosten teilen")]
    [InlineData("Photo: 40 pictures by local artists hang in the hall until May.")]
    [InlineData("The photo that was taken in 1920 shows the old quay, the office said.")]
    [InlineData("The course requires JavaScript skills and lasts for three months, the hub said.")]
    [InlineData("Get updates from the harbour master before you sail, the office said.")]
    [InlineData("При использовании материалов старых складов построят школу для детей.")]
    [InlineData("Автор: идея принадлежит молодым архитекторам города и порта.")]
    [InlineData("About half of them came from abroad")]
    [InlineData("Source: the office counted all parcels that passed the gate.")]
    [InlineData("Contact: firms can reach the desk at any hour of the day.")]
    [InlineData("Revenue | 300 | 400")]
    [InlineData("10:00")]
    public void A_line_of_the_story_that_only_begins_like_furniture_stays(string line)
    {
        var many = string.Join("\n\n", Enumerable.Range(1, 9).Select(n => $"{Second.TrimEnd('.')}, part {n} of the plan says."));

        Assert.Contains(line, WireReader.Read($"Harbour opens a desk\n\n{Lead}\n\n{many}\n\n{line}\n\n{Second}\n").Paragraphs);
    }

    [Theory]
    [InlineData("Moscow - Beijing railway to be built by 2030, operator says")]
    [InlineData("Hamburg – Shanghai: Neue Linie startet im Mai")]
    [InlineData("Москва — Пекин: Открыто прямое сообщение")]
    [InlineData("CHINA - ASEAN trade hits a record as ports grow")]
    public void A_headline_that_begins_with_a_place_is_no_dateline(string headline)
    {
        var release = WireReader.Read($"{headline}\n\n{Lead}\n\n{Second}\n");

        Assert.Equal((headline, null), (release.Headline, release.Place));
        Assert.Equal([Lead, Second], release.Paragraphs);
    }

    [Theory]
    [InlineData("The winners are:\n\nAnna Weber\n\nLi Ping", 3)]
    [InlineData("The desk will open in May", 1)]
    [InlineData("A customs desk for every port\n\nA common list of goods\n\nA rail timetable for the five countries", 3)]
    [InlineData("新规九月生效。", 1)]
    public void The_last_lines_of_a_story_stay_though_they_are_short_or_have_no_full_stop(string end, int lines) =>
        Assert.Equal(2 + lines, WireReader.Read($"Harbour opens a desk\n\n{Lead}\n\n{Second}\n\n{end}\n").Paragraphs.Count);

    [Fact]
    public void Names_below_a_headline_are_no_menu() =>
        Assert.Empty(WireReader.Read($"Four cities agree on routes for carriers\n\nQingdao\nTashkent\nAlmaty\nMinsk\n\n{Lead}\n\n{Second}\n").Noise);

    [Fact]
    public void A_head_of_a_list_within_the_story_takes_nothing_of_it() =>
        Assert.Contains(Second, WireReader.Read($"Harbour opens a desk\n\n{Lead}\n\nSee also\n\n{Second}\n\n{Lead}\n").Paragraphs);

    [Theory]
    [InlineData("港口为企业开设服务窗口！\n今日正式启用-新华网", "港口为企业开设服务窗口！ 今日正式启用")]
    [InlineData("港口为企业开设服务窗口_要闻-中新网", "港口为企业开设服务窗口")]
    [InlineData("港口为企业开设服务窗口-中新网\n港口为企业开设服务窗口", "港口为企业开设服务窗口")]
    public void The_title_of_a_Chinese_page_loses_the_site_and_comes_once(string title, string headline)
    {
        var release = WireReader.Read($"{title}\n\n新华社青岛7月26日电（记者王芳）{Chinese}\n\n{ChineseSecond}\n");

        Assert.Equal((headline, null), (release.Headline, release.Subheadline));
        Assert.Equal([Chinese, ChineseSecond], release.Paragraphs);
    }

    [Fact]
    public void A_caption_between_a_Chinese_title_and_its_dateline_is_no_standfirst()
    {
        var release = WireReader.Read($"港口为企业开设服务窗口\n\n7月26日，企业代表在青岛港的新窗口前办理业务，现场井然有序。\n\n中新社记者 王芳 摄\n\n中新网青岛7月26日电(王芳){Chinese}\n\n{ChineseSecond}(完)\n\n热门资讯\n\n海边又开一家店\n");

        Assert.Equal(("港口为企业开设服务窗口", null), (release.Headline, release.Subheadline));
        Assert.Equal([Chinese, ChineseSecond], release.Paragraphs);
        Assert.Equal(5, release.Noise.Count);
    }

    [Theory]
    [InlineData("湖南日报12月10日讯（记者王芳）", "湖南日报")]
    [InlineData("新京报讯（记者 王芳）", "新京报")]
    [InlineData("大众网青岛3月3日讯 ", "大众网")]
    [InlineData("据新华社电 ", "新华社")]
    [InlineData("《經濟通通訊社1日專訊》", "經濟通通訊社")]
    public void A_Chinese_newspaper_or_agency_that_reports_is_the_issuer(string dateline, string issuer)
    {
        var release = WireReader.Read($"港口为企业开设服务窗口\n\n{dateline}{Chinese}\n\n{ChineseSecond}\n");

        Assert.Equal(issuer, release.Issuer);
        Assert.Equal([Chinese, ChineseSecond], release.Paragraphs);
    }

    [Fact]
    public void A_title_behind_the_dateline_is_the_headline_where_there_is_no_other()
    {
        var release = WireReader.Read($"新华社青岛7月26日电 题：港口为企业开设服务窗口\n\n{Chinese}\n\n{ChineseSecond}\n");

        Assert.Equal("港口为企业开设服务窗口", release.Headline);
        Assert.Equal([Chinese, ChineseSecond], release.Paragraphs);
    }

    [Fact]
    public void A_notice_of_a_listed_company_gives_its_issuer_and_who_passed_it_on()
    {
        var release = WireReader.Read($"EQS-News: Harbour Holding AG / Key word(s): Ports\n\nHarbour Holding AG: A desk for carriers\n\n15.09.2021 / 16:54 CET/CEST\n\nThe issuer is solely responsible for the content of this announcement.\n\n{Lead}\n\n{Second}\n");

        Assert.Equal(("Harbour Holding AG: A desk for carriers", "Harbour Holding AG"), (release.Headline, release.Issuer));
        Assert.StartsWith("2021-09-15T16:54:00", release.PostedAt?.ToString(), StringComparison.Ordinal);
        Assert.Equal([Lead, Second], release.Paragraphs);
    }

    [Fact]
    public void Credits_glued_to_the_last_sentence_are_told_apart()
    {
        var release = WireReader.Read($"Hafen öffnet Schalter\n\nQingdao, China (ots/PRNewswire) - {Lead}\n\n{Second}View original content:https://www.prnewswire.com/de/a-301708875.htmlPressekontakt:Li Ping,+86-532-000000Original-Content von: Hafenamt, übermittelt durch news aktuellOriginalmeldung: https://www.presseportal.de/pm/132854/5400407\n");

        Assert.Equal([Lead, Second], release.Paragraphs);
        Assert.Equal(("Hafenamt", "news aktuell"), (release.Issuer, release.Distributor));
        Assert.Equal([("prnewswire", "301708875"), ("presseportal", "pm/132854/5400407")], release.ExternalIds);
    }

    [Theory]
    [InlineData("Jun 18, 2021, 09:30 ET from Harbour Office")]
    [InlineData("News provided by\n\nHarbour Office\n\nJun 18, 2021, 09:30 ET")]
    public void The_page_of_PR_Newswire_names_the_issuer(string head) =>
        Assert.Equal("Harbour Office", WireReader.Read($"Harbour opens a desk for carriers\n\n{head}\n\nQINGDAO, China, June 18, 2021 /PRNewswire/ -- {Lead}\n\n{Second}\n").Issuer);

    [Theory]
    [InlineData("https://www.prnewswire.com/news-releases/harbour-opens-a-desk-301315000.html", "prnewswire", "301315000")]
    [InlineData("https://www.presseportal.de/pm/106039/4887153", "presseportal", "pm/106039/4887153")]
    [InlineData("https://www.businesswire.com/news/home/20210130005024/en/", "businesswire", "20210130005024")]
    [InlineData("https://www.globenewswire.com/news-release/2024/08/08/2926799/0/en/Harbour.html", "globenewswire", "2926799")]
    [InlineData("http://sh.example.com/news32/shownews.php?id=1815", "metinfo", "news32/shownews.php?id=1815")]
    [InlineData("https://tass.com/press-releases/1276865", "tass", "1276865")]
    [InlineData("http://www.xinhuanet.com/politics/2020-07/26/c_1126287000.htm", "xinhua", "c_1126287000")]
    [InlineData("https://www.ots.at/presseaussendung/OTS_20180607_OTS0202/hafen", "ots", "OTS_20180607_OTS0202")]
    [InlineData("https://harbour.example/2021/123456789", null, null)]
    public void An_address_of_a_wire_or_site_gives_its_number(string address, string? scheme, string? number) =>
        Assert.Equal(scheme is null ? null : (scheme, number!), ReleaseNumbers.InAddress(address));
}
