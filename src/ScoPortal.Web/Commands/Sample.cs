using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Data;
using ScoPortal.Data.Newsroom;

namespace ScoPortal.Web.Commands;

/// <summary><c>sample --stories N</c>: fills the database with synthetic stories, to see how the portal does with many.</summary>
internal static class Sample
{
    private const int MostStories = 2_000_000;

    public static Command Command(string[] settings)
    {
        var stories = new Option<int>("--stories") { Description = "How many stories to add; each has two or three releases.", Required = true };
        stories.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > MostStories)
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"--stories is a number from 1 to {MostStories}."));
        });
        var seed = new Option<int>("--seed") { Description = "Another number makes other texts.", DefaultValueFactory = _ => 1 };
        var until = new Option<string?>("--until") { Description = "The instant that the stories lead up to, such as 2026-06-01T00:00Z; now by default." };
        until.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !TryRead(text, out _))
                result.AddError("--until is an instant such as 2026-06-01T00:00Z.");
        });
        var command = new Command("sample", "Add synthetic stories in four languages, to see how the portal does with many; the portal may go on running.") { stories, seed, until };
        command.SetAction((parsed, cancel) => Host.RunAsync(
            settings, services => RunAsync(services, parsed.GetValue(stories), parsed.GetValue(seed), parsed.GetValue(until), cancel), cancel));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, int count, int seed, string? until, CancellationToken cancel)
    {
        var time = services.GetRequiredService<TimeProvider>();
        var end = TryRead(until, out var given) ? given : time.GetUtcNow();
        await using (var scope = services.CreateAsyncScope())
            await SampleNewsroom.FillIfEmptyAsync(scope.ServiceProvider.GetRequiredService<PortalDb>(), end, cancel);

        var began = time.GetTimestamp();
        var progress = new Told<int>(done => string.Create(
            CultureInfo.InvariantCulture, $"{done} of {count} stories, {done / time.GetElapsedTime(began).TotalSeconds:0} a second"));
        await SyntheticNewsroom.AddAsync(services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContext, count, seed, end, progress, cancel);
        await Console.Out.WriteLineAsync($"{count} stories were added.");
        return 0;
    }

    private static bool TryRead(string? text, out DateTimeOffset instant) => DateTimeOffset.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant);
}
