using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data;
using ScoPortal.Data.Queries;
using ScoPortal.Web.Caching;
using ScoPortal.Web.Pages.Shared;
using Version = ScoPortal.Web.Pages.Shared.Version;

namespace ScoPortal.Web.Pages.News;

/// <summary>What stands around a release on its page.</summary>
public sealed record Around
{
    private const int RelatedCount = 3;

    /// <summary>The language versions of the story that visitors may open, the release itself included.</summary>
    public required IReadOnlyList<Version> Versions { get; init; }

    /// <summary>Keys of the zones it is about.</summary>
    public required IReadOnlyList<int> Zones { get; init; }

    /// <summary>Keys of its subjects.</summary>
    public required IReadOnlyList<int> Topics { get; init; }

    /// <summary>Keys of its pictures, in order.</summary>
    public required IReadOnlyList<int> Pictures { get; init; }

    /// <summary>Its public correction notes, the oldest first.</summary>
    public required IReadOnlyList<Row.Note> Corrections { get; init; }

    /// <summary>The release before it in time.</summary>
    public Teaser? Previous { get; private init; }

    /// <summary>The release after it in time.</summary>
    public Teaser? Next { get; private init; }

    /// <summary>Those that an editor has related to it, then others on its topics; newest first.</summary>
    public required IReadOnlyList<Teaser> Related { get; init; }

    private enum Part
    {
        Version,
        Zone,
        Topic,
        Picture,
        Correction,
        Previous,
        Next,
        Linked,
        OnTopic,
    }

    /// <summary>Reads all of it in one query.</summary>
    public static async Task<Around> ReadAsync(PortalDb db, Row release, DateTimeOffset now, CancellationToken cancel)
    {
        List<Line> lines = [];
        await foreach (var line in Lines.For(db)(db, release.Id, release.StoryId, release.Language, release.PublishAt is { } at && at < now ? at : now, now, release.HasTopics).WithCancellation(cancel))
            lines.Add(line);
        return new Around
        {
            Versions = [.. Of(Part.Version).Select(v => new Version(v.Id, v.Language, v.Slug, v.PublishAt, !v.IsTranslation, v.IsStale))],
            Zones = [.. Of(Part.Zone).Select(z => z.Id)],
            Topics = [.. Of(Part.Topic).Select(t => t.Id)],
            Pictures = [.. Of(Part.Picture).OrderBy(p => p.StoryId).Select(p => p.Id)],
            Corrections = [.. Of(Part.Correction).OrderBy(c => c.PublishAt).Select(c => new Row.Note(c.Headline, c.PublishAt))],
            Previous = Of(Part.Previous).FirstOrDefault(),
            Next = Of(Part.Next).FirstOrDefault(),
            Related = [.. NewestFirst(Part.Linked).Concat(NewestFirst(Part.OnTopic)).Take(RelatedCount)],
        };

        IEnumerable<Line> Of(Part part) => lines.Where(l => l.Part == part);
        IEnumerable<Line> NewestFirst(Part part) => Of(part).OrderByDescending(l => l.PublishAt).ThenByDescending(l => l.Id);
    }

    /// <summary>Says on what the page depends that shows all this.</summary>
    public void Tell(PageDependencies page, Row release)
    {
        page.OnVersions(release.StoryId);
        page.OnRelated(release.StoryId);
        foreach (var version in Versions)
            page.OnRelease(version.Id, release.StoryId);
        foreach (var teaser in (IEnumerable<Teaser?>)[Previous, Next, .. Related])
            if (teaser is not null)
                page.OnRelease(teaser.Id, teaser.StoryId);
        page.OnList(new ListWindow(release.Language, From: Previous?.PublishAt, To: Next?.PublishAt));
        if (Related.Count(r => ((Line)r).Part == Part.Linked) == RelatedCount)
            return;
        DateTimeOffset? oldest = Related.Count < RelatedCount ? null : Related[^1].PublishAt;
        foreach (var topic in Topics)
            page.OnList(new ListWindow(release.Language, TopicId: topic, From: oldest));
    }

