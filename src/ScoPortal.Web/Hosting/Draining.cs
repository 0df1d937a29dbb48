using System.Runtime.InteropServices;

namespace ScoPortal.Web.Hosting;

/// <summary>
/// How a node that is told to stop leaves without a request lost. For <c>Portal:DrainSeconds</c> it goes on answering, says at
/// /health/ready that it goes, and ends every connection with its answer. A balancer that never asks there learns of it from the
/// last two seconds of that time: every request is answered 503 before anything is begun, so that it may be given to another node,
/// whatever it is. Then the server stops listening, and what still runs has half a minute to end. Told a second time, it stops at once.
/// </summary>
internal sealed class Draining(PortalOptions options, TimeProvider time) : IHostedLifecycleService
{
    private static readonly TimeSpan Longest503 = TimeSpan.FromSeconds(2);

    private volatile bool going;
    private volatile bool gone;

    /// <summary>The node is about to stop.</summary>
    public bool IsGoing => going;

    /// <summary>The first step of a request's way.</summary>
    public Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (!going)
            return next(context);

        if (HttpProtocol.IsHttp11(context.Request.Protocol))
            context.Response.OnStarting(static state =>
            {
                ((HttpResponse)state).Headers.Connection = "close";
                return Task.CompletedTask;
            }, context.Response);
        // Still alive: whoever asks that would kill it.
        if (!gone || context.Request.Path == "/health/live")
            return next(context);
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "1";
        return Task.CompletedTask;
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        going = true;
        if (options.Drain == TimeSpan.Zero)
            return;

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Hurry);
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Hurry);
        try
        {
            var last = TimeSpan.FromTicks(Math.Min(Longest503.Ticks, options.Drain.Ticks / 2));
            await Task.Delay(options.Drain - last, time, enough.Token);
            gone = true;
            await Task.Delay(last, time, enough.Token);
        }
        catch (OperationCanceledException)
        {
            // Told again, or the host's patience is at its end.
        }

        void Hurry(PosixSignalContext signal)
        {
            signal.Cancel = true;
            enough.Cancel();
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Adds <see cref="Draining"/>.</summary>
internal static class DrainingSetup
{
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(30);

    public static void AddDraining(this IServiceCollection services, PortalOptions options)
    {
        services.AddSingleton<Draining>();
        services.AddHostedService(p => p.GetRequiredService<Draining>());
        services.Configure<HostOptions>(o => o.ShutdownTimeout = options.Drain + TimeToEnd);
    }
}
