using System.Reflection;
using System.Runtime.CompilerServices;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ScoPortal.Web.Tests;

/// <summary>
/// What limits the requests of one portal, ended with it. ASP.NET never does: ten times a second a timer of each would look after its clients to the
/// end of the run, and hold on to the whole portal, which is some seven megabytes; a run begins hundreds.
/// </summary>
public sealed class Limiters : IStartupFilter, IDisposable
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private readonly HashSet<object> found = new(ReferenceEqualityComparer.Instance);

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        // First of all: what comes next is everything.
        app.Use(all =>
        {
            Gather(all);
            return all;
        });
        next(app);
        // Nor by the context of the start, which the timers are about to take with them; the start's own method ends this.
        if (!ExecutionContext.IsFlowSuppressed())
            _ = ExecutionContext.SuppressFlow();
    };

    public void Dispose()
    {
        foreach (var limiter in found.OfType<PartitionedRateLimiter<HttpContext>>())
            limiter.Dispose();
        found.Clear();
    }

    // From one step of the pipeline to the next, and from a limiter to those that it is made of.
    private void Gather(object? part)
    {
        var isStep = part is Delegate || part?.GetType() is { } type
            && (type.GetFields(Own).Any(f => f.FieldType == typeof(RequestDelegate)) || type.IsDefined(typeof(CompilerGeneratedAttribute)));
        if (part is null || !(isStep || part is PartitionedRateLimiter<HttpContext>) || !found.Add(part))
            return;
        if (part is Delegate step)
            Gather(step.Target);
        else
            foreach (var value in part.GetType().GetFields(Own).Select(f => f.GetValue(part)))
                foreach (var inner in value is PartitionedRateLimiter<HttpContext>[] several ? several : new[] { value })
                    Gather(inner);
    }
}
