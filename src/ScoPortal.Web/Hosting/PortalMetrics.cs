using System.Diagnostics.Metrics;
using ScoPortal.Data.Changes;
using ScoPortal.Data.Counting;

namespace ScoPortal.Web.Hosting;

/// <summary>
/// What the portal counts of itself, as the meter <c>ScoPortal</c>. Everything is in memory already: nobody who reads it makes the database work,
/// and where nobody listens a count costs the look whether somebody does.
/// </summary>
internal sealed class PortalMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "ScoPortal";

    private static readonly KeyValuePair<string, object?> Hit = new("result", "hit");
    private static readonly KeyValuePair<string, object?> Miss = new("result", "miss");

    private readonly Counter<long> pages;
    private readonly Counter<long> feeds;
    private readonly Counter<long> imports;

    public PortalMetrics(IMeterFactory meters, Publications publications, ChangeFollower follower, TimeProvider time)
    {
        var meter = meters.Create(Name);
        pages = meter.CreateCounter<long>("scoportal.pages", "{page}", "Readers' pages and feeds, from memory (hit) or made (miss)");
        feeds = meter.CreateCounter<long>("scoportal.feeds.fetches", "{fetch}", "Feeds that readers' programs have asked for, by format");
        imports = meter.CreateCounter<long>("scoportal.imports.failures", "{text}", "Wire texts that could not be imported at this node's desk");
        meter.CreateObservableGauge(
            "scoportal.releases", () => publications.PerState.Select(s => new Measurement<int>(s.Value, new KeyValuePair<string, object?>("state", s.Key.ToString()))),
            "{release}", "Releases by state; Published has those that are scheduled");
        meter.CreateObservableGauge("scoportal.releases.scheduled", () => publications.Scheduled(time.GetUtcNow()), "{release}", "Releases that will be public by themselves");
        meter.CreateObservableGauge("scoportal.changes.newest", () => follower.Newest, "{change}", "Newest number of the change log at this node's last look; nodes that differ for long are behind");
        meter.CreateObservableGauge("scoportal.changes.lag", () => follower.Behind.TotalSeconds, "s", "Since when something of this node's index and caches has not followed the change log; 0 while all do");
    }

    /// <summary>A reader got a page that was kept.</summary>
    public void PageKept() => pages.Add(1, Hit);

    /// <summary>A page was made for a reader.</summary>
    public void PageMade() => pages.Add(1, Miss);

    /// <summary>A text could not be imported.</summary>
    public void ImportFailed() => imports.Add(1);

    /// <summary>Counts what is asked for, where it is a feed.</summary>
    public void Asked(PathString path)
    {
        if (!feeds.Enabled || path.Value is not { } text)
            return;
        var name = text.AsSpan(text.LastIndexOf('/') + 1);
        if (name.StartsWith("feed.", StringComparison.Ordinal) && name[5..] is "atom" or "rss" or "json")
            feeds.Add(1, new KeyValuePair<string, object?>("format", name[5..].ToString()));
    }
}
