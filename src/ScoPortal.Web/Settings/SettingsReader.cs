using System.Globalization;
using Serilog.Events;

namespace ScoPortal.Web.Settings;

/// <summary>
/// Reads settings, and keeps what is wrong with them: a message for each names the key, its value and what is allowed. What is read is what is
/// known: any other key in the portal's own sections is a wrong one.
/// </summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private readonly List<string> errors = [];
    private readonly List<Setting> known = [];

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<string> Errors => errors;

    /// <summary>Every key that was asked for, in that order.</summary>
    public IReadOnlyList<Setting> Known => known;

    public void Refuse(string message) => errors.Add(message);

    /// <summary>A text; null where nothing is given.</summary>
    public string? Text(string key, string usual, string allowed)
    {
        known.Add(new Setting(key, usual, allowed));
        return string.IsNullOrWhiteSpace(configuration[key]) ? null : configuration[key];
    }

    /// <summary>What <paramref name="parse"/> makes of the text; <paramref name="otherwise"/> where nothing is given, and where it makes nothing of it.</summary>
    public T Value<T>(string key, string usual, string allowed, T otherwise, Func<string, T?> parse)
        where T : class?
    {
        if (Text(key, usual, allowed) is not { } text)
            return otherwise;
        if (parse(text) is { } value)
            return value;
        errors.Add($"{key} is '{text}'; {allowed}.");
        return otherwise;
    }

    public bool Flag(string key, bool usual)
    {
        const string Allowed = "it can be true or false";
        if (Text(key, usual ? "true" : "false", Allowed) is not { } text)
            return usual;
        if (!bool.TryParse(text, out var flag))
            errors.Add($"{key} is '{text}'; {Allowed}.");
        return flag;
    }

    public int Number(string key, int usual, int least, int most)
    {
        var allowed = string.Create(CultureInfo.InvariantCulture, $"it is a number from {least} to {most}");
        if (Text(key, usual.ToString(CultureInfo.InvariantCulture), allowed) is not { } text)
            return usual;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        errors.Add($"{key} is '{text}'; {allowed}.");
        return usual;
    }

    /// <summary>Names every key of a section that nobody asked for, and the one that may have been meant.</summary>
    public void RefuseUnknown(string section)
    {
        foreach (var path in configuration.GetSection(section).GetChildren().Select(c => c.Path))
            if (!known.Exists(s => s.Key.Equals(path, StringComparison.OrdinalIgnoreCase)))
                errors.Add(Nearest(path) is { } meant
                    ? $"{path} is no setting; {meant} is one."
                    : $"{path} is no setting; docs/reference/configuration.md lists them.");
    }

    /// <summary>Looks over what the framework, its server and its log read, and would complain of at length.</summary>
    public void CheckFramework()
    {
        foreach (var url in Each(configuration["urls"]))
            if (!IsUrl(url))
                errors.Add($"ASPNETCORE_URLS is '{url}'; it is an address to listen at such as http://127.0.0.1:5080.");
        foreach (var host in Each(configuration["AllowedHosts"]))
            if (host != "*" && Uri.CheckHostName(host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host.Trim('[', ']')) == UriHostNameType.Unknown)
                errors.Add($"AllowedHosts is '{host}'; it is a list of names such as news.example.org;*.example.org, without scheme and port.");
        if (configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 } collector && !(Uri.TryCreate(collector, UriKind.Absolute, out var to) && to.Scheme is "http" or "https"))
            errors.Add($"OTEL_EXPORTER_OTLP_ENDPOINT is '{collector}'; it is an address such as http://127.0.0.1:4318.");
        foreach (var (key, level) in Levels(configuration.GetSection("Serilog:MinimumLevel")))
            if (!char.IsLetter(level.FirstOrDefault()) || !Enum.TryParse<LogEventLevel>(level, ignoreCase: true, out _))
                errors.Add($"{key} is '{level}'; it can be {string.Join(", ", Enum.GetNames<LogEventLevel>())}.");
    }

    private static string[] Each(string? list) => (list ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static bool IsUrl(string url)
    {
        try
        {
            return BindingAddress.Parse(url) is { Scheme: "http" or "https", Port: >= 0 and <= 65535 };
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static IEnumerable<(string Key, string Level)> Levels(IConfigurationSection section) =>
        new[] { section, section.GetSection("Default") }.Concat(section.GetSection("Override").GetChildren())
            .Where(s => s.Value is not null).Select(s => (s.Path, s.Value!));

    private string? Nearest(string path)
    {
        var (best, distance) = (default(string), Math.Max(2, path.Length / 4) + 1);
        foreach (var key in known.Select(s => s.Key))
            if (Distance(path, key) is var other && other < distance)
                (best, distance) = (key, other);
        return best;
    }

    // How many letters must be put in, taken out or changed; capitals are none of the matter.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var changed = corner + (char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1);
                corner = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
