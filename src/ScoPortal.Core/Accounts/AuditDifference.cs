using System.Text.Json;

namespace ScoPortal.Core.Accounts;

/// <summary>One value that an audit entry changed.</summary>
/// <param name="Path">Where it stands: "headline", "dateline.place", "zones".</param>
/// <param name="Before">What stood there; null where nothing did.</param>
/// <param name="After">What stands there now; null where nothing does.</param>
public sealed record AuditDifference(string Path, string? Before, string? After)
{
    private const char Step = '.';

    /// <summary>What differs between two JSON values, in the order of their parts; lists of plain values are one value.</summary>
    /// <param name="before">JSON or null. What is no JSON is taken as text.</param>
    /// <param name="after">JSON or null.</param>
    public static IReadOnlyList<AuditDifference> Between(string? before, string? after)
    {
        var (old, now) = (Leaves(before), Leaves(after));
        return
        [
            .. from path in old.Keys.Union(now.Keys, StringComparer.Ordinal)
               let was = old.GetValueOrDefault(path)
               let stands = now.GetValueOrDefault(path)
               where was != stands
               select new AuditDifference(path, was, stands),
        ];
    }

    private static Dictionary<string, string?> Leaves(string? json)
    {
        var leaves = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (json is null)
            return leaves;
        try
        {
            using var document = JsonDocument.Parse(json);
            Collect(document.RootElement, "", leaves);
        }
        catch (JsonException)
        {
            leaves[""] = json;
        }

        return leaves;
    }

    private static void Collect(JsonElement value, string path, Dictionary<string, string?> leaves)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var part in value.EnumerateObject())
                    Collect(part.Value, Within(path, part.Name), leaves);
                break;
            case JsonValueKind.Array when value.EnumerateArray().Any(v => v.ValueKind is JsonValueKind.Object or JsonValueKind.Array):
                foreach (var (index, part) in value.EnumerateArray().Index())
                    Collect(part, Within(path, Wire.WireDates.Text(index + 1)), leaves);
                break;
            case JsonValueKind.Array:
                leaves[path] = value.GetArrayLength() == 0 ? null : string.Join(", ", value.EnumerateArray());
                break;
            case JsonValueKind.Null:
                leaves[path] = null;
                break;
            default:
                leaves[path] = value.ToString() is { Length: > 0 } text ? text : null;
                break;
        }
    }

    private static string Within(string path, string part)
    {
        var name = part.Length > 0 ? char.ToLowerInvariant(part[0]) + part[1..] : part;
        return path.Length == 0 ? name : path + Step + name;
    }
}
