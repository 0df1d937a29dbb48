using ScoPortal.Core;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Topics;
using ScoPortal.Core.Zones;

namespace ScoPortal.Data.Newsroom;

/// <summary>Reads the sample stories and lets them go through the newsroom as their files say.</summary>
internal sealed class SampleStories(
    IReadOnlyDictionary<string, Zone> zones, IReadOnlyDictionary<string, Topic> topics, DateTimeOffset now)
{
    private const string Folder = "stories/";
    private readonly Dictionary<string, (string Path, StoryFile File, Story Story)> stories = [];

    public IEnumerable<Story> Load()
    {
        foreach (var folder in NewsroomContent.Paths.Where(p => p.StartsWith(Folder, StringComparison.Ordinal))
            .GroupBy(p => p[..(p.LastIndexOf('/') + 1)]))
            Load(folder.Key, [.. folder]);

        foreach (var (path, file, story) in stories.Values)
            foreach (var relation in file.Relations)
                story.Relate(relation.Kind, stories.Named(relation.To, path).Story);
        return stories.Values.Select(s => s.Story);
    }

    private void Load(string folder, string[] paths)
    {
        var path = folder + "story.json";
        var file = JsonContent.Read<StoryFile>(path);
        var story = new Story();
        story.HappenedOn(file.EventDate);
        story.FileUnder(file.Zones.Select(z => zones.Named(z, path)), file.Topics.Select(t => topics.Named(t, path)));
        if (!stories.TryAdd(file.Key, (path, file, story)))
            throw new InvalidDataException($"{path}: another story has the key '{file.Key}'.");

        var releases = paths.Where(p => p.EndsWith(".md", StringComparison.Ordinal) && !p.Contains('@', StringComparison.Ordinal))
            .Select(p => (Language: p[folder.Length..^3], Newest: Read(p)!, First: Read(p[..^3] + "@1.md"))).ToList();
        foreach (var (language, newest, first) in releases)
            Follow(newest, () => Write(story, language, newest, first));
        foreach (var (language, newest, _) in releases.Where(r => r.Newest["translatedFrom"] is not null))
            Follow(newest, () => Translate(story, language, newest));
    }

    // A release is drafted three hours before readers get it, submitted, approved, published; a second revision of a
    // published one follows with its correction, or after a week.
    private void Write(Story story, string language, ReleaseFile newest, ReleaseFile? first)
    {
        var state = newest.State;
        var publishAt = state >= ReleaseState.Published ? newest.Instant("publishAt", now) : now;
        var ready = publishAt < now ? publishAt : now;
        var draft = first ?? newest;
        var release = story.Draft(language, draft.Content, new Edit(draft.Author, ready.AddHours(-3)));
        if (state >= ReleaseState.InReview)
            release.Submit(ready.AddHours(-2));
        if (state >= ReleaseState.Approved)
            release.Approve(ready.AddHours(-1));
        if (state >= ReleaseState.Published)
            release.Publish(publishAt, ready);

        var revised = state == ReleaseState.Corrected ? newest.Instant("correctedAt", now) : ready.AddDays(7);
        if (first is not null)
            release.Save(newest.Content, release.RevisionNumber, new Edit(newest.Author, revised, newest["revisionNote"], newest.Minor));
        if (state == ReleaseState.Corrected)
            release.Correct(newest.Required("correction"), revised);
        if (state == ReleaseState.Withdrawn)
            release.Withdraw(newest.Required("withdrawn"), newest.Instant("withdrawnAt", now));
    }

    private static void Translate(Story story, string language, ReleaseFile file)
    {
        var source = story.In(file.Required("translatedFrom")) ?? throw file.Malformed("the language it is translated from is missing");
        story.In(language)!.Follow(source, file.Number("translatedFromRevision") ?? source.RevisionNumber);
    }

    private static void Follow(ReleaseFile file, Action verbs)
    {
        try
        {
            verbs();
        }
        catch (RuleException broken)
        {
            throw file.Malformed($"it breaks the rule {broken.Message}", broken);
        }
    }

    private static ReleaseFile? Read(string path) => NewsroomContent.Text(path) is { } text ? new ReleaseFile(path, text) : null;

    private sealed record StoryFile(string Key, string[] Zones, string[] Topics, PartialDate? EventDate, RelationFile[] Relations);

    private sealed record RelationFile(RelationKind Kind, string To);
}
