using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using ScoPortal.Data.Bulk;

namespace ScoPortal.Data.Archives;

/// <summary>
/// The tables of this engine at one version of the schema, as the migration to that version describes them. Migrations have the same
/// names on every engine, so that what one wrote another can take in.
/// </summary>
/// <param name="Id">Identifier of the migration on this engine, such as 20261122101634_Leases.</param>
/// <param name="Tables">Each after those that it points to.</param>
internal sealed record ArchiveSchema(string Id, IReadOnlyList<ArchiveTable> Tables)
{
    /// <summary>The name of the migration, the same on every engine.</summary>
    public string Name => NameOf(Id);

    /// <summary>What the database is at now.</summary>
    public static async Task<ArchiveSchema> OfAsync(PortalDb db, CancellationToken cancel) =>
        Read(db, (await db.Database.GetAppliedMigrationsAsync(cancel)).Last());

    /// <summary>The version of that name; null where this portal does not know it.</summary>
    public static ArchiveSchema? Named(PortalDb db, string name) =>
        db.GetService<IMigrationsAssembly>().Migrations.Keys.SingleOrDefault(id => NameOf(id) == name) is { } found ? Read(db, found) : null;

    private static string NameOf(string id) => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..];

    private static ArchiveSchema Read(PortalDb db, string id)
    {
        var migrations = db.GetService<IMigrationsAssembly>();
        var target = migrations.CreateMigration(migrations.Migrations[id], db.Database.ProviderName!).TargetModel;
        var model = db.GetService<IModelRuntimeInitializer>().Initialize(
            target is IMutableModel mutable ? mutable.FinalizeModel() : target, designTime: true, validationLogger: null);
        var tables = Dependencies.InOrder(
            model.GetRelationalModel().Tables.OrderBy(t => t.Name, StringComparer.Ordinal), t => t.ForeignKeyConstraints.Select(k => k.PrincipalTable));
        var types = db.GetService<IRelationalTypeMappingSource>();
        return new(id, tables.ConvertAll(t => ArchiveTable.Of(t, types)));
    }
}

/// <summary>A table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">In the order of their names, which is the same on every engine.</param>
/// <param name="Key">The names of those that tell rows apart.</param>
internal sealed record ArchiveTable(string Name, IReadOnlyList<BulkColumn> Columns, IReadOnlyList<string> Key)
{
    public static ArchiveTable Of(ITable table, IRelationalTypeMappingSource types) => new(
        table.Name,
        [.. table.Columns.OrderBy(c => c.Name, StringComparer.Ordinal).Select(c => ColumnOf(c, types))],
        [.. table.PrimaryKey!.Columns.Select(c => c.Name)]);

    // A column that holds a document has no property of its own: it is text.
    private static BulkColumn ColumnOf(IColumn column, IRelationalTypeMappingSource types)
    {
        var property = column.PropertyMappings.Select(m => m.Property).FirstOrDefault();
        var type = property is null ? typeof(string) : Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return new(column.Name, types.FindMapping(type, column.StoreType)!, property is not null && BulkColumn.IsNumbered(property));
    }
}
