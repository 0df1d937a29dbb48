using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data;
using ScoPortal.Data.Changes;

namespace ScoPortal.Web.Caching;

/// <summary>
/// The answers that every reader gets alike, as they go over the wire. A projection: it follows the change log and the clock, and drops the
/// pages that show what has changed. Bounded by <c>Portal:PageCacheMegabytes</c>; what was not asked for longest goes first.
/// </summary>
internal sealed class PageCache(PortalOptions options, TimeProvider time) : IProjection
{
    private const int MostUpcoming = 1_000;

    // A page is good for the day on which it is made.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<PageKey, CachedPage> pages = new();
    private readonly Dictionary<PageKey, Filling> fillings = [];
    private readonly Lock gate = new();
    private readonly long limit = options.PageCacheMegabytes * 1024L * 1024;
    private long size;
    private long followed = -1;
    private DateTimeOffset followedAt;
    private volatile int looks;
    private List<(int Id, DateTimeOffset At)> upcoming = [];
    private volatile Second second = new(0, "@0");

    /// <summary>There is room to keep anything.</summary>
    public bool Keeps => limit > 0;

    /// <summary>What X-Accel-Expires says now: good until this second is over.</summary>
    public string ThisSecond
    {
        get
        {
            var now = time.GetUtcNow().ToUnixTimeSeconds();
            if (second.Number != now)
                second = new(now, string.Create(CultureInfo.InvariantCulture, $"@{now}"));
            return second.Text;
        }
    }

    /// <summary>The answer that is kept for that, or null.</summary>
    public CachedPage? Find(in PageKey key)
    {
        if (!pages.TryGetValue(key, out var page))
            return null;
        // Of another day either way: one that was made while the clock was ahead is not kept until it is as late again.
        if (page.Until - time.GetUtcNow() is var left && (left <= TimeSpan.Zero || left > Longest))
        {
            Drop(key, page);
            return null;
        }

        page.LastUsed = looks;
        return page;
    }

    /// <summary>Says that a page is being made, unless somebody is at it already.</summary>
    public Filling Begin(in PageKey key, out bool isMine)
    {
        if (!Keeps)
        {
            isMine = true;
            return new Filling(key);
        }

        lock (gate)
        {
            isMine = !fillings.TryGetValue(key, out var filling);
            return filling ?? (fillings[key] = new Filling(key));
        }
    }

    /// <summary>Keeps what was made, unless it is out of date already, and lets those who wait go on.</summary>
    /// <param name="filling">One's own; what was made is kept only if it is from <see cref="Begin"/>.</param>
    /// <param name="page">Null where the answer is not for everybody.</param>
    /// <param name="isAgain">Nothing was made: the next may try.</param>
    public void End(Filling filling, CachedPage? page, bool isAgain = false)
    {
        lock (gate)
        {
            var isKnown = fillings.GetValueOrDefault(filling.Key) == filling && fillings.Remove(filling.Key);
            if (page is not null && filling.Missed.Exists(page.Shows))
                (page, isAgain) = (null, true);
            if (page is not null && isKnown && page.Size <= limit / 8)
                Keep(filling.Key, page);
        }

        filling.End(page, isAgain);
        Trim();
    }

    /// <inheritdoc />
    public async Task FollowAsync(PortalDb db, long newest, CancellationToken cancel)
    {
        if (!Keeps)
            return;
        looks++;
        var now = time.GetUtcNow();
        // The clock has been put back: pages show what is not public yet, and what was due will be due once more.
        var isBack = now < followedAt;
        if (newest != followed || isBack)
        {
            var changes = isBack ? null : await db.ChangesSinceAsync(followed, newest, cancel);
            Evict(changes is null ? Eviction.OfEverything : await Eviction.OfAsync(db, changes, now, cancel));
            await ReadUpcomingAsync(db, now, cancel);
            followed = newest;
        }

        followedAt = now;
        if (upcoming.Count == 0 || upcoming[0].At > now)
            return;
        var due = upcoming.TakeWhile(r => r.At <= now).Select(r => r.Id).ToList();
        Evict(await Eviction.OfAsync(db, due, now, cancel));
        if (upcoming.Count == MostUpcoming)
            await ReadUpcomingAsync(db, now, cancel);
        else
            upcoming.RemoveRange(0, due.Count);
    }

    // What is scheduled, and what is under embargo, becomes public without a change.
    private async Task ReadUpcomingAsync(PortalDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var rows = await db.Releases.Where(r => r.PublishAt > now && r.State != ReleaseState.Withdrawn)
            .OrderBy(r => r.PublishAt).Take(MostUpcoming).Select(r => new { r.Id, At = r.PublishAt!.Value }).ToListAsync(cancel);
        upcoming = rows.ConvertAll(r => (r.Id, r.At));
    }

    private void Evict(Eviction eviction)
    {
        lock (gate)
            foreach (var filling in fillings.Values)
                filling.Missed.Add(eviction);
        foreach (var (key, page) in pages)
            if (page.Shows(eviction))
                Drop(key, page);
    }

    private void Keep(PageKey key, CachedPage page)
    {
        if (pages.TryGetValue(key, out var old))
            Drop(key, old);
        page.LastUsed = looks;
        pages[key] = page;
        Interlocked.Add(ref size, page.Size);
    }

    private void Drop(PageKey key, CachedPage page)
    {
        if (pages.TryRemove(KeyValuePair.Create(key, page)))
            Interlocked.Add(ref size, -page.Size);
    }

    // A tenth at once, so that it is seldom.
    private void Trim()
    {
        if (Interlocked.Read(ref size) <= limit)
            return;
        lock (gate)
            foreach (var (key, page) in pages.OrderBy(p => p.Value.LastUsed))
            {
                if (Interlocked.Read(ref size) <= limit * 9 / 10)
                    break;
                Drop(key, page);
            }
    }

    private sealed record Second(long Number, string Text);
}
