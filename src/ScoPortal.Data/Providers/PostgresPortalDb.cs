using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ScoPortal.Data.Providers;

/// <summary>PostgreSQL, the second server database.</summary>
public sealed class PostgresPortalDb(DbContextOptions<PostgresPortalDb> options) : PortalDb(options)
{
    /// <inheritdoc />
    public override bool IsUniqueViolation(DbUpdateException failure) =>
        failure?.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
