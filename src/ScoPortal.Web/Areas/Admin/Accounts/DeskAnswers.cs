using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using ScoPortal.Web.Hosting;

namespace ScoPortal.Web.Areas.Admin.Accounts;

/// <summary>
/// Keeps the desk out of every cache, and shows another of its pages in place of one that was refused, at the same address:
/// the sign-in page with the form that was sent, or why there is no access.
/// </summary>
internal sealed class DeskAnswers(RequestDelegate next)
{
    /// <summary>Shows the page at <paramref name="path"/> once this request is done with.</summary>
    public static void Instead(HttpContext context, string path, KeptForm? kept = null)
    {
        context.Items[typeof(DeskAnswers)] = path;
        context.Items[typeof(KeptForm)] = kept;
    }

    /// <summary>The form that the page shown instead is to keep.</summary>
    public static KeptForm? Kept(HttpContext context) => context.Items[typeof(KeptForm)] as KeptForm;

    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.IsOfDesk())
        {
            await next(context);
            return;
        }

        context.Response.OnStarting(static state =>
        {
            var (http, headers) = ((HttpContext)state, ((HttpContext)state).Response.Headers);
            headers.CacheControl = "no-store";
            // Lists, texts for other tools, memories, originals: what leaves the desk as a file.
            if (headers.ContentDisposition.Count > 0)
                http.Note("file.export", http.Request.Path);
            return Task.CompletedTask;
        }, context);
        await next(context);
        if (context.Items[typeof(DeskAnswers)] is string instead && !context.Response.HasStarted)
            await ShowAsync(context, instead);
    }

    private async Task ShowAsync(HttpContext context, string path)
    {
        var request = context.Request;
        var asked = (request.Method, request.Path, request.QueryString);
        (request.Method, request.Path, request.QueryString) = (HttpMethods.Get, path, QueryString.Empty);
        request.ContentType = null;
        context.SetEndpoint(null);
        context.Features.Get<IRouteValuesFeature>()?.RouteValues.Clear();
        try
        {
            await next(context);
        }
        finally
        {
            (request.Method, request.Path, request.QueryString) = asked;
        }
    }
}

/// <summary>
/// A form made for somebody else than who is signed in now, in another tab: it is shown again, to be sent by who is.
/// </summary>
internal sealed class StaleForms : IAlwaysRunResultFilter, IAsyncAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context) => throw new NotSupportedException();

    public void OnResultExecuted(ResultExecutedContext context) => throw new NotSupportedException();

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (context.Result is IAntiforgeryValidationFailedResult && !http.Request.IsFromHere())
            http.Note("form.refuse");
        if (context.Result is IAntiforgeryValidationFailedResult && http.Request.IsOfDesk()
            && http.Request.IsFromHere() && !http.Request.IsByScript())
        {
            var isIn = http.User.Identity?.IsAuthenticated == true;
            if (http.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is null)
            {
                if (await KeptForm.OfAsync(http.Request) is { } kept)
                    DeskAnswers.Instead(http, DeskLinks.Again, kept);
            }
            else if (await KeptForm.CarriedAsync(http.Request) is { } carried)
                DeskAnswers.Instead(http, isIn ? DeskLinks.Again : DeskLinks.SignIn(), carried);
            else
                context.Result = new LocalRedirectResult(isIn ? DeskLinks.Home : http.Request.Path + http.Request.QueryString);
        }

        await next();
    }
}
