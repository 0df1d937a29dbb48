using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace ScoPortal.Data.Tests.Model;

/// <summary>What SQL Server would refuse or warn of, found without one.</summary>
public partial class SqlServerModelTests
{
    // https://learn.microsoft.com/sql/sql-server/maximum-capacity-specifications-for-sql-server: bytes per index key
    private const int ClusteredLimit = 900;
    private const int IndexLimit = 1700;

    [Fact]
    public void No_table_is_reached_by_two_cascading_paths()
    {
        using var db = Design.SqlServer();
        var tables = db.Tables().Tables.ToList();

        foreach (var table in tables)
        {
            List<string> reached = [];
            Follow(table, [table], reached);
            Assert.Equal(reached.Distinct().Order(), reached.Order());
        }
    }

    [Fact]
    public void Every_key_fits_into_an_index()
    {
        using var db = Design.SqlServer();
        var tooLong =
            from table in db.Tables().Tables
            from key in Keys(table)
            let bytes = key.Columns.Sum(Bytes)
            where bytes > (key.Clustered ? ClusteredLimit : IndexLimit)
            select $"{key.Name}: {bytes} bytes";

        Assert.Empty(tooLong);
    }

    [Fact]
    public void Names_in_addresses_and_codes_are_compared_exactly()
    {
        using var db = Design.SqlServer();
        string[] exact = ["Zones.Key", "Topics.Key", "Terms.Key", "Releases.Language", "ExternalIds.Value", "Originals.Fingerprint", "Media.Hash"];

        Assert.All(exact, name => Assert.EndsWith("_BIN2", Column(db, name).Collation, StringComparison.Ordinal));
    }

    private static void Follow(ITable table, HashSet<ITable> path, List<string> reached)
    {
        foreach (var key in table.ReferencingForeignKeyConstraints.Where(k => k.OnDeleteAction is ReferentialAction.Cascade or ReferentialAction.SetNull))
        {
            Assert.True(path.Add(key.Table), $"deleting from {table.Name} comes back to {key.Table.Name}");
            reached.Add(key.Table.Name);
            Follow(key.Table, path, reached);
            path.Remove(key.Table);
        }
    }

    private static IEnumerable<(string Name, bool Clustered, IEnumerable<IColumn> Columns)> Keys(ITable table)
    {
        foreach (var key in table.UniqueConstraints)
            yield return ($"{table.Name}.{key.Name}", ReferenceEquals(key, table.PrimaryKey) && key.MappedKeys.First().IsClustered() != false, key.Columns);
        foreach (var index in table.Indexes)
            yield return ($"{table.Name}.{index.Name}", false, index.Columns);
    }

    private static IColumn Column(PortalDb db, string name) =>
        db.Tables().Tables.SelectMany(t => t.Columns).Single(c => $"{c.Table.Name}.{c.Name}" == name);

    private static int Bytes(IColumn column)
    {
        var type = StoreType().Match(column.StoreType);
        var length = int.TryParse(type.Groups["length"].Value, CultureInfo.InvariantCulture, out var n) ? n : int.MaxValue / 8;
        return type.Groups["name"].Value switch
        {
            "nvarchar" => 2 * length,
            "varbinary" => length,
            "bit" => 1,
            "date" => 3,
            "int" => 4,
            "bigint" or "datetime2" or "float" => 8,
            "decimal" => 9,
            var other => throw new NotSupportedException($"{column.Table.Name}.{column.Name}: how long is {other}?"),
        };
    }

    [GeneratedRegex(@"^(?<name>\w+)(\((?<length>\w+)[,\d]*\))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StoreType();
}
