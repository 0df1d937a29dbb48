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
            PostedAt = release.PostedAt?.ToString(),
            release.Wires,
            release.Issuer,
            release.Distributor,
            release.MoreInfoUrl,
            release.Paragraphs,
            Noise = release.Noise.Select(n => n.Text),
            Warnings = release.Warnings.Select(w => $"{w.Code}: {w.Text}"),
        },
        Options);
}
