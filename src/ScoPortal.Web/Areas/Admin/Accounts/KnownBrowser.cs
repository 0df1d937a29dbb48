using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using ScoPortal.Data.Accounts;

namespace ScoPortal.Web.Areas.Admin.Accounts;

/// <summary>
/// A cookie for a browser that somebody has signed in with. It lets nobody in; it only keeps strangers who try passwords from locking the
/// owner out. https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies
/// </summary>
internal static class KnownBrowser
{
    private const string Cookie = "desk-known";
    private static readonly TimeSpan Time = TimeSpan.FromDays(180);

    /// <summary>What the browser's tries are counted by; null in a browser that this account has not signed in with.</summary>
    public static string? Of(HttpContext context, Account account)
    {
        if (context.Request.Cookies[DeskCookie.NameFor(context, Cookie)] is not { Length: > 0 and < 1000 } cookie)
            return null;
        try
        {
            return $"browser/{Convert.ToHexString(Protector(context, account).Unprotect(WebEncoders.Base64UrlDecode(cookie)))}";
        }
        catch (Exception foreign) when (foreign is CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Marks the browser as one of the account's.</summary>
    public static void Mark(HttpContext context, Account account)
    {
        if (Of(context, account) is not null)
            return;
        var until = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow() + Time;
        context.Response.Cookies.Append(
            DeskCookie.NameFor(context, Cookie),
            WebEncoders.Base64UrlEncode(Protector(context, account).Protect(RandomNumberGenerator.GetBytes(16), until)),
            DeskCookie.OptionsFor(context, until));
    }

    private static ITimeLimitedDataProtector Protector(HttpContext context, Account account) =>
        context.RequestServices.GetRequiredService<IDataProtectionProvider>()
            .CreateProtector("ScoPortal.KnownBrowser", account.Id.ToString(CultureInfo.InvariantCulture)).ToTimeLimitedDataProtector();
}
