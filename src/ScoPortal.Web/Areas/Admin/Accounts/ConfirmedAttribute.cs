using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ScoPortal.Web.Areas.Admin.Accounts;

/// <summary>
/// What the page does decides who gets in: it takes a password or a passkey given in this session not long ago. Without one, whoever sits
/// down at an open desk is asked for it, and the form that was sent waits (<see cref="Pages.ConfirmModel"/>).
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ConfirmedAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>How long it holds.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromMinutes(10);

    /// <summary>After the form's token is checked, and before anything of the form is read or shown.</summary>
    public int Order => 1100;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method) || IsFresh(http))
            return;
        if (!http.Request.IsByScript() && await KeptForm.OfAsync(http.Request) is { } kept)
        {
            DeskAnswers.Instead(http, DeskLinks.Confirm, kept);
            context.Result = new EmptyResult();
        }
        else
        {
            context.Result = new StatusCodeResult(StatusCodes.Status401Unauthorized);
        }
    }

    private static bool IsFresh(HttpContext http) =>
        long.TryParse(http.User.FindFirstValue(Desk.ConfirmedClaim), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
        // Either way: what was confirmed while the clock was ahead is not good until it is as late again.
        && Math.Abs(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcTicks - ticks) < Time.Ticks;
}
