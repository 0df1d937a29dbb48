using System.CommandLine;
using ScoPortal.Data;
using ScoPortal.Data.Translation;

namespace ScoPortal.Web.Commands;

/// <summary><c>pairs rebuild</c> and <c>pairs suggest</c>: releases that may be translations of each other, computed anew.</summary>
internal static class PairsCommand
{
    public static Command Command(string[] settings)
    {
        var rebuild = new Command("rebuild", "Compute anew by what translations of releases are found, as after a change of the glossary; the portal may go on running.");
        rebuild.SetAction((_, cancel) => Host.RunAsync(settings, async services =>
        {
            await using var scope = services.CreateAsyncScope();
            var progress = new Progress<int>(done => Console.Error.WriteLine($"{done} releases"));
            var count = await scope.ServiceProvider.GetRequiredService<PortalDb>().RebuildProfilesAsync(progress, cancel);
            Console.WriteLine($"Translations of {count} releases can be found.");
            return 0;
        }, cancel));
        var suggest = new Command("suggest", "Look through all releases for pairs that are not linked; what was decided stays.");
        suggest.SetAction((_, cancel) => Host.RunAsync(settings, async services =>
        {
            await using var scope = services.CreateAsyncScope();
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            var count = await services.GetRequiredService<PairFinder>().SuggestAllAsync(scope.ServiceProvider.GetRequiredService<PortalDb>(), now, cancel);
            Console.WriteLine($"{count} new suggested pairs.");
            return 0;
        }, cancel));
        return new Command("pairs", "Releases that may be translations of each other.") { rebuild, suggest };
    }
}
