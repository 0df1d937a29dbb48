namespace ScoPortal.Core.Wire.Data;

/// <summary>
/// Cities that datelines name without a country, and states, provinces and cantons that stand where a country would.
/// </summary>
internal static class Cities
{
    private const string Table = """
        CN|Beijing;Peking;Пекин;北京;Pékin;Pekín;Shanghai;Schanghai;Шанхай;上海;Tianjin;Тяньцзинь;天津;Chongqing;Чунцин;重庆;重慶;Qingdao;Циндао;青岛;青島;Lianyungang;Ляньюньган;连云港;連雲港;Jiaozhou;Цзяочжоу;胶州;Guangzhou;Kanton;Гуанчжоу;广州;廣州;Shenzhen;Шэньчжэнь;深圳;Hangzhou;Ханчжоу;杭州;Nanjing;Нанкин;南京;Wuhan;Ухань;武汉;Chengdu;Чэнду;成都;Xi'an;Xian;Сиань;西安;Urumqi;Урумчи;乌鲁木齐;Harbin;Харбин;哈尔滨;Shenyang;Шэньян;沈阳;Dalian;Далянь;大连;Jinan;Цзинань;济南;Yantai;Яньтай;烟台;Weifang;Вэйфан;潍坊;Weihai;威海;Suzhou;苏州;Wuxi;无锡;Ningbo;宁波;Hefei;合肥;Xiamen;Сямынь;厦门;Fuzhou;福州;Changsha;Чанша;长沙;Zhengzhou;Чжэнчжоу;郑州;Shijiazhuang;石家庄;Taiyuan;太原;Hohhot;呼和浩特;Changchun;Чанчунь;长春;Nanchang;南昌;Nanning;南宁;Kunming;Куньмин;昆明;Guiyang;贵阳;Lhasa;Лхаса;拉萨;Lanzhou;Ланьчжоу;兰州;Xining;西宁;Yinchuan;银川;Haikou;海口;Sanya;三亚;Boao;Zhuhai;珠海;Foshan;佛山;Dongguan;东莞;Yiwu;Иу;义乌;Wenzhou;温州;Xuzhou;徐州;Yangling;Янлин;杨凌;Horgos;Хоргос;霍尔果斯;Kashgar;Кашгар;喀什;Guilin;桂林;Luoyang;洛阳;Rizhao;日照;Zibo;淄博;Dunhuang;敦煌;Xiong'an;雄安;Jiangsu;江苏;Shandong;山东;Zhejiang;浙江;Guangdong;广东;Sichuan;四川;Hebei;河北;Henan;河南;Hubei;湖北;Hunan;湖南;Fujian;福建;Anhui;安徽;Jiangxi;江西;Shaanxi;陕西;Shanxi;山西;Gansu;甘肃;Yunnan;云南;Guizhou;贵州;Hainan;海南;Xinjiang;新疆;Xizang;Tibet;西藏;Heilongjiang;黑龙江;Jilin;吉林;Liaoning;辽宁;Inner Mongolia;内蒙古;Guangxi;广西;Ningxia;宁夏;Qinghai;青海
        HK|Hong Kong;香港;Гонконг
        MO|Macao;Macau;澳门
        TW|Taipei;Taipeh;Тайбэй;台北;臺北;高雄;台中
        RU|Moscow;Moskau;Москва;莫斯科;Moscou;Moscú;St. Petersburg;Saint Petersburg;Sankt Petersburg;Санкт-Петербург;С.-Петербург;圣彼得堡;Vladivostok;Wladiwostok;Владивосток;符拉迪沃斯托克;海参崴;Kazan;Kasan;Казань;喀山;Sochi;Sotschi;Сочи;索契;Yekaterinburg;Ekaterinburg;Jekaterinburg;Екатеринбург;叶卡捷琳堡;Novosibirsk;Nowosibirsk;Новосибирск;Khabarovsk;Хабаровск;哈巴罗夫斯克;Irkutsk;Иркутск;Krasnoyarsk;Красноярск;Rostov-on-Don;Ростов-на-Дону;Nizhny Novgorod;Нижний Новгород;Samara;Самара;Ufa;Уфа;Chelyabinsk;Челябинск;Omsk;Омск;Tomsk;Томск;Perm;Пермь;Kaliningrad;Калининград;Grozny;Грозный;Murmansk;Мурманск;Arkhangelsk;Архангельск;Sevastopol;Volgograd;Волгоград;Kaluga;Калуга;Tula;Тула;Blagoveshchensk;Благовещенск;Yakutsk;Якутск;Severomorsk;Североморск;Makhachkala;Махачкала;Moscow Region;Подмосковье;Dagestan;Дагестан;Bryansk;Брянск;Belgorod;Белгород;Kursk;Курск;Voronezh;Воронеж;Krasnodar;Краснодар;Stavropol;Ставрополь;Tver;Тверь;Penza;Пенза;Petrozavodsk;Петрозаводск;Cheboksary;Чебоксары;Khanty-Mansiysk;Ханты-Мансийск;Saratov;Саратов;Tyumen;Тюмень;Smolensk;Смоленск;Pskov;Псков;Ulan-Ude;Улан-Удэ;Chita;Чита;Yuzhno-Sakhalinsk;Южно-Сахалинск;Petropavlovsk-Kamchatsky;Novo-Ogaryovo;Ново-Огарёво
        KZ|Astana;Nur-Sultan;Астана;Нур-Султан;阿斯塔纳;努尔苏丹;Almaty;Алматы;Алма-Ата;阿拉木图;Shymkent;Шымкент;Aktau;Актау;Karaganda;Baikonur;Байконур;Караганда
        KG|Bishkek;Bischkek;Бишкек;比什凯克;Osh;Ош
        TJ|Dushanbe;Duschanbe;Душанбе;杜尚别;Khujand;Худжанд
        UZ|Tashkent;Taschkent;Ташкент;塔什干;Samarkand;Самарканд;撒马尔罕;Bukhara;Бухара;Termez;Термез
        TM|Ashgabat;Aschgabat;Ашхабад;阿什哈巴德
        IN|New Delhi;Delhi;Neu-Delhi;Нью-Дели;Дели;新德里;Mumbai;Bombay;Мумбаи;孟买;Bengaluru;Bangalore;Hyderabad;Chennai;Kolkata;Pune;Gurugram;Gurgaon;Noida;Ahmedabad
        PK|Islamabad;Исламабад;伊斯兰堡;Karachi;Karatschi;Карачи;卡拉奇;Lahore;Лахор;拉合尔;Gwadar;Peshawar;Rawalpindi
        IR|Tehran;Teheran;Тегеран;德黑兰
        BY|Minsk;Минск;明斯克;Brest;Гродно;Гомель;Витебск;Могилев
        MN|Ulan Bator;Ulaanbaatar;Улан-Батор;乌兰巴托
        AF|Kabul;Кабул;喀布尔
        AZ|Baku;Баку;巴库
        AM|Yerevan;Jerewan;Ереван;埃里温
        GE|Tbilisi;Tiflis;Тбилиси;第比利斯
        TR|Ankara;Анкара;安卡拉;Istanbul;Стамбул;伊斯坦布尔
        LK|Colombo;Коломбо;科伦坡
        KH|Phnom Penh;Пномпень;金边
        NP|Kathmandu;Катманду;加德满都
        BD|Dhaka;Дакка;达卡
        MM|Yangon;Naypyidaw;Nay Pyi Taw;仰光;内比都
        LA|Vientiane;万象
        EG|Cairo;Kairo;Каир;开罗;Le Caire
        QA|Doha;Доха;多哈
        SA|Riyadh;Riad;Эр-Рияд;利雅得;Jeddah;Dschidda
        AE|Dubai;Дубай;迪拜;Abu Dhabi;Абу-Даби;阿布扎比;Sharjah
        KW|Kuwait City
        BH|Manama
        OM|Muscat;马斯喀特
        IL|Jerusalem;Иерусалим;耶路撒冷;Tel Aviv;Тель-Авив;特拉维夫
        IQ|Baghdad;Bagdad;Багдад;巴格达
        SY|Damascus;Damaskus;Дамаск;大马士革
        LB|Beirut;Бейрут;贝鲁特
        JO|Amman;安曼
        YE|Sanaa;Aden;萨那
        JP|Tokyo;Tokio;Токио;东京;東京;Osaka;Осака;大阪;Kyoto;Yokohama;Nagoya
        KR|Seoul;Сеул;首尔;首爾;Busan;Пусан;Incheon;Gyeongju
        KP|Pyongyang;Pjöngjang;Пхеньян;平壤
        VN|Hanoi;Ханой;河内;Ho Chi Minh City;胡志明市
        TH|Bangkok;Бангкок;曼谷
        SG|Singapore;Singapur;Сингапур;新加坡
        MY|Kuala Lumpur;Куала-Лумпур;吉隆坡
        ID|Jakarta;Джакарта;雅加达;Bali;巴厘岛
        PH|Manila;Манила;马尼拉
        AU|Sydney;Сидней;悉尼;雪梨;Melbourne;Мельбурн;墨尔本;Canberra;Канберра;堪培拉;Brisbane;Perth;Adelaide
        NZ|Wellington;Веллингтон;惠灵顿;Auckland;奥克兰;Christchurch
        DE|Berlin;Берлин;柏林;Frankfurt;Frankfurt am Main;Frankfurt/Main;Франкфурт-на-Майне;法兰克福;Hamburg;Гамбург;汉堡;München;Munich;Мюнхен;慕尼黑;Köln;Cologne;Кёльн;科隆;Düsseldorf;Дюссельдорф;杜塞尔多夫;Stuttgart;Bonn;Бонн;波恩;Duisburg;杜伊斯堡;Leipzig;Dresden;Hannover;Hanover;Bremen;Nürnberg;Mannheim;Heilbronn;Ludwigsburg;Ulm;Karlsruhe;Freiburg;Mainz;Wiesbaden;Essen;Dortmund;Potsdam;Magdeburg;Erfurt;Kiel;Schwerin;Saarbrücken;Augsburg;Bochum;Konstanz;Tübingen;Reutlingen;Offenburg;Aalen;Tuttlingen;Heidelberg;Pforzheim;Münster;Bielefeld;Kassel;Darmstadt;Rostock
        AT|Vienna;Wien;Вена;维也纳;Vienne;Viena;Graz;Linz;Salzburg;Innsbruck;Klagenfurt
        CH|Geneva;Genf;Genève;Женева;日内瓦;Ginebra;Zurich;Zürich;Цюрих;苏黎世;Bern;Berne;Берн;伯尔尼;Basel;Bâle;Lausanne;Lugano;Davos;Давос;达沃斯;Luzern;Lucerne;St. Gallen;Zug;Winterthur;Sion;Fribourg;Neuchâtel
        FR|Paris;Париж;巴黎;París;Strasbourg;Lyon;Marseille;Cannes;Nice;Toulouse;Lille;Bordeaux
        GB|London;Лондон;伦敦;倫敦;Londres;Edinburgh;Manchester;Birmingham;Glasgow;Cambridge;Oxford;Cardiff;Belfast
        IE|Dublin;Дублин;都柏林
        IT|Rome;Rom;Roma;Рим;罗马;Milan;Mailand;Милан;米兰;Venice;Turin
        ES|Madrid;Мадрид;马德里;Barcelona;Барселона;巴塞罗那
        PT|Lisbon;Lissabon;Лиссабон;里斯本
        NL|Amsterdam;Амстердам;阿姆斯特丹;The Hague;Den Haag;Гаага;海牙;Rotterdam
        BE|Brussels;Brüssel;Брюссель;布鲁塞尔;布魯塞爾;Bruxelles;Bruselas
        LU|Luxembourg;Luxemburg
        DK|Copenhagen;Kopenhagen;Копенгаген;哥本哈根
        SE|Stockholm;Стокгольм;斯德哥尔摩;Gothenburg
        NO|Oslo;Осло;奥斯陆
        FI|Helsinki;Хельсинки;赫尔辛基;Espoo
        IS|Reykjavik
        PL|Warsaw;Warschau;Варшава;华沙
        CZ|Prague;Prag;Прага;布拉格
        SK|Bratislava;Братислава
        HU|Budapest;Будапешт;布达佩斯
        RO|Bucharest;Bukarest;Бухарест;布加勒斯特
        BG|Sofia;София;索非亚
        RS|Belgrade;Belgrad;Белград;贝尔格莱德
        HR|Zagreb
        GR|Athens;Athen;Афины;雅典
        UA|Kiev;Kyiv;Kiew;Киев;基辅
        MD|Chisinau;Кишинев
        LV|Riga;Рига
        LT|Vilnius;Вильнюс
        EE|Tallinn;Таллин
        US|New York;Нью-Йорк;纽约;紐約;Nueva York;Washington;Вашингтон;华盛顿;華盛頓;Los Angeles;Лос-Анджелес;洛杉矶;洛杉磯;San Francisco;Сан-Франциско;旧金山;舊金山;Chicago;Чикаго;芝加哥;Boston;波士顿;Houston;休斯敦;Las Vegas;拉斯维加斯;Seattle;西雅图;Atlanta;Miami;Dallas;Philadelphia;Denver;San Diego;San Jose;Austin;Phoenix;Detroit;Minneapolis;Baltimore;Pittsburgh;Cleveland;St. Louis;Salt Lake City;Honolulu;United Nations;联合国;ООН
        CA|Toronto;Торонто;多伦多;Vancouver;Ванкувер;温哥华;溫哥華;Montreal;Montréal;Монреаль;蒙特利尔;Ottawa;Оттава;渥太华;Calgary;Edmonton;Winnipeg;Quebec City;Halifax
        MX|Mexico City;Mexiko-Stadt;Мехико;墨西哥城
        CU|Havana;Havanna;Гавана;哈瓦那
        BR|Brasilia;Brasília;Бразилиа;巴西利亚;Sao Paulo;São Paulo;Сан-Паулу;圣保罗;Rio de Janeiro;Рио-де-Жанейро;里约热内卢
        AR|Buenos Aires;Буэнос-Айрес;布宜诺斯艾利斯
        CL|Santiago;Santiago de Chile;圣地亚哥
        PE|Lima;利马
        CO|Bogota;Bogotá;波哥大
        VE|Caracas;Каракас;加拉加斯
        ZA|Johannesburg;Йоханнесбург;约翰内斯堡;Cape Town;Kapstadt;Кейптаун;开普敦;Pretoria;Претория
        ET|Addis Ababa;Addis Abeba;Аддис-Абеба;亚的斯亚贝巴
        KE|Nairobi;Найроби;内罗毕
        NG|Lagos;Abuja;阿布贾
        DZ|Algiers;Alger
        MA|Rabat;Casablanca
        TN|Tunis
        GH|Accra
        TZ|Dar es Salaam
        CY|Nicosia;Nikosia;Никосия
        VA|Vatican City;Vatikanstadt;Ватикан
        CF|Bangui;Банги
        """;

