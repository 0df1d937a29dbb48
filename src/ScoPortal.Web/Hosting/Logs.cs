using System.Globalization;
using System.Text.RegularExpressions;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Json;
using Serilog.Settings.Configuration;

namespace ScoPortal.Web.Hosting;

/// <summary>Structured logs: the console always, a rolling file where <c>Portal:LogFile</c> names one.</summary>
internal static partial class Logs
{
    private const string Line = "{Timestamp:yyyy-MM-dd HH:mm:ss.fffzzz} {Level:u3} {Message:lj} {TraceId}{NewLine}{Exception}";

    // Of an address as long as the server takes; the way back from its end is short at every slash.
    private const int LongestMatch = 1000;

    private const long Megabyte = 1024 * 1024;

    // Why the portal does not start is said already.
    private const string SaidElsewhere = "Hosting failed to start";

    /// <param name="configuration">The settings.</param>
    /// <param name="options">Which file, and how much of it is kept.</param>
    /// <param name="isCommand">The console's standard output is the command's own, and what it meets it tells in a line: logs go to standard error.</param>
    public static Logger Create(IConfiguration configuration, PortalOptions options, bool isCommand)
    {
        var logs = new LoggerConfiguration()
            .ReadFrom.Configuration(configuration, Sinks)
            .Enrich.FromLogContext()
            .Enrich.With<Discretion>()
            .Filter.ByExcluding(e => e.MessageTemplate.Text.StartsWith(SaidElsewhere, StringComparison.Ordinal))
            .WriteTo.Console(outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture, standardErrorFromLevel: isCommand ? LogEventLevel.Verbose : null);
        if (isCommand)
            logs.MinimumLevel.Override("Microsoft.EntityFrameworkCore.Update", LogEventLevel.Fatal)
                .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Query", LogEventLevel.Fatal)
                .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Database.Connection", LogEventLevel.Fatal);
        // For programs: one JSON object a line, with every property.
        if (options.LogFile is { } file)
            logs.WriteTo.File(
                new JsonFormatter(renderMessage: true), file, rollingInterval: RollingInterval.Day, rollOnFileSizeLimit: true,
                fileSizeLimitBytes: options.LogFileMegabytes * Megabyte, retainedFileCountLimit: options.LogFilesKept);
        return logs.CreateLogger();
    }

    // Named, since every start would otherwise look for them among all assemblies.
    private static readonly ConfigurationReaderOptions Sinks = new(
        typeof(ConsoleLoggerConfigurationExtensions).Assembly, typeof(FileLoggerConfigurationExtensions).Assembly, typeof(LoggerSinkConfigurationDebugExtensions).Assembly);

    [GeneratedRegex("(?<before>.*/(admin/(setup|invitation|reset)|[a-z]+/preview)/).+", RegexOptions.ExplicitCapture, LongestMatch)]
    private static partial Regex Secret();

    // What people search for is their own business: the line of a request ends with its path, and nobody's words end a line.
    private sealed class Discretion : ILogEventEnricher
    {
        private static readonly LogEventProperty None = new("QueryString", new ScalarValue(""));

        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
        {
            if (logEvent.Properties.ContainsKey(None.Name))
                logEvent.AddOrUpdateProperty(None);
            // Neither is the secret of a link that lets somebody in.
            List<LogEventProperty>? others = null;
            foreach (var (name, value) in logEvent.Properties)
                if ((value as ScalarValue)?.Value is (string or PathString) and var said && said.ToString() is { } text && Discreet(text) is var other && other != text)
                    (others ??= []).Add(new LogEventProperty(name, new ScalarValue(other)));
            others?.ForEach(logEvent.AddOrUpdateProperty);
        }

        private static string Discreet(string text)
        {
            var link = Secret().Match(text);
            if (link.Success)
                text = link.Result("${before}…");
            return text.Any(char.IsControl)
                ? string.Concat(text.Select(c => char.IsControl(c) ? string.Create(CultureInfo.InvariantCulture, $"\\x{(int)c:x2}") : c.ToString()))
                : text;
        }
    }
}
