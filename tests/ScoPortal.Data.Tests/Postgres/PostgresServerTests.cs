using Npgsql;
using Xunit;

namespace ScoPortal.Data.Tests.Postgres;

public class PostgresServerTests
{
    [Fact]
    public void A_fresh_database_is_empty_and_separate()
    {
        var first = PostgresServer.CreateDatabase();
        var second = PostgresServer.CreateDatabase();

        Run(first, "CREATE TABLE story (headline text)");

        Assert.Equal(["story"], Tables(first));
        Assert.Empty(Tables(second));
    }

    [Fact]
    public void A_copy_starts_as_its_template_and_leaves_it_alone()
    {
        var template = PostgresServer.CreateDatabase();
        Run(template, "CREATE TABLE story (headline text)");

        var copies = Enumerable.Range(0, 4).AsParallel().WithDegreeOfParallelism(4)
            .Select(_ => PostgresServer.CreateDatabase(template)).ToList();
        Run(copies[0], "DROP TABLE story");

        Assert.Empty(Tables(copies[0]));
        Assert.Equal(["story"], Tables(copies[1]));
        Assert.Equal(["story"], Tables(template));
        Assert.Equal(4, copies.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_dropped_database_is_gone_even_while_someone_is_connected()
    {
        var database = PostgresServer.CreateDatabase();
        using var open = new NpgsqlConnection(database);
        open.Open();

        PostgresServer.DropDatabase(database);

        Assert.Throws<PostgresException>(() => Tables(database));
    }

    [Theory]
    [InlineData("ЦИНДАО", "циндао")]
    [InlineData("Ä", "ä")]
    public void Letters_of_every_script_have_a_lower_case(string upper, string lower)
    {
        var database = PostgresServer.CreateDatabase();

        Assert.Equal([lower], Query(database, $"SELECT lower('{upper}')"));
    }

    private static List<string> Tables(string database) =>
        Query(database, "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'");

    private static List<string> Query(string database, string sql)
    {
        using var connection = new NpgsqlConnection(database);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        using var reader = command.ExecuteReader();
        List<string> values = [];
        while (reader.Read()) values.Add(reader.GetString(0));
        return values;
    }

    private static void Run(string database, string sql)
    {
        using var connection = new NpgsqlConnection(database);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
