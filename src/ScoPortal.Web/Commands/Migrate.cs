using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Data;
using ScoPortal.Web.Hosting;

namespace ScoPortal.Web.Commands;

/// <summary><c>migrate</c>: creates or updates the database and says what it did.</summary>
internal static class Migrate
{
    public static Command Command(string[] settings)
    {
        var command = new Command("migrate", "Create or update the database, and stop.");
        command.SetAction((_, cancel) => Host.RunAsync(settings, async services =>
        {
            await using var scope = services.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<PortalDb>().Database;
            var pending = (await database.GetPendingMigrationsAsync(cancel)).ToList();
            await services.MigrateAsync(cancel);
            foreach (var migration in pending)
                Console.WriteLine($"applied {migration}");
            Console.WriteLine(pending.Count == 0 ? "The database was up to date." : "The database is up to date.");
            return 0;
        }));
        return command;
    }
}
