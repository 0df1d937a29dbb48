using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace ScoPortal.Web.Seo;

/// <summary>schema.org data as JSON.</summary>
internal static class JsonLd
{
    // Every script as itself; <, > and & are escaped, so that no text can close the script element it stands in.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>A thing of that type. What is not known is left out: schema.org has no null.</summary>
    public static JsonObject Thing(string type, params ReadOnlySpan<(string Name, JsonNode? Value)> properties)
    {
        var thing = new JsonObject { ["@type"] = type };
        foreach (var (name, value) in properties)
            if (value is not null)
                thing.Add(name, value);
        return thing;
    }

    /// <summary>The thing as it may stand in a script element.</summary>
    public static string ToScript(this JsonObject thing)
    {
        thing["@context"] = "https://schema.org";
        return thing.ToJsonString(Options);
    }
}
