namespace ScoPortal.Web.Areas.Admin.Pages;

/// <summary>A list of what waits.</summary>
/// <param name="Name">Part of the names of its texts.</param>
/// <param name="Count">How many, at most one more than <see cref="IndexModel.CountedTo"/>.</param>
/// <param name="Path">All of it.</param>
/// <param name="Items">The newest few.</param>
public sealed record Waiting(string Name, int Count, string Path, IReadOnlyList<WaitingItem> Items);

/// <summary>One thing that waits.</summary>
public sealed record WaitingItem(string Path, string Language, string Headline, IReadOnlyList<int> Zones, string? Detail, DateTimeOffset At);
