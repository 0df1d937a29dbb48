namespace ScoPortal.Core.Wire.Data;

/// <summary>
/// Cities that datelines name without a country, and states, provinces and cantons that stand where a country would.
/// </summary>
internal static class Cities
{
    private const string RegionTable = """
        US|Alabama;Ala.;AL;Alaska;AK;Arizona;Ariz.;AZ;Arkansas;Ark.;AR;California;Calif.;CA;Colorado;Colo.;CO;Connecticut;Conn.;CT;Delaware;Del.;DE;Florida;Fla.;FL;Ga.;GA;Hawaii;HI;Idaho;ID;Illinois;Ill.;IL;Indiana;Ind.;IN;Iowa;IA;Kansas;Kan.;KS;Kentucky;Ky.;KY;Louisiana;La.;LA;Maine;ME;Maryland;Md.;MD;Massachusetts;Mass.;MA;Michigan;Mich.;MI;Minnesota;Minn.;MN;Mississippi;Miss.;MS;Missouri;Mo.;MO;Montana;Mont.;MT;Nebraska;Neb.;NE;Nevada;Nev.;NV;New Hampshire;N.H.;NH;New Jersey;N.J.;NJ;New Mexico;N.M.;NM;N.Y.;NY;North Carolina;N.C.;NC;North Dakota;N.D.;ND;Ohio;OH;Oklahoma;Okla.;OK;Oregon;Ore.;OR;Pennsylvania;Pa.;PA;Rhode Island;R.I.;RI;South Carolina;S.C.;SC;South Dakota;S.D.;SD;Tennessee;Tenn.;TN;Texas;Tex.;TX;Utah;UT;Vermont;Vt.;VT;Virginia;Va.;VA;Wash.;WA;West Virginia;W.Va.;WV;Wisconsin;Wis.;WI;Wyoming;Wyo.;WY;D.C.;DC
        CA|Ontario;Ont.;ON;Quebec;Québec;Que.;QC;British Columbia;B.C.;BC;Alberta;Alta.;AB;Manitoba;Man.;MB;Saskatchewan;Sask.;SK;Nova Scotia;N.S.;NS;New Brunswick;N.B.;NB;Newfoundland;NL;Prince Edward Island;Yukon
        """;

    private static readonly Dictionary<string, string> Codes = Rows.Read(Rows.File("Cities.txt"));

    private static readonly Dictionary<string, string> Regions = Rows.Read(RegionTable);

    /// <summary>The country of a well-known city or Chinese province, or null.</summary>
    public static string? Country(string city) => Codes.GetValueOrDefault(city.Trim());

    /// <summary>The country of a state or province that stands after a city, or null.</summary>
    public static string? RegionCountry(string region) => Regions.GetValueOrDefault(region.Trim())
        ?? Regions.GetValueOrDefault(region.Trim() + ".");
}
