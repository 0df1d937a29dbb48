using System.Net;
using System.Net.Sockets;

namespace ScoPortal.Web.LinkChecks;

/// <summary>Finds the addresses of a host.</summary>
public delegate Task<IPAddress[]> Resolve(string host, CancellationToken cancel);

/// <summary>The host is not on the public internet.</summary>
public sealed class NotPublicException(string host) : HttpRequestException($"{host} is not on the public internet.");

/// <summary>The address names a port that is not the web's.</summary>
public sealed class OtherPortException(int port) : HttpRequestException($"Port {port} is not the web's.");

/// <summary>
/// Lets requests out to the public internet only, and there to the ports of the web: whoever types links could else make the portal try every
/// service of a host that trusts its address. The host is looked up once, every address of it is checked, and the
/// connection goes to one of those: a name that changes its mind between check and connection gains nothing.
/// </summary>
public sealed class PublicOnly(Resolve resolve) : DelegatingHandler
{
    private static readonly HttpRequestOptionsKey<IPAddress[]> Checked = new(nameof(PublicOnly));

    /// <summary>A handler that connects to what was checked, without proxy, cookies and redirects.</summary>
    public static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        PooledConnectionLifetime = TimeSpan.Zero,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        ConnectCallback = ConnectAsync,
    };

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.Port is not (80 or 443))
            throw new OtherPortException(request.RequestUri.Port);
        var host = request.RequestUri.DnsSafeHost;
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancellationToken);
        if (addresses.Length == 0 || !addresses.All(PublicAddress.IsPublic))
            throw new NotPublicException(host);
        request.Options.Set(Checked, addresses);
        return await base.SendAsync(request, cancellationToken);
    }

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        if (!context.InitialRequestMessage.Options.TryGetValue(Checked, out var addresses))
            throw new NotPublicException(context.DnsEndPoint.Host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
