using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using ScoPortal.Data.Bulk;

namespace ScoPortal.Data.Providers;

/// <summary>The embedded database: a file, written ahead, flushed at every commit.</summary>
public sealed class SqlitePortalDb(DbContextOptions<SqlitePortalDb> options) : PortalDb(options)
{
    // https://www.sqlite.org/rescode.html#constraint_unique and #constraint_primarykey
    private const int ConstraintUnique = 2067;
    private const int ConstraintPrimaryKey = 1555;

    // The same page, #constraint_foreignkey and #busy
    private const int ConstraintForeignKey = 787;
    private const int Busy = 5;

    /// <summary>Options for a file with the settings that every connection to it needs.</summary>
    public static void Use(DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlite(connectionString).AddInterceptors(Pragmas.Instance)
            // A table is rebuilt outside a transaction on this engine: what is known of a migration need not be told at every first start.
            .ConfigureWarnings(w => w.Ignore(RelationalEventId.NonTransactionalMigrationOperationWarning));

    /// <inheritdoc />
    public override bool IsUniqueViolation(DbUpdateException failure) =>
        failure?.InnerException is SqliteException { SqliteExtendedErrorCode: ConstraintUnique or ConstraintPrimaryKey };

    /// <inheritdoc />
    public override bool IsBrokenReference(DbUpdateException failure) => failure?.InnerException is SqliteException { SqliteExtendedErrorCode: ConstraintForeignKey };

    /// <inheritdoc />
    protected override bool IsCollision(DbException? failure) => failure is SqliteException { SqliteErrorCode: Busy };

    /// <inheritdoc />
    /// <remarks>https://www.sqlite.org/pragma.html#pragma_quick_check</remarks>
    public override async Task<IReadOnlyList<string>?> DamageAsync(CancellationToken cancel = default) =>
    [
        .. await Database.SqlQueryRaw<string>("SELECT quick_check AS Value FROM pragma_quick_check WHERE quick_check <> 'ok' LIMIT 10").ToListAsync(cancel),
        .. await Database.SqlQueryRaw<string>("""SELECT 'a row of ' || "table" || ' points to nothing in ' || parent AS Value FROM pragma_foreign_key_check LIMIT 10""").ToListAsync(cancel),
    ];

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var type in builder.Model.GetEntityTypes().Where(t => !t.IsMappedToJson()).ToList())
            if (StoreObjectIdentifier.Create(type, StoreObjectType.Table) is { } table)
                CheckLengths(type, table);
    }

    /// <inheritdoc />
    internal override async Task<IDbContextTransaction> BeginSnapshotAsync(CancellationToken cancel)
    {
        await Database.OpenConnectionAsync(cancel);
        return (await Database.UseTransactionAsync(((SqliteConnection)Database.GetDbConnection()).BeginTransaction(deferred: true), cancel))!;
    }

    /// <inheritdoc />
    /// <remarks>One statement, prepared once: https://learn.microsoft.com/dotnet/standard/data/sqlite/bulk-insert</remarks>
    internal override async Task CopyAsync(BulkRows rows, CancellationToken cancel)
    {
        // A row may point to one that comes later.
        await Database.ExecuteSqlRawAsync("PRAGMA defer_foreign_keys=ON", cancel);
        await using var insert = Database.GetDbConnection().CreateCommand();
        insert.Transaction = Database.CurrentTransaction?.GetDbTransaction();
        var names = rows.Columns.Select((_, i) => $"$p{i}").ToArray();
        insert.CommandText = $"""INSERT INTO "{rows.Table}" ({string.Join(", ", rows.Columns.Select(c => $"\"{c.Name}\""))}) VALUES ({string.Join(", ", names)})""";
        var parameters = names.Select((name, i) => rows.Columns[i].Mapping.CreateParameter(insert, name, value: null, nullable: true)).ToArray();
        insert.Parameters.AddRange(parameters);
        foreach (var row in rows.Values)
        {
            cancel.ThrowIfCancellationRequested();
            for (var i = 0; i < row.Length; i++)
                parameters[i].Value = row[i];
            insert.ExecuteNonQuery();
        }
    }

    // SQLite's types have no length, so that a CHECK does what nvarchar(n) does elsewhere.
    private static void CheckLengths(IMutableEntityType type, StoreObjectIdentifier table)
    {
        foreach (var property in Properties(type))
            if (property.GetMaxLength() is { } length && property.GetColumnName(table) is { } column)
                type.AddCheckConstraint($"CK_{table.Name}_{column}_Length", $"length(\"{column}\") <= {length}");
    }

    private static IEnumerable<IMutableProperty> Properties(IMutableTypeBase type) =>
        type.GetProperties().Concat(type.GetComplexProperties().SelectMany(c => Properties(c.ComplexType)));

    private sealed class Pragmas : DbConnectionInterceptor
    {
        public static readonly Pragmas Instance = new();

        private const string Settings = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;";

        public override InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
            InterceptionResult<DbConnection>.SuppressWithResult(new KeptConnection(eventData.ConnectionString!));

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            if (IsForReading(connection))
                return;
            using var command = connection.CreateCommand();
            command.CommandText = Settings;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            if (IsForReading(connection))
                return;
            await using var command = connection.CreateCommand();
            command.CommandText = Settings;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        // EF looks with a read-only connection whether there is a database.
        private static bool IsForReading(DbConnection connection) =>
            new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly;
    }
}
