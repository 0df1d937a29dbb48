using ScoPortal.Core;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Topics;
using ScoPortal.Core.Zones;

namespace ScoPortal.Data.Newsroom;

/// <summary>
/// Lets synthetic stories go through the newsroom by its own verbs. A story depends on nothing but its number, the seed and the last
/// instant, so that the same call makes the same stories.
/// </summary>
internal sealed class SyntheticStories(
    IReadOnlyDictionary<string, Zone> zones, IReadOnlyDictionary<string, Topic> topics, int count, int seed, DateTimeOffset until)
{
    private const string By = "Sample";

    // Of a thousand originals; each limit takes in those before it.
    private const int Withdrawn = 5;
    private const int Corrected = 25;
    private const int Revised = 85;
    private const int Polished = 115;

    private static readonly TimeSpan Span = TimeSpan.FromDays(8 * 365);
    private static readonly string[] Languages = ["zh", "en", "ru", "de"];

    /// <summary>The story of that number, from 0; the higher the later.</summary>
    /// <param name="number">From 0, below the count.</param>
    /// <param name="earlier">The one it may follow up; null for none.</param>
    public Story Make(int number, Story? earlier)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        var at = Minute(until - (Span * (1 - ((number + random.NextDouble()) / count))));
        var keys = ZonesOf(random);
        var text = new SyntheticText(random, keys.FirstOrDefault() ?? "", DateOnly.FromDateTime(at.UtcDateTime));
        var story = new Story();
        story.HappenedOn(random.Next(4) == 0 ? null : PartialDate.Day(DateOnly.FromDateTime(at.UtcDateTime)));
        story.FileUnder(Known(zones, keys), Known(topics, text.Kind.Topics.Take(random.Next(1, 3))));
        if (earlier is not null && random.Next(20) == 0)
            story.Relate(RelationKind.FollowUp, earlier);
        Write(story, text, at, number, random);
        return story;
    }

    // The last fiftieth is still being worked on, or will be public later.
    private void Write(Story story, SyntheticText text, DateTimeOffset at, int number, Random random)
    {
        var isAhead = number >= count - Math.Max(4, count / 50);
        var end = isAhead ? (ReleaseState)((number % 4) + 1) : ReleaseState.Published;
        var isScheduled = isAhead && end == ReleaseState.Published;
        var first = Languages[Roll(random, 45, 80, 92)];
        var others = Languages.Where(l => l != first).ToArray();
        random.Shuffle(others);
        var fate = random.Next(1000);

        var original = Draft(story, first, text, at, end, isScheduled ? Minute(until.AddDays(random.Next(1, 30))) : at, random);
        if (end == ReleaseState.Published && !isScheduled)
            Revise(original, text, Earlier(at.AddDays(random.Next(1, 10))), fate);
        foreach (var language in others.Take(Roll(random, 20, 50, 80)))
        {
            var readable = at.AddHours(random.Next(1, 72));
            var state = random.Next(50) == 0 ? (ReleaseState)random.Next(1, 3) : readable > until && !isScheduled ? Lower(end) : end;
            var translation = Draft(story, language, text, Earlier(readable), state, isScheduled ? original.PublishAt!.Value : Earlier(readable), random);
            translation.Follow(original, random.Next(1, original.RevisionNumber + 1));
            if (fate < Withdrawn && state == ReleaseState.Published && !isScheduled)
                translation.Withdraw(text.Withdrawal(language), Earlier(at.AddDays(11)));
        }
    }

    private void Revise(Release release, SyntheticText text, DateTimeOffset at, int fate)
    {
        if (fate is >= Withdrawn and < Revised)
            release.Save(text.Revised(release.Language), release.RevisionNumber, new Edit(By, at, "Figure put right"));
        else if (fate is >= Revised and < Polished)
            release.Save(text.Polished(release.Language), release.RevisionNumber, new Edit(By, at, "Comma", Minor: true));
        if (fate is >= Withdrawn and < Corrected)
            release.Correct(text.Correction(release.Language), at);
        else if (fate < Withdrawn)
            release.Withdraw(text.Withdrawal(release.Language), at);
    }

    private Release Draft(Story story, string language, SyntheticText text, DateTimeOffset ready, ReleaseState end, DateTimeOffset publishAt, Random random)
    {
        var release = story.Draft(language, text.In(language), new Edit(By, ready.AddHours(-3)));
        if (random.Next(5) == 0)
            release.KnownAs("prnewswire", $"{language}{random.Next(10_000_000, 99_999_999)}");
        if (end >= ReleaseState.InReview)
            release.Submit(ready.AddHours(-2));
        if (end >= ReleaseState.Approved)
            release.Approve(ready.AddHours(-1));
        if (end >= ReleaseState.Published && publishAt > until && random.Next(2) == 0)
            release.Embargo(publishAt, ready);
        if (end >= ReleaseState.Published)
            release.Publish(publishAt, ready);
        return release;
    }

    // 0 for the share below the first limit of a hundred, 1 below the second, and so on.
    private static int Roll(Random random, params ReadOnlySpan<int> limits)
    {
        var (roll, place) = (random.Next(100), 0);
        while (place < limits.Length && roll >= limits[place])
            place++;
        return place;
    }

    private static ReleaseState Lower(ReleaseState state) => state > ReleaseState.Draft ? state - 1 : state;

    private DateTimeOffset Earlier(DateTimeOffset at) => at < until ? at : until;

    private static DateTimeOffset Minute(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);

    // One story in twenty is about no zone, one in ten about two.
    private static string[] ZonesOf(Random random)
    {
        var keys = SyntheticWords.All.Zones.Keys.Where(k => k.Length > 0).ToArray();
        var first = random.Next(100) switch { < 50 => 0, < 80 => 1, _ => 2 };
        return random.Next(20) switch { 0 => [], < 3 => [keys[first], keys[(first + 1) % keys.Length]], _ => [keys[first]] };
    }

    private static IEnumerable<T> Known<T>(IReadOnlyDictionary<string, T> things, IEnumerable<string> keys) =>
        keys.Select(things.GetValueOrDefault).OfType<T>();
}
