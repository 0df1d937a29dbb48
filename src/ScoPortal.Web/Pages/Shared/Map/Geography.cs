namespace ScoPortal.Web.Pages.Shared.Map;

/// <summary>A point on Earth, in degrees east and north.</summary>
public readonly record struct Point(double Longitude, double Latitude)
{
    public static implicit operator Point((double Longitude, double Latitude) point) => new(point.Longitude, point.Latitude);
}

/// <summary>A name on the map that is no zone, per language.</summary>
/// <param name="At">Where it lies.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Names">By language code; English stands in for a language that is missing.</param>
public sealed record MapPlace(Point At, PlaceKind Kind, IReadOnlyDictionary<string, string> Names)
{
    /// <summary>Its name in a language.</summary>
    public string In(string language) => Names.GetValueOrDefault(language) ?? Names["en"];
}

/// <summary>What a name on the map stands for.</summary>
public enum PlaceKind
{
    /// <summary>A city that helps to find one's way even on a phone.</summary>
    City,

    /// <summary>A smaller place, worth its room only on a map of the surroundings.</summary>
    Town,

    /// <summary>Sea or river: a name without a point.</summary>
    Water,

    /// <summary>What lies beyond the edge, beside the arrow that points there.</summary>
    Region,
}

/// <summary>
/// Eastern and central China, drawn by hand to within ten kilometres or so: enough for a schematic map, not for
/// measuring. Coast from the mouth of the Yalu to Fujian; the two rivers; the railways the zones speak of.
/// </summary>
internal static class Geography
{
    /// <summary>From north to south; the sea is to its left.</summary>
    public static readonly Point[] Coast =
    [
        (124.92, 40.09), (124.31, 39.88), (123.02, 39.69), (121.91, 39.00), (121.15, 38.75), (121.53, 39.50), (121.91, 40.28),
        (122.10, 40.75), (120.99, 40.84), (119.81, 39.94), (119.01, 39.19), (118.02, 39.12), (117.71, 38.88), (117.61, 38.70),
        (117.71, 38.40), (118.30, 38.10), (118.96, 38.10), (119.20, 37.75), (118.96, 37.35), (119.40, 37.10), (119.90, 37.30),
        (120.30, 37.60), (120.75, 37.83), (121.41, 37.55), (122.11, 37.50), (122.65, 37.40), (122.51, 36.95), (121.91, 36.85),
        (121.41, 36.70), (120.95, 36.50), (120.70, 36.30), (120.65, 36.12), (120.40, 36.04), (120.29, 36.06), (120.37, 36.15),
        (120.30, 36.22), (120.16, 36.20), (120.10, 36.10), (120.20, 36.05), (120.22, 35.93), (119.96, 35.70), (119.66, 35.50),
        (119.50, 35.20), (119.30, 34.98), (119.22, 34.83), (119.50, 34.72), (120.00, 34.45), (120.25, 34.30), (120.40, 33.90),
        (120.60, 33.40), (120.95, 32.69), (121.79, 32.00), (121.91, 31.69), (121.30, 31.84), (120.80, 32.00), (121.30, 31.59),
        (121.91, 30.94), (120.92, 30.34), (121.53, 30.09), (122.02, 29.78), (121.91, 29.00), (121.53, 28.28), (120.92, 27.78),
        (120.31, 27.00), (119.81, 26.28),
    ];

    /// <summary>Closes the coast to an area of sea, far outside every map.</summary>
    public static readonly Point[] OpenSea = [(119, 20), (145, 20), (145, 41)];

    /// <summary>The Yangtze and the Yellow River.</summary>
    public static readonly Point[][] Rivers =
    [
        [
            (98.90, 30.00), (99.60, 28.20), (100.00, 27.20), (100.30, 26.10), (101.70, 26.55), (102.90, 26.40), (103.00, 27.30),
            (104.62, 28.78), (105.42, 28.88), (106.56, 29.56), (107.40, 29.75), (108.40, 30.78), (110.31, 31.00), (111.30, 30.69),
            (112.21, 30.28), (113.09, 29.50), (114.31, 30.59), (115.92, 29.78), (117.10, 30.50), (118.40, 31.38), (118.82, 32.09),
            (120.00, 32.00), (120.80, 32.00),
        ],
        [
            (100.20, 35.50), (102.00, 35.90), (103.83, 36.06), (105.20, 37.50), (106.30, 38.50), (106.80, 39.70), (107.60, 40.60),
            (109.80, 40.50), (111.10, 40.20), (110.90, 39.00), (110.45, 36.60), (110.35, 34.65), (111.20, 34.80), (113.00, 34.92),
            (114.30, 34.88), (115.30, 35.40), (116.80, 36.60), (118.00, 37.35), (119.16, 37.75),
        ],
    ];

