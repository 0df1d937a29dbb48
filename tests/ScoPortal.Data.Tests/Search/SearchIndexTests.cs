using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Changes;
using ScoPortal.Data.Search;
using Xunit;

namespace ScoPortal.Data.Tests.Search;

public sealed class SearchIndexTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = SearchNewsroom.Now;
    private SearchNewsroom newsroom = null!;

    public async Task InitializeAsync() => newsroom = await SearchNewsroom.OpenAsync();

    public async Task DisposeAsync() => await newsroom.DisposeAsync();

    [Fact]
    public async Task A_scheduled_release_appears_at_its_time_without_a_change()
    {
        var id = await newsroom.PublishAsync("en", "Expo", at: Now.AddMinutes(5));
        await newsroom.CatchUpAsync();
        Assert.Empty(newsroom.Found("expo"));
        var later = newsroom.Index.Search(new SearchRequest("expo", SearchNewsroom.Languages, Now.AddMinutes(5)));
        Assert.Equal(id, Assert.Single(later.Hits).ReleaseId);
    }

    [Fact]
    public async Task Every_change_of_a_release_or_its_story_is_followed()
    {
        var id = await newsroom.PublishAsync("en", "Expo", zone: "scoda");
        await newsroom.PublishAsync("en", "Another", zone: "lianyungang");
        await newsroom.CatchUpAsync();
        Assert.Equal([id], newsroom.Found("expo"));

        await newsroom.ChangeAsync(id, r => r.Save(r.Content with { Headline = "Fair" }, r.RevisionNumber, new Edit("Desk", Now)));
        await newsroom.CatchUpAsync();
        Assert.Empty(newsroom.Found("expo"));
        Assert.Equal([id], newsroom.Found("fair"));

        await newsroom.ChangeAsync(id, r => r.Story.FileUnder([], []));
        await newsroom.CatchUpAsync();
        Assert.Empty(newsroom.Search("fair").Facets.Zones);

        await newsroom.ChangeAsync(id, r => r.Correct("The name was wrong.", Now));
        await newsroom.CatchUpAsync();
        Assert.Equal([id], newsroom.Found("fair"));

        await newsroom.ChangeAsync(id, r => r.Withdraw("Not true.", Now));
        await newsroom.CatchUpAsync();
        Assert.Empty(newsroom.Found("fair"));
        Assert.Single(newsroom.Found("another"));
    }

    [Fact]
    public async Task A_removed_release_is_gone_and_a_draft_never_comes()
    {
        var id = await newsroom.PublishAsync("en", "Expo");
        await newsroom.CatchUpAsync();
        await using (var db = newsroom.CreateDbContext())
        {
            db.Releases.Remove(await db.Releases.SingleAsync(r => r.Id == id));
            var story = new Story();
            story.Draft("en", new ReleaseContent { Headline = "Expo draft", Body = "Text." }, new Edit("Desk", Now));
            db.Stories.Add(story);
            await db.SaveChangesAsync();
        }
        await newsroom.CatchUpAsync();
        Assert.Empty(newsroom.Found("expo"));
    }

    [Fact]
    public async Task The_desk_finds_releases_in_every_state_and_visitors_never_do()
    {
        var withdrawn = await newsroom.PublishAsync("en", "Expo one");
        await newsroom.ChangeAsync(withdrawn, r => r.Withdraw("Not true.", Now));
        var scheduled = await newsroom.PublishAsync("de", "Expo zwei", at: Now.AddDays(1));
        int draft;
        await using (var db = newsroom.CreateDbContext())
        {
            var story = new Story();
            story.Draft("ru", new ReleaseContent { Headline = "Expo три", Body = "Секретные вагоны." }, new Edit("Desk", Now));
            db.Stories.Add(story);
            await db.SaveChangesAsync();
            draft = story.Releases[0].Id;
        }
        await newsroom.CatchUpAsync();

        Assert.Equal([draft, scheduled, withdrawn], newsroom.Index.Find("expo", SearchNewsroom.Languages, 10));
        Assert.Equal([draft], newsroom.Index.Find("вагон", SearchNewsroom.Languages, 10));
        Assert.Equal([draft, scheduled], newsroom.Index.Find("expo", SearchNewsroom.Languages, 2));
        Assert.Empty(newsroom.Index.Find("…", SearchNewsroom.Languages, 10)!);
        Assert.Equal(0, newsroom.Search("expo").Total);
        Assert.Equal([scheduled], newsroom.Index.Search(new SearchRequest("expo", SearchNewsroom.Languages, Now.AddYears(900))).Hits.Select(h => h.ReleaseId));
    }

    [Fact]
    public async Task Following_in_steps_and_rebuilding_give_the_same_index()
    {
        for (var i = 0; i < 230; i++)
        {
            await newsroom.PublishAsync("en", $"Expo number{i}", zone: i % 2 == 0 ? "scoda" : "lianyungang");
            if (i % 100 == 0)
                await newsroom.CatchUpAsync();
        }
        var last = await newsroom.CatchUpAsync();
        var followed = newsroom.Search("expo");
        var steps = new List<int>();
        Assert.Equal(230, await newsroom.RebuildAsync(new Steps(steps)));
        var rebuilt = newsroom.Search("expo");
        Assert.Equal(230, rebuilt.Total);
        Assert.Equal(followed.Facets.Zones, rebuilt.Facets.Zones);
        Assert.Equal(followed.Hits.Select(h => h.ReleaseId), rebuilt.Hits.Select(h => h.ReleaseId));
        Assert.Equal([200, 230], steps);
        Assert.Equal(last, newsroom.Index.Applied());
    }

    [Fact]
    public async Task Searches_see_the_old_index_while_a_new_one_is_built()
    {
        var id = await newsroom.PublishAsync("en", "Expo");
        await newsroom.CatchUpAsync();
        var seen = new List<IEnumerable<int>>();
        await newsroom.PublishAsync("en", "Expo two");
        await newsroom.RebuildAsync(new Callback(() => seen.Add([.. newsroom.Found("expo")])));
        Assert.Equal([id], Assert.Single(seen));
        Assert.Equal(2, newsroom.Search("expo").Total);
    }

    [Fact]
    public async Task A_failed_build_leaves_the_old_index()
    {
        var id = await newsroom.PublishAsync("en", "Expo");
        await newsroom.CatchUpAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => newsroom.RebuildAsync(new Callback(() => throw new InvalidOperationException())));
        Assert.Equal([id], newsroom.Found("expo"));
    }

    [Fact]
    public async Task Without_an_index_the_page_says_so()
    {
        Assert.False(newsroom.Search("expo").IsAvailable);
        Assert.Null(newsroom.Index.Applied());
        await newsroom.CatchUpAsync();
        Assert.True(newsroom.Search("expo").IsAvailable);
    }

    [Fact]
    public async Task A_deleted_file_is_built_anew()
    {
        var id = await newsroom.PublishAsync("en", "Expo");
        await newsroom.CatchUpAsync();
        Assert.Single(newsroom.Found("expo"));
        Directory.Delete(Path.GetDirectoryName(newsroom.IndexPath)!, recursive: true);
        Assert.False(newsroom.Search("expo").IsAvailable);
        await newsroom.CatchUpAsync();
        Assert.Equal([id], newsroom.Found("expo"));
        Assert.True(File.Exists(newsroom.IndexPath));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4096)]
    public async Task A_damaged_file_is_built_anew(int from)
    {
        var id = await newsroom.PublishAsync("en", "Expo");
        await newsroom.CatchUpAsync();
        Damage(from);
        Assert.False(newsroom.Search("expo").IsAvailable);
        await newsroom.CatchUpAsync();
        Assert.Equal([id], newsroom.Found("expo"));
    }

    [Fact]
    public async Task A_file_that_was_damaged_is_built_anew_before_anybody_searches()
    {
        var id = await newsroom.PublishAsync("en", "Expo");
        var newest = await newsroom.CatchUpAsync();
        Damage(4096);
        for (var look = 0; look < 3; look++)
        {
            await using var db = newsroom.CreateDbContext();
            await newsroom.Index.FollowAsync(db, newest, CancellationToken.None);
        }

        Assert.Equal([id], newsroom.Found("expo"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4096)]
    public async Task The_rebuild_command_mends_a_damaged_file_too(int from)
    {
        var id = await newsroom.PublishAsync("en", "Expo");
        await newsroom.CatchUpAsync();
        Damage(from);
        await newsroom.RebuildAsync();
        Assert.Equal([id], newsroom.Found("expo"));
    }

    [Theory]
    [InlineData("UPDATE meta SET version = '0.0'")]
    [InlineData("UPDATE meta SET applied = 99999")]
    [InlineData("DROP TABLE meta")]
    public async Task An_index_of_another_analysis_or_another_database_is_built_anew(string tampering)
    {
        var id = await newsroom.PublishAsync("en", "Expo");
        await newsroom.CatchUpAsync();
        Run($"{tampering}; DELETE FROM facts;");
        await newsroom.CatchUpAsync();
        Assert.Equal([id], newsroom.Found("expo"));
    }

    [Fact]
    public async Task An_index_that_was_added_to_very_often_is_built_anew()
    {
        await newsroom.PublishAsync("en", "Expo one");
        await newsroom.CatchUpAsync();
        var first = Build();
        await newsroom.PublishAsync("en", "Expo two");
        await newsroom.CatchUpAsync();
        Assert.Equal(first, Build());

        Run("UPDATE meta SET built = -100000");
        await newsroom.PublishAsync("en", "Expo three");
        await newsroom.CatchUpAsync();
        Assert.NotEqual(first, Build());
        Assert.Equal(3, newsroom.Search("expo").Total);

        object? Build() => Run("SELECT build FROM meta");
    }

    [Fact]
    public async Task What_is_corrected_counts_once_and_stays_so_when_the_index_is_built_anew()
    {
        var id = await newsroom.PublishAsync("en", "Expo opens in Qingdao", zone: "scoda");
        await newsroom.PublishAsync("en", "Expo closes", zone: "scoda");
        await newsroom.CatchUpAsync();
        await newsroom.ChangeAsync(id, r => r.Save(r.Content with { Headline = "Expo opens in Weihai" }, r.RevisionNumber, new Edit("Desk", Now)));
        await newsroom.ChangeAsync(id, r => r.Correct("It was another town.", Now));
        await newsroom.CatchUpAsync();
        Check();
        newsroom.Restart();
        Check();
        await newsroom.RebuildAsync();
        Check();

        void Check()
        {
            Assert.Empty(newsroom.Found("qingdao"));
            Assert.Equal([id], newsroom.Found("weihai"));
            var page = newsroom.Search("expo");
            Assert.Equal((2, 2), (page.Total, Assert.Single(page.Facets.Zones).Count));
            Assert.Equal([new FacetCount<string>("en", 2)], page.Facets.Languages);
            Assert.Equal([new FacetCount<int>(2026, 2)], page.Facets.Years);
        }
    }

    [Fact]
    public async Task A_release_that_is_corrected_again_and_again_is_never_missing_or_there_twice()
    {
        var id = await newsroom.PublishAsync("en", "Expo");
        await newsroom.CatchUpAsync();
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
                Assert.Equal([id], newsroom.Found("expo"));
        })).ToList();
        for (var i = 0; i < 20; i++)
        {
            await newsroom.ChangeAsync(id, r => r.Save(r.Content with { Headline = $"Expo {i}" }, r.RevisionNumber, new Edit("Desk", Now)));
            if (i % 5 == 4)
                await newsroom.RebuildAsync();
            else
                await newsroom.CatchUpAsync();
        }

        await stop.CancelAsync();
        await Task.WhenAll(readers);
    }

    [Fact]
    public async Task Searching_goes_on_from_many_threads_while_the_index_follows()
    {
        await newsroom.PublishAsync("en", "Expo");
        await newsroom.CatchUpAsync();
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            var most = 0;
            while (!stop.IsCancellationRequested)
            {
                var total = newsroom.Search("expo").Total;
                Assert.True(total >= most);
                most = total;
            }
        })).ToList();
        for (var i = 0; i < 20; i++)
        {
            await newsroom.PublishAsync("en", "Expo");
            await Task.WhenAll(newsroom.CatchUpAsync(), newsroom.CatchUpAsync());
        }
        await stop.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Equal(21, newsroom.Search("expo").Total);
    }

    [Fact]
    public async Task The_follower_finds_a_publish_and_outlives_a_failure()
    {
        using var follower = new ChangeFollower(newsroom, [newsroom.Index], TimeProvider.System, NullLogger<ChangeFollower>.Instance);
        Assert.False(follower.IsCaughtUp);
        await follower.StartAsync(CancellationToken.None);
        await Until(() => follower.IsCaughtUp, seconds: 30);
        var id = await newsroom.PublishAsync("en", "Expo");
        await Until(() => newsroom.Found("expo").Contains(id), seconds: 30);

        newsroom.DatabaseIsDown = true;
        await Until(() => !follower.IsCaughtUp, seconds: 30);
        newsroom.DatabaseIsDown = false;
        await Until(() => follower.IsCaughtUp, seconds: 30);
        await follower.StopAsync(CancellationToken.None);
    }

    private static async Task Until(Func<bool> happens, int seconds)
    {
        for (var waited = 0; waited < seconds * 20 && !happens(); waited++)
            await Task.Delay(50);
        Assert.True(happens());
    }

    private object? Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={newsroom.IndexPath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private void Damage(int from)
    {
        newsroom.Restart();
        Run("PRAGMA wal_checkpoint(TRUNCATE)");
        using var file = File.OpenWrite(newsroom.IndexPath);
        file.Position = from;
        file.Write(Enumerable.Repeat((byte)0x5A, (int)file.Length - from).ToArray());
    }

    private sealed class Steps(List<int> steps) : IProgress<int>
    {
        public void Report(int value) => steps.Add(value);
    }

    private sealed class Callback(Action action) : IProgress<int>
    {
        public void Report(int value) => action();
    }
}
