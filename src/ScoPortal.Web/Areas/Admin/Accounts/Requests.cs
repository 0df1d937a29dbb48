using Microsoft.Net.Http.Headers;

namespace ScoPortal.Web.Areas.Admin.Accounts;

/// <summary>What a browser tells about where a request comes from.</summary>
internal static class Requests
{
    /// <summary>
    /// A script asks, not somebody who follows a link or sends a form. Browsers send Sec-Fetch-Mode over https and to the
    /// own machine only; elsewhere it is seen by what is accepted.
    /// </summary>
    public static bool IsByScript(this HttpRequest request)
    {
        if (request.Headers.ContainsKey("RequestVerificationToken") || request.Headers.XRequestedWith.Count > 0)
            return true;
        if (request.Headers["Sec-Fetch-Mode"] is [var mode])
            return mode != "navigate";
        return request.Headers.Accept is [{ } accept] && !accept.Contains("text/html", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>It is for the desk, not for readers.</summary>
    public static bool IsOfDesk(this HttpRequest request) => request.Path.StartsWithSegments(DeskLinks.Root, StringComparison.Ordinal);

    /// <summary>The form was sent from one of the portal's own pages. Without a sign of that it counts as foreign.</summary>
    public static bool IsFromHere(this HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is [var site])
            return site == "same-origin";
        return request.Headers[HeaderNames.Origin] is [var origin]
            && Uri.TryCreate(origin, UriKind.Absolute, out var from)
            && string.Equals(from.Authority, request.Host.ToUriComponent(), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>An address for an e-mail or a chat.</summary>
    public static string Absolute(this DeskPage page, string path) =>
        (page.Portal.PublicUrl ?? $"{page.Request.Scheme}://{page.Request.Host}") + path;
}
