using ScoPortal.Web.Areas.Admin;
using ScoPortal.Web.Areas.Admin.Accounts;

namespace ScoPortal.Web.Localization;

/// <summary>The language of the page that is asked for: the first part of its address.</summary>
public static class RequestLanguage
{
    /// <summary>Name of the route value and constraint.</summary>
    public const string Key = "lang";

    /// <summary>The language in the address; at the desk that of the account, or the one chosen before signing in; the best one for the browser where there is neither.</summary>
    public static PortalLanguage PortalLanguage(this HttpContext context)
    {
        if (context.Items[typeof(RequestLanguage)] is PortalLanguage known)
            return known;
        var languages = context.RequestServices.GetRequiredService<PortalOptions>().Languages;
        var language = languages.Find(FirstSegment(context.Request.Path))
            ?? languages.Find(context.User.FindFirst(Desk.LanguageClaim)?.Value)
            ?? languages.Find(context.Request.IsOfDesk() ? (string?)context.Request.Query[Key] : null)
            ?? languages.Best(context.Request.Headers.AcceptLanguage);
        context.Items[typeof(RequestLanguage)] = language;
        return language;
    }

    private static string? FirstSegment(PathString path) => path.Value?.Split('/', 3) is [_, var first, ..] ? first : null;

    /// <summary>Matches exactly the codes of the portal's languages.</summary>
    internal sealed class Constraint(PortalOptions options) : IRouteConstraint
    {
        public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
            options.Languages.Find(values[routeKey] as string) is not null;
    }
}
