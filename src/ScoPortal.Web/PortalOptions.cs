using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using ScoPortal.Core.Media;
using ScoPortal.Data.Providers;
using ScoPortal.Web.Localization;
using ScoPortal.Web.Settings;

namespace ScoPortal.Web;

/// <summary>The portal's settings, read from configuration and checked once at start.</summary>
public sealed record PortalOptions
{
    /// <summary>The engine: <c>Database:Provider</c>.</summary>
    public required DatabaseProvider Provider { get; init; }

    /// <summary>As the engine's client reads it: <c>ConnectionStrings:Portal</c>; a file in the data folder by default.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>Everything this node writes: <c>Portal:DataFolder</c>, relative to the application's own folder.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The languages of content and interface, first the default: <c>Portal:Languages</c>.</summary>
    public required PortalLanguages Languages { get; init; }

    /// <summary>What absolute links begin with, without a slash at the end: <c>Portal:PublicUrl</c>; the request's own host when empty.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>Fill an empty database with the sample newsroom: <c>Portal:Sample</c>.</summary>
    public bool Sample { get; init; }

    /// <summary>The files of pictures, for all nodes: <c>Portal:MediaFolder</c>; below the data folder by default.</summary>
    public required string MediaFolder { get; init; }

    /// <summary>How large pictures may be: <c>Portal:MaxUploadBytes</c>, <c>Portal:MaxImagePixels</c>, <c>Portal:MaxImageSide</c>.</summary>
    public required ImageLimits ImageLimits { get; init; }

    /// <summary>
    /// What the keys of Data Protection are encrypted with in the database, the first, and what else opens them:
    /// <c>Portal:KeyCertificate</c>. None leaves them in clear.
    /// </summary>
    public IReadOnlyList<X509Certificate2> KeyCertificates { get; init; } = [];

    /// <summary>Browsers that were here insist on https for every name below the portal's host too: <c>Portal:HstsSubDomains</c>.</summary>
    public bool HstsSubDomains { get; init; }

    /// <summary>Which accounts must sign in with more than a password: <c>Portal:SecondStep</c>.</summary>
    public SecondStepDuty SecondStep { get; init; }

    /// <summary>How often one client may try to get in, by password, code, passkey or link: <c>Portal:SignInsPerMinute</c>.</summary>
    public int SignInsPerMinute { get; init; }

    /// <summary>How many answers that are not in memory one client gets: <c>Portal:RequestsPerMinute</c>; 0 sets no limit.</summary>
    public int RequestsPerMinute { get; init; }

    /// <summary>How much memory kept answers may take on this node: <c>Portal:PageCacheMegabytes</c>; 0 keeps none.</summary>
    public int PageCacheMegabytes { get; init; }

    /// <summary>How long a node that is told to stop goes on answering, so that a balancer sends its visitors elsewhere: <c>Portal:DrainSeconds</c>.</summary>
    public TimeSpan Drain { get; init; }

    /// <summary>The time zone that the newsroom types its times in: <c>Portal:TimeZone</c>, an IANA name.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The log file beside the console, without the day that its name gets: <c>Portal:LogFile</c>, relative to the data folder; null for none.</summary>
    public string? LogFile { get; init; }

    /// <summary>How many log files are kept, the newest ones: <c>Portal:LogFilesKept</c>.</summary>
    public int LogFilesKept { get; init; }

    /// <summary>How large one log file may grow before the next is begun: <c>Portal:LogFileMegabytes</c>.</summary>
    public int LogFileMegabytes { get; init; }

    /// <summary>Every key of the portal's own.</summary>
    public IReadOnlyList<Setting> Known { get; init; } = [];

