using ScoPortal.Core.Wire;
using Xunit;

namespace ScoPortal.Core.Tests.Wire;

/// <summary>Whole pages in the shapes that zones and wires use, with stories of our own.</summary>
public class ShapeTests
{
    private const string Lead = "On April 9, the harbour office opened a new desk for carriers from five countries, the first of its kind on the coast.";

    private const string Second = "The first three carriers had come by noon, and the office expects two hundred by the end of 2024.";

    [Fact]
    public void A_MetInfo_page_gives_its_time_in_Shanghai_and_no_byline()
    {
        var release = WireReader.Read($"""
            Harbour Opens a Desk

            2021-04-16 20:42:57 admin source: share:

            {Lead}

            {Second}

            Powered by MetInfo 7.2.0 ©2008-2024
            """);

        Assert.Equal("en", release.Language);
        Assert.Equal("Harbour Opens a Desk", release.Headline);
        Assert.Equal("2021-04-16T20:42:57+08:00", release.PostedAt?.ToString());
        Assert.True(release.PostedAt!.IsZoneAssumed);
        Assert.Equal("2021-04-09", release.EventDate?.ToString());
        Assert.Null(release.DatelineDate);
        Assert.Null(release.Place);
        Assert.Null(release.Issuer);
        Assert.Equal([Lead, Second], release.Paragraphs);
        Assert.Equal(["metinfo-line", "powered-by"], release.Noise.Select(n => n.Rule));
        Assert.Superset((HashSet<string>)["zone-assumed", "login-not-byline", "empty-source", "event-year-inferred", "noise-removed"], Codes(release));
    }

    [Fact]
    public void A_MetInfo_page_with_a_source_names_its_issuer() =>
        Assert.Equal("Harbour Office", WireReader.Read(
            $"Harbour Opens a Desk\n\n2021-04-16 20:42:57 admin source: Harbour Office share:\n\n{Lead}\n").Issuer);

    [Fact]
    public void A_captured_wire_page_gives_headline_dateline_and_link()
    {
        var release = WireReader.Read($"""
             date 2021-06-18 checkAd

            Harbour opens a desk for carriers

            QINGDAO, China, June 18, 2021 /PRNewswire/ -- {Lead}

            {Second}

            For more details, please visit http://www.harbour.example/Default.aspx?mpid=10



            """);

        Assert.Equal("Harbour opens a desk for carriers", release.Headline);
        Assert.Equal("2021-06-18", release.CapturedAt?.ToString());
        Assert.Equal("http://www.harbour.example/Default.aspx?mpid=10", release.MoreInfoUrl);
        Assert.Equal([Lead, Second], release.Paragraphs);
        Assert.Equal(["date 2021-06-18 checkAd"], release.Noise.Select(n => n.Text));
        Assert.Null(release.Issuer);
    }

    [Fact]
    public void A_presseportal_page_names_issuer_distributor_and_both_wires()
    {
        var release = WireReader.Read("""
             date 2021-04 Hafenamt Neustadt

            Hafenamt eröffnet einen größeren Schalter für Spediteure

            Chongqing, China (ots/PRNewswire)

            Das Hafenamt hat am 9. April einen neuen Schalter für Spediteure eröffnet, und es ist der erste seiner Art.

            Weitere Informationen finden Sie unter http://www.hafenamt.example/

            Original-Content von: Hafenamt Neustadt, übermittelt durch news aktuell
            """);

        Assert.Equal("de", release.Language);
        Assert.Equal(["ots", "PRNewswire"], release.Wires);
        Assert.Equal(("Chongqing", "CN", null), (release.Place, release.Country, release.DatelineDate));
        Assert.Equal("Hafenamt Neustadt", release.Issuer);
        Assert.Equal("news aktuell", release.Distributor);
        Assert.Equal("http://www.hafenamt.example/", release.MoreInfoUrl);
        Assert.Equal("2021-04", release.BestDate?.ToString());
        Assert.Single(release.Paragraphs);
        Assert.Contains("date-month-only", Codes(release));
    }

    [Fact]
    public void A_credit_glued_to_the_last_sentence_is_cut_off()
    {
        var release = WireReader.Read($"""
            Hafen (ots) - {Lead}Original-Content von: Hafenamt, übermittelt durch news aktuell
            """);

        Assert.Equal([Lead], release.Paragraphs);
        Assert.Equal("Hafenamt", release.Issuer);
    }

