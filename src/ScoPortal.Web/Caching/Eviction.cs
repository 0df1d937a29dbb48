using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Data;
using ScoPortal.Data.Changes;
using ScoPortal.Data.Queries;

namespace ScoPortal.Web.Caching;

/// <summary>What has changed for readers, and so which pages are out of date.</summary>
internal sealed class Eviction
{
    private readonly HashSet<Subject> subjects = [];
    private List<ReleaseFacts> releases = [];

    private Eviction()
    {
    }

    /// <summary>Every page is out of date: zones and topics are named on all of them.</summary>
    public static Eviction OfEverything { get; } = new();

    /// <summary>What these changes mean for readers.</summary>
    public static async Task<Eviction> OfAsync(PortalDb db, IReadOnlyCollection<Change> changes, DateTimeOffset now, CancellationToken cancel)
    {
        if (changes.Any(c => c.Kind is ChangeKind.Zone or ChangeKind.Topic))
            return OfEverything;
        var eviction = new Eviction();
        foreach (var change in changes)
        {
            if (change.Kind == ChangeKind.Media)
                eviction.subjects.UnionWith([new(SubjectKind.Picture, change.SubjectId), new(SubjectKind.Picture, 0)]);
            else if (change.Kind is ChangeKind.Release or ChangeKind.Story)
                eviction.subjects.Add(new(change.Kind == ChangeKind.Release ? SubjectKind.Release : SubjectKind.Story, change.SubjectId));
        }

        var stories = changes.Keys(ChangeKind.Story);
        await eviction.ReadRelatedAsync(db, stories, cancel);
        await eviction.ReadReleasesAsync(db, changes.Keys(ChangeKind.Release), stories, now, cancel);
        return eviction;
    }

    /// <summary>The time of these releases has come.</summary>
    public static async Task<Eviction> OfAsync(PortalDb db, IReadOnlyCollection<int> due, DateTimeOffset now, CancellationToken cancel)
    {
        var eviction = new Eviction();
        eviction.subjects.UnionWith(due.Select(id => new Subject(SubjectKind.Release, id)));
        await eviction.ReadReleasesAsync(db, due, [], now, cancel);
        return eviction;
    }

    /// <summary>A page with these dependencies is out of date.</summary>
    public bool Concerns(FrozenSet<Subject> shown, ListWindow[] windows)
    {
        if (ReferenceEquals(this, OfEverything))
            return true;
        var (few, many) = shown.Count < subjects.Count ? ((IReadOnlyCollection<Subject>)shown, (IReadOnlySet<Subject>)subjects) : (subjects, shown);
        foreach (var subject in few)
            if (many.Contains(subject))
                return true;
        foreach (var window in windows)
            foreach (var release in releases)
                if (window.Takes(release))
                    return true;
        return false;
    }

    // A relation is seen from both of its ends.
    private async Task ReadRelatedAsync(PortalDb db, List<int> stories, CancellationToken cancel)
    {
        if (stories.Count == 0)
            return;
        var others = await db.RelatedStories(stories).ToListAsync(cancel);
        subjects.UnionWith(stories.Concat(others).Select(id => new Subject(SubjectKind.Related, id)));
    }

    private async Task ReadReleasesAsync(PortalDb db, IReadOnlyCollection<int> ids, List<int> stories, DateTimeOffset now, CancellationToken cancel)
    {
        if (ids.Count + stories.Count == 0)
            return;
        // What is withdrawn has left the lists that count it.
        releases = await db.Releases.Where(r => r.PublishAt <= now && (ids.Contains(r.Id) || stories.Contains(r.StoryId)))
            .Select(ReleaseFacts.Columns).AsNoTracking().AsSingleQuery().ToListAsync(cancel);
        foreach (var release in releases)
        {
            subjects.Add(new(SubjectKind.Versions, release.StoryId));
            if (release.IsCorrected)
                subjects.Add(new(SubjectKind.Corrections, 0, release.Language));
        }
    }
}
