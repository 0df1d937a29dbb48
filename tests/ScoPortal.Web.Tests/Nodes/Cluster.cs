using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Identity;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Accounts;
using ScoPortal.Data.Providers;
using ScoPortal.Data.Tests;
using ScoPortal.Web.Tests.Commands;
using Xunit;

namespace ScoPortal.Web.Tests.Nodes;

/// <summary>Alone on the machine: what is measured here is measured in seconds.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneCluster : ICollectionFixture<Cluster>
{
    public const string Name = "One cluster";
}

/// <summary>Two nodes on one PostgreSQL behind nginx.</summary>
public sealed class Cluster : IAsyncLifetime, IDisposable
{
    private const string Email = "erika@example.org";

    private readonly TemporaryFolder folder = new();
    private readonly CookieContainer cookies = new();
    private readonly List<HttpClient> clients = [];
    private Nginx? nginx;
    private int account;

    public TestDatabase Database { get; private set; } = null!;

    public Node A { get; private set; } = null!;

    public Node B { get; private set; } = null!;

    /// <summary>Asks as readers do, through nginx.</summary>
    public HttpClient Front { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Nginx.Executable is null)
            return;
        Database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        await using (var db = Database.Open())
        {
            var editor = await db.AddAccountAsync(Email, "Erika", Roles.Editor, "", "en", DateTimeOffset.UtcNow, default);
            editor.PasswordHash = new PasswordHasher<Account>().HashPassword(editor, Staff.Password);
            await db.SaveChangesAsync();
            account = editor.Id;
        }

        A = new Node(folder.File("a"), Node.FreePort(), Database.ConnectionString);
        B = new Node(folder.File("b"), Node.FreePort(), Database.ConnectionString);
        await Task.WhenAll(A.StartAsync(), B.StartAsync());
        var port = Node.FreePort();
        nginx = Nginx.Start(folder.Path, port, A.Port, B.Port, Node.FreePort(), Node.FreePort());
        Front = Reader(port);
        for (var since = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            try
            {
                using var answer = await Front.GetAsync("/en/");
                break;
            }
            catch (HttpRequestException) when (since.Elapsed < TimeSpan.FromSeconds(10))
            {
            }
        }
    }

    /// <summary>A reader of her own, with no cookies.</summary>
    public HttpClient Reader(int? port = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = port is null ? Front.BaseAddress : new Uri($"http://127.0.0.1:{port}"),
            Timeout = TimeSpan.FromSeconds(20),
        };
        clients.Add(client);
        return client;
    }

    /// <summary>Erika's browser, at a node or, without one, at nginx: with the same cookies everywhere.</summary>
    public DeskClient Erika(Node? node = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false })
        {
            BaseAddress = node?.Client.BaseAddress ?? Front.BaseAddress,
            Timeout = TimeSpan.FromSeconds(20),
        };
        clients.Add(client);
        return new DeskClient(client, account);
    }

    /// <summary>Erika signs in at a node, where nobody is signed in yet.</summary>
    public async Task SignInAsync(Node node)
    {
        if (cookies.Count > 0 && (await Erika(node).Http.GetAsync(DeskLinks.Home)).StatusCode == HttpStatusCode.OK)
            return;
        var erika = Erika(node);
        await erika.SubmitAsync(DeskLinks.SignIn(), new { Email, Staff.Password });
        Assert.Equal(DeskLinks.Home, erika.Path);
    }

    /// <summary>A release that waits to be published.</summary>
    /// <returns>Its key.</returns>
    public async Task<int> ApprovedAsync(string headline)
    {
        await using var db = Database.Open();
        var (story, at) = (new Story(), DateTimeOffset.UtcNow.AddMinutes(-1));
        var release = story.Draft("en", new ReleaseContent { Headline = headline, Summary = "In short.", Body = "Two of them arrived." }, new Edit("Vera", at));
        release.Submit(at);
        release.Approve(at);
        db.Add(story);
        await db.SaveChangesAsync();
        return release.Id;
    }

    /// <summary>How long it takes until the page holds the text; thirty seconds at most; longer is for ever.</summary>
    public static async Task<TimeSpan> UntilAsync(HttpClient client, string path, string text)
    {
        var since = Stopwatch.StartNew();
        while (since.Elapsed < TimeSpan.FromSeconds(30))
        {
            if ((await client.GetStringAsync(path)).Contains(text, StringComparison.Ordinal))
                return since.Elapsed;
            await Task.Delay(10);
        }

        return TimeSpan.MaxValue;
    }

    public async Task DisposeAsync()
    {
        Dispose();
        if (Database is not null)
            await Database.DisposeAsync();
    }

    public void Dispose()
    {
        clients.ForEach(c => c.Dispose());
        nginx?.Dispose();
        A?.Dispose();
        B?.Dispose();
        if (Directory.Exists(folder.Path))
            folder.Dispose();
    }
}
