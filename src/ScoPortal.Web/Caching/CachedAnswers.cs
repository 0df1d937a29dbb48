namespace ScoPortal.Web.Caching;

/// <summary>
/// Answers readers with what is kept, before anything else looks at their request. Whoever is signed in gets every page fresh.
/// </summary>
internal sealed class CachedAnswers(RequestDelegate next, PageCache cache)
{
    public Task InvokeAsync(HttpContext context) =>
        context.Request.IsOfReader() && cache.Find(PageKey.Of(context.Request)) is { } page ? page.SendAsync(context, cache.ThisSecond) : next(context);
}
