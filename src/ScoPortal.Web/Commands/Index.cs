using System.CommandLine;
using ScoPortal.Data;
using ScoPortal.Data.Search;

namespace ScoPortal.Web.Commands;

/// <summary><c>index rebuild</c>: throws this node's search index away and builds it anew.</summary>
internal static class Index
{
    public static Command Command(string[] settings)
    {
        var rebuild = new Command("rebuild", "Build this node's search index anew; the portal may go on running.");
        rebuild.SetAction((_, cancel) => Host.RunAsync(settings, async services =>
        {
            await using var scope = services.CreateAsyncScope();
            var progress = new Progress<int>(done => Console.Error.WriteLine($"{done} releases"));
            var count = await services.GetRequiredService<SearchIndex>()
                .RebuildAsync(scope.ServiceProvider.GetRequiredService<PortalDb>(), progress, cancel);
            Console.WriteLine($"The index holds {count} releases.");
            return 0;
        }, cancel));
        return new Command("index", "The search index of this node.") { rebuild };
    }
}
