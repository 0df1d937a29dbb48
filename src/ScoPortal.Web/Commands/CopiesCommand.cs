using System.CommandLine;
using ScoPortal.Data;
using ScoPortal.Data.Stories;

namespace ScoPortal.Web.Commands;

/// <summary><c>copies rebuild</c>: throws away by what copies of texts are found, and computes it anew.</summary>
internal static class CopiesCommand
{
    public static Command Command(string[] settings)
    {
        var rebuild = new Command("rebuild", "Compute anew by what copies of texts are found; the portal may go on running.");
        rebuild.SetAction((_, cancel) => Host.RunAsync(settings, async services =>
        {
            await using var scope = services.CreateAsyncScope();
            var progress = new Progress<int>(done => Console.Error.WriteLine($"{done} releases"));
            var count = await scope.ServiceProvider.GetRequiredService<PortalDb>().RebuildSketchesAsync(progress, cancel);
            Console.WriteLine($"Copies of {count} releases can be found.");
            return 0;
        }, cancel));
        return new Command("copies", "Texts that came in twice.") { rebuild };
    }
}
