using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ScoPortal.Data.Search;

/// <summary>What many releases have in common: few combinations exist.</summary>
internal sealed record FactGroup(string Language, int[] Zones, int[] Topics);

/// <summary>
/// What filters and counts need of every release in the index file, by its key, in 14 bytes each; and which releases common words are in.
/// So a search reads nothing but keys from the full-text table, however many it finds. Follows the file; safe for concurrent use.
/// </summary>
internal sealed class IndexMemory
{
    // Sets that are quickly found again are not kept; 16 MB of others are.
    private const int SmallSet = 1000;
    private const int MostKept = 4_000_000;

    private readonly Lock turn = new();
    private readonly Dictionary<(string, string, string), int> places = [];
    private readonly List<FactGroup> groups = [];
    private volatile Snapshot current = new([], [], [], [], "", -1, new());

    /// <summary>The facts as this transaction sees them, or newer.</summary>
    public Snapshot At(SqliteConnection connection, SqliteTransaction transaction)
    {
        var (build, applied) = IndexFile.State(connection, transaction);
        if (current is var known && known.Build == build && known.Applied >= applied)
            return known;
        lock (turn)
            return current.Build == build && current.Applied >= applied ? current : current = Read(connection, transaction, build, applied);
    }

    private Snapshot Read(SqliteConnection connection, SqliteTransaction transaction, string build, long applied)
    {
        var (from, group, year) = (current.From, current.Group, current.Year);
        var size = Convert.ToInt32(connection.Scalar("SELECT coalesce(max(id), 0) + 1 FROM facts", transaction), CultureInfo.InvariantCulture);
        if (size > from.Length || build != current.Build)
        {
            // Room for some more, so that not every new release moves all.
            Array.Resize(ref from, size + (size / 8) + 16);
            Array.Resize(ref group, from.Length);
            Array.Resize(ref year, from.Length);
        }

        using var command = connection.Command(
            "SELECT id, publish_at, language, zones, topics FROM facts WHERE applied > $known", transaction, ("$known", build == current.Build ? current.Applied : -1L));
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            var (id, ticks) = (row.GetInt32(0), row.GetInt64(1));
            group[id] = PlaceOf(row.GetString(2), row.GetString(3), row.GetString(4));
            year[id] = (short)new DateTime(Math.Min(ticks, DateTime.MaxValue.Ticks), DateTimeKind.Utc).Year;
            from[id] = ticks;
        }

        return new Snapshot(from, group, year, [.. groups], build, applied, new());
    }

    private int PlaceOf(string language, string zones, string topics)
    {
        if (!places.TryGetValue((language, zones, topics), out var place))
        {
            places[(language, zones, topics)] = place = groups.Count;
            groups.Add(new FactGroup(language, Keys(zones), Keys(topics)));
        }

        return place;
    }

    private static int[] Keys(string list) => list.Length == 0 ? [] : Array.ConvertAll(list.Split(','), key => int.Parse(key, CultureInfo.InvariantCulture));

    /// <summary>The facts at one change of the index, by key of the release: from when on visitors find it (UTC ticks), its group, its year.</summary>
    internal sealed record Snapshot(long[] From, int[] Group, short[] Year, FactGroup[] Groups, string Build, long Applied, ConcurrentDictionary<string, int[]> Sets)
    {
        private int kept;

        /// <summary>The releases that an expression fits, by key.</summary>
        public int[] Matching(string expression, SqliteConnection connection, SqliteTransaction transaction, CancellationToken cancel)
        {
            if (Sets.TryGetValue(expression, out var known))
                return known;
            var found = Find(expression, connection, transaction, cancel);
            if (found.Length > SmallSet && IndexFile.State(connection, transaction) == (Build, Applied) && Interlocked.Add(ref kept, found.Length) <= MostKept)
                Sets[expression] = found;
            return found;
        }

        private int[] Find(string expression, SqliteConnection connection, SqliteTransaction transaction, CancellationToken cancel)
        {
            using var command = connection.Command("SELECT rowid FROM words WHERE words MATCH $match", transaction, ("$match", expression));
            using var row = command.ExecuteReader();
            List<int> found = [];
            while (row.Read())
            {
                cancel.ThrowIfCancellationRequested();
                if (row.GetInt32(0) is var id && id < From.Length)
                    found.Add(id);
            }

            return [.. found];
        }
    }
}
