using ScoPortal.Data.Accounts;

namespace ScoPortal.Web.Areas.Admin.Accounts;

/// <summary>The key that an authenticator app is to know, to be typed and to be scanned.</summary>
/// <param name="Text">In groups of four.</param>
/// <param name="Code">For a camera.</param>
/// <param name="Digits">What was typed as the app's code; it was wrong.</param>
public sealed record AppKey(string Text, QrCode Code, string Digits)
{
    /// <summary>A key as its owner is shown it.</summary>
    public static AppKey Of(Account account, string key, string digits = "") => new(
        string.Join(' ', key.Chunk(4).Select(c => new string(c))),
        QrCode.Of($"otpauth://totp/ScoPortal:{Uri.EscapeDataString(account.Email!)}?secret={key}&issuer=ScoPortal"),
        digits);
}
