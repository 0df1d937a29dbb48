using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace ScoPortal.Browser.Tests;

/// <summary>The portal in this process, on a free port of this machine, where a real browser reaches it.</summary>
public sealed class PortalServer : WebApplicationFactory<Program>
{
    public PortalServer()
    {
        UseKestrel(port: 0);
        StartServer();
    }

    /// <summary>Where the portal listens, such as <c>http://127.0.0.1:41213/</c>.</summary>
    public string Url => ClientOptions.BaseAddress.AbsoluteUri;

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseEnvironment("Development");
}
