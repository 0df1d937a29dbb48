namespace ScoPortal.Core.Wire.Data;

/// <summary>Month names and abbreviations of the languages read, without full stops.</summary>
internal static class Months
{
    private const string Table = """
        1|January;Jan;Januar;Jänner;Jän;января;январь;янв;janvier;janv;enero;ene
        2|February;Feb;Februar;Febr;Feber;февраля;февраль;фев;февр;février;févr;febrero
        3|March;Mar;März;Mrz;марта;март;мар;mars;marzo
        4|April;Apr;апреля;апрель;апр;avril;avr;abril;abr
        5|May;Mai;мая;май;mayo
        6|June;Jun;Juni;июня;июнь;июн;juin;junio
        7|July;Jul;Juli;июля;июль;июл;juillet;juil;julio
        8|August;Aug;августа;август;авг;août;agosto;ago
        9|September;Sep;Sept;сентября;сентябрь;сен;сент;septembre;septiembre;setiembre
        10|October;Oct;Oktober;Okt;октября;октябрь;окт;octobre;octubre
        11|November;Nov;ноября;ноябрь;ноя;нояб;novembre;noviembre
        12|December;Dec;Dezember;Dez;декабря;декабрь;дек;décembre;déc;diciembre;dic
        """;

    private static readonly Dictionary<string, string> Numbers = Rows.Read(Table);

    /// <summary>Every name, longest first, joined for a pattern.</summary>
    public static string Pattern { get; } = string.Join('|', Numbers.Keys
        .OrderByDescending(k => k.Length).ThenBy(k => k, StringComparer.Ordinal));

    /// <summary>1 to 12.</summary>
    /// <exception cref="KeyNotFoundException">Not a name in the table.</exception>
    public static int Number(string name) => int.Parse(Numbers[name], System.Globalization.CultureInfo.InvariantCulture);
}
