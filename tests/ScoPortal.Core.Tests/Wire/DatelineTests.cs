using ScoPortal.Core.Wire;
using Xunit;

namespace ScoPortal.Core.Tests.Wire;

/// <summary>Datelines in the forms that wires use, around a story of our own.</summary>
public class DatelineTests
{
    private const string English = "The harbour office opened a new desk for carriers on Monday, it said, and the first three had come by noon.";

    private const string German = "Die Hafenbehörde hat am Montag einen neuen Schalter für Spediteure eröffnet und am Mittag waren die ersten drei da.";

    private const string Russian = "Администрация порта открыла в понедельник новое окно для перевозчиков, сообщили в пресс-службе порта журналистам.";

    private const string Chinese = "港口管理部门周一为承运企业开设了新的服务窗口，中午前已有三家企业前来办理业务，工作人员表示满意。";

    private const string Traditional = "港口管理部門週一為承運企業開設了新的服務窗口，中午前已有三家企業前來辦理業務，工作人員對此表示滿意。";

    [Theory]
    [InlineData("QINGDAO, China, June 18, 2021 /PRNewswire/ -- ", "Qingdao", "CN", "2021-06-18", "PRNewswire")]
    [InlineData("BEIJING, Aug. 18, 2023 /PRNewswire/ -- ", "Beijing", "CN", "2023-08-18", "PRNewswire")]
    [InlineData("BEIJING, Sept. 16, 2022 /PRNewswire/ -- ", "Beijing", "CN", "2022-09-16", "PRNewswire")]
    [InlineData("CHONGQING, China, April 12. /PRNewswire/. ", "Chongqing", "CN", "--04-12", "PRNewswire")]
    [InlineData("SHANGHAI, August 25, 2021 / PRNewswire / – ", "Shanghai", "CN", "2021-08-25", "PRNewswire")]
    [InlineData("LIANYUNGANG, China, June 18, 2021 /Xinhua-AsiaNet/--", "Lianyungang", "CN", "2021-06-18", "Xinhua,AsiaNet")]
    [InlineData("CHONGQING, May 15 (Xinhua) -- ", "Chongqing", "CN", "--05-15", "Xinhua")]
    [InlineData("QINGDAO, July 4 (APP): ", "Qingdao", "CN", "--07-04", "APP")]
    [InlineData("GREENWICH, Conn.--(BUSINESS WIRE)--", "Greenwich", "US", null, "Business Wire")]
    [InlineData("VANCOUVER, British Columbia, Jan. 05, 2024 (GLOBE NEWSWIRE) -- ", "Vancouver", "CA", "2024-01-05", "GlobeNewswire")]
    [InlineData("AUSTIN, TX / ACCESSWIRE / March 3, 2024 / ", "Austin", "US", "2024-03-03", "ACCESSWIRE")]
    [InlineData("NINGBO /China/, November 2. /TASS/. ", "Ningbo", "CN", "--11-02", "TASS")]
    [InlineData("St. PETERSBURG, October 30. /TASS/. ", "St. Petersburg", "RU", "--10-30", "TASS")]
    [InlineData("ASTANA, 3 July 2024 (Kazinform) - ", "Astana", "KZ", "2024-07-03", "Kazinform")]
    [InlineData("MOSCOW (Reuters) - ", "Moscow", "RU", null, "Reuters")]
    [InlineData("NEW YORK, PARIS and BEIJING, Feb. 2, 2017 /PRNewswire/ -- ", "New York, Paris and Beijing", null, "2017-02-02", "PRNewswire")]
    [InlineData("HARBIN, China, Feb. 2, 2025 /PRNewswire/ -- (Xinhua Silk Road) ", "Harbin", "CN", "2025-02-02", "PRNewswire")]
    [InlineData("HONG KONG SAR - Media OutReach Newswire - 18 June 2024 - ", "Hong Kong SAR", "HK", "2024-06-18", "Media OutReach")]
    [InlineData("ASTANA. KAZINFORM ", "Astana", "KZ", null, "Kazinform")]
    [InlineData("BEIJING, March 9 -- ", "Beijing", "CN", "--03-09", "")]
    [InlineData("Riyadh, 29 May 2023: ", "Riyadh", "SA", "2023-05-29", "")]
    [InlineData("PORT WASHINGTON, N.Y., Dec. 5, 2022 /PRNewswire/ -- ", "Port Washington", "US", "2022-12-05", "PRNewswire")]
    [InlineData("BEIJING - ", "Beijing", "CN", null, "")]
    [InlineData("CHONGQING -- ", "Chongqing", "CN", null, "")]
    [InlineData("Hefei, Anhui - ", "Hefei", "CN", null, "")]
    [InlineData("Qingdao China, June 3, 2021 /PRNewswire/ -- ", "Qingdao", "CN", "2021-06-03", "PRNewswire")]
    [InlineData("(CHONGQING, China, June 22, 2020 AsiaNet) ", "Chongqing", "CN", "2020-06-22", "AsiaNet")]
    [InlineData("Xinhua News Agency, Beijing, July 26 (Reporter: Wang Fang) ", "Beijing", "CN", "--07-26", "Xinhua")]
    [InlineData("Xinhua News Agency Shanghai July 26, 2020 (Journalist: Li Ping) - ", "Shanghai", "CN", "2020-07-26", "Xinhua")]
    [InlineData("SHIJIAZHUANG, July 26 (Xinhua, by Wang Fang) - ", "Shijiazhuang", "CN", "--07-26", "Xinhua")]
    public void An_English_dateline_is_taken_apart(string dateline, string place, string? country, string? date, string wires) =>
        Expect(dateline, English, place, country, date, wires);

