using System.Reflection;

namespace ScoPortal.Data.Newsroom;

/// <summary>The texts that come with the portal, built into this assembly: the about page and the sample newsroom.</summary>
public static class NewsroomContent
{
    private const string Root = "Newsroom/";
    private static readonly Assembly Here = typeof(NewsroomContent).Assembly;

    // Resource names keep the separators of the machine that built them.
    private static readonly Dictionary<string, string> Resources = Here.GetManifestResourceNames()
        .Where(name => name.StartsWith(Root, StringComparison.Ordinal))
        .ToDictionary(name => name[Root.Length..].Replace('\\', '/'), StringComparer.Ordinal);

    /// <summary>The paths below the content folder, in ordinal order: "about.en.md", "stories/…/de.md".</summary>
    public static IEnumerable<string> Paths => Resources.Keys.Order(StringComparer.Ordinal);

    /// <summary>The whole text at <paramref name="path"/>, or null where there is none.</summary>
    public static string? Text(string path)
    {
        if (!Resources.TryGetValue(path, out var resource))
            return null;

        using var reader = new StreamReader(Here.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
