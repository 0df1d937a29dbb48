namespace ScoPortal.Core.Wire.Data;

/// <summary>Who carries a text: a service that passes on what others wrote, or an agency that writes itself.</summary>
internal enum WireKind
{
    Service,
    Agency,
}

/// <summary>The agency names that may stand in a dateline or a page line, with their normalised form.</summary>
internal static class WireNames
{
    /// <summary>Normalised name, kind (S service, A agency), then the forms seen in texts; case does not matter.</summary>
    private const string Table = """
        PRNewswire|S|PR Newswire;PRNewswire;美通社;美通社亚洲;PRNewsAsia;PRN;PRNewswire-FirstCall;USNewswire;PRNewswire-USNewswire
        CNW|S|CNW Group;Canada NewsWire;CNW Telbec
        ots|S|news aktuell ots;ots.e;OTS
        AsiaNet|S|AsiaNet News;Asianet;AsiaNet=연합뉴스
        Business Wire|S|BUSINESS WIRE;BUSINESSWIRE;美國商業資訊;美国商业资讯
        GlobeNewswire|S|GLOBE NEWSWIRE;GLOBENEWSWIRE
        ACCESSWIRE|S|ACCESS Newswire;ACCESS NEWSWIRE
        Newsfile|S|Newsfile Corp.;Newsfile Corp
        EQS|S|EQS News;EQS-News;EQS Newswire;DGAP-News;pta;pte;pts;APA-OTS
        Media OutReach|S|Media OutReach Newswire;Media OutReach Newswire Limited
        JCN Newswire|S|ACN Newswire
        EIN Presswire|S|EINPresswire;EINPresswire.com
        Xinhua|A|Xinhua News Agency;Xinhua Silk Road;新华社;新华网;新華社;新華網;Синьхуа;新华财经;中国新华社
        China News Service|A|中新社;中新网;中国新闻网;中国新闻社;中新網;中新网客户端;中新社记者;CNS;ECNS;Ecns.cn;China News;Chinanews;Chinanews.com;China News Network
        People's Daily|A|人民日报;人民网;人民日報;人民網;People's Daily Online;Жэньминь жибао
        CCTV|A|央视新闻;央视网;央视新闻客户端;总台央视;CCTV News
        CGTN|A|CGTN Digital
        China Daily|A|中国日报;中国日报网;chinadaily.com.cn
        Global Times|A|环球网;环球时报
        CNA|A|中央社;Central News Agency
        TASS|A|ТАСС;ITAR-TASS;ИТАР-ТАСС;塔斯社
        RIA Novosti|A|РИА Новости;РИА Новости.;RIA;РИА;俄新社
        Sputnik|A|Спутник;卫星社;俄罗斯卫星通讯社
        Prime|A|ПРАЙМ;Прайм;PRIME
        Interfax|A|Интерфакс;INTERFAX.RU;Interfax.ru;Интерфакс-Азербайджан;Интерфакс-Казахстан
        Kazinform|A|КАЗИНФОРМ;Казинформ;Kazinform International News Agency;QazInform
        BelTA|A|БЕЛТА;BELTA
        UzDaily|A|UzDaily.uz;UzDaily.com
        UzA|A|УзА;O'zA
        Trend|A|Тренд
        AKIpress|A|АКИpress;Кабар;Kabar
        dpa-AFX|A|dpa-AFX Broker;AFX
        dpa|A|dpa-infocom;德新社
        AFP|A|Agence France-Presse;АФП;法新社
        Reuters|A|Reuter;Thomson Reuters;Рейтер;路透社;路透
        AP|A|Associated Press;The Associated Press;美联社
        APA|A|APA
        ATS|A|Keystone-ATS;Keystone-SDA;SDA;sda;awp;ATS/AFP
        EFE|A|Agencia EFE;埃菲社
        Europa Press|A|EUROPA PRESS
        ANSA|A|
        Kyodo|A|Kyodo News;共同社
        Yonhap|A|Yonhap News;韩联社
        Bloomberg|A|彭博社
        BusinessDesk|A|
        AAP|A|Australian Associated Press
        APP|A|Associated Press of Pakistan
        PTI|A|Press Trust of India
        ANI|A|
        IANS|A|
        IRNA|A|伊通社
        Anadolu|A|Anadolu Agency;AA
        KCNA|A|朝中社
        Bernama|A|
        SPA|A|
        WAM|A|
        Canadian Press|A|The Canadian Press
        IPS|A|Inter Press Service
        UPI|A|
        epd|A|
        KNA|A|
        """;

    private static readonly Dictionary<string, (string Name, WireKind Kind)> Known = Load();

    /// <summary>The normalised names in a marker such as "ots/PRNewswire" or "ats afp"; empty when any part is unknown.</summary>
    public static IReadOnlyList<(string Name, WireKind Kind)> Resolve(string marker)
    {
        var text = marker.Trim().Trim('.', ',', ' ');
        if (text.Length is 0 or > 60)
            return [];
        if (Known.TryGetValue(text, out var whole))
            return [whole];
        if (text.StartsWith("Корр. ", StringComparison.OrdinalIgnoreCase))
            return Correspondent(text["Корр. ".Length..]);

        // "Xinhua, by Wang Kun", "中新社 记者": the agency, then who wrote for it.
        if (text.IndexOf(',', StringComparison.Ordinal) is > 1 and var comma && Known.TryGetValue(text[..comma].TrimEnd(), out var agency)
            && !text.AsSpan(comma).ContainsAny('/', '&'))
            return Resolve(text[(comma + 1)..]) is { Count: > 0 } more ? [agency, .. more] : [agency];

        // "dpa/lno": the agency and its regional service.
        if (text.IndexOf('/', StringComparison.Ordinal) is > 1 and var slash && text.Length - slash is > 2 and < 6 && text[(slash + 1)..].All(char.IsAsciiLetterLower)
            && Known.TryGetValue(text[..slash], out var national))
            return [national];

        foreach (var separators in (char[][])[['/', ',', ';', '&'], ['/', '-'], ['/', ' ', '-', ',']])
        {
            var parts = text.Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (parts.Length is > 1 and < 5 && parts.All(Known.ContainsKey))
                return [.. parts.Select(p => Known[p]).Distinct()];
        }

        return [];
    }

    /// <summary>"Корр. ТАСС Иван Петров": the agency is the first word or the first two.</summary>
    private static IReadOnlyList<(string Name, WireKind Kind)> Correspondent(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var count = Math.Min(2, words.Length); count > 0; count--)
        {
            if (Known.TryGetValue(string.Join(' ', words[..count]), out var agency))
                return [agency];
        }

        return [];
    }

    private static Dictionary<string, (string, WireKind)> Load()
    {
        var known = new Dictionary<string, (string, WireKind)>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in Table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var cells = row.Split('|');
            var entry = (cells[0], cells[1] == "S" ? WireKind.Service : WireKind.Agency);
            known[cells[0]] = entry;
            foreach (var form in cells[2].Split(';', StringSplitOptions.RemoveEmptyEntries))
                known[form] = entry;
        }

        return known;
    }
}
