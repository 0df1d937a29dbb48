using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ScoPortal.Benchmarks.Load;

/// <summary>What measuring needs beside a server: the published portal, and databases of a size, kept from run to run.</summary>
internal sealed class Workplace
{
    private static readonly string Cache = Path.Combine(
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache
            ? cache
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
        "scoportal", "bench");

    private readonly string published;

    private Workplace(string published) => this.published = published;

    /// <summary>The top folder of the repository.</summary>
    public static string Repository { get; } = Above(AppContext.BaseDirectory, "ScoPortal.sln");

    private string Executable => Path.Combine(published, "ScoPortal.Web");

    /// <summary>Publishes the portal as it is shipped, unless it lies in a folder already.</summary>
    public static async Task<Workplace> PrepareAsync(string? ready)
    {
        if (ready is not null)
            return new Workplace(Path.GetFullPath(ready));
        var (project, folder) = (Path.Combine(Repository, "src", "ScoPortal.Web"), Path.Combine(Cache, "published"));
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Say("publishing the portal");
        var profiles = Path.Combine(project, "Properties", "PublishProfiles");
        var profile = Directory.Exists(profiles) ? Directory.EnumerateFiles(profiles, "*.pubxml").Order(StringComparer.Ordinal).FirstOrDefault() : null;
        string[] shipped = profile is null ? [] : [$"-p:PublishProfile={Path.GetFileNameWithoutExtension(profile)}"];
        await Tool.RunAsync("dotnet", ["publish", project, "--configuration", "Release", "--output", folder, "--verbosity", "quiet", .. shipped]);
        return new Workplace(folder);
    }

    /// <summary>Says on standard error what is being done.</summary>
    public static void Say(string what) => Console.Error.WriteLine($"bench: {what}");

    /// <summary>Runs a verb of the portal on a data folder.</summary>
    /// <returns>How long it took, from its start to its end, and what it said.</returns>
    public async Task<(TimeSpan Time, string Said)> VerbAsync(string dataFolder, params IEnumerable<string> arguments)
    {
        var watch = Stopwatch.StartNew();
        var said = await Tool.RunAsync(Executable, [.. arguments, .. Settings(dataFolder)]);
        return (watch.Elapsed, said);
    }

    /// <summary>Starts the portal.</summary>
    public Server Start(string dataFolder, bool isPinned = true, bool isCached = true, IReadOnlyDictionary<string, string>? environment = null)
    {
        var port = Server.FreePort();
        string[] cache = isCached ? [] : ["--Portal:PageCacheMegabytes=0"];
        var runtime = Runtime.Concat(environment ?? new Dictionary<string, string>()).GroupBy(v => v.Key, StringComparer.Ordinal).ToDictionary(v => v.Key, v => v.Last().Value, StringComparer.Ordinal);
        return Server.Start(port, isPinned, Executable, [.. Settings(dataFolder), $"--urls=http://127.0.0.1:{port}", "--Portal:PublicUrl=https://news.example.org", .. cache], runtime);
    }

    /// <summary>A data folder with so many synthetic stories and a search index, made at the first call for it.</summary>
    public async Task<string> DataAsync(int stories)
    {
        var folder = Path.Combine(Cache, string.Create(CultureInfo.InvariantCulture, $"{stories}-{SchemaKey()}"));
        if (Directory.Exists(folder))
            return folder;
        Say($"making {stories} stories, kept in {folder}");
        var unfinished = folder + ".new";
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);
        await VerbAsync(unfinished, "sample", "--stories", stories.ToString(CultureInfo.InvariantCulture));
        // A newsroom has somebody; a portal without anybody would store a new link to set it up at every start.
        await VerbAsync(unfinished, "account", "create", "ada@example.org", "--role", "Admin", "--name", "Ada");
        await VerbAsync(unfinished, "index", "rebuild");
        // What a portal does once for new releases is done.
        await using (var portal = Start(unfinished, isPinned: false))
        {
            await portal.ReadyAsync("/en/");
            await portal.SettleAsync(minutes: 30);
        }

        Directory.Move(unfinished, folder);
        return folder;
    }

    /// <summary>A copy of such a data folder, to be changed and deleted.</summary>
    public async Task<string> CopyAsync(int stories)
    {
        var folder = await DataAsync(stories);
        var copy = $"{folder}.copy-{Guid.NewGuid():n}";
        await Tool.RunAsync("cp", "--recursive", "--reflink=auto", folder, copy);
        return copy;
    }

    // What the shipped unit tells .NET and the C library; the rest of its environment is of its machine.
    private static Dictionary<string, string> Runtime { get; } = File.ReadLines(Path.Combine(Repository, "deploy", "systemd", "scoportal.env"))
        .Where(line => line.StartsWith("DOTNET_", StringComparison.Ordinal) || line.StartsWith("MALLOC_", StringComparison.Ordinal)).Select(line => line.Split('=', 2)).ToDictionary(v => v[0], v => v[1], StringComparer.Ordinal);

    private static IEnumerable<string> Settings(string dataFolder) => [$"--Portal:DataFolder={dataFolder}", "--environment=Production"];

    // Another schema, or other synthetic texts: another database.
    private static string SchemaKey()
    {
        var data = Path.Combine(Repository, "src", "ScoPortal.Data");
        var schema = Directory.EnumerateFiles(Path.Combine(data, "Migrations", "Sqlite"), "*.cs").Select(f => Path.GetFileName(f));
        var texts = Directory.EnumerateFiles(Path.Combine(data, "Newsroom"), "*.cs").Select(File.ReadAllText);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(schema.Concat(texts).Append("an account").Order(StringComparer.Ordinal)))))[..8];
    }

    private static string Above(string folder, string file) =>
        File.Exists(Path.Combine(folder, file)) ? folder : Above(Path.GetDirectoryName(folder.TrimEnd('/'))!, file);
}
