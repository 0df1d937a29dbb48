using System.CommandLine;
using ScoPortal.Data;
using ScoPortal.Data.Media;

namespace ScoPortal.Web.Commands;

/// <summary><c>media clean</c>: removes files that no picture in the database names, and what broken uploads left.</summary>
internal static class MediaClean
{
    public static Command Command(string[] settings)
    {
        var clean = new Command("clean", "Remove files of pictures that the database does not know; those of the last day stay. The portal may go on running.");
        clean.SetAction((_, cancel) => Host.RunAsync(settings, async services =>
        {
            await using var scope = services.CreateAsyncScope();
            var removed = await scope.ServiceProvider.GetRequiredService<PortalDb>().CleanAsync(
                services.GetRequiredService<MediaFiles>(), services.GetRequiredService<TimeProvider>().GetUtcNow(), cancel);
            Console.WriteLine($"{removed} files removed.");
            return 0;
        }, cancel));
        return new Command("media", "The files of pictures.") { clean };
    }
}
