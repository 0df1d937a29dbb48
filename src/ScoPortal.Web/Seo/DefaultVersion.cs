using ScoPortal.Web.Localization;
using Version = ScoPortal.Web.Pages.Shared.Version;

namespace ScoPortal.Web.Seo;

/// <summary>Which language versions search engines are told of, the same in the head of the page and in the sitemap.</summary>
public static class DefaultVersion
{
    /// <summary>The versions in languages that this portal serves, in the order of its languages.</summary>
    public static IReadOnlyList<Version> Served(this PortalLanguages languages, IEnumerable<Version> versions) =>
        [.. languages.All.SelectMany(_ => versions, (l, v) => (l, v)).Where(p => p.l.Code == p.v.Language).Select(p => p.v)];

    /// <summary>
    /// The version for readers of none of the languages (x-default): the original, or the first where it cannot be read.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no version.</exception>
    public static Version ByDefault(this IReadOnlyList<Version> versions) => versions.FirstOrDefault(v => v.IsOriginal) ?? versions[0];
}
