using System.Text.Json;
using System.Text.Json.Serialization;

namespace ScoPortal.Core;

/// <summary>Writes a <see cref="PartialDate"/> into JSON as the text that it is: "2021-04" or "--04-12".</summary>
public sealed class PartialDateJson : JsonConverter<PartialDate>
{
    /// <inheritdoc />
    /// <exception cref="JsonException">The value is no such text.</exception>
    public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && PartialDate.TryParse(reader.GetString(), out var date)
            ? date
            : throw new JsonException("It is no date of the form 2021, 2021-04, 2021-04-09 or --04-09.");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