    [Fact]
    public void An_AsiaNet_copy_loses_its_hard_wraps_its_contacts_and_its_about()
    {
        var release = WireReader.Read("""
            Source: Harbour Office
            MEDIA RELEASE PR12345
            Harbour Office Opens a Desk for Carriers from Five Countries and Expects Two
            Hundred by Summer

            QINGDAO, China, Feb. 2, 2017 /PRNewswire-AsiaNet/ --

            - First of its kind on the coast

            The harbour office opened a new desk for carriers on Monday, and the first
            three of them had come by noon, as the head of the office told guests from
            the five countries at the opening.

            About Harbour Office
            The harbour office has run the harbour since 1990 and is the largest of them.

            For more information, please visit www.harbour.example.

            Contact:
            Ann Example
            ann@harbour.example

            SOURCE Harbour Office
            """);

        Assert.Equal("Harbour Office Opens a Desk for Carriers from Five Countries and Expects Two Hundred by Summer", release.Headline);
        Assert.Equal("First of its kind on the coast", release.Subheadline);
        Assert.Equal(["PRNewswire", "AsiaNet"], release.Wires);
        Assert.Equal("Harbour Office", release.Issuer);
        Assert.Equal("www.harbour.example", release.MoreInfoUrl);
        Assert.StartsWith("The harbour office opened a new desk for carriers on Monday, and the first three of them", Assert.Single(release.Paragraphs), StringComparison.Ordinal);
        Assert.Equal("About Harbour Office", release.Boilerplate[0]);
        Assert.Equal(["Contact:", "Ann Example", "ann@harbour.example"], release.Contacts);
        Assert.Contains(release.Fields, f => f is { Name: "externalId:asianet", Value: "PR12345" });
    }

    [Fact]
    public void A_Chinese_news_page_loses_its_site_name_and_takes_its_year_from_the_page_line()
    {
        var release = WireReader.Read("""
            港口新设服务窗口-新华网
            2020-07-26 20:26:01 来源：新华社 作者：王一 责任编辑：王一
            新华社青岛7月26日电（记者王一）港口管理部门为承运企业开设了新的服务窗口，中午前已有三家企业前来办理业务。
            【编辑:王一】
            """);

        Assert.Equal("zh", release.Language);
        Assert.Equal("港口新设服务窗口", release.Headline);
        Assert.Equal(("青岛", "CN", "2020-07-26"), (release.Place, release.Country, release.DatelineDate?.ToString()));
        Assert.Equal("2020-07-26T20:26:01+08:00", release.PostedAt?.ToString());
        Assert.Equal("新华社", release.Issuer);
        Assert.Equal("港口管理部门为承运企业开设了新的服务窗口，中午前已有三家企业前来办理业务。", Assert.Single(release.Paragraphs));
        Assert.Equal(3, release.Noise.Count);
    }

    [Fact]
    public void A_flattened_kremlin_page_is_cut_back_into_title_lead_story_and_foot()
    {
        var release = WireReader.Read(
            "События Беседа с Президентом Приморья Иваном Петровым Состоялась беседа руководителей о новом порте. 6 марта 2025 года 16:15 "
            + "Обсуждены вопросы работы порта с Иваном Петровым Петров Иван Президент Республики Приморье и планы на лето. "
            + "География Приморье Темы Порты Лица Петров Иван Статус материала Опубликован в разделе: Новости "
            + "Дата публикации: 6 марта 2025 года, 16:15 Ссылка на материал: kremlin.ru/d/99999 Текстовая версия");

        Assert.Equal("Беседа с Президентом Приморья Иваном Петровым", release.Headline);
        Assert.Equal("Состоялась беседа руководителей о новом порте.", release.Subheadline);
        Assert.Equal("2025-03-06T16:15:00+03:00", release.PostedAt?.ToString());
        Assert.Equal("kremlin.ru/d/99999", release.MoreInfoUrl);
        Assert.Equal(["Обсуждены вопросы работы порта с Иваном Петровым и планы на лето."], release.Paragraphs);
    }

    [Fact]
    public void A_caption_gives_the_dateline_its_year_and_stays_out_of_the_story()
    {
        var release = WireReader.Read($"""
            Harbour opens a desk for carriers

            This photo taken on May 1, 2026 shows the new desk in the harbour. (Xinhua/Wang Yi)

            QINGDAO, May 7 (Xinhua) -- {Lead}
            """);

        Assert.Equal("2026-05-07", release.DatelineDate?.ToString());
        Assert.Equal("Xinhua", release.Issuer);
        Assert.Equal([Lead], release.Paragraphs);
        Assert.Contains("dateline-year-inferred", Codes(release));
    }

    [Fact]
    public void A_year_in_the_story_is_never_taken_for_the_year_of_the_dateline() =>
        Assert.Equal("--05-07", WireReader.Read($"Harbour opens a desk\n\nQINGDAO, May 7 (Xinhua) -- {Second}").DatelineDate?.ToString());

    private static HashSet<string> Codes(WireRelease release) => [.. release.Warnings.Select(w => w.Code)];
}
