using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace ScoPortal.Data.Providers;

/// <summary>
/// A connection to a SQLite file that stays open while its context waits for its next request, with its statements prepared: SQLite takes longer
/// to plan a query than to answer it, and EF opens, sets up and prepares anew for each.
/// </summary>
internal sealed class KeptConnection(string connectionString) : SqliteConnection(connectionString)
{
    // Some 20 KB each. Readers' pages have fewer; whoever has more begins anew.
    private const int MostStatements = 40;

    private readonly Dictionary<string, SqliteCommand> free = new(StringComparer.Ordinal);
    private bool ends;

    /// <inheritdoc />
    public override SqliteCommand CreateCommand() => new KeptCommand(this) { Connection = this, CommandTimeout = DefaultTimeout, Transaction = Transaction };

    /// <inheritdoc />
    /// <remarks>Only the end of the context closes it.</remarks>
    public override void Close()
    {
        if (!ends)
            return;
        Forget();
        base.Close();
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        ends = true;
        base.Dispose(disposing);
    }

    private SqliteCommand Take(string text)
    {
        if (!free.Remove(text, out var command))
            command = base.CreateCommand();
        command.CommandText = text;
        return command;
    }

    private void Return(SqliteCommand command)
    {
        command.Parameters.Clear();
        command.Transaction = null;
        if (free.Count == MostStatements)
            Forget();
        if (State != ConnectionState.Open || !free.TryAdd(command.CommandText, command))
            command.Dispose();
    }

    private void Forget()
    {
        foreach (var command in free.Values)
            command.Dispose();
        free.Clear();
    }

    // Reads by a command that the connection keeps.
    private sealed class KeptCommand(KeptConnection owner) : SqliteCommand
    {
        private SqliteCommand? kept;

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Prepared().ExecuteReader(behavior);

        protected override async Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) =>
            await Prepared().ExecuteReaderAsync(behavior, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            if (disposing && kept is not null)
            {
                owner.Return(kept);
                kept = null;
            }

            base.Dispose(disposing);
        }

        [SuppressMessage("Security", "CA2100:Review SQL queries for security vulnerabilities", Justification = "The text is EF's.")]
        private SqliteCommand Prepared()
        {
            kept ??= owner.Take(CommandText);
            kept.Parameters.Clear();
            foreach (SqliteParameter parameter in Parameters)
                kept.Parameters.Add(parameter);
            kept.Transaction = Transaction;
            kept.CommandTimeout = CommandTimeout;
            return kept;
        }
    }
}
