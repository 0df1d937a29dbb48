using System.Globalization;
using ScoPortal.Data.Queries;
using ScoPortal.Data.Search;

namespace ScoPortal.Web.Areas.Admin.Pages.Board;

/// <summary>The filter as it stands in the address.</summary>
public sealed record BoardQuery
{
    private const int MostFound = 500;

    public BoardState? State { get; init; }

    /// <summary>The language that the state is about.</summary>
    public string? Language { get; init; }

    /// <summary>The language that the story began in.</summary>
    public string? Original { get; init; }

    public string? Zone { get; init; }

    /// <summary>Key of an account, or "me".</summary>
    public string? Translator { get; init; }

    /// <summary>The first day on which a version was begun, in the newsroom's time zone.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last one.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Words to find.</summary>
    public string? Q { get; init; }

    /// <summary>For the database; null where words are asked for and the index is being built.</summary>
    /// <param name="page">The page that asks.</param>
    /// <param name="index">The search index.</param>
    public BoardFilter? FilterFor(DeskPage page, SearchIndex index)
    {
        var found = string.IsNullOrWhiteSpace(Q) ? null : index.Find(Q, page.Portal.Languages.Codes, MostFound);
        return !string.IsNullOrWhiteSpace(Q) && found is null ? null : new()
        {
            State = State,
            Language = page.Portal.Languages.Find(Language)?.Code,
            Original = page.Portal.Languages.Find(Original)?.Code,
            ZoneId = page.Catalogue.Zone(Zone)?.Id,
            AccountId = Translator == "me" ? page.Me.Id : int.TryParse(Translator, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null,
            Since = From?.Midnight(page.Portal.TimeZone),
            Until = To is { } to && to < DateOnly.MaxValue ? to.AddDays(1).Midnight(page.Portal.TimeZone) : null,
            ReleaseIds = found,
        };
    }

    /// <summary>For an address.</summary>
    public IEnumerable<KeyValuePair<string, string?>> ToPairs(int? before = null, int? after = null) =>
    [
        new("state", State?.ToString().ToLowerInvariant()),
        new("language", Given(Language)),
        new("original", Given(Original)),
        new("zone", Given(Zone)),
        new("translator", Given(Translator)),
        new("from", From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        new("to", To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        new("q", Given(Q)),
        new("before", before?.ToString(CultureInfo.InvariantCulture)),
        new("after", after?.ToString(CultureInfo.InvariantCulture)),
    ];

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
