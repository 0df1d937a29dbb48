using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ScoPortal.Web.Caching;
using ScoPortal.Web.Hosting;

namespace ScoPortal.Web.Pages;

/// <summary>What a visitor sees when there is nothing to see. Says nothing of the inside but the number to ask with.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorModel : PortalPage
{
    /// <summary>The status that the request was refused with.</summary>
    [BindProperty(SupportsGet = true)]
    public int Code { get; set; }

    /// <summary>404, 400 for other faults of the request, 500 for faults of ours, Outage for those that pass: the kinds there are texts for.</summary>
    public string Kind => IsOutage ? nameof(Outage) : Status.ToString(CultureInfo.InvariantCulture);

    /// <summary>What was sent could not be stored.</summary>
    public bool IsUnsaved => IsOutage && !Request.IsRead();

    private bool IsOutage { get; set; }

    private int Status => Code switch
    {
        >= 500 => StatusCodes.Status500InternalServerError,
        404 or 410 => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status400BadRequest,
    };

    /// <summary>The number that the log has for this request.</summary>
    public string RequestNumber => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    /// <inheritdoc />
    /// <remarks>Here and not in a handler: whatever the method of the request, this page answers.</remarks>
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        base.OnPageHandlerExecuting(context);
        if (Response.StatusCode == StatusCodes.Status200OK)
            Response.StatusCode = Status;
        IsOutage = Response.StatusCode == StatusCodes.Status503ServiceUnavailable;
        if (IsOutage)
            Response.Headers.RetryAfter = Outage.RetryAfter;
        // A proxy gives another node what was answered 503 (Draining). Of what was begun here it must not: it may be stored after all.
        if (IsUnsaved)
            Response.StatusCode = StatusCodes.Status500InternalServerError;
        Head.Title = Ui[$"Error.{Kind}.Title"];
        if (Asked is { } path)
            foreach (var language in Portal.Languages.All)
                Head.Versions[language.Code] = Links.InLanguage(path, Lang, language.Code);
    }

    // What was asked for before this page took its place.
    private string? Asked =>
        HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } refused
            ? new PathString(refused.OriginalPath).ToUriComponent() + refused.OriginalQueryString
            : new PathString(HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path).ToUriComponent() is { Length: > 0 } path ? path : null;
}