    // One way to the database instead of nine. Without a topic nothing is on one: asked for all the same, every release would be looked at.
    private static readonly Compiled<Func<PortalDb, int, int, string, DateTimeOffset, DateTimeOffset, bool, IAsyncEnumerable<Line>>> Lines = new(() =>
        EF.CompileAsyncQuery((PortalDb db, int id, int story, string language, DateTimeOffset at, DateTimeOffset now, bool hasTopics) =>
            db.Releases.Where(r => r.StoryId == story && r.PublishAt <= now && r.State != ReleaseState.Withdrawn)
                .Select(r => new Line
                {
                    Part = Part.Version, Id = r.Id, StoryId = r.StoryId, Language = r.Language, Slug = r.Slug, Headline = r.Content.Headline,
                    PublishAt = r.PublishAt!.Value, State = r.State, IsTranslation = r.TranslatedFromId != null, IsStale = r.StaleSentences > 0, Zone = 0, Topic = 0,
                })
            .Concat(db.Stories.Where(s => s.Id == story).SelectMany(s => s.Zones).Select(z => new Line
                {
                    Part = Part.Zone, Id = z.Id, StoryId = story, Language = null!, Slug = null!, Headline = null!,
                    PublishAt = now, State = ReleaseState.Published, IsTranslation = false, IsStale = false, Zone = 0, Topic = 0,
                }))
            .Concat(db.Stories.Where(s => s.Id == story).SelectMany(s => s.Topics).Select(t => new Line
                {
                    Part = Part.Topic, Id = t.Id, StoryId = story, Language = null!, Slug = null!, Headline = null!,
                    PublishAt = now, State = ReleaseState.Published, IsTranslation = false, IsStale = false, Zone = 0, Topic = 0,
                }))
            .Concat(db.Releases.Where(r => r.Id == id).SelectMany(r => r.Media).Select(m => new Line
                {
                    Part = Part.Picture, Id = m.Item.Id, StoryId = m.Order, Language = null!, Slug = null!, Headline = null!,
                    PublishAt = now, State = ReleaseState.Published, IsTranslation = false, IsStale = false, Zone = 0, Topic = 0,
                }))
            .Concat(db.Releases.Where(r => r.Id == id).SelectMany(r => r.Corrections).Select(c => new Line
                {
                    Part = Part.Correction, Id = c.Id, StoryId = story, Language = null!, Slug = null!, Headline = c.Note,
                    PublishAt = c.At, State = ReleaseState.Published, IsTranslation = false, IsStale = false, Zone = 0, Topic = 0,
                }))
            .Concat(db.Releases.Where(r => r.Language == language && r.PublishAt <= at && (r.PublishAt < at || r.Id < id) && r.State != ReleaseState.Withdrawn)
                .OrderByDescending(r => r.PublishAt).ThenByDescending(r => r.Id).Take(1)
                .Select(r => new Line
                {
                    Part = Part.Previous, Id = r.Id, StoryId = r.StoryId, Language = r.Language, Slug = r.Slug, Headline = r.Content.Headline,
                    PublishAt = r.PublishAt!.Value, State = r.State, IsTranslation = r.TranslatedFromId != null, IsStale = false, Zone = 0, Topic = 0,
                }))
            .Concat(db.Releases.Where(r => r.Language == language && r.PublishAt >= at && (r.PublishAt > at || r.Id > id) && r.PublishAt <= now && r.State != ReleaseState.Withdrawn)
                .OrderBy(r => r.PublishAt).ThenBy(r => r.Id).Take(1)
                .Select(r => new Line
                {
                    Part = Part.Next, Id = r.Id, StoryId = r.StoryId, Language = r.Language, Slug = r.Slug, Headline = r.Content.Headline,
                    PublishAt = r.PublishAt!.Value, State = r.State, IsTranslation = r.TranslatedFromId != null, IsStale = false, Zone = 0, Topic = 0,
                }))
            // Few are related: an index of the order of publication would have to be read to its end to find that there is no other.
            .Concat(db.Releases.Where(r => r.Language + "" == language && (r.PublishAt ?? DateTimeOffset.MaxValue) <= now && r.State != ReleaseState.Withdrawn
                    && db.Set<Relation>().Where(x => EF.Property<int>(x, "StoryId") == story).Select(x => EF.Property<int>(x, "OtherId"))
                        .Union(db.Set<Relation>().Where(x => EF.Property<int>(x, "OtherId") == story).Select(x => EF.Property<int>(x, "StoryId"))).Contains(r.StoryId))
                .OrderByDescending(r => r.PublishAt).ThenByDescending(r => r.Id).Take(RelatedCount)
                .Select(r => new Line
                {
                    Part = Part.Linked, Id = r.Id, StoryId = r.StoryId, Language = r.Language, Slug = r.Slug, Headline = r.Content.Headline,
                    PublishAt = r.PublishAt!.Value, State = r.State, IsTranslation = r.TranslatedFromId != null, IsStale = false,
                    Zone = r.Story.Zones.OrderBy(z => z.Order).Select(z => z.Id).FirstOrDefault(),
                    Topic = r.Story.Topics.OrderBy(t => t.Order).Select(t => t.Id).FirstOrDefault(),
                }))
            .Concat(db.Releases.Where(r => hasTopics && r.Language == language && r.PublishAt <= now && r.State != ReleaseState.Withdrawn && r.StoryId != story
                    && !db.Set<Relation>().Any(x => EF.Property<int>(x, "StoryId") == story && EF.Property<int>(x, "OtherId") == r.StoryId)
                    && !db.Set<Relation>().Any(x => EF.Property<int>(x, "OtherId") == story && EF.Property<int>(x, "StoryId") == r.StoryId)
                    && r.Story.Topics.Any(t => db.Stories.Where(s => s.Id == story).SelectMany(s => s.Topics).Select(x => x.Id).Contains(t.Id)))
                .OrderByDescending(r => r.PublishAt).ThenByDescending(r => r.Id).Take(RelatedCount)
                .Select(r => new Line
                {
                    Part = Part.OnTopic, Id = r.Id, StoryId = r.StoryId, Language = r.Language, Slug = r.Slug, Headline = r.Content.Headline,
                    PublishAt = r.PublishAt!.Value, State = r.State, IsTranslation = r.TranslatedFromId != null, IsStale = false,
                    Zone = r.Story.Zones.OrderBy(z => z.Order).Select(z => z.Id).FirstOrDefault(),
                    Topic = r.Story.Topics.OrderBy(t => t.Order).Select(t => t.Id).FirstOrDefault(),
                }))));

    // Every part has the columns of all; what a part does not have is null there.
    private sealed record Line : Teaser
    {
        public required Part Part { get; init; }

        public required bool IsStale { get; init; }
    }
}
