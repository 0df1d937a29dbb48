using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using ScoPortal.Core.Search;
using SQLitePCL;

namespace ScoPortal.Data.Search;

/// <summary>Reads where words stand, as <see cref="PostingBlock"/> writes it. One search on one snapshot of the file.</summary>
internal sealed class Postings(SqliteConnection connection, SqliteTransaction snapshot) : IDisposable
{
    // Every block is looked into; a word of few releases is in few of them.
    private readonly SqliteCommand word = connection.Command(
        "SELECT first, releases FROM blocks CROSS JOIN postings USING (first) WHERE word = $from", snapshot, ("$from", ""));

    private readonly SqliteCommand words = connection.Command(
        "SELECT first, releases FROM blocks CROSS JOIN postings USING (first) WHERE word >= $from AND word < $to", snapshot, ("$from", ""), ("$to", ""));

    private readonly SqliteCommand placed = connection.Command(
        "SELECT releases, places FROM postings WHERE first = $first AND word >= $from AND word < $to", snapshot,
        ("$first", 0), ("$from", ""), ("$to", ""));

    private readonly SqliteCommand size = connection.Command(
        "SELECT length(releases) FROM postings WHERE first = $first AND word = $word", snapshot, ("$first", 0), ("$word", ""));

    /// <summary>The word as the table has it: the words of a language stand together.</summary>
    public static string Key(string language, string word) => $"{language} {word}";

    /// <summary>Tells the tally of all that a clause occurs in.</summary>
    public void Find(SearchClause clause, string language, Tally tally, CancellationToken cancel)
    {
        if (clause.Tokens.Count > 1)
        {
            FindPhrase(clause, language, tally, cancel);
            return;
        }

        var key = Key(language, clause.Tokens[0]);
        Find(key, clause.IsPrefix ? After(key) : null, tally, cancel);
        if (clause.CompoundStart is { } start)
            Find(Key(language, start), After(Key(language, start)), tally, cancel);
    }

    public void Dispose()
    {
        word.Dispose();
        words.Dispose();
        placed.Dispose();
        size.Dispose();
    }

    // Behind everything that begins so.
    private static string After(string beginning) => beginning + "\U0010FFFF";

    private void Find(string from, string? to, Tally tally, CancellationToken cancel)
    {
        var command = to is null ? word : words;
        command.Parameters["$from"].Value = from;
        if (to is not null)
            command.Parameters["$to"].Value = to;
        foreach (var row in Rows(command))
        {
            cancel.ThrowIfCancellationRequested();
            var first = raw.sqlite3_column_int(row, 0);
            for (var releases = raw.sqlite3_column_blob(row, 1); Next(ref releases, out var release, out var counts);)
                tally.Add(first + release, (counts.Headline * Bm25.Headline) + (counts.Summary * Bm25.Summary) + (counts.Body * Bm25.Body));
        }
    }

    private void FindPhrase(SearchClause clause, string language, Tally tally, CancellationToken cancel)
    {
        var keys = clause.Tokens.Select((token, i) => (Key: Key(language, token), Offset: i, IsBeginning: clause.IsPrefix && i == clause.Tokens.Count - 1)).ToArray();
        var sizes = new int[keys.Length];
        var (begun, next) = (new List<Place>(), new List<Place>());
        foreach (var first in Blocks())
        {
            cancel.ThrowIfCancellationRequested();
            var missing = false;
            for (var i = 0; i < keys.Length && !missing; i++)
                missing = (sizes[i] = keys[i].IsBeginning ? int.MaxValue : Size(first, keys[i].Key)) == 0;
            if (missing)
                continue;
            // Rare words first: what they leave is little.
            var order = Enumerable.Range(0, keys.Length).OrderBy(i => sizes[i]).ToArray();
            for (var i = 0; i < order.Length && (i == 0 || begun.Count > 0); i++)
            {
                var (key, offset, isBeginning) = keys[order[i]];
                placed.Parameters["$first"].Value = first;
                placed.Parameters["$from"].Value = key;
                placed.Parameters["$to"].Value = isBeginning ? After(key) : key + '\0';
                next.Clear();
                foreach (var row in Rows(placed))
                    Follow(i == 0 ? null : begun, raw.sqlite3_column_blob(row, 0), raw.sqlite3_column_blob(row, 1), offset, next);
                if (isBeginning)
                    next.Sort();
                (begun, next) = (next, begun);
            }

            foreach (var place in begun)
                tally.Add(first + place.Release, place.Column switch { 0 => Bm25.Headline, 1 => Bm25.Summary, _ => Bm25.Body });
            begun.Clear();
        }
    }

