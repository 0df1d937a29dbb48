using System.Data;
using System.Data.Common;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using ScoPortal.Data.Bulk;

namespace ScoPortal.Data.Providers;

/// <summary>SQL Server, the server database that the portal is made for.</summary>
public sealed class SqlServerPortalDb(DbContextOptions<SqlServerPortalDb> options) : PortalDb(options)
{
    // 2601: duplicate row in a unique index, 2627: violation of a unique or primary key constraint.
    private const int DuplicateKeyRow = 2601;
    private const int ConstraintViolation = 2627;

    // 547: conflict with a reference constraint, 1205: chosen as the victim of a deadlock.
    private const int ConstraintConflict = 547;
    private const int DeadlockVictim = 1205;

    private const int RowsAtOnce = 5_000;

    // Names, codes and hashes are compared code point by code point, as the other engines do by themselves: under the
    // usual collations ß equals ss and A equals a.
    private const string Exact = "Latin1_General_100_BIN2";
    private static readonly HashSet<string> ExactNames = ["Key", "Language", "Fingerprint", "Hash", "Scheme", "Value", "Text", "Subject"];

    /// <inheritdoc />
    public override bool IsUniqueViolation(DbUpdateException failure) =>
        failure?.InnerException is SqlException { Number: DuplicateKeyRow or ConstraintViolation };

    /// <inheritdoc />
    public override bool IsBrokenReference(DbUpdateException failure) => failure?.InnerException is SqlException { Number: ConstraintConflict };

    /// <inheritdoc />
    protected override bool IsCollision(DbException? failure) => failure is SqlException { Number: DeadlockVictim };

    /// <inheritdoc />
    public override async Task<DateTimeOffset?> ServerTimeAsync(CancellationToken cancel = default) =>
        new DateTimeOffset(DateTime.SpecifyKind(await Database.SqlQueryRaw<DateTime>("SELECT SYSUTCDATETIME() AS Value").SingleAsync(cancel), DateTimeKind.Utc));

    /// <inheritdoc />
    /// <remarks>Its snapshots are to be allowed for each database first; this makes writers wait instead.</remarks>
    internal override Task<IDbContextTransaction> BeginSnapshotAsync(CancellationToken cancel) => Database.BeginTransactionAsync(IsolationLevel.Serializable, cancel);

    /// <inheritdoc />
    internal override async Task CopyAsync(BulkRows rows, CancellationToken cancel)
    {
        using var table = new DataTable();
        // A row may point to one that comes later: what they point to is looked at when all are there.
        using var copy = new SqlBulkCopy(
            (SqlConnection)Database.GetDbConnection(), SqlBulkCopyOptions.KeepIdentity, (SqlTransaction?)Database.CurrentTransaction?.GetDbTransaction());
        copy.DestinationTableName = $"[{rows.Table}]";
        foreach (var column in rows.Columns)
        {
            table.Columns.Add(column.Name, column.Mapping.Converter?.ProviderClrType ?? Nullable.GetUnderlyingType(column.Mapping.ClrType) ?? column.Mapping.ClrType);
            copy.ColumnMappings.Add(column.Name, column.Name);
        }

        foreach (var some in rows.Values.Chunk(RowsAtOnce))
        {
            table.Clear();
            foreach (var row in some)
                table.Rows.Add(row);
            await copy.WriteToServerAsync(table, cancel);
        }

        var check = $"ALTER TABLE [{rows.Table}] WITH CHECK CHECK CONSTRAINT ALL";
        await Database.ExecuteSqlRawAsync(check, cancel);
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var index in builder.Model.GetEntityTypes().SelectMany(t => t.GetIndexes()).ToList())
            foreach (var property in index.Properties)
                if (property.ClrType == typeof(string) && ExactNames.Contains(property.Name))
                    property.SetCollation(Exact);
        // A clustered key has 900 bytes, any other index 1,700: passkeys take up to 1,024.
        builder.Entity<IdentityUserPasskey<int>>().HasKey(p => p.CredentialId).IsClustered(false);
    }
}
