using ScoPortal.Web.Areas.Admin.Accounts;

namespace ScoPortal.Web.Caching;

/// <summary>Who may be given what everybody gets.</summary>
internal static class Readers
{
    /// <summary>It asks for something and changes nothing.</summary>
    public static bool IsRead(this HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    /// <summary>The same, of somebody who is not signed in. Readers have no cookies at all.</summary>
    public static bool IsOfReader(this HttpRequest request) =>
        request.IsRead() && (request.Headers.Cookie.Count == 0 || !request.Cookies.ContainsKey(DeskCookie.NameFor(request.HttpContext, DeskCookie.Session)));
}
