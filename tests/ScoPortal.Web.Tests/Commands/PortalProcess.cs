using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using ScoPortal.Data.Providers;
using ScoPortal.Data.Tests;

namespace ScoPortal.Web.Tests.Commands;

/// <summary>What a command left behind.</summary>
public sealed record Outcome(int ExitCode, string Output, string Errors);

/// <summary>The built executable, as an operator runs it.</summary>
public static class PortalProcess
{
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The configuration that this test run was built in.</summary>
    public static string BuildConfiguration => Configuration;

    // Another build than the tests' own, as that which a server gets.
    private static string Executable { get; } = Environment.GetEnvironmentVariable("SCOPORTAL_PUBLISHED") ?? Path.Combine(Root, "src", "ScoPortal.Web", "bin", Configuration, "net10.0", "ScoPortal.Web.dll");

    /// <summary>Runs a command to its end.</summary>
    public static Task<Outcome> RunAsync(params string[] args) => EndAsync(Begin(args), "", args);

    /// <summary>Runs a command and presses Ctrl+C when it has printed some lines.</summary>
    public static async Task<Outcome> InterruptAsync(int after, params string[] args)
    {
        // What a shell starts in the background ignores Ctrl+C, and so do all its children: a test run may be one.
        var process = Begin(args, "env", "--default-signal=INT");
        var lines = Read(process.StandardOutput, after);
        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]))
            kill.WaitForExit();
        return await EndAsync(process, lines, args);
    }

    // Waits on this very thread: where all others are busy, an awaited line would come back after the process has ended.
    private static string Read(StreamReader output, int lines)
    {
        var text = new StringBuilder();
        for (var i = 0; i < lines; i++)
            text.Append(output.ReadLine()).Append('\n');
        return text.ToString();
    }

    private static Process Begin(string[] args, params string[] through)
    {
        var process = Start(Executable, Path.Combine(Root, "src", "ScoPortal.Web"), [], args, through);
        process.StandardInput.Close();
        return process;
    }

    private static async Task<Outcome> EndAsync(Process started, string printed, string[] args)
    {
        using var process = started;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException late)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{string.Join(' ', args)}' does not end: {await output} {await errors}", late);
        }

        return new Outcome(process.ExitCode, printed + await output, await errors);
    }

    /// <summary>Starts the portal and leaves it running.</summary>
    public static Process Serve(string folder, Dictionary<string, string> environment, string[] args, string? executable = null) =>
        Start(executable ?? Executable, folder, environment, args);

    private static Process Start(string executable, string folder, Dictionary<string, string> environment, string[] args, params string[] through)
    {
        string[] command = [.. through, "dotnet", executable, .. args];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        // The test host has settings of its own for the portal in this process.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || k.StartsWith("DOTNET_ENV", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ScoPortal.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        return folder.FullName;
    }
}

/// <summary>A folder that goes when the test ends.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("scoportal-command-").FullName;

    /// <summary>The setting that makes a command write here.</summary>
    public string Setting => $"--Portal:DataFolder={System.IO.Path.Combine(Path, "data")}";

    /// <summary>A file in it.</summary>
    public string File(string name, string? text = null)
    {
        var path = System.IO.Path.Combine(Path, name);
        if (text is not null)
            System.IO.File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Makes a newsroom without anything here, as the command <c>migrate</c> leaves it, which other tests run.</summary>
    public async Task MigrateAsync()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        Directory.CreateDirectory(File("data"));
        System.IO.File.Copy(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource, File("data/portal.db"));
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
