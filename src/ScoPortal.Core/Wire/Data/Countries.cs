namespace ScoPortal.Core.Wire.Data;

/// <summary>Country and region names as datelines print them, to ISO 3166-1 alpha-2.</summary>
internal static class Countries
{
    /// <summary>Code, then names in en, de, ru, zh (simplified; traditional where it differs), fr, es.</summary>
    private const string Table = """
        CN|China;PRC;PR China;P.R. China;People's Republic of China;Китай;КНР;中国;中國;Chine;Hong Kong SAR, China
        HK|Hong Kong;Hong Kong SAR;Hongkong;Гонконг;香港
        MO|Macao;Macau;Макао;澳门;澳門
        TW|Taiwan;Тайвань;台湾;台灣;臺灣
        RU|Russia;Russian Federation;Russland;Rußland;Россия;РФ;俄罗斯;俄羅斯;Russie;Rusia
        KZ|Kazakhstan;Kasachstan;Казахстан;哈萨克斯坦;哈薩克;Kazajistán
        KG|Kyrgyzstan;Kirgisistan;Kirgistan;Kirgisien;Киргизия;Кыргызстан;吉尔吉斯斯坦;吉爾吉斯;Kirghizistan
        TJ|Tajikistan;Tadschikistan;Таджикистан;塔吉克斯坦;塔吉克;Tadjikistan
        UZ|Uzbekistan;Usbekistan;Узбекистан;乌兹别克斯坦;烏茲別克;Ouzbékistan
        TM|Turkmenistan;Туркмения;Туркменистан;土库曼斯坦
        IN|India;Indien;Индия;印度;Inde
        PK|Pakistan;Пакистан;巴基斯坦;Pakistán
        IR|Iran;Иран;伊朗;Irán
        BY|Belarus;Belarussia;Weißrussland;Белоруссия;Беларусь;白俄罗斯;白俄羅斯;Bielorrusia
        MN|Mongolia;Mongolei;Монголия;蒙古;蒙古国;Mongolie
        AF|Afghanistan;Афганистан;阿富汗
        TR|Turkey;Türkiye;Türkei;Турция;土耳其;Turquie;Turquía
        AZ|Azerbaijan;Aserbaidschan;Азербайджан;阿塞拜疆
        AM|Armenia;Armenien;Армения;亚美尼亚
        GE|Georgia;Georgien;Грузия;格鲁吉亚
        LK|Sri Lanka;Шри-Ланка;斯里兰卡
        KH|Cambodia;Kambodscha;Камбоджа;柬埔寨
        NP|Nepal;Непал;尼泊尔
        MM|Myanmar;Мьянма;缅甸;緬甸
        MV|Maldives;Malediven;Мальдивы;马尔代夫
        BD|Bangladesh;Bangladesch;Бангладеш;孟加拉国
        LA|Laos;Лаос;老挝
        EG|Egypt;Ägypten;Египет;埃及;Égypte;Egipto
        QA|Qatar;Katar;Катар;卡塔尔
        SA|Saudi Arabia;Saudi-Arabien;Саудовская Аравия;沙特;沙特阿拉伯;Arabie saoudite;Arabia Saudita
        AE|United Arab Emirates;UAE;U.A.E.;Vereinigte Arabische Emirate;ОАЭ;阿联酋;阿聯酋
        KW|Kuwait;Кувейт;科威特
        BH|Bahrain;Бахрейн;巴林
        OM|Oman;Оман;阿曼
        IL|Israel;Израиль;以色列;Israël
        IQ|Iraq;Irak;Ирак;伊拉克
        SY|Syria;Syrien;Сирия;叙利亚
        LB|Lebanon;Libanon;Ливан;黎巴嫩;Liban
        JO|Jordan;Jordanien;Иордания;约旦
        YE|Yemen;Jemen;Йемен;也门
        JP|Japan;Япония;日本;Japon;Japón
        KR|South Korea;Republic of Korea;Korea;Südkorea;Республика Корея;Южная Корея;韩国;韓國;Corée du Sud;Corea del Sur
        KP|North Korea;DPRK;Nordkorea;КНДР;朝鲜;朝鮮
        VN|Vietnam;Viet Nam;Вьетнам;越南
        TH|Thailand;Таиланд;泰国;泰國
        SG|Singapore;Singapur;Сингапур;新加坡;Singapour
        MY|Malaysia;Малайзия;马来西亚;馬來西亞
        ID|Indonesia;Indonesien;Индонезия;印度尼西亚;印尼
        PH|Philippines;Philippinen;Филиппины;菲律宾;菲律賓
        AU|Australia;Australien;Австралия;澳大利亚;澳洲
        NZ|New Zealand;Neuseeland;Новая Зеландия;新西兰
        PG|Papua New Guinea
        GU|Guam;Гуам;关岛
        FJ|Fiji
        DE|Germany;Deutschland;Германия;ФРГ;德国;德國;Allemagne;Alemania
        AT|Austria;Österreich;Австрия;奥地利;Autriche
        CH|Switzerland;Schweiz;Швейцария;瑞士;Suisse;Suiza
        LI|Liechtenstein;Лихтенштейн
        FR|France;Frankreich;Франция;法国;法國;Francia
        GB|United Kingdom;UK;U.K.;Britain;Great Britain;England;Scotland;Wales;Northern Ireland;Großbritannien;Grossbritannien;Великобритания;英国;英國;Royaume-Uni;Reino Unido
        IE|Ireland;Irland;Ирландия;爱尔兰;Irlande
        IT|Italy;Italien;Италия;意大利;Italie;Italia
        ES|Spain;Spanien;Испания;西班牙;Espagne;España
        PT|Portugal;Португалия;葡萄牙
        NL|Netherlands;The Netherlands;Niederlande;Нидерланды;荷兰;Pays-Bas
        BE|Belgium;Belgien;Бельгия;比利时;Belgique
        LU|Luxembourg;Luxemburg;Люксембург;卢森堡
        DK|Denmark;Dänemark;Дания;丹麦
        SE|Sweden;Schweden;Швеция;瑞典;Suède
        NO|Norway;Norwegen;Норвегия;挪威
        FI|Finland;Finnland;Финляндия;芬兰
        IS|Iceland;Island;Исландия;冰岛
        PL|Poland;Polen;Польша;波兰;Pologne
        CZ|Czech Republic;Czechia;Tschechien;Чехия;捷克
        SK|Slovakia;Slowakei;Словакия;斯洛伐克
        HU|Hungary;Ungarn;Венгрия;匈牙利
        RO|Romania;Rumänien;Румыния;罗马尼亚
        BG|Bulgaria;Bulgarien;Болгария;保加利亚
        RS|Serbia;Serbien;Сербия;塞尔维亚
        HR|Croatia;Kroatien;Хорватия;克罗地亚
        SI|Slovenia;Slowenien;Словения
        GR|Greece;Griechenland;Греция;希腊
        UA|Ukraine;Украина;乌克兰
        MD|Moldova;Moldawien;Молдавия;Молдова
        LV|Latvia;Lettland;Латвия
        LT|Lithuania;Litauen;Литва
        EE|Estonia;Estland;Эстония
        MC|Monaco;Монако
        US|USA;U.S.;US;U.S.A.;United States;United States of America;Vereinigte Staaten;США;美国;美國;États-Unis;Estados Unidos
        CA|Canada;Kanada;Канада;加拿大;Canadá
        MX|Mexico;Mexiko;Мексика;墨西哥;México
        CU|Cuba;Kuba;Куба;古巴
        BR|Brazil;Brasilien;Бразилия;巴西;Brésil;Brasil
        AR|Argentina;Argentinien;Аргентина;阿根廷
        CL|Chile;Чили;智利
        PE|Peru;Перу;秘鲁;Perú
        CO|Colombia;Kolumbien;Колумбия;哥伦比亚
        VE|Venezuela;Венесуэла;委内瑞拉
        ZA|South Africa;Südafrika;ЮАР;南非
        ET|Ethiopia;Äthiopien;Эфиопия;埃塞俄比亚
        KE|Kenya;Kenia;Кения;肯尼亚
        NG|Nigeria;Нигерия;尼日利亚
        DZ|Algeria;Algerien;Алжир;阿尔及利亚;Algérie
        MA|Morocco;Marokko;Марокко;摩洛哥;Maroc
        TN|Tunisia;Tunesien;Тунис;突尼斯
        LY|Libya;Libyen;Ливия;利比亚
        GH|Ghana;Гана;加纳
        TZ|Tanzania;Tansania;Танзания;坦桑尼亚
        CY|Cyprus;Zypern;Кипр;塞浦路斯
        BA|Bosnia and Herzegovina;Bosnien und Herzegowina;Босния и Герцеговина
        CF|CAR;Central African Republic;ЦАР
        """;

    private static readonly Dictionary<string, string> Codes = Rows.Read(Table);

    /// <summary>The code of a country name in any of the languages, or null.</summary>
    public static string? Code(string name) => Codes.GetValueOrDefault(name.Trim().Trim('.', ','))
        ?? Codes.GetValueOrDefault(name.Trim());
}
