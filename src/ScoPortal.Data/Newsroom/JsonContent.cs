using System.Text.Json;
using System.Text.Json.Serialization;

namespace ScoPortal.Data.Newsroom;

/// <summary>Reads the JSON files of the sample newsroom; a member that is missing or not known is an error.</summary>
internal static class JsonContent
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <exception cref="InvalidDataException">There is no such file, or it is no such thing; the message says which.</exception>
    public static T Read<T>(string path)
    {
        var text = NewsroomContent.Text(path) ?? throw new InvalidDataException($"{path}: there is no such file.");
        try
        {
            return JsonSerializer.Deserialize<T>(text, Options) ?? throw new InvalidDataException($"{path}: it is null.");
        }
        catch (JsonException malformed)
        {
            throw new InvalidDataException($"{path}: {malformed.Message}", malformed);
        }
    }

    /// <summary>The thing of that key.</summary>
    /// <exception cref="InvalidDataException">There is none; the message names the file that asks for it.</exception>
    public static T Named<T>(this IReadOnlyDictionary<string, T> things, string key, string path) => things.TryGetValue(key, out var thing)
        ? thing
        : throw new InvalidDataException($"{path}: there is no '{key}'.");
}
