using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ScoPortal.Data.Accounts;

/// <summary>Secrets that a browser or a link holds, and of which the database knows only the hash.</summary>
public static class Secret
{
    /// <summary>A new one: 256 random bits, as letters, digits, - and _.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Its SHA-256, in hexadecimal. The secret is random, so that nothing slower is needed.</summary>
    public static string Hash(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
