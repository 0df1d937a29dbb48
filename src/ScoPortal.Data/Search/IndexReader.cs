using Microsoft.Data.Sqlite;
using ScoPortal.Core.Search;

namespace ScoPortal.Data.Search;

/// <summary>One search, on one snapshot of the index.</summary>
internal sealed class IndexReader(SqliteConnection connection, SearchRequest request, SearchQuery query)
{
    // Weights of the columns language (only filters), zones, headline, summary, body.
    private const string Matching = """
        SELECT f.id, f.story, f.language, f.publish_at, f.zones, f.topics, bm25(words, 0, 1, 10, 4, 1)
        FROM words JOIN facts f ON f.id = words.rowid
        WHERE words MATCH $match AND f.publish_at <= $now
        """;

    public SearchPage Search(CancellationToken cancel)
    {
        using var snapshot = connection.BeginTransaction(deferred: true);
        if (IndexFile.Applied(connection, snapshot) is null)
            return SearchPage.Nothing(query, isAvailable: false);

        var matches = Match(snapshot, cancel);
        var size = Math.Clamp(request.PageSize, 1, 100);
        var last = Math.Clamp((matches.Total + size - 1) / size, 1, SearchRequest.MaxPage);
        var page = Math.Clamp(request.Page, 1, last);
        var hits = matches.Ordered((page - 1) * size, size).Select(match => Hit(match, snapshot)).ToList();
        return new SearchPage(query, hits, matches.Total, page, last, matches.Facets());
    }

    /// <summary>Keys of everything that fits, public or not, newest first.</summary>
    public IReadOnlyList<int>? Keys(int most)
    {
        if (IndexFile.Applied(connection) is null)
            return null;
        using var command = connection.Command(
            "SELECT rowid FROM words WHERE words MATCH $match ORDER BY rowid DESC LIMIT $most", null, ("$match", Expression()), ("$most", most));
        using var row = command.ExecuteReader();
        List<int> keys = [];
        while (row.Read())
            keys.Add(row.GetInt32(0));
        return keys;
    }

    private string Expression() => string.Join(" OR ", request.Languages.Distinct(StringComparer.Ordinal).Select(Expression));

    /// <summary>Each text is asked what its own language makes of the words; the language is a column with one token.</summary>
    private string Expression(string language)
    {
        var names = request.ZoneNames.Select(z => (z.ZoneId, Tokens: TextAnalyzer.Analyze(z.Name, language))).ToList();
        return $"(language : \"{IndexFile.LanguageToken(language)}\" AND {string.Join(" AND ", query.In(language).Select(clause => Expression(clause, names)))})";
    }

    /// <summary>The text has it, or its story is of a zone that is called so.</summary>
    private static string Expression(SearchClause clause, List<(int ZoneId, IReadOnlyList<Token> Tokens)> names)
    {
        var zones = names.Where(z => clause.Fits(z.Tokens))
            .Select(z => $" OR zones : \"{IndexFile.ZoneToken(z.ZoneId)}\"").Distinct(StringComparer.Ordinal);
        return $"({{headline summary body}} : ({clause.ToFts5()}){string.Concat(zones)})";
    }

    private Matches Match(SqliteTransaction snapshot, CancellationToken cancel)
    {
        var matches = new Matches(request);
        using var command = connection.Command(Matching, snapshot, ("$match", Expression()), ("$now", request.Now.UtcTicks));
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            cancel.ThrowIfCancellationRequested();
            matches.Add(row.GetInt32(0), row.GetInt32(1), row.GetString(2), row.GetInt64(3), row.GetString(4), row.GetString(5), row.GetDouble(6));
        }
        return matches;
    }

    private SearchHit Hit(Match match, SqliteTransaction snapshot)
    {
        using var command = connection.Command("SELECT slug, headline, text FROM texts WHERE id = $id", snapshot, ("$id", match.Id));
        using var row = command.ExecuteReader();
        row.Read();
        return new SearchHit(
            match.Id, match.StoryId, match.Language, row.GetString(0), match.PublishedAt, match.Zones, match.Topics,
            Excerpt.Highlight(row.GetString(1), query, match.Language),
            Excerpt.Around(row.GetString(2), query, match.Language));
    }
}
