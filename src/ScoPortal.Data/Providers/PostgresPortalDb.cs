using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using ScoPortal.Data.Bulk;

namespace ScoPortal.Data.Providers;

/// <summary>PostgreSQL, the second server database.</summary>
public sealed class PostgresPortalDb(DbContextOptions<PostgresPortalDb> options) : PortalDb(options)
{
    /// <inheritdoc />
    public override bool IsUniqueViolation(DbUpdateException failure) =>
        failure?.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <inheritdoc />
    public override bool IsBrokenReference(DbUpdateException failure) =>
        failure?.InnerException is PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation };

    /// <inheritdoc />
    protected override bool IsCollision(DbException? failure) =>
        failure is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };

    /// <inheritdoc />
    public override async Task<DateTimeOffset?> ServerTimeAsync(CancellationToken cancel = default) =>
        new DateTimeOffset(DateTime.SpecifyKind(await Database.SqlQueryRaw<DateTime>("SELECT clock_timestamp() AS \"Value\"").SingleAsync(cancel), DateTimeKind.Utc));

    /// <inheritdoc />
    internal override Task<IDbContextTransaction> BeginSnapshotAsync(CancellationToken cancel) => Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);

    /// <inheritdoc />
    /// <remarks>https://www.npgsql.org/doc/copy.html</remarks>
    internal override async Task CopyAsync(BulkRows rows, CancellationToken cancel)
    {
        var connection = (NpgsqlConnection)Database.GetDbConnection();
        await using (var writer = await connection.BeginBinaryImportAsync(
            $"""COPY "{rows.Table}" ({string.Join(", ", rows.Columns.Select(c => $"\"{c.Name}\""))}) FROM STDIN (FORMAT BINARY)""", cancel))
        {
            foreach (var row in rows.Values)
            {
                await writer.StartRowAsync(cancel);
                for (var i = 0; i < row.Length; i++)
                    if (row[i] is DBNull)
                        await writer.WriteNullAsync(cancel);
                    else
                        await writer.WriteAsync(row[i], rows.Columns[i].Mapping.StoreTypeNameBase, cancel);
            }

            await writer.CompleteAsync(cancel);
        }

        // Keys that are given do not move the sequence that gives the next one.
        if (rows.Columns.FirstOrDefault(c => c.IsKey) is not { } key)
            return;
        var sql = $"""SELECT setval(s, GREATEST((SELECT MAX("{key.Name}") FROM "{rows.Table}"), nextval(s) - 1, 1)) FROM (SELECT pg_get_serial_sequence('"{rows.Table}"', '{key.Name}') AS s) AS q""";
        await Database.ExecuteSqlRawAsync(sql, cancel);
    }
}