    /// <summary>Reads and checks the settings.</summary>
    /// <param name="configuration">Where they stand.</param>
    /// <param name="contentRoot">The application's own folder.</param>
    /// <param name="isDevelopment">Somebody tries the portal out: an empty database is filled with the sample newsroom unless they say otherwise.</param>
    /// <exception cref="OptionsValidationException">Names every setting that is wrong, and what would be right.</exception>
    public static PortalOptions Read(IConfiguration configuration, string contentRoot, bool isDevelopment = false)
    {
        var settings = new SettingsReader(configuration);
        var provider = ReadProvider(settings);
        var folder = Path.GetFullPath(settings.Text("Portal:DataFolder", "App_Data", "it is a folder") ?? "App_Data", contentRoot);
        var options = new PortalOptions
        {
            Provider = provider,
            ConnectionString = ReadConnection(settings, provider, folder),
            DataFolder = folder,
            Languages = ReadLanguages(settings, configuration.GetSection("Portal:Languages")),
            PublicUrl = settings.Value("Portal:PublicUrl", "", "it is an address such as https://news.example.org", null, ParsePublicUrl),
            Sample = settings.Flag("Portal:Sample", isDevelopment),
            TimeZone = settings.Value("Portal:TimeZone", "UTC", "it is a name of the IANA database such as Asia/Shanghai or Europe/Berlin", TimeZoneInfo.Utc, ParseTimeZone),
            PageCacheMegabytes = settings.Number("Portal:PageCacheMegabytes", 64, 0, 16_384),
            RequestsPerMinute = settings.Number("Portal:RequestsPerMinute", 600, 0, 1_000_000),
            KeyCertificates = Hosting.KeyCertificates.Read(settings, folder),
            HstsSubDomains = settings.Flag("Portal:HstsSubDomains", false),
            SecondStep = ReadSecondStep(settings),
            SignInsPerMinute = settings.Number("Portal:SignInsPerMinute", 30, 1, 10_000),
            // SQLite is one node: there is nobody else to send them to.
            Drain = TimeSpan.FromSeconds(settings.Number("Portal:DrainSeconds", provider == DatabaseProvider.Sqlite ? 0 : 5, 0, 60)),
            MediaFolder = Path.GetFullPath(settings.Text("Portal:MediaFolder", "media", "it is a folder") ?? "media", folder),
            ImageLimits = new ImageLimits(
                settings.Number("Portal:MaxUploadBytes", 20_000_000, 100_000, 200_000_000),
                settings.Number("Portal:MaxImagePixels", 50_000_000, 1_000_000, 400_000_000),
                settings.Number("Portal:MaxImageSide", 16_000, 1_000, 65_535)),
            LogFile = settings.Text("Portal:LogFile", "", "it is a file") is { } log ? Path.GetFullPath(log, folder) : null,
            LogFilesKept = settings.Number("Portal:LogFilesKept", 31, 1, 3_650),
            LogFileMegabytes = settings.Number("Portal:LogFileMegabytes", 100, 1, 1_024),
            Known = settings.Known,
        };
        settings.RefuseUnknown("Database");
        settings.RefuseUnknown("Portal");
        settings.CheckFramework();
        return settings.Errors.Count == 0 ? options : throw new OptionsValidationException("Portal", typeof(PortalOptions), settings.Errors);
    }

    private static DatabaseProvider ReadProvider(SettingsReader settings)
    {
        const string Allowed = "it can be Sqlite, SqlServer or Postgres";
        if (settings.Text("Database:Provider", "Sqlite", Allowed) is not { } text)
            return DatabaseProvider.Sqlite;
        if (char.IsLetter(text[0]) && Enum.TryParse<DatabaseProvider>(text, ignoreCase: true, out var provider) && Enum.IsDefined(provider))
            return provider;
        settings.Refuse($"Database:Provider is '{text}'; {Allowed}.");
        return DatabaseProvider.Sqlite;
    }

    private static SecondStepDuty ReadSecondStep(SettingsReader settings)
    {
        const string Allowed = "it can be Optional, Administrators or Everybody";
        if (settings.Text("Portal:SecondStep", nameof(SecondStepDuty.Optional), Allowed) is not { } text)
            return SecondStepDuty.Optional;
        if (char.IsLetter(text[0]) && Enum.TryParse<SecondStepDuty>(text, ignoreCase: true, out var duty) && Enum.IsDefined(duty))
            return duty;
        settings.Refuse($"Portal:SecondStep is '{text}'; {Allowed}.");
        return SecondStepDuty.Everybody;
    }

    private static string ReadConnection(SettingsReader settings, DatabaseProvider provider, string folder)
    {
        // Never said as it was given: it may have a password.
        if (settings.Text("ConnectionStrings:Portal", "", "it is what the engine's client reads") is not { } connection)
        {
            if (provider != DatabaseProvider.Sqlite)
                settings.Refuse($"ConnectionStrings:Portal is missing; {provider} needs one.");
            return $"Data Source={Path.Combine(folder, "portal.db")}";
        }

        if (PortalDatabase.FaultOf(provider, connection) is { } fault)
            settings.Refuse($"ConnectionStrings:Portal is none for {provider}: {fault}");
        return connection;
    }

    private static PortalLanguages ReadLanguages(SettingsReader settings, IConfigurationSection section)
    {
        const string Usual = "en,de,ru,zh";
        var text = settings.Text(section.Path, Usual, $"it is a list of {string.Join(", ", PortalLanguage.Known)}");
        if (section.GetChildren().Any())
            settings.Refuse("Portal:Languages is a list of values; it is one text such as en,de,ru,zh.");
        var codes = (text ?? section.Value ?? Usual).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (codes.Length == 0)
            settings.Refuse("Portal:Languages is empty; it is a list such as en,de,ru,zh.");
        foreach (var code in codes.Where(c => !PortalLanguage.IsKnown(c)))
            settings.Refuse($"Portal:Languages names '{code}'; there are texts for {string.Join(", ", PortalLanguage.Known)}.");
        foreach (var twice in codes.GroupBy(c => c).Where(g => g.Count() > 1))
            settings.Refuse($"Portal:Languages names '{twice.Key}' twice.");
        return new PortalLanguages(codes.Distinct().Where(PortalLanguage.IsKnown).DefaultIfEmpty("en"));
    }

    private static string? ParsePublicUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Query.Length == 0 && url.Fragment.Length == 0 && url.UserInfo.Length == 0
            ? text.TrimEnd('/') : null;

    private static TimeZoneInfo? ParseTimeZone(string text) => TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone) && zone.HasIanaId ? zone : null;
}
