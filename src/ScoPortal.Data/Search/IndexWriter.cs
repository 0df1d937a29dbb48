using Microsoft.Data.Sqlite;

namespace ScoPortal.Data.Search;

/// <summary>One transaction on the index file, with its statements prepared once.</summary>
internal sealed class IndexWriter : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;
    private readonly SqliteCommand words;
    private readonly SqliteCommand facts;
    private readonly SqliteCommand texts;
    private readonly SqliteCommand remove;
    private readonly long number;

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
        }
        catch
        {
            connection.Dispose();
            throw;
        }
        words = Prepare("INSERT OR REPLACE INTO words(rowid, language, zones, headline, summary, body) VALUES ($0, $1, $2, $3, $4, $5)");
        facts = Prepare("INSERT OR REPLACE INTO facts VALUES ($0, $1, $2, $3, $4, $5, $6)");
        texts = Prepare("INSERT OR REPLACE INTO texts VALUES ($0, $1, $2, $3)");
        remove = Prepare("DELETE FROM words WHERE rowid = $0; DELETE FROM facts WHERE id = $0; DELETE FROM texts WHERE id = $0");
    }

    /// <summary>The last applied change, as this transaction sees it.</summary>
    public long? Applied => IndexFile.Applied(connection, transaction);

    /// <param name="release">What was read.</param>
    /// <param name="forms">Its <see cref="IndexedRelease.IndexForms"/>.</param>
    public void Put(IndexedRelease release, string[] forms)
    {
        Execute(words, release.Id, forms[0], forms[1], forms[2], forms[3], forms[4]);
        Execute(facts, release.Id, release.StoryId, release.Language, release.PublicFrom,
            string.Join(',', release.ZoneIds), string.Join(',', release.TopicIds), number);
        Execute(texts, release.Id, release.Slug, release.Headline, release.Text);
    }

    public void Remove(int releaseId) => Execute(remove, releaseId);

    /// <summary>Ends the transaction; from now on readers see all of it.</summary>
    public void Commit()
    {
        IndexFile.Follow(connection, transaction, number);
        transaction.Commit();
    }

    /// <summary>Gives the disk space of the write-ahead log back, unless a search is still reading it.</summary>
    public void Truncate() => connection.Run("PRAGMA wal_checkpoint(TRUNCATE)");

    /// <summary>Undoes everything unless it was committed.</summary>
    public void Dispose()
    {
        foreach (var command in new[] { words, facts, texts, remove })
            command.Dispose();
        transaction.Dispose();
        connection.Dispose();
    }

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
