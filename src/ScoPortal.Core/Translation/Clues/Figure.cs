namespace ScoPortal.Core.Translation.Clues;

/// <summary>What a figure says.</summary>
public enum FigureKind
{
    /// <summary>A count, amount or year: 160, 1.5 Mio., 三十, двух.</summary>
    Number,

    /// <summary>A share in hundredths: 12.5 %, 百分之三十.</summary>
    Percent,

    /// <summary>A day, a day of a year not given, a month of a year, or a month.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A place in a row: 18th, второй, 第十八. A day named without its month is one too: 20日.</summary>
    Ordinal,
}

/// <summary>A number or date as it stands in a text.</summary>
/// <param name="Start">First UTF-16 unit in the text.</param>
/// <param name="Length">UTF-16 units, with its multiplier and sign: "1,5 Mio.", "12 %".</param>
/// <param name="Kind">What it says.</param>
/// <param name="Value">
/// The same in every language. Numbers, percentages and ordinals: plain decimal digits with a full stop, no group marks and no zeros at the
/// end ("150000", "1.5"); what has several full stops and is no number stays as it is ("2.2.1"). Dates: ISO 8601, a missing year or day left
/// out ("2021-06-18", "--06-18", "2021-06", "--06"). Times: "15:30".
/// </param>
public readonly record struct Figure(int Start, int Length, FigureKind Kind, string Value);
