using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace ScoPortal.Web.Areas.Admin.Accounts;

/// <summary>A form that came when its sender was no longer signed in. It travels with the sign-in, and is sent again after it.</summary>
/// <param name="Path">Where it was sent to.</param>
/// <param name="Multipart">How it was sent.</param>
/// <param name="Fields">What was typed and chosen, without passwords.</param>
/// <param name="Files">Names of the files that were with it; they have to be chosen again.</param>
/// <param name="TooLarge">It was too large to be kept.</param>
public sealed record KeptForm(string Path, bool Multipart, IReadOnlyList<KeyValuePair<string, string>> Fields, IReadOnlyList<string> Files, bool TooLarge)
{
    /// <summary>In characters, all fields together.</summary>
    public const int Longest = 4 * 1024 * 1024;

    /// <summary>In characters, sealed.</summary>
    public const int LongestSeal = 24 * 1024 * 1024;

    // Anybody may send such a form, and it is read before it is known whose it is.
    private const int LongestBody = 32 * 1024 * 1024;

    // Passwords, codes and passkeys under whatever name a form of the desk has for them.
    private static readonly FrozenSet<string> Secrets = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "__RequestVerificationToken", "Current", "Repeat", "Code", "Digits", "Credential");

    private static readonly TimeSpan Time = TimeSpan.FromDays(1);

    /// <summary>The form of a request; null when it has none.</summary>
    public static async Task<KeptForm?> OfAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
            return null;
        var kept = new KeptForm(
            (request.PathBase + request.Path).ToUriComponent() + request.QueryString.ToUriComponent(),
            request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase), [], [], TooLarge: false);
        if (request.ContentLength > LongestBody)
            return kept with { TooLarge = true };
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = LongestBody;
        try
        {
            var form = await request.ReadFormAsync(
                new FormOptions { ValueLengthLimit = Longest, MultipartBodyLengthLimit = LongestBody }, request.HttpContext.RequestAborted);
            return kept with
            {
                Fields = [.. form.Where(f => IsKept(f.Key)).SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? "")))],
                Files = [.. form.Files.Select(f => f.FileName).Where(f => f.Length > 0)],
                TooLarge = form.Sum(f => f.Value.Sum(v => (long)(v?.Length ?? 0))) > Longest,
            };
        }
        catch (Exception tooLarge) when (tooLarge is InvalidDataException or BadHttpRequestException)
        {
            return kept with { TooLarge = true };
        }
    }

    /// <summary>
    /// For a hidden field: nobody but the portal reads it or makes one, and only the browser that sent the form brings it back. Else somebody could
    /// have an administrator send what an administrator alone may.
    /// </summary>
    public string Seal(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
            JsonSerializer.Serialize(brotli, TooLarge ? this with { Fields = [] } : this);
        return WebEncoders.Base64UrlEncode(Protector(context, BrowserOf(context) ?? Mark(context)).Protect(packed.ToArray(), Time));
    }

    /// <summary>Reads what <see cref="Seal"/> wrote for this browser; null when it is something else, or a day old.</summary>
    public static KeptForm? Unseal(HttpContext context, string? text)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (string.IsNullOrEmpty(text) || BrowserOf(context) is not { } browser)
            return null;
        try
        {
            using var packed = new MemoryStream(Protector(context, browser).Unprotect(WebEncoders.Base64UrlDecode(text)));
            using var brotli = new BrotliStream(packed, CompressionMode.Decompress);
            return JsonSerializer.Deserialize<KeptForm>(brotli);
        }
        catch (Exception foreign) when (foreign is CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <summary>The form that an entrance to the desk carries along, sealed; null when it carries none.</summary>
    public static async Task<KeptForm?> CarriedAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
            return null;
        try
        {
            var form = await request.ReadFormAsync(new FormOptions { ValueLengthLimit = LongestSeal }, request.HttpContext.RequestAborted);
            return Unseal(request.HttpContext, form[nameof(EntrancePage.Kept)]);
        }
        catch (Exception tooLarge) when (tooLarge is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    private static ITimeLimitedDataProtector Protector(HttpContext context, string browser) =>
        context.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("ScoPortal.KeptForm", browser).ToTimeLimitedDataProtector();

    // What only this browser knows: a cookie that no script reads and no other site can set.
    private static string? BrowserOf(HttpContext context) => context.Items[typeof(DeskCookie)] as string
        ?? (context.Request.Cookies[DeskCookie.NameFor(context, DeskCookie.Browser)] is { Length: > 0 } known ? known : null);

    private static string Mark(HttpContext context)
    {
        var browser = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        context.Items[typeof(DeskCookie)] = browser;
        context.Response.Cookies.Append(DeskCookie.NameFor(context, DeskCookie.Browser), browser, DeskCookie.OptionsFor(context));
        return browser;
    }

    private static bool IsKept(string field) =>
        !Secrets.Contains(field) && !field.Contains("password", StringComparison.OrdinalIgnoreCase);
}
