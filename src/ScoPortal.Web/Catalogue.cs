using System.Collections.Frozen;
using Microsoft.AspNetCore.Html;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core;
using ScoPortal.Core.Zones;
using ScoPortal.Data;
using ScoPortal.Data.Changes;

namespace ScoPortal.Web;

/// <summary>
/// The zones and topics with their names, which every page needs: a projection held in memory and read anew when one of
/// them changes.
/// </summary>
public sealed class Catalogue : IProjection
{
    private volatile Snapshot current = new([], []);
    private long followed = -1;

    /// <summary>The zones, in their order.</summary>
    public IReadOnlyList<ZoneEntry> Zones => current.Zones;

    /// <summary>The topics, in their order.</summary>
    public IReadOnlyList<TopicEntry> Topics => current.Topics;

    /// <summary>The zone with that key, or null.</summary>
    public ZoneEntry? Zone(string? key) => current.Zones.Find(z => z.Key == key);

    /// <summary>The zone with that database key, or null.</summary>
    public ZoneEntry? Zone(int id) => current.Zones.Find(z => z.Id == id);

    /// <summary>The topic with that database key, or null.</summary>
    public TopicEntry? Topic(int id) => current.Topics.Find(t => t.Id == id);

    /// <summary>The topic with that key, or null.</summary>
    public TopicEntry? Topic(string? key) => current.Topics.Find(t => t.Key == key);

    /// <summary>The zones with those database keys.</summary>
    public IEnumerable<ZoneEntry> ZonesOf(IReadOnlyCollection<int> ids) => current.Zones.Where(z => ids.Contains(z.Id));

    /// <summary>The topics with those database keys.</summary>
    public IEnumerable<TopicEntry> TopicsOf(IReadOnlyCollection<int> ids) => current.Topics.Where(t => ids.Contains(t.Id));

    /// <inheritdoc />
    public async Task FollowAsync(PortalDb db, long newest, CancellationToken cancel)
    {
        if (newest == followed)
            return;
        var touched = followed < 0 || newest < followed || await db.Changes.AnyAsync(
            c => c.Number > followed && (c.Kind == ChangeKind.Zone || c.Kind == ChangeKind.Topic), cancel);
        if (touched)
            current = await ReadAsync(db, cancel);
        followed = newest;
    }

    private static async Task<Snapshot> ReadAsync(PortalDb db, CancellationToken cancel)
    {
        var zones = await db.Zones.AsNoTracking().OrderBy(z => z.Order).Select(z => new ZoneEntry(
            z.Id, z.Key, z.Mark, z.Latitude, z.Longitude,
            z.Profiles.Select(p => new ZoneNames(p.Language, p.Text.Name, p.Text.ShortName, p.Text.Kicker, p.Text.Standfirst) { Text = p.Text }).ToList())
        {
            Website = z.Website,
            Founded = z.Founded,
            FoundedSource = z.FoundedSource,
            Focus = z.FocusTopics.Select(t => t.Id).ToList(),
        }).AsSplitQuery().ToListAsync(cancel);
        var topics = await db.Topics.AsNoTracking().OrderBy(t => t.Order).Select(t => new TopicEntry(
            t.Id, t.Key, t.Centre == null ? null : t.Centre.Key,
            t.Names.Select(n => new TopicNames(n.Language, n.Name, n.Description)).ToList())).ToListAsync(cancel);
        return new Snapshot(zones, topics);
    }

    private sealed record Snapshot(List<ZoneEntry> Zones, List<TopicEntry> Topics);
}

/// <summary>A zone's names in one language.</summary>
public sealed record ZoneNames(string Language, string Name, string ShortName, string Kicker, string? Standfirst)
{
    /// <summary>All that is said of it in the language; null where nobody has described the zone.</summary>
    public ProfileText? Text { get; init; }
}

/// <summary>A topic's name in one language.</summary>
public sealed record TopicNames(string Language, string Name, string? Description);

/// <summary>What every page knows of a zone.</summary>
public sealed record ZoneEntry(int Id, string Key, ZoneMark Mark, double Latitude, double Longitude, IReadOnlyList<ZoneNames> Names)
{
    private static readonly FrozenDictionary<string, HtmlString> Signs = new[] { "m-square", "m-diamond", "m-circle" }.ToFrozenDictionary(
        symbol => symbol, symbol => new HtmlString($"<svg class=\"mark\" aria-hidden=\"true\"><use href=\"#{symbol}\"/></svg>"));

    /// <summary>Its own site, as it was typed.</summary>
    public string? Website { get; init; }

    public PartialDate? Founded { get; init; }

    public Source? FoundedSource { get; init; }

    /// <summary>Keys of the topics it works on.</summary>
    public IReadOnlyList<int> Focus { get; init; } = [];

    /// <summary>Its names in a language; in English, or in any, when it has none there.</summary>
    public ZoneNames In(string language) =>
        Names.FirstOrDefault(n => n.Language == language) ?? Names.FirstOrDefault(n => n.Language == "en") ?? (Names.Count > 0 ? Names[0] : new ZoneNames(language, Key, Key, Key, null));

    /// <summary>Its mark as it stands before its name. Decoration: the name always stands beside it.</summary>
    public HtmlString Sign => Signs[Symbol];

    /// <summary>Id of the SVG symbol with its mark.</summary>
    public string Symbol => Mark switch { ZoneMark.Square => "m-square", ZoneMark.Diamond => "m-diamond", _ => "m-circle" };
}

/// <summary>What every page knows of a topic.</summary>
public sealed record TopicEntry(int Id, string Key, string? CentreOf, IReadOnlyList<TopicNames> Names)
{
    /// <summary>Its name in a language; in English, or in any, when it has none there.</summary>
    public TopicNames In(string language) =>
        Names.FirstOrDefault(n => n.Language == language) ?? Names.FirstOrDefault(n => n.Language == "en") ?? (Names.Count > 0 ? Names[0] : new TopicNames(language, Key, null));
}
