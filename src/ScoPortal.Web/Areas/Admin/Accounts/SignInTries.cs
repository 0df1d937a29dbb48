using System.Collections.Concurrent;

namespace ScoPortal.Web.Areas.Admin.Accounts;

/// <summary>
/// Wrong passwords, counted for each place that they may come from: a browser that the account is known in, a session, or all the world. The
/// world spends only its own tries. In memory: an unknown address and a known one cost the same, and a stranger writes nothing.
/// </summary>
public sealed class SignInTries(TimeProvider clock)
{
    /// <summary>So many wrong ones in a row, and no further password is tried.</summary>
    public const int Most = 5;

    // Only places that are known are counted; what is older than the time is cleared away when there are many.
    private const int Many = 10_000;

    /// <summary>For how long after the last of them.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<string, (int Wrong, DateTimeOffset At)> places = new(StringComparer.Ordinal);

    /// <summary>
    /// Takes one of the tries before it is known whether the password is right: however many come at once, no more of them are looked at.
    /// </summary>
    /// <returns>How many are taken with this one; null when none was left.</returns>
    public int? Take(string place)
    {
        var now = clock.GetUtcNow();
        if (places.Count > Many)
            foreach (var (old, tries) in places)
                if (!IsRecent(tries.At, now))
                    places.TryRemove(new(old, tries));
        while (true)
        {
            if (!places.TryGetValue(place, out var tries))
            {
                if (places.TryAdd(place, (1, now)))
                    return 1;
                continue;
            }

            var wrong = IsRecent(tries.At, now) ? tries.Wrong : 0;
            if (wrong >= Most)
                return null;
            if (places.TryUpdate(place, (wrong + 1, now), tries))
                return wrong + 1;
        }
    }

    /// <summary>The password was right: the try was none of a stranger's.</summary>
    public void GiveBack(string place)
    {
        while (places.TryGetValue(place, out var tries) && !places.TryUpdate(place, (Math.Max(0, tries.Wrong - 1), tries.At), tries))
        {
        }
    }

    /// <summary>Somebody got in from there.</summary>
    public void Forget(string place) => places.TryRemove(place, out _);

    // Either way: a clock that has been put back keeps nobody out until it is as late again.
    private static bool IsRecent(DateTimeOffset at, DateTimeOffset now) => (now - at).Duration() < Time;
}
