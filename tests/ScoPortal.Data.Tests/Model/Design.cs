using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using ScoPortal.Data.Providers;

namespace ScoPortal.Data.Tests.Model;

/// <summary>Contexts that never connect: models, migrations and scripts can be asked of them.</summary>
internal static class Design
{
    public static PortalDb Sqlite() => new SqlitePortalDb(new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite("Data Source=:memory:").Options);

    public static PortalDb SqlServer() => new SqlServerPortalDb(new DbContextOptionsBuilder<SqlServerPortalDb>().UseSqlServer("Server=none").Options);

    public static PortalDb Postgres() => new PostgresPortalDb(new DbContextOptionsBuilder<PostgresPortalDb>().UseNpgsql("Host=none").Options);

    public static PortalDb Of(DatabaseProvider engine) => engine switch
    {
        DatabaseProvider.SqlServer => SqlServer(),
        DatabaseProvider.Postgres => Postgres(),
        _ => Sqlite(),
    };

    public static IRelationalModel Tables(this PortalDb db) => db.GetService<IDesignTimeModel>().Model.GetRelationalModel();
}
