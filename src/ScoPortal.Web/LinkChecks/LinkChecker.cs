using System.Net;
using System.Net.Sockets;

namespace ScoPortal.Web.LinkChecks;

/// <summary>How a link answered. The names are those of the texts <c>Desk.Link.*</c>.</summary>
public enum LinkAnswer
{
    Good,
    Moved,
    Gone,
    Closed,
    Broken,
    Slow,
    Unreachable,
    NotPublic,
    OtherPort,
    NotWeb,
}

/// <summary>A link and how it answered.</summary>
/// <param name="Url">As it is written.</param>
/// <param name="Answer">How it answered.</param>
/// <param name="Status">HTTP status of the last answer; null without one.</param>
/// <param name="Now">Where it has moved for good; null when it stands where it says.</param>
public sealed record CheckedLink(string Url, LinkAnswer Answer, int? Status = null, string? Now = null);

/// <summary>Asks the addresses of a text whether they answer.</summary>
public sealed class LinkChecker(HttpClient web)
{
    /// <summary>More than that of one text are not asked.</summary>
    public const int Most = 50;

    private const int AtOnce = 8, MostSteps = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Asks each of them once.</summary>
    public async Task<IReadOnlyList<CheckedLink>> CheckAsync(IEnumerable<string> urls, CancellationToken cancel)
    {
        using var room = new SemaphoreSlim(AtOnce);
        return await Task.WhenAll(urls.Distinct(StringComparer.Ordinal).Take(Most).Select(async url =>
        {
            await room.WaitAsync(cancel);
            try
            {
                return await CheckAsync(url, cancel);
            }
            finally
            {
                room.Release();
            }
        }));
    }

    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton<Resolve>(Dns.GetHostAddressesAsync);
        services.AddTransient<PublicOnly>();
        services.AddHttpClient<LinkChecker>(client =>
        {
            client.Timeout = Timeout.InfiniteTimeSpan;
            client.DefaultRequestHeaders.UserAgent.ParseAdd("ScoPortal-LinkCheck/1.0");
            client.DefaultRequestHeaders.Accept.ParseAdd("*/*");
        }).ConfigurePrimaryHttpMessageHandler(PublicOnly.Handler).AddHttpMessageHandler<PublicOnly>();
    }

    private async Task<CheckedLink> CheckAsync(string url, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            return await FollowAsync(url, patience.Token);
        }
        catch (NotPublicException)
        {
            return new CheckedLink(url, LinkAnswer.NotPublic);
        }
        catch (OtherPortException)
        {
            return new CheckedLink(url, LinkAnswer.OtherPort);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new CheckedLink(url, LinkAnswer.Slow);
        }
        // Addresses that are none, and names longer than names can be, are said by exceptions of their own.
        catch (Exception failure) when (failure is HttpRequestException or SocketException or IOException or UriFormatException or ArgumentException)
        {
            return new CheckedLink(url, LinkAnswer.Unreachable);
        }
    }

    private async Task<CheckedLink> FollowAsync(string url, CancellationToken cancel)
    {
        if (Links.External(url) is null)
            return new CheckedLink(url, LinkAnswer.NotWeb);
        var (at, forGood) = (new Uri(url), true);
        for (var step = 0; step <= MostSteps; step++)
        {
            var (status, next) = await AskAsync(at, cancel);
            if (next is null)
                return Judge(url, status, forGood && step > 0 ? at : null);
            if (Links.External(next.AbsoluteUri) is null)
                return new CheckedLink(url, LinkAnswer.NotWeb, (int)status);
            forGood &= status is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;
            at = next;
        }

        return new CheckedLink(url, LinkAnswer.Broken);
    }

    // Many servers answer HEAD wrongly: only when they say no is the page itself asked for, and no more of it than its head.
    private async Task<(HttpStatusCode Status, Uri? Next)> AskAsync(Uri url, CancellationToken cancel)
    {
        var answer = await AskAsync(HttpMethod.Head, url, cancel);
        return (int)answer.Status < 400 ? answer : await AskAsync(HttpMethod.Get, url, cancel);
    }

    private async Task<(HttpStatusCode Status, Uri? Next)> AskAsync(HttpMethod method, Uri url, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, url);
        using var response = await web.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        var next = (int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } location ? new Uri(url, location) : null;
        return (response.StatusCode, next);
    }

    private static CheckedLink Judge(string url, HttpStatusCode status, Uri? movedTo) => new(
        url,
        status switch
        {
            HttpStatusCode.NotFound or HttpStatusCode.Gone => LinkAnswer.Gone,
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests => LinkAnswer.Closed,
            >= HttpStatusCode.BadRequest => LinkAnswer.Broken,
            _ => movedTo is null ? LinkAnswer.Good : LinkAnswer.Moved,
        },
        (int)status,
        movedTo?.AbsoluteUri);
}
