using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Npgsql;

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
    /// <remarks>The column is an instant; to_char would tell it in the time zone of the session.</remarks>
    protected override SqlExpression MonthText(SqlExpression instant) =>
        Function("to_char", Function("timezone", new SqlFragmentExpression("'UTC'"), instant), new SqlFragmentExpression("'YYYYMM'"));
}
