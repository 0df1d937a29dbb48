using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace ScoPortal.Data.Bulk;

/// <summary>New rows of one table, as an engine's fastest way of writing wants them.</summary>
/// <param name="Table">Name of the table.</param>
/// <param name="Columns">What the values of a row are, in order.</param>
/// <param name="Values">The rows, gone through once: one value a column, as the engine's client takes it; <see cref="DBNull"/> for none.</param>
public sealed record BulkRows(string Table, IReadOnlyList<BulkColumn> Columns, IEnumerable<object[]> Values);

/// <summary>A column that rows are written into.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Mapping">How the engine stores it.</param>
/// <param name="IsKey">The engine would number it if it were not given.</param>
public sealed record BulkColumn(string Name, RelationalTypeMapping Mapping, bool IsKey)
{
    internal static BulkColumn Of(IProperty property, StoreObjectIdentifier table) => new(
        property.GetColumnName(table)!,
        property.GetRelationalTypeMapping(),
        IsNumbered(property));

    internal static bool IsNumbered(IReadOnlyProperty property) =>
        property.IsPrimaryKey() && property.ClrType == typeof(int) && property.ValueGenerated == ValueGenerated.OnAdd && !property.IsForeignKey();

    internal object Convert(object? value) => (value is null ? null : Mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value) ?? DBNull.Value;
}
