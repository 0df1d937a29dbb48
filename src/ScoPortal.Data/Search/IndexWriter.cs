using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ScoPortal.Data.Search;

/// <summary>One transaction on the index file, with its statements prepared once.</summary>
internal sealed class IndexWriter : IDisposable
{
    /// <summary>So many releases are written behind those that the index was built with; then it is built anew, since searches read block after block.</summary>
    private const int MostAdded = 100_000;

    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;
    private readonly SqliteCommand postings;
    private readonly SqliteCommand facts;
    private readonly SqliteCommand texts;
    private readonly SqliteCommand remove;
    private readonly PostingBlock block = new();
    private readonly long number;
    private readonly int size;
    private int slot;
    private int first;

    /// <summary>Begins to write what was so at a change of that number; waits while another process writes.</summary>
    public IndexWriter(IndexFile file, bool recreate, long number)
    {
        this.number = number;
        connection = file.Write();
        try
        {
            transaction = connection.BeginTransaction(deferred: false);
            if (recreate)
                IndexFile.Recreate(connection, transaction);
            size = recreate ? PostingBlock.Size : PostingBlock.SmallSize;
            slot = Number("SELECT coalesce(max(slot), -1) + 1 FROM facts");
            first = Number("SELECT coalesce(max(first), 0) FROM blocks");
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        // Joined as they are: || takes bytes for text, and leaves them alone.
        postings = Prepare("""
            INSERT INTO postings VALUES ($0, $1, $2, $3) ON CONFLICT (first, word) DO UPDATE SET
                releases = CAST(releases || excluded.releases AS BLOB), places = CAST(places || excluded.places AS BLOB)
            """);
        facts = Prepare("INSERT INTO facts VALUES ($0, $1, $2, $3, $4, $5, $6, $7)");
        texts = Prepare("INSERT OR REPLACE INTO texts VALUES ($0, $1, $2, $3, $4)");
        remove = Prepare("UPDATE facts SET id = 0, applied = $1 WHERE id = $0; DELETE FROM texts WHERE id = $0");
    }

    /// <summary>The last applied change, as this transaction sees it.</summary>
    public long? Applied => IndexFile.Applied(connection, transaction);

    /// <summary>So much has been added that the index should be built anew.</summary>
    public bool IsWorn => slot - Number("SELECT built FROM meta") > MostAdded;

    /// <summary>Writes a release that is not in the index, or no longer.</summary>
    /// <param name="release">What was read.</param>
    /// <param name="words">Its <see cref="IndexedRelease.Words"/>.</param>
    public void Put(IndexedRelease release, string[][] words)
    {
        if (slot - first >= size)
            WriteBlock(next: slot);
        block.Add(slot - first, release.Language, words);
        Execute(facts, slot, release.Id, release.Language, release.PublicFrom,
            string.Join(',', release.ZoneIds), string.Join(',', release.TopicIds), words.Sum(column => column.Length), number);
        Execute(texts, release.Id, release.StoryId, release.Slug, release.Headline, release.Text);
        slot++;
    }

    public void Remove(int releaseId) => Execute(remove, releaseId, number);

    /// <summary>Ends the transaction; from now on readers see all of it.</summary>
    public void Commit()
    {
        WriteBlock(next: slot);
        if (size == PostingBlock.Size)
            connection.Run("UPDATE meta SET built = $slot", transaction, ("$slot", slot));
        IndexFile.Follow(connection, transaction, number);
        transaction.Commit();
    }

    /// <summary>Gives the disk space of the write-ahead log back, unless a search is still reading it.</summary>
    public void Truncate() => connection.Run("PRAGMA wal_checkpoint(TRUNCATE)");

    /// <summary>Undoes everything unless it was committed.</summary>
    public void Dispose()
    {
        foreach (var command in new[] { postings, facts, texts, remove })
            command.Dispose();
        transaction.Dispose();
        connection.Dispose();
    }

    private void WriteBlock(int next)
    {
        connection.Run("INSERT OR IGNORE INTO blocks VALUES ($first)", transaction, ("$first", first));
        foreach (var (word, releases, places) in block.Take())
            Execute(postings, first, word, releases, places);
        first = next;
    }

    private int Number(string sql) => Convert.ToInt32(connection.Scalar(sql, transaction), CultureInfo.InvariantCulture);

    private SqliteCommand Prepare(string sql) => connection.Command(sql, transaction);

    private static void Execute(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
            if (i < command.Parameters.Count)
                command.Parameters[i].Value = values[i];
            else
                command.Parameters.AddWithValue(FormattableString.Invariant($"${i}"), values[i]);
        command.ExecuteNonQuery();
    }
}
