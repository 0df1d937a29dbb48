namespace ScoPortal.Benchmarks.Load;

/// <summary>The published portal under load, beside its limits; see docs/reference/performance.md.</summary>
internal sealed class LoadBench(Workplace place, int seconds, int rounds) : IAsyncDisposable
{
    public const string Home = "home";
    public const string Release = "release";
    public const string NotModified = "release, not modified";
    public const string Searching = "search";
    public const string OneSearch = "search, one reader";

    // As long as the runtime takes to compile what is busy.
    private const int WarmSeconds = 4;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("scoportal-bench-");

    /// <summary>Measures with so many stories.</summary>
    public async Task<IReadOnlyList<Subject>> MeasureAsync(int stories)
    {
        var data = await place.DataAsync(stories);
        Workplace.Say($"starting the servers on {stories} stories");
        await using var cached = place.Start(data);
        await cached.ReadyAsync("/en/");
        await using var uncached = place.Start(data, isCached: false);
        await uncached.ReadyAsync("/en/");
        var addresses = await Addresses.ReadAsync(uncached);
        await cached.SettleAsync();
        await uncached.SettleAsync();

        var release = addresses.Releases[addresses.Releases.Count / 2];
        var pages = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Home] = "/en/",
            [Release] = release,
            ["archive"] = "/en/news",
            ["feed"] = "/en/feed.atom",
        };
        var answers = await AnswersAsync(cached, pages);
        await using var limit = Limit.Start(folder.FullName);
        await limit.ReadyAsync("/home");
        await using var nginx = await Nginx.StartAsync(cached, answers);

        var subjects = Subjects(pages, addresses, cached, uncached, limit, nginx, answers).ToList();
        if (answers[File(Release)].Tag is { } tag)
            subjects.AddRange(await ConditionalAsync(release, tag, cached, limit, nginx));
        else
            Workplace.Say("the portal's release has no ETag: no row of what is not modified");
        return await InTurnAsync([.. subjects.OrderBy(s => s.Role == Role.Uncached)]);
    }

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private IEnumerable<Subject> Subjects(
        Dictionary<string, string> pages, Addresses addresses, Server cached, Server uncached, Server limit, Nginx nginx, IReadOnlyDictionary<string, Answer> answers)
    {
        foreach (var (page, path) in pages)
        {
            yield return new(page, Role.Kestrel, [limit], "/" + File(page));
            if (page is Home or Release)
                yield return new(page, Role.BareKestrel, [limit], "/bare/" + File(page));
            yield return new(page, Role.Portal, [cached], path);
            yield return new(page, Role.File, [nginx.Files], "/" + File(page));
            yield return new(page, Role.Behind, [nginx.Front, cached], path);
            yield return page == Release
                ? new(page, Role.Uncached, [uncached], path) { List = ListOf("releases", addresses.Releases) }
                : new(page, Role.Uncached, [uncached], path);
        }

        var many = addresses.Releases.Take(1_000).ToList();
        yield return new($"{many.Count} releases in turn", Role.Portal, [cached], many[0]) { List = ListOf("many", many) };
        var deep = ListOf("deep", addresses.DeepArchive);
        var searches = ListOf("searches", addresses.Searches);
        foreach (var (role, server) in ((Role, Server)[])[(Role.Portal, cached), (Role.Uncached, uncached)])
        {
            yield return new("deep archive", role, [server], "/") { List = deep };
            yield return new(Searching, role, [server], "/") { List = searches };
        }

        yield return new(OneSearch, Role.Uncached, [uncached], "/") { List = searches, Connections = 1 };
    }

    private async Task<IEnumerable<Subject>> ConditionalAsync(string release, string tag, Server cached, Server limit, Nginx nginx)
    {
        var fileTag = (await Answer.GetAsync(nginx.Files, "/" + File(Release))).Tag;
        var name = "/" + File(NotModified);
        Subject[] subjects =
        [
            new(NotModified, Role.Kestrel, [limit], name) { Tag = tag },
            new(NotModified, Role.BareKestrel, [limit], "/bare" + name) { Tag = tag },
            new(NotModified, Role.Portal, [cached], release) { Tag = tag },
            new(NotModified, Role.File, [nginx.Files], "/" + File(Release)) { Tag = fileTag },
            new(NotModified, Role.Behind, [nginx.Front, cached], release) { Tag = tag },
        ];
        foreach (var s in subjects)
            if ((await Answer.GetAsync(s.Servers[0], s.Path, s.Tag)).Status is var status && status != 304)
                throw new InvalidOperationException($"{s.Role} answers what is not modified with {status}.");
        return subjects;
    }

    // The answers of the cached portal, second time asked, in files for the limits.
    private async Task<IReadOnlyDictionary<string, Answer>> AnswersAsync(Server cached, Dictionary<string, string> pages)
    {
        var answers = new Dictionary<string, Answer>(StringComparer.Ordinal);
        foreach (var (page, path) in pages)
        {
            await Answer.GetAsync(cached, path);
            var answer = await Answer.GetAsync(cached, path);
            if (answer.Status != 200 || !answer.Headers.TryGetValue("Content-Encoding", out var coding) || coding != "br")
                throw new InvalidOperationException($"{path} was answered with {answer.Status}, or not as brotli.");
            answer.Write(folder.FullName, File(page));
            answers[File(page)] = answer;
            if (page == Release && answer.Tag is { } tag)
                (await Answer.GetAsync(cached, path, tag)).Write(folder.FullName, File(NotModified));
        }

        return answers;
    }

    // Whoever is compared with each other is measured one after the other, and everything again in each round.
    private async Task<IReadOnlyList<Subject>> InTurnAsync(IReadOnlyList<Subject> subjects)
    {
        foreach (var subject in subjects)
        {
            Workplace.Say($"warming {subject.Role}: {subject.Page}");
            await subject.WarmAsync(subject.Role is Role.File or Role.Behind ? 1 : WarmSeconds);
        }

        for (var round = 1; round <= rounds; round++)
        {
            Workplace.Say($"round {round} of {rounds}");
            foreach (var subject in subjects)
                await subject.MeasureAsync(seconds);
        }

        return subjects;
    }

    private string ListOf(string name, IEnumerable<string> paths)
    {
        var file = Path.Combine(folder.FullName, name + ".txt");
        System.IO.File.WriteAllLines(file, paths);
        return file;
    }

    private static string File(string page) => page.Replace(", ", "-", StringComparison.Ordinal).Replace(' ', '-');
}
