using System.Net;
using ScoPortal.Data.Providers;
using ScoPortal.Web.Tests.Commands;
using ScoPortal.Web.Tests.Nodes;
using Xunit;

namespace ScoPortal.Web.Tests.Mishaps;

/// <summary>A portal on SQLite whose disk is full, may not be written or has damaged files.</summary>
[Collection(OneCluster.Name)]
public class DiskTests
{
    [WithSmallDisk]
    public async Task With_a_full_disk_nothing_is_lost_readers_read_and_writers_are_told()
    {
        using var disk = SmallDisk.Mount()!;
        using var node = new Node(disk.Path, Node.FreePort());
        await node.StartAsync();
        using var newsroom = await Newsroom.OpenAsync(node, DatabaseProvider.Sqlite, DatabaseIn(disk.Path));
        var (open, id) = (await newsroom.DraftAsync("Quay 7 opens", isApproved: true), await newsroom.DraftAsync("Ferries run again"));
        Assert.True(await newsroom.SaveAsync(id, "They run daily."));
        Assert.True(await newsroom.PublishAsync(open));
        var text = new string('漢', 200_000);

        disk.Fill();
        Assert.Equal(HttpStatusCode.InternalServerError, await newsroom.TryAsync(id, text));
        Assert.Equal(HttpStatusCode.OK, await node.StatusAsync(Links.Release("en", open, null)));
        Assert.Equal("They run daily.", await newsroom.BodyAsync(id));
        disk.Empty();
        Assert.True(await newsroom.SaveAsync(id, "They run hourly."));
    }

    [Fact]
    public async Task With_a_database_that_may_only_be_read_it_says_so_and_does_not_start()
    {
        using var folder = new TemporaryFolder();
        using var node = new Node(folder.Path, Node.FreePort());
        await node.StartAsync();
        using var newsroom = await Newsroom.OpenAsync(node, DatabaseProvider.Sqlite, DatabaseIn(folder.Path));
        var id = await newsroom.DraftAsync("Quay 7 opens", isApproved: true);
        node.Kill();

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(
            () => node.StartAsync(new() { ["ConnectionStrings__Portal"] = $"{DatabaseIn(folder.Path)};Mode=ReadOnly" }));

        Assert.Contains("readonly database", refusal.Message, StringComparison.Ordinal);
        node.Kill();
        await node.StartAsync();
        Assert.True(await newsroom.PublishAsync(id));
    }

    [Fact]
    public async Task A_damaged_index_is_made_anew()
    {
        using var folder = new TemporaryFolder();
        using var node = new Node(folder.Path, Node.FreePort());
        await node.StartAsync();
        using var newsroom = await Newsroom.OpenAsync(node, DatabaseProvider.Sqlite, DatabaseIn(folder.Path));
        var id = await newsroom.DraftAsync("Quokkas land in the harbour", isApproved: true);
        Assert.True(await newsroom.PublishAsync(id));
        await IsFoundAsync();

        foreach (var damage in (Action<string>[])[Overwrite, Shorten, File.Delete])
        {
            node.Kill();
            damage(Path.Combine(folder.Path, "search.db"));
            await node.StartAsync();
            await IsFoundAsync();
        }

        async Task IsFoundAsync() => Assert.NotEqual(TimeSpan.MaxValue, await Cluster.UntilAsync(node.Client, "/en/search?q=quokkas", "li class=\"result\""));
    }

    private static string DatabaseIn(string folder) => $"Data Source={Path.Combine(folder, "portal.db")}";

    private static void Overwrite(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        var noise = new byte[file.Length];
        new Random(7).NextBytes(noise);
        file.Write(noise);
    }

    private static void Shorten(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.SetLength((file.Length / 2) + 1);
    }
}
