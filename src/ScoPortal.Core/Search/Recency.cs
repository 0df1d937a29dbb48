namespace ScoPortal.Core.Search;

/// <summary>How much newer releases are preferred among equally fitting ones.</summary>
public static class Recency
{
    /// <summary>The age in days at which half of the bonus is gone.</summary>
    public const double HalfBonusDays = 180;

    /// <summary>
    /// 0.5 + 0.5 / (1 + age in days / 180): 1 on the day, 0.75 after half a year, towards 0.5 for the archive. Multiplied
    /// with a BM25 score it lets freshness decide between similar fits, and never outweigh one twice as good.
    /// </summary>
    /// <param name="publishedAt">When the release went out; in the future counts as just now.</param>
    /// <param name="now">The present instant.</param>
    /// <returns>Above 0.5, at most 1.</returns>
    public static double Factor(DateTimeOffset publishedAt, DateTimeOffset now) => Factor(now - publishedAt);

    /// <summary>The same by the age of the release; below zero counts as zero.</summary>
    public static double Factor(TimeSpan age) => 0.5 + 0.5 / (1 + Math.Max(0, age.Ticks) * (1 / (TimeSpan.TicksPerDay * HalfBonusDays)));
}
