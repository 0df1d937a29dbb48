using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Npgsql;
using ScoPortal.Data.Providers;
using ScoPortal.Data.Tests.Postgres;
using ScoPortal.Web.Tests.Commands;
using ScoPortal.Web.Tests.Nodes;
using Xunit;

namespace ScoPortal.Web.Tests.Mishaps;

/// <summary>A portal whose database goes and comes back while people read and write.</summary>
[Collection(OneCluster.Name)]
public sealed class OutageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly PostgresProcess postgres = PostgresProcess.Begin();

    [Fact]
    public async Task While_PostgreSQL_is_away_kept_pages_stay_the_rest_is_told_in_the_own_language_and_all_goes_on_when_it_is_back()
    {
        using var node = new Node(folder.File("node"), Node.FreePort(), await NewDatabaseAsync());
        await node.StartAsync();
        using var newsroom = await Newsroom.OpenAsync(node, DatabaseProvider.Postgres, ConnectionString + ";Pooling=false");
        var id = await newsroom.DraftAsync("Ferries run again");
        await newsroom.SaveAsync(id, "They run daily.");
        Assert.Equal(HttpStatusCode.OK, await node.StatusAsync("/ru/"));
        using var form = DeskClient.Filled(
            (IHtmlFormElement)(await newsroom.Desk.ReadAsync(DeskLinks.Release(id))).QuerySelector(Newsroom.EditForm)!, new { Body = "They run hourly." });
        using var end = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(i => ReadAsync(node, i, end.Token)).ToList();

        postgres.Stop();

        Assert.Equal(HttpStatusCode.OK, await node.StatusAsync("/ru/"));
        using (var reader = await node.Client.GetAsync("/ru/corrections"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, reader.StatusCode);
            Assert.NotNull(reader.Headers.RetryAfter?.Delta);
            Assert.Contains("Архив временно недоступен", await reader.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using (var editor = await newsroom.Desk.Http.PostAsync(DeskLinks.Release(id), form))
        {
            // Not 503: a proxy would send the form to another node, though the first may have stored it.
            Assert.Equal(HttpStatusCode.InternalServerError, editor.StatusCode);
            Assert.Contains("has not been stored", await editor.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await node.StatusAsync("/health/ready"));
        Assert.Equal(HttpStatusCode.OK, await node.StatusAsync("/health/live"));

        postgres.Start();
        for (var look = 0; await node.StatusAsync("/health/ready") != HttpStatusCode.OK || await node.StatusAsync("/ru/corrections") == HttpStatusCode.ServiceUnavailable; look++)
        {
            Assert.True(look < 300, "it does not come back");
            await Task.Delay(100);
        }

        await end.CancelAsync();
        Assert.DoesNotContain((await Task.WhenAll(readers)).SelectMany(answers => answers), status => status == HttpStatusCode.InternalServerError);
        await newsroom.SaveAsync(id, "They run hourly.");
        Assert.Equal("They run hourly.", await newsroom.BodyAsync(id));
    }

    public void Dispose()
    {
        postgres.Dispose();
        folder.Dispose();
    }

    private string ConnectionString => postgres.ConnectionString("portal_of_one_test");

    private async Task<string> NewDatabaseAsync()
    {
        await using var connection = new NpgsqlConnection(postgres.ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("CREATE DATABASE portal_of_one_test", connection);
        await command.ExecuteNonQueryAsync();
        return ConnectionString;
    }

    // What nobody has asked for before, so that it is in no memory.
    private static async Task<List<HttpStatusCode>> ReadAsync(Node node, int reader, CancellationToken end)
    {
        var answers = new List<HttpStatusCode>();
        for (var i = 0; !end.IsCancellationRequested; i++)
        {
            if (await node.StatusAsync(string.Create(CultureInfo.InvariantCulture, $"/de/corrections?before={(reader * 100_000) + i}")) is { } answer)
                answers.Add(answer);
            await Task.Delay(20, CancellationToken.None);
        }

        return answers;
    }
}
