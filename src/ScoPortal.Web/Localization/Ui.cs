using System.Globalization;
using System.Resources;
using ScoPortal.Core;
using ScoPortal.Core.Languages;
using ScoPortal.Core.Stories;

namespace ScoPortal.Web.Localization;

/// <summary>The portal's own words, dates, numbers and lists in one language.</summary>
public sealed class Ui(PortalLanguage language)
{
    private static readonly ResourceManager Texts = new("ScoPortal.Web.Resources.Ui", typeof(Ui).Assembly);
    private static readonly ResourceManager DeskTexts = new("ScoPortal.Web.Resources.Desk", typeof(Ui).Assembly);
    private readonly CultureInfo texts = CultureInfo.GetCultureInfo(language.Code == PortalLanguage.Pseudo ? "en" : language.Code);

    /// <summary>The language all this is in.</summary>
    public PortalLanguage Language { get; } = language;

    /// <summary>The time zone that people at the desk read and type times in.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The text with that name.</summary>
    /// <exception cref="MissingManifestResourceException">There is none: a mistake in the page.</exception>
    public string this[string key] => Find(key) ?? throw new MissingManifestResourceException($"No text '{key}'.");

    /// <summary>The text with that name, its placeholders filled in.</summary>
    public string Format(string key, params ReadOnlySpan<object?> values) => string.Format(Language.Culture, this[key], values);

    /// <summary>The plural form for <paramref name="count"/>, the number as {0}: <c>Releases.one</c>, <c>Releases.few</c> …</summary>
    public string Count(string key, long count)
    {
        var form = Find($"{key}.{Plural.Category(Language.Code, count)}") ?? this[$"{key}.other"];
        return string.Format(Language.Culture, form, Number(count));
    }

    /// <summary>The text with that name, or null: for names that come from data.</summary>
    public string? TryFind(string key) => Find(key);

    /// <summary>The last parts of the names of all texts of the desk that begin with <paramref name="prefix"/>, in order.</summary>
    public static IReadOnlyList<string> DeskKeys(string prefix) =>
    [
        .. DeskTexts.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!.Cast<System.Collections.DictionaryEntry>()
            .Select(e => (string)e.Key).Where(k => k.StartsWith(prefix, StringComparison.Ordinal)).Select(k => k[prefix.Length..]).Order(StringComparer.Ordinal),
    ];

    /// <summary>What a broken rule means.</summary>
    public string Rule(RuleException broken) => Format(broken.Rule, [.. broken.Values.Select(Say)]);

    /// <summary>A whole date: 18 June 2021, 18. Juni 2021, 18 июня 2021 г., 2021年6月18日.</summary>
    public string Date(DateOnly date) => date.ToString(this["Date.Day"], Language.Culture);

    /// <summary>The UTC date of an instant.</summary>
    public string Date(DateTimeOffset instant) => Date(DateOnly.FromDateTime(instant.UtcDateTime));

    /// <summary>The instant in <see cref="TimeZone"/>, to the minute: 18 June 2021, 09:30 UTC.</summary>
    public string Time(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, TimeZone);
        return Format("Date.Time", Date(DateOnly.FromDateTime(local.DateTime)), Clock(instant));
    }

    /// <summary>The time alone, and in which zone: 09:00 UTC+8.</summary>
    public string Clock(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, TimeZone);
        var ahead = local.Offset == TimeSpan.Zero ? "" : (local.Offset > TimeSpan.Zero ? "+" : "−")
            + local.Offset.ToString(local.Offset.Minutes == 0 ? "%h" : @"h\:mm", CultureInfo.InvariantCulture);
        return $"{local.ToString("HH:mm", CultureInfo.InvariantCulture)} UTC{ahead}";
    }

    /// <summary>With the weekday, for the top of the page.</summary>
    public string LongDate(DateOnly date) => Upper(date.ToString(this["Date.Long"], Language.Culture));

    /// <summary>June 2021, Juni 2021, июнь 2021 г., 2021年6月.</summary>
    public string Month(int year, int month) => Upper(new DateOnly(year, month, 1).ToString(this["Date.Month"], Language.Culture));

    /// <summary>The month alone: June, Juni, Июнь, 6月.</summary>
    public string MonthName(int month) => Upper(Language.Culture.DateTimeFormat.GetMonthName(month));

    /// <summary>The year alone: 2021, 2021年.</summary>
    public string Year(int year) => new DateOnly(year, 1, 1).ToString(this["Date.Year"], Language.Culture);

    /// <summary>Place and date as a text begins with them, as far as it has them.</summary>
    public string? Dateline(Dateline dateline) => dateline switch
    {
        { Place: { } place, Date: { } date } => Format("Release.Dateline", place, Date(date)),
        { Place: { } place } => place,
        { Date: { } date } => Date(date),
        _ => null,
    };

    /// <summary>No more than the source gives.</summary>
    public string Date(PartialDate date) => date.Precision switch
    {
        DatePrecision.Day => Date(date.Date!.Value),
        DatePrecision.Month => new DateOnly(date.YearValue!.Value, date.MonthValue!.Value, 1).ToString(this["Date.Month"], Language.Culture),
        DatePrecision.Year => Year(date.YearValue!.Value),
        _ => new DateOnly(2000, date.MonthValue!.Value, date.DayValue!.Value).ToString(this["Date.MonthDay"], Language.Culture),
    };

    /// <summary>Grouped, with as many decimals as it has: 1,600 or 69.79.</summary>
    public string Number(decimal number) => number.ToString("#,0.####", Language.Culture);

    /// <summary>a, b and c.</summary>
    public string List(IEnumerable<string> items)
    {
        var all = items.ToList();
        return all.Count < 2
            ? string.Concat(all)
            : string.Join(this["List.Separator"], all.SkipLast(1)) + this["List.Last"] + all[^1];
    }

    /// <summary>What a language is called in this one: "German", «немецкий».</summary>
    public string LanguageName(string code) => Find($"Language.{code}") ?? code;

    /// <summary>For the <c>lang</c> attribute of a text in another language than the page; null, so no attribute, otherwise.</summary>
    public string? Foreign(string code) => code == Language.Code ? null : code;

    /// <summary>For the <c>dir</c> attribute beside it.</summary>
    public string? ForeignDirection(string code) =>
        code == Language.Code ? null : PortalLanguage.IsKnown(code) ? PortalLanguage.Get(code).Direction : "auto";

    /// <summary>The same after "translated from": «немецкого».</summary>
    public string FromLanguage(string code) => Find($"Release.From.{code}") ?? code;

    private object Say(object value) => value switch
    {
        ReleaseState.InReview => this["Desk.State.review"],
        ReleaseState state => this[$"Desk.State.{state.ToString().ToLowerInvariant()}"],
        DateTimeOffset at => Time(at),
        string code when PortalLanguage.IsKnown(code) => LanguageName(code),
        _ => value,
    };

    private string? Find(string key) =>
        (Texts.GetString(key, texts) ?? DeskTexts.GetString(key, texts)) is not { } text ? null
        : Language.Code == PortalLanguage.Pseudo && !key.StartsWith("Date.", StringComparison.Ordinal) ? PseudoLocale.Of(text)
        : text;

    private string Upper(string text) => text.Length == 0 ? text : Language.Culture.TextInfo.ToUpper(text[..1]) + text[1..];
}
