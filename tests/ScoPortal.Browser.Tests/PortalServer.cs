using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ScoPortal.Web.Tests;
using Xunit;

namespace ScoPortal.Browser.Tests;

/// <summary>The portal with its sample newsroom in this process, on a free port, where a real browser reaches it.</summary>
public class PortalServer : PortalFixture, IAsyncLifetime
{
    public PortalServer() => UseKestrel(port: 0);

    /// <summary>Where the portal listens, such as <c>http://127.0.0.1:41213/</c>.</summary>
    public string Url => ClientOptions.BaseAddress.AbsoluteUri;

    /// <summary>What its pages show; nothing where there is no sample newsroom.</summary>
    public Cast Cast { get; private set; } = null!;

    /// <summary>It begins with the sample newsroom.</summary>
    protected virtual bool HasSample => true;

    public async Task InitializeAsync()
    {
        StartServer();
        if (HasSample)
            Cast = await Cast.AssembleAsync(Services, Languages.Split(','));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("urls", "http://127.0.0.1:0");
        builder.UseSetting("Portal:Sample", HasSample ? "true" : "false");
        // Everybody in the tests comes from one address.
        builder.UseSetting("Portal:SignInsPerMinute", "1000");
        // A line for each of thousands of requests would bury what a test says.
        builder.ConfigureTestServices(services => services.AddLogging(l => l.ClearProviders()));
    }

    async Task IAsyncLifetime.DisposeAsync() => await base.DisposeAsync();
}

/// <summary>The same with a language written from right to left and the pseudo-locale, each with a release of its own.</summary>
public sealed class PortalInMoreLanguages : PortalServer
{
    protected override string Languages => "en,de,ru,zh,fa,qps";
}

/// <summary>A portal as it is installed: without accounts and without releases.</summary>
public sealed class EmptyPortal : PortalServer
{
    protected override bool HasSample => false;
}

/// <summary>A portal of its own for a journey that moves the clock.</summary>
public sealed class OwnPortalServer : PortalServer;
