using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Net.Http.Headers;
using ScoPortal.Web.Feeds;
using ScoPortal.Web.Media;

namespace ScoPortal.Web.Hosting;

/// <summary>The addresses that are no pages.</summary>
internal static class Endpoints
{
    public static void MapPortalEndpoints(this WebApplication app)
    {
        app.MapMethods("/", [HttpMethods.Get, HttpMethods.Head], (HttpContext context, PortalOptions options) =>
        {
            context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
            return Results.Redirect(Links.Home(options.Languages.Best(context.Request.Headers.AcceptLanguage).Code));
        });
        app.MapFeeds();
        app.MapSitemaps();
        app.MapMedia();
        app.MapHealthChecks("/health/live", new HealthCheckOptions
        {
            Predicate = _ => false,
            ResponseWriter = (context, report) =>
            {
                context.Response.ContentType = "text/plain; charset=utf-8";
                return context.Response.WriteAsync(report.Status.ToString());
            },
        });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions
        {
            ResponseWriter = (context, report) =>
            {
                context.Response.ContentType = "text/plain; charset=utf-8";
                return context.Response.WriteAsync(string.Join('\n', report.Entries.Values.Select(e => $"{e.Status}: {e.Description}")));
            },
        });
    }
}