    [Theory]
    [InlineData("PEKING, 18. August 2025 /PRNewswire/ -- ", "Peking", "CN", "2025-08-18", "PRNewswire")]
    [InlineData("QINGDAO, China, 19. Juni 2021 /PRNewswire/ -- ", "Qingdao", "CN", "2021-06-19", "PRNewswire")]
    [InlineData("Weifang, China (ots/PRNewswire) - ", "Weifang", "CN", null, "ots,PRNewswire")]
    [InlineData("Frankfurt am Main (ots) - ", "Frankfurt am Main", "DE", null, "ots")]
    [InlineData("Rüdesheim (ots) - ", "Rüdesheim", "DE", null, "ots")]
    [InlineData("Peking (dpa) - ", "Peking", "CN", null, "dpa")]
    [InlineData("Hamburg (dpa/lno) - ", "Hamburg", "DE", null, "dpa")]
    [InlineData("MÜNCHEN. ", "München", "DE", null, "")]
    [InlineData("Taschkent, 16. Sept. (APA) – ", "Taschkent", "UZ", "--09-16", "APA")]
    public void A_German_dateline_is_taken_apart(string dateline, string place, string? country, string? date, string wires) =>
        Expect(dateline, German, place, country, date, wires);

    [Theory]
    [InlineData("ПЕКИН, 28 авг - РИА Новости. ", "Пекин", "CN", "--08-28", "RIA Novosti")]
    [InlineData("ТЯНЬЦЗИНЬ (Китай), 1 сен – РИА Новости. ", "Тяньцзинь", "CN", "--09-01", "RIA Novosti")]
    [InlineData("МОСКВА, 12 мая - ПРАЙМ. ", "Москва", "RU", "--05-12", "Prime")]
    [InlineData("ШАНХАЙ, 25 октября. /ТАСС/. ", "Шанхай", "CN", "--10-25", "TASS")]
    [InlineData("Гуанчжоу, 3 декабря /Синьхуа/ — ", "Гуанчжоу", "CN", "--12-03", "Xinhua")]
    [InlineData("Ташкент, Узбекистан (UzDaily.uz) -- ", "Ташкент", "UZ", null, "UzDaily")]
    [InlineData("ЦИНДАО, Китай, 18 июня 2021 г. /PRNewswire/ -- ", "Циндао", "CN", "2021-06-18", "PRNewswire")]
    [InlineData("Москва. 12 мая. INTERFAX.RU - ", "Москва", "RU", "--05-12", "Interfax")]
    [InlineData("18 июня, Минск /Корр. БЕЛТА/. ", "Минск", "BY", "--06-18", "BelTA")]
    [InlineData("ЦИНДАО /Китай/, 25 октября. /Корр. ТАСС Иван Петров/. ", "Циндао", "CN", "--10-25", "TASS")]
    [InlineData("АСТАНА, 4 июля 2024 года. /КАЗИНФОРМ/. ", "Астана", "KZ", "2024-07-04", "Kazinform")]
    public void A_Russian_dateline_is_taken_apart(string dateline, string place, string? country, string? date, string wires) =>
        Expect(dateline, Russian, place, country, date, wires);

