namespace ScoPortal.Data.Counting;

/// <summary>A month with releases, by UTC.</summary>
/// <param name="Year">Its year.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Count">How many were published in it; at least 1.</param>
public sealed record MonthCount(int Year, int Month, int Count);