    private List<int> Blocks()
    {
        List<int> blocks = [];
        using var all = connection.Command("SELECT first FROM blocks", snapshot);
        foreach (var row in Rows(all))
            blocks.Add(raw.sqlite3_column_int(row, 0));
        return blocks;
    }

    /// <summary>Bytes that tell the releases of a block with a word; 0 when there is none.</summary>
    private int Size(int first, string key)
    {
        size.Parameters["$first"].Value = first;
        size.Parameters["$word"].Value = key;
        foreach (var row in Rows(size))
            return raw.sqlite3_column_int(row, 0);
        return 0;
    }

    /// <summary>The places where a phrase may begin whose word number <paramref name="offset"/> stands here.</summary>
    /// <param name="begun">Where it can begin by the words that were looked at; null for the first of them.</param>
    /// <param name="releases">The releases with the word, in one block.</param>
    /// <param name="places">Where it stands in them.</param>
    /// <param name="offset">Its number in the phrase, from 0.</param>
    /// <param name="found">Gets those that remain, in order.</param>
    private static void Follow(List<Place>? begun, ReadOnlySpan<byte> releases, ReadOnlySpan<byte> places, int offset, List<Place> found)
    {
        var open = CollectionsMarshal.AsSpan(begun);
        while (Next(ref releases, out var release, out var counts))
        {
            while (begun is not null && open.Length > 0 && open[0].Release < release)
                open = open[1..];
            for (var column = 0; column < PostingBlock.Columns; column++)
            {
                var position = 0;
                for (var left = column switch { 0 => counts.Headline, 1 => counts.Summary, _ => counts.Body }; left > 0; left--)
                {
                    position += Distance(ref places);
                    var place = new Place(release, column, position - offset);
                    while (begun is not null && open.Length > 0 && open[0].CompareTo(place) < 0)
                        open = open[1..];
                    if (begun is null || (open.Length > 0 && open[0] == place))
                        found.Add(place);
                }
            }
        }
    }

    /// <summary>Reads the next release; false behind the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Next(ref ReadOnlySpan<byte> releases, out int release, out (int Headline, int Summary, int Body) counts)
    {
        (release, counts) = (0, (0, 0, 1));
        if (releases.Length < 2)
            return false;
        var once = (releases[0] & 1) == 1;
        release = (releases[0] >> 1) | (releases[1] << 7);
        if (!once && releases.Length >= 5)
            counts = (releases[2], releases[3], releases[4]);
        releases = releases[(once ? 2 : Math.Min(5, releases.Length))..];
        return true;
    }

    private static int Distance(ref ReadOnlySpan<byte> places)
    {
        var (distance, at) = (0, 0);
        for (var more = true; more && at < places.Length; at++)
        {
            distance |= (places[at] & 0x7F) << (7 * at);
            more = places[at] >= 0x80;
        }

        places = places[at..];
        return distance;
    }

    /// <summary>The rows as SQLite has them: nothing is copied.</summary>
    private static IEnumerable<sqlite3_stmt> Rows(SqliteCommand command)
    {
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return reader.Handle!;
    }

    /// <summary>A place in a block: release, column, and position of a word; before the beginning of a column where the phrase does not fit.</summary>
    private readonly record struct Place(int Release, int Column, int Position) : IComparable<Place>
    {
        public int CompareTo(Place other) =>
            Release != other.Release ? Release.CompareTo(other.Release) : Column != other.Column ? Column.CompareTo(other.Column) : Position.CompareTo(other.Position);
    }
}
