using ScoPortal.Data.Counting;

namespace ScoPortal.Web.Pages.Archive;

/// <summary>The months of one year as a list of links, and the first day of the one that is shown, if it is among them.</summary>
public sealed record Months(IEnumerable<MonthCount> All, DateOnly? Current = null);
