using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ScoPortal.Web.Caching;

/// <summary>An answer as it goes over the wire, with what it depends on.</summary>
internal sealed class CachedPage
{
    // For browsers: keep it, and ask every time. For proxies of the portal: it is good for this second.
    private const string Lifetime = "public, max-age=0, s-maxage=1, must-revalidate";

    private readonly byte[] body;
    private readonly string tag;
    private readonly DateTimeOffset? modified;
    private readonly KeyValuePair<string, StringValues>[] headers;
    private readonly KeyValuePair<string, StringValues>[] bodyHeaders;
    private readonly FrozenSet<Subject> subjects;
    private readonly ListWindow[] windows;

    /// <param name="response">Its status and headers, not yet sent.</param>
    /// <param name="body">Its body, not yet encoded.</param>
    /// <param name="coding">How it is to travel.</param>
    /// <param name="dependencies">What it shows.</param>
    /// <param name="until">When it is out of date by itself.</param>
    /// <param name="isKept">It is made to be sent again.</param>
    public CachedPage(
        HttpResponse response, ReadOnlySpan<byte> body, ContentCoding coding, PageDependencies dependencies, DateTimeOffset until, bool isKept)
    {
        this.body = coding.Encode(body, isKept);
        tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(this.body).AsSpan(0, 12))}\"";
        modified = response.GetTypedHeaders().LastModified;
        (subjects, windows, Until) = (dependencies.Subjects.ToFrozenSet(), [.. dependencies.Windows], until);

        response.Headers.ETag = tag;
        response.Headers.CacheControl = Lifetime;
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (coding.Name() is { } name)
            response.Headers.ContentEncoding = name;
        response.ContentLength = null;
        var isOfBody = response.Headers.ToLookup(h => h.Key.StartsWith("Content-", StringComparison.OrdinalIgnoreCase) && h.Key != HeaderNames.ContentSecurityPolicy);
        (headers, bodyHeaders) = ([.. isOfBody[false]], [.. isOfBody[true]]);
        Size = this.body.Length + (64 * (subjects.Count + windows.Length)) + 2048;
    }

    /// <summary>When it is out of date by itself.</summary>
    public DateTimeOffset Until { get; }

    /// <summary>About what it takes in memory, in bytes.</summary>
    public int Size { get; }

    /// <summary>When it was last sent, by the cache's own count of looks.</summary>
    public int LastUsed { get; set; }

    /// <summary>What has changed is on it, or belongs on it.</summary>
    public bool Shows(Eviction eviction) => eviction.Concerns(subjects, windows);

    /// <summary>Answers with it; with no more than its tag where the client has it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="thisSecond">Value of X-Accel-Expires: the proxy's copy is good until the second is over.</param>
    public Task SendAsync(HttpContext context, string thisSecond)
    {
        var response = context.Response;
        foreach (var (name, value) in headers)
            response.Headers[name] = value;
        response.Headers["X-Accel-Expires"] = thisSecond;
        if (IsKnownTo(context.Request))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        foreach (var (name, value) in bodyHeaders)
            response.Headers[name] = value;
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body, 0, body.Length, context.RequestAborted);
    }

    // RFC 9110, section 13.1: weak comparison, and whoever names a tag is not asked for a date.
    private bool IsKnownTo(HttpRequest request)
    {
        if (request.Headers.IfNoneMatch is { Count: > 0 } tags)
            return (tags.Count == 1 && tags[0] == tag)
                || (EntityTagHeaderValue.TryParseList(tags, out var named)
                    && named.Any(t => t.Tag == "*" || t.Tag == tag));
        return modified is { } at && request.Headers.IfModifiedSince.Count > 0 && request.GetTypedHeaders().IfModifiedSince >= at;
    }
}
