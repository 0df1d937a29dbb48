namespace ScoPortal.Web.Areas.Admin.Accounts;

/// <summary>What people call a browser: "Firefox, Linux".</summary>
internal static class BrowserName
{
    // In this order: Edge and Opera call themselves Chrome too, and Chrome calls itself Safari.
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("YaBrowser", "Yandex"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("Linux", "Linux")];

    /// <summary>Its name and system, as far as it says; null when it says nothing that is known.</summary>
    public static string? Of(string? userAgent) =>
        string.Join(", ", new[] { Find(Browsers, userAgent), Find(Systems, userAgent) }.OfType<string>()) is { Length: > 0 } name ? name : null;

    private static string? Find((string Sign, string Name)[] names, string? text) =>
        Array.Find(names, n => text?.Contains(n.Sign, StringComparison.Ordinal) == true).Name;
}
