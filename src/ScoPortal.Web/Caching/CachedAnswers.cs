using ScoPortal.Web.Hosting;

namespace ScoPortal.Web.Caching;

/// <summary>
/// Answers readers with what is kept, before anything else looks at their request. Whoever is signed in gets every page fresh.
/// </summary>
internal sealed class CachedAnswers(RequestDelegate next, PageCache cache, PortalMetrics metrics)
{
    public Task InvokeAsync(HttpContext context)
    {
        metrics.Asked(context.Request.Path);
        if (!context.Request.IsOfReader() || cache.Find(PageKey.Of(context.Request)) is not { } page)
            return next(context);
        metrics.PageKept();
        return page.SendAsync(context, cache.ThisSecond);
    }
}
