using System.Data.Common;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ScoPortal.Data.Bulk;

namespace ScoPortal.Data.Archives;

/// <summary>Rows of a table as JSON lines: one object a row, its members named as the columns, without those that are null.</summary>
internal static class ArchiveRows
{
    // A text of 200,000 characters, escaped, with room to spare.
    private const int LongestLine = 64 * 1024 * 1024;

    private static readonly JsonWriterOptions AsItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly byte[] NewLine = "\n"u8.ToArray();

    /// <summary>Writes what a query gives; the columns in its order.</summary>
    /// <returns>How many rows.</returns>
    public static async Task<long> WriteAsync(Stream stream, DbDataReader rows, IReadOnlyList<BulkColumn> columns, Func<string, object?, object?>? change, CancellationToken cancel)
    {
        var count = 0L;
        await using var json = new Utf8JsonWriter(stream, AsItIs);
        for (; await rows.ReadAsync(cancel); count++)
        {
            json.WriteStartObject();
            for (var i = 0; i < columns.Count; i++)
            {
                var value = await rows.IsDBNullAsync(i, cancel) ? null : Value(rows, i, columns[i].Mapping.ClrType);
                if (change is not null)
                    value = change(columns[i].Name, value);
                if (value is not null)
                    Write(json, columns[i].Name, value);
            }

            json.WriteEndObject();
            await json.FlushAsync(cancel);
            json.Reset();
            await stream.WriteAsync(NewLine, cancel);
        }

        return count;
    }

    /// <summary>Reads rows, each with a value a column as the engine's client takes it. Members that are no columns are left out.</summary>
    /// <exception cref="ArchiveException">A line is not such an object, or too long.</exception>
    public static IEnumerable<object[]> Read(Stream stream, ArchiveTable table)
    {
        // What stands from start to end is unread; up to seen, no line ends in it.
        var (buffer, start, seen, end, number) = (new byte[64 * 1024], 0, 0, 0, 1);
        while (true)
        {
            for (int line; (line = buffer.AsSpan(seen, end - seen).IndexOf((byte)'\n')) >= 0; number++)
            {
                yield return Row(buffer.AsMemory(start..(seen + line)), number, table);
                start = seen += line + 1;
            }

            if (start > 0 || end == buffer.Length)
            {
                (buffer, end) = (Moved(buffer, start, end), end - start);
                start = 0;
            }

            if (buffer.Length > LongestLine)
                throw Damage(table, number, "it is too long", null);
            seen = end;
            if (stream.Read(buffer, end, buffer.Length - end) is var more && more == 0)
                break;
            end += more;
        }

        if (end > 0)
            yield return Row(buffer.AsMemory(0, end), number, table);
    }

    // What is left goes to the beginning, of a larger buffer where there is no room behind it.
    private static byte[] Moved(byte[] buffer, int start, int end)
    {
        var target = end - start == buffer.Length ? new byte[2 * buffer.Length] : buffer;
        buffer.AsSpan(start, end - start).CopyTo(target);
        return target;
    }

    private static object[] Row(ReadOnlyMemory<byte> line, int number, ArchiveTable table)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return [.. table.Columns.Select(c => json.RootElement.TryGetProperty(c.Name, out var value) && value.ValueKind != JsonValueKind.Null
                ? Value(value, c.Mapping.ClrType)
                : DBNull.Value)];
        }
        catch (Exception damage) when (damage is JsonException or FormatException or InvalidOperationException)
        {
            throw Damage(table, number, damage.Message, damage);
        }
    }

    private static ArchiveException Damage(ArchiveTable table, int number, string why, Exception? damage)
    {
        var message = string.Create(CultureInfo.InvariantCulture, $"Line {number} of {table.Name} cannot be read: {why}");
        return damage is null ? new(message) : new(message, damage);
    }

    // SQLite gives numbers and text, whatever they mean.
    private static object Value(DbDataReader rows, int column, Type type) => type switch
    {
        _ when type == typeof(string) => rows.GetString(column),
        _ when type == typeof(int) || type == typeof(long) || type == typeof(uint) || type == typeof(short) => rows.GetInt64(column),
        _ when type == typeof(bool) => rows.GetBoolean(column),
        _ when type == typeof(DateTime) => DateTime.SpecifyKind(rows.GetDateTime(column), DateTimeKind.Utc),
        _ when type == typeof(DateOnly) => rows.GetFieldValue<DateOnly>(column),
        _ when type == typeof(double) => rows.GetDouble(column),
        _ when type == typeof(decimal) => rows.GetDecimal(column),
        _ when type == typeof(byte[]) => rows.GetFieldValue<byte[]>(column),
        _ => throw new NotSupportedException($"{type} is in no archive yet."),
    };

    private static void Write(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteString(name, text);
                break;
            case long number:
                json.WriteNumber(name, number);
                break;
            case bool yes:
                json.WriteBoolean(name, yes);
                break;
            case DateTime instant:
                json.WriteString(name, instant);
                break;
            case DateOnly day:
                json.WriteString(name, day.ToString("O", CultureInfo.InvariantCulture));
                break;
            case double number:
                json.WriteNumber(name, number);
                break;
            case decimal number:
                // Without the zeros at its end, which engines add as they like.
                json.WriteNumber(name, number / 1.0000000000000000000000000000m);
                break;
            case byte[] bytes:
                json.WriteBase64String(name, bytes);
                break;
        }
    }

    private static object Value(JsonElement value, Type type) => type switch
    {
        _ when type == typeof(string) => value.GetString()!,
        _ when type == typeof(int) => value.GetInt32(),
        _ when type == typeof(long) => value.GetInt64(),
        _ when type == typeof(uint) => value.GetUInt32(),
        _ when type == typeof(short) => value.GetInt16(),
        _ when type == typeof(bool) => value.GetBoolean(),
        _ when type == typeof(DateTime) => DateTime.SpecifyKind(value.GetDateTime(), DateTimeKind.Utc),
        _ when type == typeof(DateOnly) => DateOnly.ParseExact(value.GetString()!, "O", CultureInfo.InvariantCulture),
        _ when type == typeof(double) => value.GetDouble(),
        _ when type == typeof(decimal) => value.GetDecimal(),
        _ when type == typeof(byte[]) => value.GetBytesFromBase64(),
        _ => throw new NotSupportedException($"{type} is in no archive yet."),
    };
}
