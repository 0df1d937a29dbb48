using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ScoPortal.Web.Hosting;

/// <summary>
/// Sends metrics and traces to a collector by OTLP, where OTEL_EXPORTER_OTLP_ENDPOINT names one; the other variables of OpenTelemetry hold as well.
/// Where it names none, the libraries are not loaded. So no type here has one of theirs as its base: the framework looks through all types of this assembly.
/// </summary>
internal sealed class Telemetry : IHostedService, IDisposable
{
    private const string Requests = "Microsoft.AspNetCore";

    // As in the log: who asked, what was searched and secrets of links are nobody's business.
    private static readonly string[] Told =
        ["http.request.method", "http.response.status_code", "http.route", "url.scheme", "network.protocol.version", "error.type"];

    private ActivityListener? discretion;
    private MeterProvider? metrics;
    private TracerProvider? traces;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var resource = ResourceBuilder.CreateDefault().AddService("scoportal", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString()).AddEnvironmentVariableDetector();
        // First, so that it is through with an activity before the sender gets it.
        discretion = new ActivityListener { ShouldListenTo = static source => source.Name == Requests, ActivityStopped = Hide };
        ActivitySource.AddActivityListener(discretion);
        metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource)
            .AddMeter(
                PortalMetrics.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting",
                "Microsoft.EntityFrameworkCore", "Npgsql", "System.Runtime")
            .AddOtlpExporter().Build();
        traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Requests).AddOtlpExporter().Build();
        return Task.CompletedTask;
    }

    // What is still to be sent is sent, for five seconds at most: a collector that is gone holds no node up.
    public Task StopAsync(CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            const int Patience = 5_000;
            traces?.Shutdown(Patience);
            metrics?.Shutdown(Patience);
        }, CancellationToken.None);

    public void Dispose()
    {
        discretion?.Dispose();
        traces?.Dispose();
        metrics?.Dispose();
    }

    private static void Hide(Activity activity)
    {
        foreach (var (name, _) in activity.TagObjects.ToList())
            if (!Told.Contains(name, StringComparer.Ordinal))
                activity.SetTag(name, null);
    }
}

/// <summary>Adds <see cref="PortalMetrics"/>, and <see cref="Telemetry"/> where it is asked for.</summary>
internal static class TelemetrySetup
{
    /// <summary>The setting that turns it on, as OpenTelemetry calls it.</summary>
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddTelemetry(this IServiceCollection services)
    {
        services.AddSingleton<PortalMetrics>();
        if (string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(Endpoint)))
            return;
        // Otherwise the framework leaves even the method of a request to libraries that are not here.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
        services.AddHostedService<Telemetry>();
    }
}
