using Microsoft.Extensions.FileSystemGlobbing;

namespace ScoPortal.Web.Wires;

/// <summary>A path to read, or the reason why a path that was asked for gives none.</summary>
/// <param name="Path">The path, as it can be opened.</param>
/// <param name="Reason">Why there is nothing to read; null for a file.</param>
public readonly record struct WirePath(string Path, string? Reason = null);

/// <summary>
/// The files that paths mean: a file is itself, a folder means the files in it whose endings are read, a pattern what it fits
/// ("wire/**/*.txt"), "-" standard input. One after the other in ordinal order, whatever their number.
/// </summary>
public sealed class WireFiles(IReadOnlyList<string> paths)
{
    private static readonly HashSet<string> Endings = new(WireFile.Extensions, StringComparer.OrdinalIgnoreCase);

    /// <summary>Files of folders that were passed over so far: hidden ones, and those with other endings.</summary>
    public int Skipped { get; private set; }

    /// <summary>The files; a path that gives none is named with the reason, and the rest goes on.</summary>
    public IEnumerable<WirePath> Find()
    {
        foreach (var path in paths)
        {
            if (path == WireFile.StandardInput || File.Exists(path))
            {
                yield return new(path);
                continue;
            }

            var isPattern = path.AsSpan().ContainsAny('*', '?');
            if (!Directory.Exists(path) && !isPattern)
            {
                yield return new(path, "there is no such file");
                continue;
            }

            var any = false;
            foreach (var file in isPattern && !Directory.Exists(path) ? Matching(path) : Below(path))
            {
                any = true;
                yield return new(file);
            }

            if (!any)
                yield return new(path, isPattern ? "no file fits it" : "there is no file in it that can be read");
        }
    }

    private IEnumerable<string> Below(string folder)
    {
        foreach (var file in Walk(folder))
        {
            if (Endings.Contains(Path.GetExtension(file)) && !IsHidden(file))
                yield return file;
            else
                Skipped++;
        }
    }

    /// <summary>Of one folder at a time the names are held, since they are put in order; folders that are hidden or links are not entered.</summary>
    private static IEnumerable<string> Walk(string folder, int deepest = int.MaxValue)
    {
        var open = new Stack<(string Path, int Depth)>([(folder, 0)]);
        while (open.TryPop(out var at))
        {
            var entries = Entries(at.Path);
            foreach (var file in entries.Where(e => !e.IsFolder))
                yield return file.Path;
            foreach (var inner in entries.Where(e => e.IsFolder && at.Depth < deepest && !IsHidden(e.Path)).Reverse())
                open.Push((inner.Path, at.Depth + 1));
        }
    }

    private static List<(string Path, bool IsFolder)> Entries(string folder)
    {
        try
        {
            return [.. new DirectoryInfo(folder).EnumerateFileSystemInfos()
                .Where(e => e is FileInfo || !e.Attributes.HasFlag(FileAttributes.ReparsePoint))
                .Select(e => (Path.Combine(folder, e.Name), e is DirectoryInfo)).OrderBy(e => e.Item1, StringComparer.Ordinal)];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static IEnumerable<string> Matching(string pattern)
    {
        var parts = pattern.Replace('\\', '/').Split('/');
        var fixedParts = parts.TakeWhile(p => !p.AsSpan().ContainsAny('*', '?')).ToList();
        var root = string.Join('/', fixedParts) is { Length: > 0 } start ? start : fixedParts.Count > 0 ? "/" : ".";
        if (!Directory.Exists(root))
            return [];
        var matcher = new Matcher(StringComparison.Ordinal);
        var rest = parts[fixedParts.Count..];
        matcher.AddInclude(string.Join('/', rest));
        // Without "**" a pattern says how deep it goes.
        return Walk(root, rest.Contains("**", StringComparer.Ordinal) ? int.MaxValue : rest.Length - 1).Where(f => !IsHidden(f) && matcher.Match(Path.GetRelativePath(root, f)).HasMatches)
            .Select(f => root == "." ? Path.GetRelativePath(root, f) : f);
    }

    private static bool IsHidden(string path) => Path.GetFileName(path).StartsWith('.');
}
