using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace ScoPortal.Web.Tests.House;

/// <summary>What the HTML standard holds against a page.</summary>
/// <param name="Page">The name under which the page was handed in.</param>
/// <param name="Severity"><c>error</c>, <c>warning</c> or <c>info</c>.</param>
/// <param name="Line">The line of the page, from 1; 0 when the checker gives none.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Extract">The markup around it.</param>
public sealed record HtmlFault(string Page, string Severity, int Line, string Message, string Extract)
{
    public override string ToString() => $"{Page}:{Line} {Severity}: {Message} [{Extract.ReplaceLineEndings(" ").Trim()}]";
}

/// <summary>
/// Checks pages with the Nu Html Checker, the one behind the W3C's validator. It takes a second to start and little
/// for each page: hand in many pages at once.
/// </summary>
public static class HtmlValidator
{
    private static readonly string Cache = Path.Combine(
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache
            ? cache
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
        "scoportal");

    /// <summary>Every error, warning and note about the pages, which are whole documents by name.</summary>
    /// <exception cref="InvalidOperationException">The checker or Java is not installed, or the checker failed.</exception>
    public static async Task<IReadOnlyList<HtmlFault>> CheckAsync(IReadOnlyDictionary<string, string> pages)
    {
        var jar = FindJar();
        var folder = Directory.CreateTempSubdirectory("scoportal-html-").FullName;
        try
        {
            var names = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (name, html) in pages)
            {
                var file = Path.Combine(folder, $"{names.Count}.html");
                names.Add(new Uri(file).AbsoluteUri.Replace("file:///", "file:/", StringComparison.Ordinal), name);
                await File.WriteAllTextAsync(file, html, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            }

            return Read(await RunAsync(jar, folder), names);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string FindJar()
    {
        if (Environment.GetEnvironmentVariable("VNU_JAR") is { Length: > 0 } jar && File.Exists(jar)) return jar;
        var newest = Directory.Exists(Cache) ? Directory.EnumerateFiles(Cache, "vnu-*.jar").Max(StringComparer.Ordinal) : null;
        return newest ?? throw new InvalidOperationException(
            $"The HTML checker is missing (no vnu-*.jar in {Cache}): ./dev test fetches it, or VNU_JAR names one.");
    }

    // The stack is for the schema of HTML, which is deep.
    private static async Task<string> RunAsync(string jar, string folder)
    {
        try
        {
            using var checker = Process.Start(new ProcessStartInfo(
                "java", ["-Xss8m", "-jar", jar, "--format", "json", "--stdout", "--exit-zero-always", folder])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var complaints = checker.StandardError.ReadToEndAsync();
            var json = await checker.StandardOutput.ReadToEndAsync();
            await checker.WaitForExitAsync();
            return checker.ExitCode == 0
                ? json
                : throw new InvalidOperationException($"The HTML checker failed ({checker.ExitCode}): {await complaints}");
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InvalidOperationException("Java is missing, which the HTML checker needs: ./dev test installs it.", e);
        }
    }

    private static List<HtmlFault> Read(string json, Dictionary<string, string> names)
    {
        using var report = JsonDocument.Parse(json);
        return
        [
            .. from message in report.RootElement.GetProperty("messages").EnumerateArray()
               let type = message.GetProperty("type").GetString()!
               let kind = message.TryGetProperty("subType", out var sub) ? sub.GetString()! : type
               select new HtmlFault(
                   message.TryGetProperty("url", out var url) ? names[url.GetString()!] : "",
                   type == "info" && kind == "warning" ? "warning" : type,
                   message.TryGetProperty("lastLine", out var line) ? line.GetInt32() : 0,
                   message.GetProperty("message").GetString()!,
                   message.TryGetProperty("extract", out var extract) ? extract.GetString()! : ""),
        ];
    }
}
