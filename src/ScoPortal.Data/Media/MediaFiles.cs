using System.Security.Cryptography;

namespace ScoPortal.Data.Media;

/// <summary>
/// The files of pictures, each under the hash of its bytes, in a folder that all nodes share. A file is complete or not
/// there: it is written under another name and moved.
/// </summary>
/// <param name="folder">Absolute; made when it is first needed.</param>
public sealed class MediaFiles(string folder)
{
    /// <summary>Bytes that no file of a picture ever has.</summary>
    public const int Largest = 256 * 1024 * 1024;

    // What is younger may belong to an upload whose row is not saved yet.
    private static readonly TimeSpan Young = TimeSpan.FromDays(1);

    private string Unfinished => Path.Combine(folder, "unfinished");

    /// <summary>Stores a file; the same bytes twice are one file.</summary>
    /// <returns>SHA-256 of the bytes in lower-case hexadecimal.</returns>
    /// <exception cref="IOException">The folder cannot be written, or is full.</exception>
    public async Task<string> StoreAsync(byte[] bytes, CancellationToken cancel)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var path = PathOf(hash);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        Directory.CreateDirectory(Unfinished);
        var temporary = Path.Combine(Unfinished, Guid.NewGuid().ToString("N"));
        try
        {
            await File.WriteAllBytesAsync(temporary, bytes, cancel);
            // Moved also over the same file: it is young again, and no sweep takes it before its row is saved.
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            // The disk is full, or whoever sent it has gone: half of it is of no use to anybody.
            File.Delete(temporary);
            throw;
        }

        return hash;
    }

    /// <summary>Where the file with that hash is, or would be: below the first two and the next two digits.</summary>
    public string PathOf(string hash) => Path.Combine(folder, hash[..2], hash[2..4], hash);

    /// <summary>The bytes; null when there is no such file.</summary>
    public async Task<byte[]?> ReadAsync(string hash, CancellationToken cancel) =>
        File.Exists(PathOf(hash)) ? await File.ReadAllBytesAsync(PathOf(hash), cancel) : null;

    /// <summary>Removes a file, if it is there.</summary>
    public void Delete(string hash)
    {
        if (File.Exists(PathOf(hash)))
            File.Delete(PathOf(hash));
    }

    /// <summary>A file came in, or came in again, less than a day before <paramref name="now"/>.</summary>
    public bool IsYoung(string hash, DateTimeOffset now) => File.GetLastWriteTimeUtc(PathOf(hash)) >= (now - Young).UtcDateTime;

    /// <summary>Hashes of all files, in their order.</summary>
    public IEnumerable<string> All() => Files().Where(IsComplete).Select(f => f.Name).Order(StringComparer.Ordinal);

    /// <summary>Hashes of the files that are older than a day at <paramref name="now"/>.</summary>
    public IEnumerable<string> Settled(DateTimeOffset now) => Files()
        .Where(f => IsComplete(f) && f.LastWriteTimeUtc < (now - Young).UtcDateTime).Select(f => f.Name);

    /// <summary>Removes what uploads that broke off left more than a day before <paramref name="now"/>.</summary>
    /// <returns>How many files.</returns>
    public int DeleteUnfinished(DateTimeOffset now)
    {
        var left = Files().Where(f => f.Directory!.FullName == Unfinished && f.LastWriteTimeUtc < (now - Young).UtcDateTime).ToList();
        left.ForEach(f => f.Delete());
        return left.Count;
    }

    private bool IsComplete(FileInfo file) => file.Name.Length == 2 * SHA256.HashSizeInBytes && file.Directory!.FullName != Unfinished;

    private IEnumerable<FileInfo> Files() =>
        Directory.Exists(folder) ? new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories) : [];
}
