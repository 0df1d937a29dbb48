using System.Text;
using System.Text.RegularExpressions;

namespace ScoPortal.Benchmarks.Load;

/// <summary>
/// nginx with one worker: the shipped configuration in front of a portal, and beside it a server that sends the portal's answers as files,
/// with the same headers and the same kind of log.
/// </summary>
internal sealed partial class Nginx : IAsyncDisposable
{
    // Those that nginx writes itself for a file.
    private static readonly string[] OfTheFile = ["Content-Type", "ETag", "Last-Modified"];

    private readonly string folder;

    private Nginx(string folder, Server front, Server files) => (this.folder, Front, Files) = (folder, front, files);

    /// <summary>In front of the portal.</summary>
    public Server Front { get; }

    /// <summary>The same process, where it serves the file <c>/NAME</c>.</summary>
    public Server Files { get; }

    public static async Task<Nginx> StartAsync(Server portal, IReadOnlyDictionary<string, Answer> answers)
    {
        var (folder, front, files) = (Directory.CreateTempSubdirectory("scoportal-nginx-").FullName, Server.FreePort(), Server.FreePort());
        Directory.CreateDirectory(Path.Combine(folder, "files"));
        var text = new StringBuilder($$"""
            worker_processes 1;
            pid {{folder}}/pid;
            error_log {{folder}}/error.log;
            events { worker_connections 1024; }
            http {
                client_body_temp_path {{folder}}/body;
                proxy_temp_path {{folder}}/proxy;
                fastcgi_temp_path {{folder}}/fastcgi;
                uwsgi_temp_path {{folder}}/uwsgi;
                scgi_temp_path {{folder}}/scgi;
                include {{folder}}/shipped.conf;
                server {
                    listen 127.0.0.1:{{files}} reuseport;
                    access_log {{folder}}/files.log portal buffer=64k flush=5s;
                    root {{folder}}/files;
                    sendfile on;
                    tcp_nopush on;
                    keepalive_requests 100000;
                    open_file_cache max=100;

            """);
        if (Environment.IsPrivilegedProcess)
            text.Insert(0, "user root;\n");
        foreach (var (name, answer) in answers)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "files", name), answer.Body);
            text.AppendLine($"location = /{name} {{ types {{}} default_type \"{answer.Headers["Content-Type"]}\";");
            foreach (var (header, value) in answer.Headers.Where(h => !OfTheFile.Contains(h.Key, StringComparer.OrdinalIgnoreCase)))
                text.AppendLine($"add_header {header} \"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\";");
            text.AppendLine("}");
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "nginx.conf"), text.Append("}\n}\n").ToString());
        await File.WriteAllTextAsync(Path.Combine(folder, "shipped.conf"), Shipped(folder, front, portal.Port));
        var process = Server.Start(front, isPinned: true, "nginx", ["-c", $"{folder}/nginx.conf", "-p", folder, "-e", $"{folder}/error.log", "-g", "daemon off;"]);
        await process.ReadyAsync("/health/live");
        return new Nginx(folder, process, process.At(files));
    }

    public async ValueTask DisposeAsync()
    {
        await Front.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    // What its comments ask to be changed is changed.
    private static string Shipped(string folder, int port, int portal)
    {
        var text = File.ReadAllText(Path.Combine(Workplace.Repository, "deploy", "nginx", "scoportal.conf"));
        text = Node().Replace(text, "").Replace("upstream portal {", $"upstream portal {{ server 127.0.0.1:{portal};", StringComparison.Ordinal);
        // The servers for other names and for TLS go: the last one is what is measured, without TLS as before.
        var (first, last) = (text.IndexOf("\nserver {", StringComparison.Ordinal), text.LastIndexOf("\nserver {", StringComparison.Ordinal));
        text = Tls().Replace(Listen().Replace(text.Remove(first, last - first), $"listen 127.0.0.1:{port} reuseport"), "");
        return text.Replace("/var/cache/nginx/", $"{folder}/", StringComparison.Ordinal).Replace("/var/log/nginx/", $"{folder}/", StringComparison.Ordinal);
    }

    [GeneratedRegex("^ *server [0-9.]+:[0-9]+[^;]*;", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Node();

    [GeneratedRegex("^ *ssl_[^;]*;", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Tls();

    [GeneratedRegex("^ *listen 443 ssl http2\\b", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Listen();
}
