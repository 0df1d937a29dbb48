using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ScoPortal.Data.Archives;

/// <summary>What a file of <c>export</c> or <c>backup</c> says of itself, as <c>manifest.json</c>: docs/reference/archive.md.</summary>
/// <param name="Format">What it is: <see cref="Archive"/> or <see cref="SqliteBackup"/>.</param>
/// <param name="Version">Of the format; this portal writes and reads 1.</param>
/// <param name="Schema">Name of the migration that the database was at.</param>
/// <param name="WrittenAt">When it was written, in UTC.</param>
/// <param name="HasSecrets">Passwords, keys and links that let somebody in are in it.</param>
/// <param name="Rows">How many rows of each table; empty for the copy of a file.</param>
/// <param name="MediaFiles">How many files of pictures.</param>
public sealed record ArchiveManifest(
    string Format, int Version, string Schema, DateTimeOffset WrittenAt, bool HasSecrets, IReadOnlyDictionary<string, long> Rows, int MediaFiles)
{
    /// <summary>Rows as JSON lines, for any engine.</summary>
    public const string Archive = "scoportal-archive";

    /// <summary>A copy of the file of SQLite.</summary>
    public const string SqliteBackup = "scoportal-sqlite";

    /// <summary>The version that is written.</summary>
    public const int Current = 1;

    internal const string Entry = "manifest.json";

    private const int Longest = 1_000_000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Reads it out of a file.</summary>
    /// <exception cref="ArchiveException">There is none, or it is of a version that this portal does not know.</exception>
    public static ArchiveManifest Read(ZipArchive zip)
    {
        ArgumentNullException.ThrowIfNull(zip);
        try
        {
            var found = zip.GetEntry(Entry) ?? throw new ArchiveException($"There is no {Entry} in it: it is no archive of ScoPortal.");
            using var entry = found.Open();
            var bytes = new byte[Longest + 1];
            var length = entry.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (length > Longest)
                throw new ArchiveException($"{Entry} is longer than any.");
            var manifest = JsonSerializer.Deserialize<ArchiveManifest>(bytes.AsSpan(0, length), Json);
            return manifest is { Format: Archive or SqliteBackup, Version: Current }
                ? manifest
                : throw new ArchiveException($"It is a {manifest?.Format} of version {manifest?.Version}, which this portal cannot read.");
        }
        catch (Exception damage) when (damage is JsonException or InvalidDataException)
        {
            throw new ArchiveException($"{Entry} cannot be read: {damage.Message}", damage);
        }
    }

    internal void Write(ZipArchive zip)
    {
        using var entry = zip.CreateEntry(Entry).Open();
        JsonSerializer.Serialize(entry, this, Json);
    }
}
