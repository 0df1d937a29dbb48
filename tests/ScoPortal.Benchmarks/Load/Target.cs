using System.Globalization;

namespace ScoPortal.Benchmarks.Load;

/// <summary>A figure that was promised.</summary>
/// <param name="What">Of what.</param>
/// <param name="Wanted">The bound.</param>
/// <param name="Measured">What was measured.</param>
/// <param name="Unit">Of both, such as "MB"; empty for a ratio.</param>
/// <param name="IsMost">The bound is the most; otherwise it is the least.</param>
internal sealed record Target(string What, double Wanted, double Measured, string Unit = "", bool IsMost = false)
{
    public bool IsReached => IsMost ? Measured <= Wanted : Measured >= Wanted;

    /// <summary>A table of targets in Markdown.</summary>
    public static IEnumerable<string> Table(IEnumerable<Target> targets) =>
    [
        "| Target | Wanted | Measured | |",
        "| --- | ---: | ---: | --- |",
        .. targets.Select(t => $"| {t.What} | {(t.IsMost ? "≤" : "≥")} {t.Text(t.Wanted)} | {t.Text(t.Measured)} | {(t.IsReached ? "reached" : "**missed**")} |"),
    ];

    /// <summary>A figure with as many digits as are of use.</summary>
    public static string Digits(double figure) =>
        !double.IsFinite(figure) ? "–" : figure.ToString(figure switch { >= 100 => "#,0", >= 10 => "0.0", _ => "0.00" }, CultureInfo.InvariantCulture);

    private string Text(double figure) => Unit.Length == 0 ? Digits(figure) : $"{Digits(figure)} {Unit}";
}
