using System.Globalization;

namespace ScoPortal.Web;

/// <summary>The addresses of the desk, and the only place that knows their form.</summary>
public static class DeskLinks
{
    /// <summary>What they all begin with.</summary>
    public const string Root = "/admin";

    public static string Home => Root;

    // Accounts

    public static string SignIn() => "/admin/sign-in";

    public static string SignOut => "/admin/sign-out";

    public static string Accounts => "/admin/accounts";

    public static string Profile => "/admin/profile";

    // Releases: list and workflow

    public static string Releases => "/admin/releases";

    public static string NewRelease => "/admin/releases/new";

    public static string Story(int id) => Of("/admin/stories", id);

    public static string Review(int id) => Of("/admin/releases", id) + "/review";

    public static string Publication(int id) => Of("/admin/releases", id) + "/publication";

    public static string Correction(int id) => Of("/admin/releases", id) + "/correction";

    public static string Withdrawal(int id) => Of("/admin/releases", id) + "/withdrawal";

    public static string PreviewLinks(int id) => Of("/admin/releases", id) + "/preview-links";

    // Releases: the editor

    public static string Release(int id) => Of("/admin/releases", id);

    public static string Preview(int id) => Of("/admin/releases", id) + "/preview";

    public static string WorkingCopy(int id) => Of("/admin/releases", id) + "/working-copy";

    public static string Presence(int id) => Of("/admin/releases", id) + "/presence";

    public static string Revisions(int id) => Of("/admin/releases", id) + "/revisions";

    public static string Restoration(int id) => Of("/admin/releases", id) + "/restoration";

    // Media

    public static string Media => "/admin/media";

    public static string MediaUpload => "/admin/media/upload";

    public static string MediaItem(int id) => Of("/admin/media", id);

    public static string MediaVariants(int id) => Of("/admin/media", id) + "/variants";

    public static string Pictures(int releaseId) => Of("/admin/releases", releaseId) + "/pictures";

    // Zones, topics, glossary

    public static string Zones => "/admin/zones";

    public static string Zone(string key) => $"/admin/zones/{key}";

    public static string Topics => "/admin/topics";

    public static string Glossary => "/admin/glossary";

    // Wire texts, audit, help

    public static string PasteWire => "/admin/wire";

    public static string FailedImports => "/admin/wire/failed";

    public static string Audit(string? subject = null) =>
        "/admin/audit" + (subject is null ? "" : QueryString.Create("subject", subject).ToUriComponent());

    public static string Shortcuts => "/admin/shortcuts";

    private static string Of(string path, int id) => string.Create(CultureInfo.InvariantCulture, $"{path}/{id}");
}
