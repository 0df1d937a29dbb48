using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Data.Providers;

namespace ScoPortal.Data.Tests.Queries;

/// <summary>How an engine would answer a query.</summary>
/// <param name="ReadWhole">The tables that it would read from end to end for want of an index.</param>
/// <param name="Sorts">It would sort rows that no index brings in order.</param>
/// <param name="Text">The plan as the engine tells it.</param>
public sealed record QueryPlan(IReadOnlyList<string> ReadWhole, bool Sorts, string Text)
{
    // A test's tables are so small that reading them whole and sorting them is cheapest; forbidden to, PostgreSQL does so
    // only where no index serves.
    private const string OnlyByIndex =
        "SET enable_seqscan = off; SET enable_sort = off; SET enable_bitmapscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off; ";

    /// <summary>Asks SQLite or PostgreSQL.</summary>
    public static async Task<QueryPlan> OfAsync(PortalDb db, IQueryable query)
    {
        ArgumentNullException.ThrowIfNull(db);
        await db.Database.OpenConnectionAsync();
        await using var command = query.CreateDbCommand();
        var postgres = db is PostgresPortalDb;
        command.CommandText = (postgres ? OnlyByIndex + "EXPLAIN (FORMAT JSON) " : "EXPLAIN QUERY PLAN ") + command.CommandText;

        await using var reader = await command.ExecuteReaderAsync();
        List<string> lines = [];
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(postgres ? 0 : 3));
        return postgres ? ReadPostgres(lines[0]) : ReadSqlite(lines);
    }

    // https://www.sqlite.org/eqp.html
    private static QueryPlan ReadSqlite(List<string> lines) => new(
        [.. lines.Where(l => l.StartsWith("SCAN ", StringComparison.Ordinal)
            && !l.Contains(" USING ", StringComparison.Ordinal) && !l.Contains("CONSTANT ROW", StringComparison.Ordinal))],
        lines.Exists(l => l.StartsWith("USE TEMP B-TREE FOR", StringComparison.Ordinal) && l.Contains("ORDER BY", StringComparison.Ordinal)),
        string.Join('\n', lines));

    private static QueryPlan ReadPostgres(string json)
    {
        using var document = JsonDocument.Parse(json);
        var nodes = Nodes(document.RootElement[0].GetProperty("Plan")).ToList();
        return new(
            [.. nodes.Where(n => n.Type == "Seq Scan").Select(n => n.Table!)],
            nodes.Exists(n => n.Type is "Sort" or "Incremental Sort"),
            json);
    }

    private static IEnumerable<(string Type, string? Table)> Nodes(JsonElement node)
    {
        yield return (node.GetProperty("Node Type").GetString()!, node.TryGetProperty("Relation Name", out var table) ? table.GetString() : null);
        if (node.TryGetProperty("Plans", out var children))
            foreach (var child in children.EnumerateArray().SelectMany(Nodes))
                yield return child;
    }
}
