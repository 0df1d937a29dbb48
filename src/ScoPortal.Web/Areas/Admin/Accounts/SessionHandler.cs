using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using ScoPortal.Data.Accounts;
using ScoPortal.Web.Hosting;
using ScoPortal.Web.Settings;

namespace ScoPortal.Web.Areas.Admin.Accounts;

/// <summary>
/// Knows who asks by a cookie that holds a random key and nothing else; the rest is in <see cref="SessionStore"/>. The
/// framework's own cookie handler takes the key of an earlier session up again when somebody signs in, so that a key
/// stolen and revoked would come back to life: here every sign-in has a new one.
/// </summary>
internal sealed class SessionHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder,
    SessionStore store, IDataProtectionProvider protection, IOptions<IdentityOptions> identity, PortalOptions portal)
    : SignInAuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private ExceptionDispatchInfo? broken;
    private bool isIncomplete;

    private string Name => DeskCookie.NameFor(Context, DeskCookie.Session);

    private string? Cookie => Request.Cookies[Name] is { Length: > 0 } secret ? secret : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // Readers' pages are the same for everybody, and cost no look into the sessions.
        if (Cookie is not { } secret || !Request.IsOfDesk())
            return AuthenticateResult.NoResult();
        try
        {
            return await store.FindAsync(secret, Context.RequestAborted) is { } session && TicketOf(session) is { } ticket && await IsEnoughAsync(ticket.Principal)
                ? AuthenticateResult.Success(ticket)
                : AuthenticateResult.Fail("The session has ended.");
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Thrown here it would be thrown again by every page of this request, the one that tells of it too.
            broken = ExceptionDispatchInfo.Capture(failure);
            return AuthenticateResult.Fail(failure);
        }
    }

    // Who must have a second step and came without gets to where one is set up. Once there is one, such a session is none any more: whoever
    // knows the password alone is not to add another.
    private async Task<bool> IsEnoughAsync(ClaimsPrincipal person)
    {
        if (!portal.SecondStep.Meets(person.FindFirstValue(ClaimTypes.Role)) || person.HasClaim(Desk.MethodClaim, Desk.SeveralFactors))
            return true;
        if (await store.HasSecondFactorAsync(person.Member().Id, Context.RequestAborted))
            return false;
        isIncomplete = true;
        Set((ClaimsIdentity)person.Identity!, Desk.IncompleteClaim, "");
        return Context.GetEndpoint()?.Metadata.GetMetadata<BeforeSecondStepAttribute>() is not null;
    }

    protected override async Task HandleSignInAsync(ClaimsPrincipal user, AuthenticationProperties? properties)
    {
        if (Cookie is { } old)
            await store.EndAsync(old, CancellationToken.None);
        var account = int.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture);
        var ticket = new AuthenticationTicket(user, properties, Scheme.Name);
        var secret = await store.BeginAsync(
            account, key => Protector(key).Protect(TicketSerializer.Default.Serialize(ticket)),
            ClientNetwork.Of(Context.Connection.RemoteIpAddress), Request.Headers.UserAgent, Context.RequestAborted, ConfirmedAt(properties));
        Response.Cookies.Append(Name, secret, DeskCookie.OptionsFor(Context, properties?.IsPersistent == true ? TimeProvider.GetUtcNow() + SessionStore.Longest : null));
    }

    // Of a session that goes on under a new key; null of a new one, whose owner has just proved who they are.
    private static DateTimeOffset? ConfirmedAt(AuthenticationProperties? properties) =>
        long.TryParse(properties?.GetParameter<string>(Desk.ConfirmedClaim), CultureInfo.InvariantCulture, out var ticks) ? new(ticks, TimeSpan.Zero) : null;

    protected override async Task HandleSignOutAsync(AuthenticationProperties? properties)
    {
        if (Cookie is not { } secret)
            return;
        await store.EndAsync(secret, CancellationToken.None);
        Response.Cookies.Delete(Name, DeskCookie.OptionsFor(Context));
    }

    // Nobody is signed in, or no longer: pages lead to the sign-in page and take along what was typed.
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        broken?.Throw();
        if (Request.IsByScript())
            Response.StatusCode = StatusCodes.Status401Unauthorized;
        else if (isIncomplete)
            Response.Redirect(DeskLinks.ProfileSecondStep);
        else if (HttpMethods.IsPost(Request.Method) && Request.IsFromHere() && await KeptForm.OfAsync(Request) is { } kept)
            DeskAnswers.Instead(Context, DeskLinks.SignIn(), kept);
        else
            Response.Redirect(DeskLinks.SignIn(HttpMethods.IsGet(Request.Method) ? Request.Path + Request.QueryString : null));
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Context.Note("access.refuse");
        Response.StatusCode = StatusCodes.Status403Forbidden;
        if (!Request.IsByScript())
            DeskAnswers.Instead(Context, DeskLinks.Refused(StatusCodes.Status403Forbidden));
        return Task.CompletedTask;
    }

    private AuthenticationTicket? TicketOf(LiveSession session)
    {
        try
        {
            var ticket = TicketSerializer.Default.Deserialize(Protector(session.Key).Unprotect(session.Ticket));
            if (ticket?.Principal.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType) != session.SecurityStamp)
                return null;
            var person = (ClaimsIdentity)ticket!.Principal.Identity!;
            Set(person, Desk.SessionClaim, session.Key);
            Set(person, person.NameClaimType, session.Name);
            Set(person, Desk.LanguageClaim, session.UiLanguage);
            Set(person, Desk.ConfirmedClaim, (session.ConfirmedAt?.UtcTicks ?? 0).ToString(CultureInfo.InvariantCulture));
            return ticket;
        }
        catch (CryptographicException)
        {
            // Its Data Protection key is lost: as good as ended.
            return null;
        }
    }

    private static void Set(ClaimsIdentity person, string type, string value)
    {
        person.TryRemoveClaim(person.FindFirst(type));
        person.AddClaim(new Claim(type, value));
    }

    // A ticket is good for its own row only.
    private IDataProtector Protector(string key) => protection.CreateProtector("ScoPortal.Session", key);
}
