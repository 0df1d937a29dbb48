namespace ScoPortal.Web.Areas.Admin.Accounts;

/// <summary>
/// A cookie that no script reads. It comes along when somebody follows a link to here, and with no form of another site.
/// Over https its name begins with __Host-, so that no other host can set it; over plain http, on the own machine, browsers
/// would refuse that name.
/// </summary>
internal sealed class DeskCookie : CookieBuilder
{
    /// <summary>The cookie of who is signed in.</summary>
    public const string Session = "desk";

    /// <summary>The cookie by which a browser is known that has sent a form which is kept.</summary>
    public const string Browser = "desk-kept";

    private readonly IHttpContextAccessor requests;
    private readonly string name;

    public DeskCookie(IHttpContextAccessor requests, string name)
    {
        (this.requests, this.name) = (requests, name);
        (HttpOnly, IsEssential, Path) = (true, true, "/");
        (SameSite, SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
    }

    public override string? Name
    {
        get => requests.HttpContext is { } context ? NameFor(context, name) : name;
        set { }
    }

    /// <summary>The same for a cookie that is written by itself.</summary>
    /// <param name="context">The request.</param>
    /// <param name="expires">Until when it is kept; with the browser's window when null.</param>
    public static CookieOptions OptionsFor(HttpContext context, DateTimeOffset? expires = null) => new()
    {
        HttpOnly = true,
        Secure = context.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        IsEssential = true,
        Expires = expires,
    };

    /// <summary>The name as it is for this request.</summary>
    public static string NameFor(HttpContext context, string name) => context.Request.IsHttps ? "__Host-" + name : name;
}
