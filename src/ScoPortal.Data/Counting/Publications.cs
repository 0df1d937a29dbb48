using ScoPortal.Core.Stories;
using ScoPortal.Data.Changes;
using ScoPortal.Data.Queries;

namespace ScoPortal.Data.Counting;

/// <summary>
/// Every release in the order of publication, held in memory with what lists and counts need to know of it: some 40 bytes each. A projection that
/// follows the change log, so that no page counts the rows of the database, and a rare filter finds its few releases without looking at all.
/// What is scheduled is counted from its time on without anybody doing anything.
/// </summary>
public sealed class Publications : IProjection
{
    private volatile Followed followed = new(new Shelf([], []), Number: -1);

    /// <summary>The months in which there are public releases in a language, newest first.</summary>
    /// <param name="language">BCP 47.</param>
    /// <param name="now">The present instant, in UTC.</param>
    public IReadOnlyList<MonthCount> Months(string language, DateTimeOffset now) => followed.Shelf.Months(language, now.UtcTicks);

    /// <summary>How many public releases in a language are about each zone, by its key; none for zones without.</summary>
    /// <param name="language">BCP 47.</param>
    /// <param name="now">The present instant, in UTC.</param>
    public IReadOnlyDictionary<int, int> PerZone(string language, DateTimeOffset now) => followed.Shelf.Count<int>(now.UtcTicks, f => f.Language == language ? f.Zones : []);

    /// <summary>How many public releases in a language are filed under each topic, by its key; none for topics without.</summary>
    /// <param name="language">BCP 47.</param>
    /// <param name="now">The present instant, in UTC.</param>
    public IReadOnlyDictionary<int, int> PerTopic(string language, DateTimeOffset now) => followed.Shelf.Count<int>(now.UtcTicks, f => f.Language == language ? f.Topics : []);

    /// <summary>How many public releases there are in each language.</summary>
    /// <param name="now">The present instant, in UTC.</param>
    public IReadOnlyDictionary<string, int> PerLanguage(DateTimeOffset now) => followed.Shelf.Count<string>(now.UtcTicks, f => [f.Language]);

    /// <summary>How many releases are in each state, public or not.</summary>
    public IReadOnlyDictionary<ReleaseState, int> PerState => followed.Shelf.States;

    /// <summary>How many releases will be public later by themselves.</summary>
    /// <param name="now">The present instant, in UTC.</param>
    public int Scheduled(DateTimeOffset now) => followed.Shelf.Scheduled(now.UtcTicks).Length;

    /// <summary>How many stories have a release, public or not.</summary>
    public int Stories => followed.Shelf.Stories;

    /// <summary>Which ranges of keys have a public release in one of the languages, in order: 0 for the keys from 1 to <paramref name="size"/>.</summary>
    /// <param name="languages">BCP 47.</param>
    /// <param name="size">How many keys a range has.</param>
    /// <param name="now">The present instant, in UTC.</param>
    public IReadOnlyList<int> Ranges(IReadOnlyCollection<string> languages, int size, DateTimeOffset now) => followed.Shelf.Ranges(languages, size, now.UtcTicks);

    /// <summary>Keys of the first of a list.</summary>
    /// <param name="list">Which.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="now">The present instant, in UTC.</param>
    public KnownKeys Find(PublicList list, int count, DateTimeOffset now)
    {
        var (all, number) = followed;
        return new(all.First(list, count, now.UtcTicks), number);
    }

    /// <summary>
    /// Keys of the first of a list of the desk; in the order of headlines, of all that fit. Null where memory does not know them: there are too many, or
    /// they go by what is not here.
    /// </summary>
    /// <param name="list">Which.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="now">The present instant, in UTC.</param>
    public KnownKeys? Find(DeskList list, int count, DateTimeOffset now)
    {
        var (all, number) = followed;
        return all.First(list, count, now.UtcTicks) is { } keys ? new(keys, number) : null;
    }

    /// <inheritdoc />
    public async Task FollowAsync(PortalDb db, long newest, CancellationToken cancel)
    {
        var (all, number) = followed;
        if (newest == number)
            return;
        var changes = await db.ChangesSinceAsync(number, newest, cancel);
        if (changes is null)
            all = await ShelfReader.ReadAsync(db, cancel);
        else if (changes.Any(c => c.Kind is ChangeKind.Release or ChangeKind.Story))
            all = await ShelfReader.ReplaceAsync(db, all, changes.Keys(ChangeKind.Release), changes.Keys(ChangeKind.Story), cancel);
        followed = new(all, newest);
    }

    // What has been read, and up to which number of the change log.
    private sealed record Followed(Shelf Shelf, long Number);
}
