using ScoPortal.Core.Stories;
using ScoPortal.Data.Changes;
using ScoPortal.Data.Queries;

namespace ScoPortal.Data.Counting;

/// <summary>
/// Every release in the order of publication, held in memory with what lists and counts need to know of it: some 24 bytes each. A projection that
/// follows the change log, so that no page counts the rows of the database, and a rare filter finds its few releases without looking at all.
/// What is scheduled is counted from its time on without anybody doing anything.
/// </summary>
public sealed class Publications : IProjection
{
    private volatile Shelf shelf = new([], []);
    private long followed = -1;

    /// <summary>The months in which there are public releases in a language, newest first.</summary>
    /// <param name="language">BCP 47.</param>
    /// <param name="now">The present instant, in UTC.</param>
    public IReadOnlyList<MonthCount> Months(string language, DateTimeOffset now) => shelf.Months(language, now.UtcTicks);

    /// <summary>How many public releases in a language are about each zone, by its key; none for zones without.</summary>
    /// <param name="language">BCP 47.</param>
    /// <param name="now">The present instant, in UTC.</param>
    public IReadOnlyDictionary<int, int> PerZone(string language, DateTimeOffset now) => shelf.Count<int>(now.UtcTicks, f => f.Language == language ? f.Zones : []);

    /// <summary>How many public releases in a language are filed under each topic, by its key; none for topics without.</summary>
    /// <param name="language">BCP 47.</param>
    /// <param name="now">The present instant, in UTC.</param>
    public IReadOnlyDictionary<int, int> PerTopic(string language, DateTimeOffset now) => shelf.Count<int>(now.UtcTicks, f => f.Language == language ? f.Topics : []);

    /// <summary>How many public releases there are in each language.</summary>
    /// <param name="now">The present instant, in UTC.</param>
    public IReadOnlyDictionary<string, int> PerLanguage(DateTimeOffset now) => shelf.Count<string>(now.UtcTicks, f => [f.Language]);

    /// <summary>How many releases are in each state, public or not.</summary>
    public IReadOnlyDictionary<ReleaseState, int> PerState => shelf.States;

    /// <summary>How many releases will be public later by themselves.</summary>
    /// <param name="now">The present instant, in UTC.</param>
    public int Scheduled(DateTimeOffset now) => shelf.Scheduled(now.UtcTicks).Length;

    /// <summary>How many stories have a release, public or not.</summary>
    public int Stories => shelf.Stories;

    /// <summary>Which ranges of keys have a public release in one of the languages, in order: 0 for the keys from 1 to <paramref name="size"/>.</summary>
    /// <param name="languages">BCP 47.</param>
    /// <param name="size">How many keys a range has.</param>
    /// <param name="now">The present instant, in UTC.</param>
    public IReadOnlyList<int> Ranges(IReadOnlyCollection<string> languages, int size, DateTimeOffset now) => shelf.Ranges(languages, size, now.UtcTicks);

    /// <summary>Keys of public releases in one language, newest first.</summary>
    /// <param name="language">BCP 47.</param>
    /// <param name="zoneId">About this zone; null for all.</param>
    /// <param name="topicId">Under this topic; null for all.</param>
    /// <param name="before">Published before this place; null for the newest.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="now">The present instant, in UTC.</param>
    public IReadOnlyList<int> Newest(string language, int? zoneId, int? topicId, Place? before, int count, DateTimeOffset now) =>
        shelf.Down(shelf.Fitting(language, zoneId, topicId), before, now.UtcTicks).Take(count).ToList();

    /// <summary>Keys of those published after a place, the nearest first.</summary>
    /// <param name="language">BCP 47.</param>
    /// <param name="zoneId">About this zone; null for all.</param>
    /// <param name="topicId">Under this topic; null for all.</param>
    /// <param name="after">The place.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="now">The present instant, in UTC.</param>
    public IReadOnlyList<int> After(string language, int? zoneId, int? topicId, Place after, int count, DateTimeOffset now) =>
        shelf.Up(shelf.Fitting(language, zoneId, topicId), after, now.UtcTicks).Take(count).ToList();

    /// <inheritdoc />
    public async Task FollowAsync(PortalDb db, long newest, CancellationToken cancel)
    {
        if (newest == followed)
            return;
        var changes = await db.ChangesSinceAsync(followed, newest, cancel);
        if (changes is null)
            shelf = await ShelfReader.ReadAsync(db, cancel);
        else if (changes.Any(c => c.Kind is ChangeKind.Release or ChangeKind.Story))
            shelf = await ShelfReader.ReplaceAsync(db, shelf, changes.Keys(ChangeKind.Release), changes.Keys(ChangeKind.Story), cancel);
        followed = newest;
    }
}
