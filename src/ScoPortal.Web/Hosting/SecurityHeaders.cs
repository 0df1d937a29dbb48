using Microsoft.Net.Http.Headers;

namespace ScoPortal.Web.Hosting;

/// <summary>Headers that every response carries. Nothing inline runs, nothing foreign loads, nobody frames the portal.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        // Late, since an error page begins anew.
        context.Response.OnStarting(static state =>
        {
            var headers = ((HttpContext)state).Response.Headers;
            AddTo(headers);
            // Styles and scripts do not say that they are UTF-8 by themselves.
            if (headers.ContentType is ["text/css" or "text/javascript"])
                headers.ContentType += "; charset=utf-8";
            return Task.CompletedTask;
        }, context);
        return next(context);
    }

    /// <summary>Adds them.</summary>
    public static void AddTo(IHeaderDictionary headers)
    {
        // A stricter one stays.
        headers.TryAdd(HeaderNames.ContentSecurityPolicy, Policy);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }
}
