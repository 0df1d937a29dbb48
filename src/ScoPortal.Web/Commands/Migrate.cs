using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Data;

namespace ScoPortal.Web.Commands;

/// <summary><c>migrate</c>: creates or updates the database and says where it stands.</summary>
internal static class Migrate
{
    public static Command Command(string[] settings)
    {
        var command = new Command("migrate", "Create or update the database, and stop.");
        command.SetAction((_, cancel) => Host.RunAsync(settings, async services =>
        {
            await using var scope = services.CreateAsyncScope();
            var applied = await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.GetAppliedMigrationsAsync(cancel);
            Console.WriteLine($"The database is up to date, at {applied.Last()}.");
            return 0;
        }, cancel));
        return command;
    }
}
