using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace ScoPortal.Benchmarks.Load;

/// <summary>
/// What Kestrel can do at most: fixed answers out of an array, with no routing, no middleware and no logs. <c>/NAME</c> has all headers of the
/// portal's answer, <c>/bare/NAME</c> its length alone.
/// </summary>
internal static class Limit
{
    /// <summary>Starts this program to serve the answers in a folder.</summary>
    public static Server Start(string folder)
    {
        var port = Server.FreePort();
        return Server.Start(port, isPinned: true, Environment.ProcessPath!, ["limit", folder, port.ToString(CultureInfo.InvariantCulture)]);
    }

    // As the portal has them (Overload): a limit with fewer would be none.
    private const int ThreadsOnAProcessor = 12;

    public static Task ServeAsync(string folder, int port)
    {
        ThreadPool.GetMinThreads(out _, out var completions);
        ThreadPool.SetMinThreads(ThreadsOnAProcessor * Environment.ProcessorCount, completions);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);
        var answers = new Dictionary<string, Fixed>(StringComparer.Ordinal);
        foreach (var (name, answer) in Answer.ReadAll(folder))
        {
            answers["/" + name] = new Fixed(answer.Status, [.. answer.Headers.Select(h => (h.Key, new StringValues(h.Value)))], answer.Body);
            answers["/bare/" + name] = new Fixed(answer.Status, [], answer.Body);
        }

        var app = builder.Build();
        app.Run(context => answers.TryGetValue(context.Request.Path.Value!, out var answer) ? answer.WriteAsync(context.Response) : NotFound(context));
        return app.RunAsync();
    }

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private sealed record Fixed(int Status, (string Name, StringValues Value)[] Headers, byte[] Body)
    {
        public Task WriteAsync(HttpResponse response)
        {
            response.StatusCode = Status;
            foreach (var (name, value) in Headers)
                response.Headers[name] = value;
            if (Status == StatusCodes.Status304NotModified)
                return Task.CompletedTask;
            response.ContentLength = Body.Length;
            return response.BodyWriter.WriteAsync(Body).AsTask();
        }
    }
}
