using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace ScoPortal.Data.Tests.Postgres;

/// <summary>What a test run leaves behind when its shell was killed with it: a folder, perhaps a running server.</summary>
internal static class PostgresLeftovers
{
    public static void Remove()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), PostgresProcess.FolderPrefix + "*"))
        {
            var owner = Path.GetFileName(folder)[PostgresProcess.FolderPrefix.Length..].Split('-')[0];
            if (!int.TryParse(owner, CultureInfo.InvariantCulture, out var id) || IsRunning(id)) continue;
            try
            {
                StopServer(folder);
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or Win32Exception)
            {
                // Another user's, or another test process is removing it just now.
            }
        }
    }

    private static void StopServer(string folder)
    {
        var pidFile = Path.Combine(folder, "data", "postmaster.pid");
        if (!File.Exists(pidFile) || !int.TryParse(File.ReadLines(pidFile).FirstOrDefault(), CultureInfo.InvariantCulture, out var id)) return;
        var commandLine = $"/proc/{id.ToString(CultureInfo.InvariantCulture)}/cmdline";
        if (!File.Exists(commandLine) || !File.ReadAllText(commandLine).Contains(folder, StringComparison.Ordinal)) return;
        using var server = Process.GetProcessById(id);
        server.Kill(entireProcessTree: true);
        server.WaitForExit(TimeSpan.FromSeconds(5));
    }

    private static bool IsRunning(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
