using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ScoPortal.Data.Providers;
using Xunit;

namespace ScoPortal.Data.Tests.Model;

public class MigrationTests
{
    private const int TimestampLength = 15;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.SqlServer)]
    [InlineData(DatabaseProvider.Postgres)]
    public void The_migrations_say_what_the_model_says(DatabaseProvider engine)
    {
        using var db = Design.Of(engine);

        Assert.False(db.Database.HasPendingModelChanges(), "./dev migration NAME adds what is missing");
    }

    [Fact]
    public void The_three_engines_have_the_same_migrations()
    {
        var sqlite = Names(DatabaseProvider.Sqlite);

        Assert.NotEmpty(sqlite);
        Assert.Equal(sqlite, Names(DatabaseProvider.SqlServer));
        Assert.Equal(sqlite, Names(DatabaseProvider.Postgres));
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.SqlServer)]
    [InlineData(DatabaseProvider.Postgres)]
    public void A_script_can_be_made_for_those_who_apply_changes_by_hand(DatabaseProvider engine)
    {
        using var db = Design.Of(engine);

        Assert.Contains("CREATE TABLE", db.GetService<IMigrator>().GenerateScript(), StringComparison.Ordinal);
    }

    private static List<string> Names(DatabaseProvider engine)
    {
        using var db = Design.Of(engine);
        return [.. db.Database.GetMigrations().Select(id => id[TimestampLength..])];
    }
}
