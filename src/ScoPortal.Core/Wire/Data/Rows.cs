namespace ScoPortal.Core.Wire.Data;

/// <summary>Reads a table of rows "code|name;name;…" into a case-insensitive lookup.</summary>
internal static class Rows
{
    /// <summary>A table beside this file.</summary>
    public static string File(string name)
    {
        using var reader = new StreamReader(typeof(Rows).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    public static Dictionary<string, string> Read(string table)
    {
        var codes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var bar = row.IndexOf('|', StringComparison.Ordinal);
            foreach (var name in row[(bar + 1)..].Split(';', StringSplitOptions.RemoveEmptyEntries))
                codes.TryAdd(name, row[..bar]);
        }

        return codes;
    }
}
