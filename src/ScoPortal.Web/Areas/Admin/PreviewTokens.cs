using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace ScoPortal.Web.Areas.Admin;

/// <summary>
/// The signed part of a preview link. It carries nothing but the key of its row, which knows how long it is good and whether
/// it was taken back; Data Protection's own time-limited tokens would go by the machine's clock and know nothing of that.
/// </summary>
public sealed class PreviewTokens(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("ScoPortal.PreviewLink");

    /// <summary>A token for the link with that key; another one each time, and all of them good.</summary>
    public string Write(int link) => protector.Protect(link.ToString(CultureInfo.InvariantCulture));

    /// <summary>The key in a token; null for anything that was not made here.</summary>
    public int? Read(string token)
    {
        try
        {
            return int.Parse(protector.Unprotect(token), CultureInfo.InvariantCulture);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
