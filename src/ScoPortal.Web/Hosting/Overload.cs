using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.StaticAssets;
using ScoPortal.Web.Areas.Admin.Accounts;
using ScoPortal.Web.Localization;

namespace ScoPortal.Web.Hosting;

/// <summary>
/// What is not answered out of memory costs processor time and questions to the database. One client gets so much of it a minute; all readers
/// together get as much at a time as there is, some wait, and the others are told in a few bytes to come again. The desk does not wait for readers.
/// </summary>
internal static class Overload
{
    /// <summary>Name of the limit on searches.</summary>
    public const string Searches = nameof(Searches);

    /// <summary>Name of the limit on texts that are shown before they are stored or published.</summary>
    public const string Previews = nameof(Previews);

    /// <summary>Name of the limit on files that are taken in.</summary>
    public const string Imports = nameof(Imports);

    /// <summary>Name of the limit on files that are put together to be taken away.</summary>
    public const string Exports = nameof(Exports);

    /// <summary>Name of the limit on feeds and sitemaps that are not in memory.</summary>
    public const string Feeds = nameof(Feeds);

    /// <summary>Name of the time limit on pages of readers.</summary>
    public const string Reading = nameof(Reading);

    private static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(20);

    // How many a minute of what costs more than a page.
    private static readonly (string Name, int PerMinute)[] Costly = [(Searches, 120), (Previews, 240), (Imports, 60), (Exports, 60), (Feeds, 120)];

    // As many threads make pages at most; further ones are there for what is in memory and for telling the others to come again.
    private const int AtOnceOnAProcessor = 4;
    private const int ThreadsOnAProcessor = 3 * AtOnceOnAProcessor;
    private const int Waiting = 256;
    private const string Readers = "readers";

    // A password takes a tenth of a second of a processor: tried from many addresses at once they would leave nothing to readers.
    private const int WaitingAtTheDoor = 32;
    private const string Strangers = "strangers";

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Sets the limits that hold for everything, and those of what is costly.</summary>
    public static void Limit(RateLimiterOptions limits, PortalOptions portal)
    {
        ThreadPool.GetMinThreads(out var threads, out var completions);
        ThreadPool.SetMinThreads(Math.Max(threads, ThreadsOnAProcessor * Environment.ProcessorCount), completions);
        limits.GlobalLimiter = OfAll(portal);
        foreach (var (name, perMinute) in Costly)
            limits.AddPolicy(name, context => OfClient(context, portal.RequestsPerMinute == 0 ? 0 : perMinute));
    }

    /// <summary>Sets the time that a page of readers may take to be made.</summary>
    public static void Limit(RequestTimeoutOptions limits) => limits.AddPolicy(Reading, new RequestTimeoutPolicy
    {
        Timeout = LongestReading,
        TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
        WriteTimeoutResponse = context => AnswerAsync(context, StatusCodes.Status503ServiceUnavailable, wait: 10),
    });

    private static PartitionedRateLimiter<HttpContext> OfAll(PortalOptions portal) => PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<HttpContext, string>(context => IsFree(context) ? RateLimitPartition.GetNoLimiter("") : OfClient(context, portal.RequestsPerMinute)),
        PartitionedRateLimiter.Create<HttpContext, string>(context => IsFree(context) || context.Request.IsOfDesk()
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetConcurrencyLimiter(Readers, _ => new ConcurrencyLimiterOptions
            {
                PermitLimit = AtOnceOnAProcessor * Environment.ProcessorCount,
                QueueLimit = Waiting,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            })),
        PartitionedRateLimiter.Create<HttpContext, string>(context => !IsStrangerAtTheDoor(context)
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetConcurrencyLimiter(Strangers, _ => new ConcurrencyLimiterOptions
            {
                PermitLimit = Math.Max(1, Environment.ProcessorCount / 2),
                QueueLimit = WaitingAtTheDoor,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            })));

    /// <summary>Says so in the reader's language: 429 who asks too often, 503 that there are too many.</summary>
    public static Task AnswerAsync(HttpContext context, RateLimitLease lease) => lease.TryGetMetadata(MetadataName.RetryAfter, out var wait)
        ? AnswerAsync(context, StatusCodes.Status429TooManyRequests, Math.Max(1, Math.Ceiling(wait.TotalSeconds)))
        : AnswerAsync(context, StatusCodes.Status503ServiceUnavailable, wait: 2);

    private static Task AnswerAsync(HttpContext context, int status, double wait)
    {
        var (response, words) = (context.Response, new Ui(context.PortalLanguage()));
        response.StatusCode = status;
        response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        response.Headers.CacheControl = "no-store";
        response.ContentType = "text/html; charset=utf-8";
        return response.WriteAsync(
            $"""
            <!doctype html>
            <html lang="{words.Language.Code}" dir="{words.Language.Direction}">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Html.Encode(words[$"Error.{response.StatusCode}.Title"])}</title>
            <link rel="stylesheet" href="/css/tokens.css">
            <link rel="stylesheet" href="/css/public.css">
            <main class="wrap">
            <h1 class="headline" data-size="7">{Html.Encode(words[$"Error.{response.StatusCode}.Title"])}</h1>
            <p class="standfirst section">{Html.Encode(words[$"Error.{response.StatusCode}.Text"])}</p>
            </main>
            </html>

            """,
            // Whose time was up has been told to stop; this is still to be sent.
            CancellationToken.None);
    }

    /// <summary>Whom a limit counts as one.</summary>
    public static string ClientOf(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        // Who has an IPv6 address has a whole network of them.
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes()[..8]),
        _ => address.ToString(),
    };

    private static RateLimitPartition<string> OfClient(HttpContext context, int aMinute)
    {
        var account = context.Request.IsOfDesk() ? context.User.FindFirstValue(ClaimTypes.NameIdentifier) : null;
        // From this machine: a proxy that does not say whom it asks for, who then are all its visitors.
        if (aMinute == 0 || (account is null && (context.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address))))
            return RateLimitPartition.GetNoLimiter("");
        return RateLimitPartition.GetTokenBucketLimiter(account is null ? ClientOf(context.Connection.RemoteIpAddress) : "account " + account, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = aMinute,
            TokensPerPeriod = Math.Max(1, aMinute / 60),
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        });
    }

    // Who is signed in already does not wait for those who are not.
    private static bool IsStrangerAtTheDoor(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && context.User.Identity?.IsAuthenticated != true
        && context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName == AccountsSetup.Entrances;

    // Files are cheap, and how the node is doing must always be known. An error page is part of a request that was counted.
    private static bool IsFree(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
        || context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
        || context.Request.Path.StartsWithSegments("/error", StringComparison.Ordinal);
}
