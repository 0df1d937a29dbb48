using Microsoft.Data.Sqlite;

namespace ScoPortal.Data.Search;

/// <summary>Commands on the index file, one line each.</summary>
internal static class Sql
{
    public static SqliteCommand Command(
        this SqliteConnection connection, string sql, SqliteTransaction? transaction, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        return command;
    }

    public static void Run(
        this SqliteConnection connection, string sql, SqliteTransaction? transaction = null, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var command = connection.Command(sql, transaction, values);
        command.ExecuteNonQuery();
    }

    public static object? Scalar(
        this SqliteConnection connection, string sql, SqliteTransaction? transaction = null, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var command = connection.Command(sql, transaction, values);
        return command.ExecuteScalar();
    }
}