    /// <summary>The New Eurasian Continental Bridge, from the sea towards Kazakhstan.</summary>
    public static readonly Point[] Bridge =
    [
        (119.20, 34.62), (118.30, 34.40), (117.21, 34.26), (115.61, 34.42), (113.66, 34.75), (108.97, 34.28), (106.91, 34.38),
        (103.82, 36.03), (102.52, 37.59), (100.19, 39.00), (97.48, 40.09), (94.00, 42.00), (87.60, 43.80), (82.50, 45.20),
    ];

    /// <summary>The head of an arrow on the bridge, at the western edge of the large map.</summary>
    public static readonly Point[][] ArrowWest = [[(100.88, 39.03), (100.27, 38.97)], [(100.27, 38.97), (100.46, 38.50)]];

    /// <summary>Qingdao to the bridge; Chongqing to the bridge.</summary>
    public static readonly Point[][] Branches =
    [
        [(120.00, 36.27), (119.10, 36.62), (118.00, 36.80), (117.01, 36.65), (115.51, 36.00), (113.66, 34.75)],
        [(106.56, 29.56), (107.60, 31.28), (108.97, 32.69), (108.97, 34.28)],
    ];

    /// <summary>The most helpful first: those that find no room are left out.</summary>
    public static readonly MapPlace[] Places =
    [
        Place(116.40, 39.90, PlaceKind.City, "Beijing", "Peking", "Пекин", "北京", "پکن"),
        Place(103.00, 39.95, PlaceKind.Region, "Kazakhstan", "Kasachstan", "Казахстан", "哈萨克斯坦", "قزاقستان"),
        Place(117.00, 36.65, PlaceKind.Town, "Jinan", "Jinan", "Цзинань", "济南", "جی‌نان"),
        Place(108.94, 34.26, PlaceKind.City, "Xi’an", "Xi’an", "Сиань", "西安", "شی‌آن"),
        Place(121.47, 31.23, PlaceKind.City, "Shanghai", "Shanghai", "Шанхай", "上海", "شانگهای"),
        Place(103.82, 36.05, PlaceKind.City, "Lanzhou", "Lanzhou", "Ланьчжоу", "兰州", "لانژو"),
        Place(113.65, 34.75, PlaceKind.City, "Zhengzhou", "Zhengzhou", "Чжэнчжоу", "郑州", "ژنگژو"),
        Place(104.07, 30.67, PlaceKind.City, "Chengdu", "Chengdu", "Чэнду", "成都", "چنگدو"),
        Place(114.30, 30.59, PlaceKind.City, "Wuhan", "Wuhan", "Ухань", "武汉", "ووهان"),
        Place(120.38, 36.08, PlaceKind.Town, "Qingdao city", "Stadt Qingdao", "г. Циндао", "青岛市区", "شهر چینگدائو"),
        Place(117.18, 34.27, PlaceKind.Town, "Xuzhou", "Xuzhou", "Сюйчжоу", "徐州", "شوژو"),
        Place(119.53, 35.42, PlaceKind.Town, "Rizhao", "Rizhao", "Жичжао", "日照", "ریژائو"),
        Place(121.45, 37.46, PlaceKind.Town, "Yantai", "Yantai", "Яньтай", "烟台", "یانتای"),
        Place(119.16, 36.71, PlaceKind.Town, "Weifang", "Weifang", "Вэйфан", "潍坊", "وی‌فانگ"),
        Place(118.35, 35.10, PlaceKind.Town, "Linyi", "Linyi", "Линьи", "临沂", "لین‌یی"),
        Place(120.16, 33.35, PlaceKind.Town, "Yancheng", "Yancheng", "Яньчэн", "盐城", "یانچنگ"),
        Place(111.29, 30.69, PlaceKind.Town, "Yichang", "Yichang", "Ичан", "宜昌", "ییچانگ"),
        Place(106.63, 26.65, PlaceKind.Town, "Guiyang", "Guiyang", "Гуйян", "贵阳", "گوئی‌یانگ"),
        Place(112.94, 28.23, PlaceKind.Town, "Changsha", "Changsha", "Чанша", "长沙", "چانگشا"),
        Place(122.60, 33.40, PlaceKind.Water, "Yellow Sea", "Gelbes Meer", "Жёлтое море", "黄海", "دریای زرد"),
        Place(122.20, 35.20, PlaceKind.Water, "Yellow Sea", "Gelbes Meer", "Жёлтое море", "黄海", "دریای زرد"),
        Place(115.60, 29.00, PlaceKind.Water, "Yangtze", "Jangtse", "Янцзы", "长江", "یانگ‌تسه"),
        Place(109.60, 37.90, PlaceKind.Water, "Yellow River", "Gelber Fluss", "Хуанхэ", "黄河", "رود زرد"),
    ];

    private static MapPlace Place(double east, double north, PlaceKind kind, string en, string de, string ru, string zh, string fa) =>
        new((east, north), kind, new Dictionary<string, string> { ["en"] = en, ["de"] = de, ["ru"] = ru, ["zh"] = zh, ["fa"] = fa });
}
