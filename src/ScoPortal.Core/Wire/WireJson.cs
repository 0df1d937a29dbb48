using System.Text.Encodings.Web;
using System.Text.Json;

namespace ScoPortal.Core.Wire;

/// <summary>The JSON line that <c>import --dry-run --format json</c> prints for a file.</summary>
public static class WireJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>One line, without line break at its end; null where the text has none.</summary>
    /// <param name="file">Path of the file as the user gave it.</param>
    /// <param name="release">What was read from it.</param>
    public static string Line(string file, WireRelease release) => JsonSerializer.Serialize(
        new
        {
            file,
            release.Language,
            release.Headline,
            release.Subheadline,
            release.Place,
            release.Country,
            DatelineDate = release.DatelineDate?.ToString(),
            DatelinePrecision = release.DatelineDate?.Precision switch
            {
                null => null,
                DatePrecision.Day => "day",
                DatePrecision.Month => "month",
                DatePrecision.Year => "year",
                _ => "day-without-year",
            },
            DatelineYearInferred = Infers(release, WireRelease.DatelineYearInferred),
            PostedAt = release.PostedAt?.ToString(),
            CapturedAt = release.CapturedAt?.ToString(),
            EventDate = release.EventDate?.ToString(),
            EventYearInferred = Infers(release, WireRelease.EventYearInferred),
            release.Wires,
            release.Issuer,
            release.Distributor,
            release.MoreInfoUrl,
            ExternalIds = release.ExternalIds.Select(id => $"{id.Scheme}:{id.Value}"),
            release.Rights,
            release.MediaLinks,
            release.Contacts,
            release.IsMarkdown,
            release.Paragraphs,
            release.Boilerplate,
            Noise = release.Noise.Select(n => n.Text),
            Warnings = release.Warnings.Select(w => $"{w.Code}: {w.Text}"),
        },
        Options);

    private static bool Infers(WireRelease release, string code) => release.Warnings.Any(w => w.Code == code);
}
