using System.Collections.Concurrent;
using System.Globalization;

namespace ScoPortal.Web.Localization;

/// <summary>A language that the interface speaks and releases may be in.</summary>
public sealed record PortalLanguage
{
    /// <summary>The pseudo-locale: English with every letter accented and every text longer, to find what is not localised.</summary>
    public const string Pseudo = "qps";

    // The regional conventions for dates and numbers; the texts are the language's own.
    private static readonly Dictionary<string, string> Cultures = new(StringComparer.Ordinal)
    {
        ["en"] = "en-GB",
        ["de"] = "de-DE",
        ["ru"] = "ru-RU",
        ["zh"] = "zh-CN",
        ["fa"] = "fa-IR",
        [Pseudo] = "en-GB",
    };

    private static readonly ConcurrentDictionary<string, PortalLanguage> Made = new(StringComparer.Ordinal);

    private PortalLanguage(string code)
    {
        Code = code;
        Culture = Gregorian(Cultures[code]);
        RightToLeft = Culture.TextInfo.IsRightToLeft;
        var name = code == Pseudo ? "[Ƥŝéûðö]" : CultureInfo.GetCultureInfo(code).NativeName;
        Name = Culture.TextInfo.ToUpper(name[..1]) + name[1..];
    }

    /// <summary>Every language there are texts for.</summary>
    public static IReadOnlyCollection<string> Known => Cultures.Keys;

    /// <summary>BCP 47, as in the address.</summary>
    public string Code { get; }

    /// <summary>Its name in itself: Deutsch, Русский, 中文.</summary>
    public string Name { get; }

    /// <summary>How it writes dates and numbers, in the Gregorian calendar.</summary>
    public CultureInfo Culture { get; }

    /// <summary>It is written from right to left.</summary>
    public bool RightToLeft { get; }

    /// <summary>For the <c>dir</c> attribute.</summary>
    public string Direction => RightToLeft ? "rtl" : "ltr";

    /// <summary>For the <c>lang</c> attribute; the pseudo-locale is English to a screen reader.</summary>
    public string Tag => Code == Pseudo ? "en-x-pseudo" : Code;

    /// <summary>There are texts for it.</summary>
    public static bool IsKnown(string code) => Cultures.ContainsKey(code);

    /// <summary>The language with that code.</summary>
    /// <exception cref="KeyNotFoundException">There are no texts for it.</exception>
    public static PortalLanguage Get(string code) => Made.GetOrAdd(code, c => new PortalLanguage(c));

    // Portal dates are Gregorian in every language; fa-IR would count in the Solar Hijri calendar.
    private static CultureInfo Gregorian(string name)
    {
        var culture = new CultureInfo(name, useUserOverride: false);
        if (culture.Calendar is not GregorianCalendar)
            culture.DateTimeFormat.Calendar = culture.OptionalCalendars.OfType<GregorianCalendar>().First();
        return CultureInfo.ReadOnly(culture);
    }
}