    private const string RegionTable = """
        US|Alabama;Ala.;AL;Alaska;AK;Arizona;Ariz.;AZ;Arkansas;Ark.;AR;California;Calif.;CA;Colorado;Colo.;CO;Connecticut;Conn.;CT;Delaware;Del.;DE;Florida;Fla.;FL;Ga.;GA;Hawaii;HI;Idaho;ID;Illinois;Ill.;IL;Indiana;Ind.;IN;Iowa;IA;Kansas;Kan.;KS;Kentucky;Ky.;KY;Louisiana;La.;LA;Maine;ME;Maryland;Md.;MD;Massachusetts;Mass.;MA;Michigan;Mich.;MI;Minnesota;Minn.;MN;Mississippi;Miss.;MS;Missouri;Mo.;MO;Montana;Mont.;MT;Nebraska;Neb.;NE;Nevada;Nev.;NV;New Hampshire;N.H.;NH;New Jersey;N.J.;NJ;New Mexico;N.M.;NM;N.Y.;NY;North Carolina;N.C.;NC;North Dakota;N.D.;ND;Ohio;OH;Oklahoma;Okla.;OK;Oregon;Ore.;OR;Pennsylvania;Pa.;PA;Rhode Island;R.I.;RI;South Carolina;S.C.;SC;South Dakota;S.D.;SD;Tennessee;Tenn.;TN;Texas;Tex.;TX;Utah;UT;Vermont;Vt.;VT;Virginia;Va.;VA;Wash.;WA;West Virginia;W.Va.;WV;Wisconsin;Wis.;WI;Wyoming;Wyo.;WY;D.C.;DC
        CA|Ontario;Ont.;ON;Quebec;Québec;Que.;QC;British Columbia;B.C.;BC;Alberta;Alta.;AB;Manitoba;Man.;MB;Saskatchewan;Sask.;SK;Nova Scotia;N.S.;NS;New Brunswick;N.B.;NB;Newfoundland;NL;Prince Edward Island;Yukon
        """;

    private static readonly Dictionary<string, string> Codes = Rows.Read(Table);

    private static readonly Dictionary<string, string> Regions = Rows.Read(RegionTable);

    /// <summary>The country of a well-known city or Chinese province, or null.</summary>
    public static string? Country(string city) => Codes.GetValueOrDefault(city.Trim());

    /// <summary>The country of a state or province that stands after a city, or null.</summary>
    public static string? RegionCountry(string region) => Regions.GetValueOrDefault(region.Trim())
        ?? Regions.GetValueOrDefault(region.Trim() + ".");
}
