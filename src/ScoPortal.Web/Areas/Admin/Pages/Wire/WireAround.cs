using System.Text;
using System.Text.Json;
using ScoPortal.Core.Wire;

namespace ScoPortal.Web.Areas.Admin.Pages.Wire;

/// <summary>
/// Carries what a file said around its text through the form, while the text is being checked, and how the text begins: another
/// one that is pasted over it has nothing of the file's.
/// </summary>
public static class WireAround
{
    private const int Longest = 100_000;

    // Two lines or so: a headline is corrected rarely, and two texts seldom share one.
    private const int Beginning = 100;

    private static readonly JsonSerializerOptions Options = new() { IncludeFields = true, MaxDepth = 8 };

    /// <summary>What is to be carried; the fields of a file that says too much of its text are left out.</summary>
    public static string Of(WireDocument document)
    {
        var carried = new Carried(BeginningOf(document.Text), document.IsMarkdown, document.Known, document.Warnings);
        return JsonSerializer.Serialize(carried, Options) is { Length: <= Longest } json
            ? json
            : JsonSerializer.Serialize(carried with { Known = WireKnown.Nothing, Warnings = [] }, Options);
    }

    /// <summary>A text with what was carried for it; what is not readable, or belongs to another text, says nothing.</summary>
    public static WireDocument Document(string text, string? around) => Read(text, around) is { } carried
        ? new WireDocument { Text = text, IsMarkdown = carried.IsMarkdown, Known = carried.Known, Warnings = carried.Warnings }
        : new WireDocument { Text = text };

    /// <summary>The text begins as the one that this was carried for.</summary>
    public static bool Belongs(string text, string? around) => Read(text, around) is not null;

    private static Carried? Read(string text, string? around)
    {
        try
        {
            return around is { Length: > 0 and <= Longest }
                && JsonSerializer.Deserialize<Carried>(around, Options) is { Begins.Length: > 0, Known: not null, Warnings: not null } carried
                && BeginningOf(text).StartsWith(carried.Begins, StringComparison.Ordinal)
                ? carried
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Browsers change the line breaks of what they show.
    private static string BeginningOf(string text)
    {
        var words = new StringBuilder(Beginning);
        foreach (var c in text.AsSpan().TrimStart())
        {
            if (words.Length == Beginning)
                break;
            if (!char.IsWhiteSpace(c))
                words.Append(c);
            else if (words[^1] != ' ')
                words.Append(' ');
        }

        // Half a character does not come back from JSON.
        return words.ToString().TrimEnd() is [.. var whole, >= '\ud800' and <= '\udbff'] ? whole : words.ToString().TrimEnd();
    }

    private sealed record Carried(string Begins, bool IsMarkdown, WireKnown Known, IReadOnlyList<WireWarning> Warnings);
}
