using System.Globalization;
using Microsoft.Extensions.Options;
using ScoPortal.Core.Media;
using ScoPortal.Data.Providers;
using ScoPortal.Web.Localization;

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

    /// <summary>Reads and checks the settings.</summary>
    /// <exception cref="OptionsValidationException">Names every setting that is wrong, and what would be right.</exception>
    public static PortalOptions Read(IConfiguration configuration, string contentRoot)
    {
        var errors = new List<string>();
        var folder = Path.GetFullPath(configuration["Portal:DataFolder"] is { Length: > 0 } given ? given : "App_Data", contentRoot);
        var provider = ReadProvider(configuration["Database:Provider"], errors);
        var connection = configuration.GetConnectionString("Portal");
        if (string.IsNullOrWhiteSpace(connection))
        {
            if (provider != DatabaseProvider.Sqlite)
                errors.Add($"ConnectionStrings:Portal is missing; {provider} needs one.");
            connection = $"Data Source={Path.Combine(folder, "portal.db")}";
        }
        else if (PortalDatabase.FaultOf(provider, connection) is { } fault)
        {
            errors.Add($"ConnectionStrings:Portal is none for {provider}: {fault}");
        }

        var options = new PortalOptions
        {
            Provider = provider,
            ConnectionString = connection,
            DataFolder = folder,
            Languages = ReadLanguages(configuration.GetSection("Portal:Languages"), errors),
            PublicUrl = ReadPublicUrl(configuration["Portal:PublicUrl"], errors),
            Sample = ReadSample(configuration["Portal:Sample"], errors),
            MediaFolder = configuration["Portal:MediaFolder"] is { Length: > 0 } media ? Path.GetFullPath(media, folder) : Path.Combine(folder, "media"),
            ImageLimits = new ImageLimits(
                ReadNumber(configuration, "Portal:MaxUploadBytes", 20_000_000, 100_000, 200_000_000, errors),
                ReadNumber(configuration, "Portal:MaxImagePixels", 50_000_000, 1_000_000, 400_000_000, errors),
                (int)ReadNumber(configuration, "Portal:MaxImageSide", 16_000, 1_000, 65_535, errors)),
            SignInsPerMinute = (int)ReadNumber(configuration, "Portal:SignInsPerMinute", 30, 1, 10_000, errors),
            RequestsPerMinute = (int)ReadNumber(configuration, "Portal:RequestsPerMinute", 600, 0, 1_000_000, errors),
            PageCacheMegabytes = (int)ReadNumber(configuration, "Portal:PageCacheMegabytes", 64, 0, 16_384, errors),
            // SQLite is one node: there is nobody else to send them to.
            Drain = TimeSpan.FromSeconds(ReadNumber(configuration, "Portal:DrainSeconds", provider == DatabaseProvider.Sqlite ? 0 : 5, 0, 60, errors)),
            TimeZone = ReadTimeZone(configuration["Portal:TimeZone"], errors),
        };
        return errors.Count == 0 ? options : throw new OptionsValidationException("Portal", typeof(PortalOptions), errors);
    }

    private static DatabaseProvider ReadProvider(string? text, List<string> errors)
    {
        if (string.IsNullOrWhiteSpace(text))
            return DatabaseProvider.Sqlite;
        if (char.IsLetter(text[0]) && Enum.TryParse<DatabaseProvider>(text, ignoreCase: true, out var provider) && Enum.IsDefined(provider))
            return provider;
        errors.Add($"Database:Provider is '{text}'; it can be Sqlite, SqlServer or Postgres.");
        return DatabaseProvider.Sqlite;
    }

    private static PortalLanguages ReadLanguages(IConfigurationSection setting, List<string> errors)
    {
        if (setting.GetChildren().Any())
            errors.Add("Portal:Languages is a list of values; it is one text such as en,de,ru,zh.");
        var codes = (setting.Value ?? "en,de,ru,zh").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (codes.Length == 0)
            errors.Add("Portal:Languages is empty; it is a list such as en,de,ru,zh.");
        foreach (var code in codes.Where(c => !PortalLanguage.IsKnown(c)))
            errors.Add($"Portal:Languages names '{code}'; there are texts for {string.Join(", ", PortalLanguage.Known)}.");
        foreach (var twice in codes.GroupBy(c => c).Where(g => g.Count() > 1))
            errors.Add($"Portal:Languages names '{twice.Key}' twice.");
        return new PortalLanguages(codes.Distinct().Where(PortalLanguage.IsKnown).DefaultIfEmpty("en"));
    }

    private static string? ReadPublicUrl(string? text, List<string> errors)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Query.Length == 0 && url.Fragment.Length == 0)
            return text.TrimEnd('/');
        errors.Add($"Portal:PublicUrl is '{text}'; it is an address such as https://news.example.org.");
        return null;
    }

    private static TimeZoneInfo ReadTimeZone(string? text, List<string> errors)
    {
        if (string.IsNullOrWhiteSpace(text))
            return TimeZoneInfo.Utc;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone) && zone.HasIanaId)
            return zone;
        errors.Add($"Portal:TimeZone is '{text}'; it is a name of the IANA database such as Asia/Shanghai or Europe/Berlin.");
        return TimeZoneInfo.Utc;
    }

    private static bool ReadSample(string? text, List<string> errors)
    {
        if (string.IsNullOrWhiteSpace(text))
            return true;
        if (!bool.TryParse(text, out var sample))
            errors.Add($"Portal:Sample is '{text}'; it can be true or false.");
        return sample;
    }

    private static long ReadNumber(IConfiguration configuration, string key, long usual, long least, long most, List<string> errors)
    {
        if (string.IsNullOrWhiteSpace(configuration[key]))
            return usual;
        if (long.TryParse(configuration[key], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        errors.Add(string.Create(CultureInfo.InvariantCulture, $"{key} is '{configuration[key]}'; it is a number from {least} to {most}."));
        return usual;
    }
}
