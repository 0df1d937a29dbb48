using System.Text.Json;
using ScoPortal.Core.Wire;

namespace ScoPortal.Web.Areas.Admin.Pages.Wire;

/// <summary>Carries what a file said around its text through the form, while the text is being checked.</summary>
public static class WireAround
{
    private const int Longest = 100_000;

    private static readonly JsonSerializerOptions Options = new() { IncludeFields = true, MaxDepth = 8 };

    /// <summary>Null where there is nothing to carry.</summary>
    public static string? Of(WireDocument document) =>
        document is { IsMarkdown: false, Warnings.Count: 0 } && document.Known == WireKnown.Nothing ? null
        : JsonSerializer.Serialize(new Carried(document.IsMarkdown, document.Known, document.Warnings), Options) is { Length: <= Longest } json ? json : null;

    /// <summary>A text with what was carried for it; what is not readable says nothing.</summary>
    public static WireDocument Document(string text, string? around)
    {
        try
        {
            return around is { Length: > 0 and <= Longest } && JsonSerializer.Deserialize<Carried>(around, Options) is { Known: not null, Warnings: not null } carried
                ? new WireDocument { Text = text, IsMarkdown = carried.IsMarkdown, Known = carried.Known, Warnings = carried.Warnings }
                : new WireDocument { Text = text };
        }
        catch (JsonException)
        {
            return new WireDocument { Text = text };
        }
    }

    private sealed record Carried(bool IsMarkdown, WireKnown Known, IReadOnlyList<WireWarning> Warnings);
}
