using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace ScoPortal.Web.Hosting;

/// <summary>Faults that lie in what the portal stands on, and that pass: the database or the disk does not do what is asked just now.</summary>
internal static class Outage
{
    /// <summary>After how many seconds to ask again.</summary>
    public const string RetryAfter = "10";

    /// <summary>The request failed for such a reason, however deep it lies.</summary>
    public static bool IsCauseOf(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
            if (failure is DbException database && IsOutage(database) || failure is SocketException)
                return true;
        return false;
    }

    // https://www.sqlite.org/rescode.html; https://www.postgresql.org/docs/current/errcodes-appendix.html, classes 08, 53, 57P and 58;
    // https://learn.microsoft.com/sql/relational-databases/errors-events/database-engine-events-and-errors
    private static bool IsOutage(DbException failure) => failure switch
    {
        // Busy, locked, read-only, input or output, full, cannot open.
        SqliteException sqlite => sqlite.SqliteErrorCode is 5 or 6 or 8 or 10 or 13 or 14,
        // Timeout, connection, no room.
        SqlException sql => sql.Number is -2 or 53 or 64 or 233 or 258 or 1105 or 4060 or 9002 or 10053 or 10054 or 10060,
        { IsTransient: true } => true,
        { SqlState: { } state } => state.StartsWith("08", StringComparison.Ordinal) || state.StartsWith("53", StringComparison.Ordinal)
            || state.StartsWith("57P", StringComparison.Ordinal) || state.StartsWith("58", StringComparison.Ordinal),
        // Npgsql: the connection broke, or none was to be had.
        _ => failure.InnerException is IOException or TimeoutException,
    };
}
