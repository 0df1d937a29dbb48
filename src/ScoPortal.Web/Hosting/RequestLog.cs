using System.Diagnostics;

namespace ScoPortal.Web.Hosting;

/// <summary>
/// One line for each request that is not answered from the cache: what was asked for, without the query, and how it was answered. The
/// framework's own two lines would be paid for by every request, even those that are answered in microseconds.
/// </summary>
internal sealed partial class RequestLog(RequestDelegate next, TimeProvider time, ILogger<RequestLog> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        // Every other line of the request carries its number, and the error page tells it.
        using var own = Activity.Current is null ? new Activity("Request").Start() : null;
        // As asked for: an error page takes the place of both.
        var (method, path, begun) = (context.Request.Method, context.Request.Path.Value ?? "", time.GetTimestamp());
        try
        {
            await next(context);
        }
        finally
        {
            LogRequest(method, path, context.Response.StatusCode, time.GetElapsedTime(begun).TotalMilliseconds);
            if (own is null && Activity.Current is { IsAllDataRequested: true } span)
                Tell(span, method, context);
        }
    }

    // To a collector, where there is one: the framework tells it the method alone. Never the path, which may have the secret of a link.
    private static void Tell(Activity span, string method, HttpContext context)
    {
        var (route, status) = ((context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText, context.Response.StatusCode);
        span.DisplayName = route is null ? method : $"{method} {route}";
        span.SetTag("http.route", route).SetTag("http.response.status_code", status);
        if (status >= StatusCodes.Status500InternalServerError)
            span.SetStatus(ActivityStatusCode.Error);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Path} {StatusCode} in {Elapsed:0.0} ms")]
    private partial void LogRequest(string method, string path, int statusCode, double elapsed);
}
