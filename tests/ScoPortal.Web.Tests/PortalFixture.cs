using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ScoPortal.Web.Tests;

/// <summary>Tests in this collection share one portal, and read only.</summary>
[CollectionDefinition(Name)]
public sealed class OnePortal : ICollectionFixture<PortalFixture>
{
    public const string Name = "One portal";
}

/// <summary>The portal with the sample newsroom in a folder of its own, at an instant of its own.</summary>
public class PortalFixture : WebApplicationFactory<Program>
{
    private readonly string folder = Directory.CreateTempSubdirectory("scoportal-web-").FullName;
    private readonly Lazy<HttpClient> client;

    public PortalFixture() =>
        client = new Lazy<HttpClient>(() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));

    /// <summary>What the portal takes for now.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Follows no redirects.</summary>
    public HttpClient Client => client.Value;

    /// <summary>Value of <c>Portal:Languages</c>.</summary>
    protected virtual string Languages => "en,de,ru,zh";

    /// <summary>The page at that address, which answers as expected.</summary>
    public async Task<IHtmlDocument> ReadAsync(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await Client.GetAsync(path);
        Assert.Equal(status, response.StatusCode);
        return await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Portal:DataFolder", folder);
        builder.UseSetting("Portal:Languages", Languages);
        builder.UseSetting("Portal:PublicUrl", "https://news.example.org");
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(new FixedTime()));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}

/// <summary>The same portal with a language written from right to left and the pseudo-locale.</summary>
public sealed class PortalInMoreLanguages : PortalFixture
{
    protected override string Languages => "en,de,ru,zh,fa,qps";
}
