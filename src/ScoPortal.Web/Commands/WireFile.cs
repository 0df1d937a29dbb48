using System.Runtime.CompilerServices;
using ScoPortal.Core.Wire;

namespace ScoPortal.Web.Commands;

/// <summary>A file to import: its text, or the reason why there is none.</summary>
internal sealed record WireFile(string Path, string? Text, string? Reason, WireRefusal? Refusal = null)
{
    private static readonly EnumerationOptions Below = new() { RecurseSubdirectories = true };

    /// <summary>Reads the files, and those in the folders, one when it is asked for.</summary>
    public static async IAsyncEnumerable<WireFile> AllAsync(IEnumerable<string> paths, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var path in paths.SelectMany(IEnumerable<string> (p) => Directory.Exists(p) ? Directory.EnumerateFiles(p, "*", Below).Order(StringComparer.Ordinal) : [p]))
        {
            cancel.ThrowIfCancellationRequested();
            yield return await ReadAsync(path, cancel);
        }
    }

    /// <summary>Reads it, if it can be a wire text at all.</summary>
    public static async Task<WireFile> ReadAsync(string path, CancellationToken cancel)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
                return new(path, null, Directory.Exists(path) ? "it is a folder" : "there is no such file");
            if (file.Length > WireText.MaxBytes)
                return new(path, null, Say(WireRefusal.TooLarge), WireRefusal.TooLarge);
            var decoded = WireText.Decode(await File.ReadAllBytesAsync(path, cancel));
            return decoded.Refusal is { } refusal ? new(path, null, Say(refusal), refusal) : new(path, decoded.Text, null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return new(path, null, failure.Message);
        }
    }

    private static string Say(WireRefusal refusal) => refusal switch
    {
        WireRefusal.Empty => "it is empty",
        WireRefusal.Binary => "it is binary, not text",
        WireRefusal.TooLarge => $"it is larger than {WireText.MaxBytes / 1024 / 1024} MiB",
        _ => "it is neither UTF-8 nor UTF-16",
    };
}
