using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Data.Sqlite;
using ScoPortal.Core.Search;

namespace ScoPortal.Data.Search;

/// <summary>
/// Holds the facts of every release in memory, some 20 bytes each, so that a search reads nothing but words from the file, however much it
/// finds. Follows the file; safe for concurrent use.
/// </summary>
internal sealed class IndexMemory
{
    private const int MostNames = 10_000;

    private readonly Lock turn = new();
    private readonly Dictionary<(string, int, string, string), int> places = [];
    private readonly List<FactGroup> groups = [];
    private readonly ConcurrentDictionary<(string, string), IReadOnlyList<Token>> names = new();
    private volatile Facts current = Facts.None;

    /// <summary>The words of the name of a zone: each search asks for those of all zones.</summary>
    public IReadOnlyList<Token> Words(string name, string language) =>
        names.Count < MostNames ? names.GetOrAdd((name, language), n => TextAnalyzer.Analyze(n.Item1, n.Item2)) : TextAnalyzer.Analyze(name, language);

    /// <summary>Begins to read the file, with the facts as they are there; null when there is no index.</summary>
    public (SqliteTransaction Snapshot, Facts Facts)? Begin(SqliteConnection connection)
    {
        var snapshot = connection.BeginTransaction(deferred: true);
        if (Known(connection, snapshot) is { } known)
            return (snapshot, known);
        snapshot.Dispose();
        lock (turn)
        {
            // Begun anew: what another search has read meanwhile is not newer than this.
            snapshot = connection.BeginTransaction(deferred: true);
            try
            {
                if (IndexFile.State(connection, snapshot) is { } state)
                    return (snapshot, current = Known(connection, snapshot) ?? Read(connection, snapshot, state.Build, state.Applied));
            }
            catch
            {
                snapshot.Dispose();
                throw;
            }

            snapshot.Dispose();
            return null;
        }
    }

    private Facts? Known(SqliteConnection connection, SqliteTransaction snapshot) =>
        IndexFile.State(connection, snapshot) is { } state && current is var known && (known.Build, known.Applied) == state ? known : null;

    private Facts Read(SqliteConnection connection, SqliteTransaction snapshot, string build, long applied)
    {
        var known = current.Build == build ? current : Facts.None;
        var size = Convert.ToInt32(connection.Scalar("SELECT coalesce(max(slot), -1) + 1 FROM facts", snapshot), CultureInfo.InvariantCulture);
        // Copies: searches that have begun go on with what they know.
        var (ids, from, group, length) = (Grown(known.Id, size), Grown(known.From, size), Grown(known.Group, size), Grown(known.Length, size));
        using var command = connection.Command(
            "SELECT slot, id, publish_at, language, zones, topics, length FROM facts WHERE applied > $known", snapshot, ("$known", known.Applied));
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            var slot = row.GetInt32(0);
            (ids[slot], from[slot]) = (row.GetInt32(1), row.GetInt64(2));
            var year = new DateTime(Math.Min(from[slot], DateTime.MaxValue.Ticks), DateTimeKind.Utc).Year;
            group[slot] = PlaceOf(row.GetString(3), year, row.GetString(4), row.GetString(5));
            length[slot] = (ushort)Math.Min(row.GetInt32(6), ushort.MaxValue);
        }

        return new Facts(ids, from, group, length, [.. groups], build, applied);
    }

    private int PlaceOf(string language, int year, string zones, string topics)
    {
        if (!places.TryGetValue((language, year, zones, topics), out var place))
        {
            places[(language, year, zones, topics)] = place = groups.Count;
            groups.Add(new FactGroup(language, year, Keys(zones), Keys(topics)));
        }

        return place;
    }

    private static T[] Grown<T>(T[] known, int size)
    {
        var grown = new T[Math.Max(size, known.Length)];
        known.CopyTo(grown, 0);
        return grown;
    }

    private static int[] Keys(string list) => list.Length == 0 ? [] : Array.ConvertAll(list.Split(','), key => int.Parse(key, CultureInfo.InvariantCulture));
}
