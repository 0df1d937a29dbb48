using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ScoPortal.Data;
using ScoPortal.Data.Accounts;
using ScoPortal.Web.Hosting;

namespace ScoPortal.Web.Areas.Admin.Accounts;

/// <summary>Accounts and sessions, on ASP.NET Core Identity.</summary>
internal static class AccountsSetup
{
    /// <summary>Name of the limit on how often somebody may try to get in.</summary>
    public const string Entrances = nameof(Entrances);

    /// <summary>Name of the limit on how often the server goes out to ask links for one account.</summary>
    public const string LinkChecks = nameof(LinkChecks);

    /// <summary>That many a minute.</summary>
    public const int LinkChecksPerMinute = 12;

    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<SessionStore>();
        services.AddSingleton<SignInTries>();
        services.AddSingleton<SecurityLog>();
        services.AddHostedService(p => p.GetRequiredService<SecurityLog>());
        services.AddScoped<AccountStore>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, SessionHandler>(IdentityConstants.ApplicationScheme, displayName: null, configureOptions: null)
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, o => o.ExpireTimeSpan = TimeSpan.FromMinutes(10));
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme)
            .Configure<IHttpContextAccessor>((o, requests) => o.Cookie = new DeskCookie(requests, "desk-step"));
        services.AddOptions<AntiforgeryOptions>().Configure<IHttpContextAccessor>((o, requests) => o.Cookie = new DeskCookie(requests, "desk-form"));
        services.AddOptions<CookieTempDataProviderOptions>().Configure<IHttpContextAccessor>((o, requests) => o.Cookie = new DeskCookie(requests, "desk-told"));
        services.AddIdentityCore<Account>(o =>
            {
                o.User.RequireUniqueEmail = true;
                o.User.AllowedUserNameCharacters = ""; // Any: the name is the e-mail address.
                o.Lockout = new LockoutOptions { MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15) };
            })
            .AddRoles<IdentityRole<int>>()
            .AddEntityFrameworkStores<PortalDb>()
            .AddUserStore<AccountStore>()
            .AddSignInManager<DeskSignIn>()
            .AddClaimsPrincipalFactory<Claims>()
            .AddTokenProvider<Authenticator>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddScoped(p => (DeskSignIn)p.GetRequiredService<SignInManager<Account>>());
        // https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#pbkdf2: for HMAC-SHA-512. Older hashes follow at the next sign-in.
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = 210_000);
        services.RemoveAll<IPasswordValidator<Account>>().AddScoped<IPasswordValidator<Account>, PasswordValidator>();
        // A passkey alone signs in: it says whose it is, and checks that its owner is there.
        services.Configure<IdentityPasskeyOptions>(o => (o.ResidentKeyRequirement, o.UserVerificationRequirement) = ("required", "required"));
        services.Configure<MvcOptions>(o => o.Filters.Add<StaleForms>());
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<PortalOptions>((o, portal) =>
        {
            Overload.Limit(o, portal);
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.OnRejected = async (context, _) =>
            {
                var http = context.HttpContext;
                http.Note("limit.reach");
                if (!http.Request.IsOfDesk())
                {
                    await Overload.AnswerAsync(http, context.Lease);
                    return;
                }

                http.Response.Headers.RetryAfter = "60";
                if (http.Request.IsByScript())
                    return;
                if (http.Request.IsFromHere() && await KeptForm.CarriedAsync(http.Request) is { } carried)
                    DeskAnswers.Instead(http, http.User.Identity?.IsAuthenticated == true ? DeskLinks.Confirm : DeskLinks.SignIn(), carried);
                else
                    DeskAnswers.Instead(http, DeskLinks.Refused(StatusCodes.Status429TooManyRequests));
            };
            o.AddPolicy(Entrances, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(Overload.ClientOf(context.Connection.RemoteIpAddress), _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = portal.SignInsPerMinute,
                    Window = TimeSpan.FromMinutes(1),
                })
                : RateLimitPartition.GetNoLimiter("reading"));
            o.AddPolicy(LinkChecks, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "", _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = LinkChecksPerMinute,
                    Window = TimeSpan.FromMinutes(1),
                })
                : RateLimitPartition.GetNoLimiter("reading"));
        });
    }

    // What the desk knows of a person without asking the database; whatever changes it ends the person's sessions.
    private sealed class Claims(UserManager<Account> accounts, RoleManager<IdentityRole<int>> roles, IOptions<IdentityOptions> options)
        : UserClaimsPrincipalFactory<Account, IdentityRole<int>>(accounts, roles, options)
    {
        protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
        {
            var identity = await base.GenerateClaimsAsync(user);
            identity.RemoveClaim(identity.FindFirst(identity.NameClaimType));
            identity.AddClaim(new Claim(identity.NameClaimType, user.DisplayName));
            identity.AddClaim(new Claim(Desk.LanguageClaim, user.UiLanguage));
            identity.AddClaim(new Claim(Desk.WritesClaim, user.Languages));
            return identity;
        }
    }
}
