using System.Globalization;
using Serilog;

namespace ScoPortal.Web.Hosting;

/// <summary>Structured logs: the console always, a rolling file where <c>Portal:LogFile</c> names one.</summary>
internal static class Logs
{
    private const string Line = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff} {Level:u3} {Message:lj}{NewLine}{Exception}";

    public static Serilog.Core.Logger Create(IConfiguration configuration)
    {
        var logs = new LoggerConfiguration()
            .ReadFrom.Configuration(configuration)
            .Enrich.FromLogContext()
            .Filter.ByExcluding(e => e.MessageTemplate.Text.StartsWith("Request starting", StringComparison.Ordinal))
            .WriteTo.Console(outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture);
        if (configuration["Portal:LogFile"] is { Length: > 0 } file)
            logs.WriteTo.File(file, outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture, rollingInterval: RollingInterval.Day);
        return logs.CreateLogger();
    }
}
