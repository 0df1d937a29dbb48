using ScoPortal.Data.Nodes;
using ScoPortal.Data.Stories;

namespace ScoPortal.Data.Queries;

/// <summary>Who has a release open, told by signs of life that their browsers give every fifteen seconds.</summary>
public static class PresentPeople
{
    // Three of them missed, and somebody has gone.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    /// <summary>Those who are there at <paramref name="now"/>.</summary>
    public static IQueryable<Presence> Here(this IQueryable<Presence> presences, DateTimeOffset now)
    {
        var (oldest, newest) = (now - Patience, now + Clocks.Tolerance);
        return presences.Where(p => p.SeenAt > oldest && p.SeenAt <= newest);
    }

    /// <summary>The others: those who have gone, and those who were there while a clock was wrong.</summary>
    public static IQueryable<Presence> NotHere(this IQueryable<Presence> presences, DateTimeOffset now)
    {
        var (oldest, newest) = (now - Patience, now + Clocks.Tolerance);
        return presences.Where(p => p.SeenAt <= oldest || p.SeenAt > newest);
    }
}
