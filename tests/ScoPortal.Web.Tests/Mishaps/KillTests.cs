using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Providers;
using ScoPortal.Data.Queries;
using ScoPortal.Data.Tests.Postgres;
using ScoPortal.Web.Tests.Commands;
using ScoPortal.Web.Tests.Nodes;
using Xunit;
using Xunit.Abstractions;

namespace ScoPortal.Web.Tests.Mishaps;

/// <summary>A portal that is killed while people write, publish and import.</summary>
[Collection(OneCluster.Name)]
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int Texts = 240;

    // More of them by hand: SCOPORTAL_KILL_ROUNDS=100.
    private static readonly int? RoundsWanted = int.TryParse(Environment.GetEnvironmentVariable("SCOPORTAL_KILL_ROUNDS"), CultureInfo.InvariantCulture, out var rounds) ? rounds : null;

    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, 5)]
    [InlineData(DatabaseProvider.Postgres, 2)]
    public async Task Killed_at_any_moment_it_has_every_save_that_it_said_was_stored_and_its_pages_and_its_search_agree_with_the_database(
        DatabaseProvider engine, int rounds)
    {
        var (data, seed) = (folder.File("data"), Environment.TickCount);
        var chance = new Random(seed);
        output.WriteLine($"Seed {seed}");
        var server = engine == DatabaseProvider.Postgres ? PostgresServer.CreateDatabase() : null;
        string[] settings = server is null
            ? [$"--Portal:DataFolder={data}"]
            : [$"--Portal:DataFolder={data}", $"--Database:Provider={engine}", $"--ConnectionStrings:Portal={server}"];
        using var node = new Node(data, Node.FreePort(), server);
        await node.StartAsync();
        using var newsroom = await Newsroom.OpenAsync(node, engine, server ?? $"Data Source={Path.Combine(data, "portal.db")}");
        var id = await newsroom.DraftAsync("Ferries run again");
        var (saved, published, imports) = (new Said<string>("Two of them arrived."), new Said<int>(), 0);

        for (var round = 1; round <= (RoundsWanted ?? rounds); round++)
        {
            var wires = Directory.CreateDirectory(folder.File($"wires-{round}")).FullName;
            for (var i = 0; i < Texts; i++)
                await File.WriteAllTextAsync(Path.Combine(wires, $"{i}.txt"), Wire(round, i));
            var waiting = new Queue<int>();
            for (var i = 0; i < 20; i++)
                waiting.Enqueue(await newsroom.DraftAsync($"Quay {round}-{i} opens", isApproved: true));
            saved.Expect();
            published.Expect();
            using var end = new CancellationTokenSource();
            var writing = WriteAsync(newsroom, id, saved, end.Token);
            var publishing = PublishAsync(newsroom, waiting, published, end.Token);
            using var import = PortalProcess.Serve(data, [], ["import", wires, .. settings]);
            _ = import.StandardOutput.ReadToEndAsync();
            _ = import.StandardError.ReadToEndAsync();

            // Amid all three: after the first save and the first publication of the round.
            await Task.WhenAll(saved.Next, published.Next);
            await Task.Delay(chance.Next(1500));
            node.Kill();
            import.Kill();
            await import.WaitForExitAsync();
            await end.CancelAsync();
            await Task.WhenAll(writing, publishing);
            await node.StartAsync();

            Assert.Contains(await newsroom.BodyAsync(id), saved.Possible);
            await using var db = newsroom.Open();
            Assert.Empty(published.Stored.Except(await db.Releases.Public(DateTimeOffset.UtcNow).Select(r => r.Id).ToListAsync()));
            // What was imported came in whole batches of a hundred, each text with its line in the audit.
            var drafts = await db.Releases.CountAsync(r => r.Original != null);
            Assert.Equal(drafts, await db.Audit.CountAsync(e => e.Action == "release.import"));
            Assert.Contains(drafts - imports, (int[])[0, 100, 200, Texts]);

            var rest = await PortalProcess.RunAsync(["import", wires, .. settings]);
            Assert.Equal(0, rest.ExitCode);
            imports += Texts;
            Assert.Equal(imports, await db.Releases.CountAsync(r => r.Original != null));
        }

        output.WriteLine($"{RoundsWanted ?? rounds} rounds on {engine}, {saved.Stored.Count} saves and {published.Stored.Count} publications told as stored, {imports} texts imported");
        await AgreeAsync(node, newsroom);
    }

    public void Dispose() => folder.Dispose();

    // Pages and search show what is public, and only that.
    private static async Task AgreeAsync(Node node, Newsroom newsroom)
    {
        await using var db = newsroom.Open();
        foreach (var release in await db.Releases.AsNoTracking().Where(r => r.Original == null).ToListAsync())
        {
            var isPublic = release.State == ReleaseState.Published;
            using var page = await node.Client.GetAsync(Links.Release("en", release.Id, release.Slug));
            Assert.Equal(isPublic ? HttpStatusCode.OK : HttpStatusCode.NotFound, page.StatusCode);
            var words = Uri.EscapeDataString($"\"{release.Content.Headline}\"");
            Assert.Equal(isPublic, (await node.Client.GetStringAsync($"/en/search?q={words}")).Contains($"/news/{release.Id}", StringComparison.Ordinal));
        }
    }

    private static async Task WriteAsync(Newsroom newsroom, int id, Said<string> saved, CancellationToken end)
    {
        for (var i = 1; !end.IsCancellationRequested; i++)
        {
            var text = $"They run {i} times a day, as of {DateTimeOffset.UtcNow:O}.";
            saved.Sent(text);
            if (!await newsroom.SaveAsync(id, text))
                return;
            saved.Done(text);
        }
    }

    private static async Task PublishAsync(Newsroom newsroom, Queue<int> waiting, Said<int> published, CancellationToken end)
    {
        while (!end.IsCancellationRequested && waiting.TryDequeue(out var id))
            if (await newsroom.PublishAsync(id))
                published.Done(id);
    }

    private static string Wire(int round, int i) => $"""
        Crane {i} of quay {round} lifts its first box

        LIANYUNGANG, China, May 4, 2021 /PRNewswire/ -- Crane {i} of quay {round} lifted its first box on Tuesday. It weighs {(round * 1000) + i} tonnes.

        Box {(i * 7919) + round} came from hall {(i * 104_729) % 9973}, and went on by rail.
        """;

    // What the portal has said is stored, and what was sent after that and may be.
    private sealed class Said<T>(params T[] first)
    {
        private readonly List<T> possible = [.. first];
        private TaskCompletionSource next = new();

        public List<T> Stored { get; } = [];

        public IReadOnlyList<T> Possible => possible;

        public Task Next => next.Task.WaitAsync(TimeSpan.FromMinutes(2));

        public void Expect() => next = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Sent(T what) => possible.Add(what);

        public void Done(T what)
        {
            Stored.Add(what);
            possible.RemoveRange(0, Math.Max(0, possible.IndexOf(what)));
            next.TrySetResult();
        }
    }
}
