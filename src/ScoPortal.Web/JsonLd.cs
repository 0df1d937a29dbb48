using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace ScoPortal.Web;

/// <summary>schema.org data as it may stand inside a script element.</summary>
public static class JsonLd
{
    // This encoder leaves every script readable and escapes < > & ' ", so no text can end the element.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The data with its context, without the properties that are null.</summary>
    public static string Text(JsonObject data)
    {
        data["@context"] = "https://schema.org";
        foreach (var (name, _) in data.Where(p => p.Value is null).ToList())
            data.Remove(name);
        return data.ToJsonString(Options);
    }
}
