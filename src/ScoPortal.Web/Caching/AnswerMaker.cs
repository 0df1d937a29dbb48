using Microsoft.Net.Http.Headers;
using ScoPortal.Web.Hosting;

namespace ScoPortal.Web.Caching;

/// <summary>
/// Makes the answers that <see cref="CachedAnswers"/> gives: one request makes a page while others wait for it. Every answer of such an address
/// is encoded here, and has a tag if it is a page, whether it is kept or not.
/// </summary>
internal sealed class AnswerMaker(RequestDelegate next, PageCache cache, PortalMetrics metrics, TimeProvider time)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<CachedAttribute>() is not { } cached || !context.Request.IsRead())
            return next(context);
        if (context.Request.IsOfReader())
            return AnswerAsync(context, PageKey.Of(context.Request) with { Query = cached.Canonical(context.Request.Query) });
        context.Response.Headers.CacheControl = "private, no-store";
        return next(context);
    }

    private async Task AnswerAsync(HttpContext context, PageKey key)
    {
        for (var page = cache.Find(key); ; page = cache.Find(key))
        {
            var isAgain = false;
            if (page is null)
            {
                var filling = cache.Begin(key, out var isMine);
                if (isMine)
                {
                    await MakeAsync(context, filling);
                    return;
                }

                (page, isAgain) = await filling.Done.WaitAsync(context.RequestAborted);
            }

            if (page is not null)
            {
                metrics.PageKept();
                await page.SendAsync(context, cache.ThisSecond);
                return;
            }

            if (!isAgain)
            {
                await MakeAsync(context, new Filling(key));
                return;
            }
        }
    }

    private async Task MakeAsync(HttpContext context, Filling filling)
    {
        metrics.PageMade();
        var (response, sent, coding) = (context.Response, context.Response.Body, filling.Key.Coding);
        // Every page tells the day.
        var until = new DateTimeOffset(time.GetUtcNow().UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
        CachedPage? page = null;
        using var body = new MemoryStream();
        try
        {
            using (new PlainRequest(context.Request))
            {
                response.Body = body;
                await next(context);
            }

            SecurityHeaders.AddTo(response.Headers);
            if (response.StatusCode == StatusCodes.Status200OK && response.Headers.SetCookie.Count == 0)
                page = new CachedPage(response, Written(body), coding, context.RequestServices.GetRequiredService<PageDependencies>(), until, cache.Keeps);
        }
        finally
        {
            response.Body = sent;
            cache.End(filling, page, isAgain: context.RequestAborted.IsCancellationRequested);
        }

        if (page is not null)
        {
            await page.SendAsync(context, cache.ThisSecond);
        }
        else if (body.Length > 0)
        {
            response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
            response.Headers.ContentEncoding = coding.Name();
            await response.Body.WriteAsync(coding.Encode(Written(body), isKept: false), context.RequestAborted);
        }
    }

    private static ReadOnlySpan<byte> Written(MemoryStream body) => body.GetBuffer().AsSpan(0, (int)body.Length);
}
