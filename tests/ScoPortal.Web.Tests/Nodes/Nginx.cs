using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ScoPortal.Web.Tests.Commands;
using Xunit;

namespace ScoPortal.Web.Tests.Nodes;

/// <summary>nginx with the configuration that this repository ships: only ports and folders are others.</summary>
public sealed class Nginx : IDisposable
{
    private Process? process;

    private Nginx(Process process) => this.process = process;

    /// <summary>Where it is; null where it is not installed.</summary>
    public static string? Executable { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/sbin")
        .Select(folder => Path.Combine(folder, "nginx")).FirstOrDefault(File.Exists);

    /// <summary>Starts it before two nodes.</summary>
    /// <param name="folder">Where it writes.</param>
    /// <param name="port">Where the portal is to be found without TLS, under any name: what the tests of nodes ask.</param>
    /// <param name="first">Port of the one node.</param>
    /// <param name="second">Port of the other.</param>
    /// <param name="plain">In place of 80.</param>
    /// <param name="tls">In place of 443.</param>
    /// <param name="here">Who is taken for this machine, and not counted.</param>
    public static Nginx Start(string folder, int port, int first, int second, int plain, int tls, string here = "127.0.0.0/8")
    {
        WriteCertificate(folder);
        var shipped = File.ReadAllText(Path.Combine(PortalProcess.Root, "deploy", "nginx", "scoportal.conf"));
        foreach (var (word, mine) in ((string, string)[])
            [("127.0.0.1:5081", $"127.0.0.1:{first}"), ("127.0.0.1:5082", $"127.0.0.1:{second}"), ("listen 80", $"listen 127.0.0.1:{plain}"),
                ("listen 443 ssl http2;", $"listen 127.0.0.1:{port}; listen 127.0.0.1:{tls} ssl http2;"), ("listen 443", $"listen 127.0.0.1:{tls}"),
                ("127.0.0.0/8 ", here + " "), ("/etc/ssl/news.example.org", folder), ("/var/cache/nginx", folder), ("/var/log/nginx", folder)])
        {
            Assert.Contains(word, shipped, StringComparison.Ordinal);
            shipped = shipped.Replace(word, mine, StringComparison.Ordinal);
        }

        File.WriteAllText(Path.Combine(folder, "scoportal.conf"), shipped);
        var main = Path.Combine(folder, "nginx.conf");
        var user = Environment.UserName == "root" ? "user root;" : "";
        File.WriteAllText(main, $$"""
            {{user}}
            daemon off;
            worker_processes 2;
            pid {{folder}}/nginx.pid;
            error_log {{folder}}/error.log warn;
            events { worker_connections 512; }
            http {
                client_body_temp_path {{folder}}/body;
                proxy_temp_path {{folder}}/proxy;
                fastcgi_temp_path {{folder}}/fastcgi;
                uwsgi_temp_path {{folder}}/uwsgi;
                scgi_temp_path {{folder}}/scgi;
                include {{folder}}/scoportal.conf;
            }
            """);
        return new Nginx(Process.Start(new ProcessStartInfo(Executable!, ["-e", $"{folder}/error.log", "-c", main]) { UseShellExecute = false })!);
    }

    private static void WriteCertificate(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=news.example.org", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(Path.Combine(folder, "fullchain.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "privkey.pem"), key.ExportPkcs8PrivateKeyPem());
    }

    public void Dispose()
    {
        if (process is { HasExited: false })
            process.Kill(entireProcessTree: true);
        process?.Dispose();
        process = null;
    }
}