    [Theory]
    [InlineData("北京2017年9月15日电 /美通社/ -- ", "北京", "CN", "2017-09-15", "PRNewswire")]
    [InlineData("北京2023年8月25日/美通社/ --", "北京", "CN", "2023-08-25", "PRNewswire")]
    [InlineData("江苏连云港2021年6月18日 /美通社/ -- ", "江苏连云港", "CN", "2021-06-18", "PRNewswire")]
    [InlineData("新华社青岛8月24日电（记者王一）", "青岛", "CN", "--08-24", "Xinhua")]
    [InlineData("中新社重庆5月6日电 (记者 王一)", "重庆", "CN", "--05-06", "China News Service")]
    [InlineData("新华社阿斯塔纳7月4日电 ", "阿斯塔纳", "KZ", "--07-04", "Xinhua")]
    public void A_Chinese_dateline_is_taken_apart(string dateline, string place, string? country, string? date, string wires) =>
        Expect(dateline, Chinese, place, country, date, wires);

    [Theory]
    [InlineData("洛杉磯2026年10月8日 /美通社/ — ", "洛杉磯", "US", "2026-10-08", "PRNewswire")]
    [InlineData("（中央社記者王小明台北26日電）", "台北", "TW", null, "CNA")]
    [InlineData("東京--(美國商業資訊)--", "東京", "JP", null, "Business Wire")]
    public void A_traditional_Chinese_dateline_is_taken_apart(string dateline, string place, string? country, string? date, string wires) =>
        Expect(dateline, Traditional, place, country, date, wires);

    [Fact]
    public void An_unknown_wire_after_a_date_is_accepted_and_warned_about()
    {
        var release = WireReader.Read($"A headline of our own\n\nBEIJING, June 2, 2022 /Harbour Press/ -- {English}");

        Assert.Equal("Beijing", release.Place);
        Assert.Equal(["Harbour Press"], release.Wires);
        Assert.Contains(release.Warnings, w => w.Code == "unknown-wire");
    }

    [Theory]
    [InlineData("The minister said on June 2, 2022 (a Thursday) that the desk would open.")]
    [InlineData("In Beijing the office, together with others (Xinhua reported), opened a desk that carriers had wanted.")]
    [InlineData("They met on 9 April: nobody spoke of the desk, and no decision was taken before the summer came.")]
    [InlineData("Carriers and/or shippers may use either form of the new document, the office said.")]
    public void A_sentence_is_no_dateline(string sentence)
    {
        var release = WireReader.Read($"A headline of our own\n\n{sentence}\n\n{English}");

        Assert.Null(release.Place);
        Assert.Empty(release.Wires);
        Assert.Equal([sentence, English], release.Paragraphs);
    }

    private static void Expect(string dateline, string story, string place, string? country, string? date, string wires)
    {
        var release = WireReader.Read($"{(story == English ? "Harbour opens a desk for carriers" : story[..9])}\n\n{dateline}{story}\n");

        Assert.Equal(place, release.Place);
        Assert.Equal(country, release.Country);
        Assert.Equal(date, release.DatelineDate?.ToString());
        Assert.Equal(wires, string.Join(',', release.Wires));
        Assert.EndsWith(story, Assert.Single(release.Paragraphs), StringComparison.Ordinal);
    }
}
