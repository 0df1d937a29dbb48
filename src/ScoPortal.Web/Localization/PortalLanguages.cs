using Microsoft.Net.Http.Headers;

namespace ScoPortal.Web.Localization;

/// <summary>The languages of this portal, first the default.</summary>
public sealed class PortalLanguages(IEnumerable<string> codes)
{
    private readonly PortalLanguage[] all = [.. codes.Select(PortalLanguage.Get)];

    /// <summary>Their codes.</summary>
    public IReadOnlyList<string> Codes { get; } = [.. codes];

    /// <summary>All of them, in the order of the switcher.</summary>
    public IReadOnlyList<PortalLanguage> All => all;

    /// <summary>For visitors who ask for nothing the portal speaks.</summary>
    public PortalLanguage Default => all[0];

    /// <summary>The language with that code, or null. Codes are compared exactly: /EN/ is not /en/.</summary>
    public PortalLanguage? Find(string? code) => Array.Find(all, l => l.Code == code);

    /// <summary>The language that a text is a version in: its own, else the one of which it is a form (zh-Hant where there is only zh).</summary>
    public PortalLanguage? For(string? tag) => Find(tag) ?? Find(tag?.Split('-')[0]);

    // Reading one of a hundred thousand characters took two seconds of the processor.
    private const int Longest = 4_000;

    /// <summary>
    /// The best language for an Accept-Language header: highest weight first, a regional form (de-AT, zh-Hans-CN) by its
    /// language. Only the first 20 entries count, and none of a header that is longer than browsers send. See RFC 9110, section 12.5.4, and RFC 4647, section 3.4.
    /// </summary>
    public PortalLanguage Best(string? acceptLanguage)
    {
        if (acceptLanguage?.Length > Longest || !StringWithQualityHeaderValue.TryParseList([acceptLanguage ?? ""], out var wanted))
            return Default;
        return wanted.Take(20)
            .Where(w => w.Quality is null or > 0)
            .OrderByDescending(w => w.Quality ?? 1)
            .Select(w => Find(w.Value.Value?.Split('-')[0].ToLowerInvariant()))
            .FirstOrDefault(l => l is not null) ?? Default;
    }
}
