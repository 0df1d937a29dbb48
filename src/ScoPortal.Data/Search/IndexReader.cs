using Microsoft.Data.Sqlite;
using ScoPortal.Core.Search;

namespace ScoPortal.Data.Search;

/// <summary>One search, on one snapshot of the index.</summary>
internal sealed class IndexReader(SqliteConnection connection, SearchRequest request, SearchQuery query)
{
    /// <summary>Of more results than these, only as many of the newest are ranked: each of their words says little, and age decides.</summary>
    private const int MostRanked = 1000;

    // Weights of the columns language, zones, headline, summary, body.
    private const string Ranking = "SELECT rowid, bm25(words, 0, 1, 10, 4, 1) FROM words WHERE words MATCH $match AND rowid BETWEEN $first AND $last";

    /// <summary>What texts are asked, each with the languages that it is the same for.</summary>
    private readonly ILookup<string, string> expressions = request.Languages.Distinct(StringComparer.Ordinal).ToLookup(language => Expression(query, request, language));

    public SearchPage Search(IndexMemory memory, CancellationToken cancel)
    {
        using var snapshot = connection.BeginTransaction(deferred: true);
        if (IndexFile.Applied(connection, snapshot) is null)
            return SearchPage.Nothing(query, isAvailable: false);

        var facts = memory.At(connection, snapshot);
        var matches = new Matches(request, facts);
        foreach (var expression in expressions)
            matches.Add(facts.Matching(expression.Key, connection, snapshot, cancel), [.. expression]);
        var size = Math.Clamp(request.PageSize, 1, 100);
        var last = Math.Clamp((matches.Within.Count + size - 1) / size, 1, SearchRequest.MaxPage);
        var page = Math.Clamp(request.Page, 1, last);
        IEnumerable<int> ordered = Newest(matches.Within, facts);
        if (request.Order == SearchOrder.Relevance)
            ordered = Ranked(matches.Within.Count <= MostRanked ? matches.Within : [.. ordered.Take(Math.Max(MostRanked, SearchRequest.MaxPage * size))], facts, snapshot, cancel);
        var hits = ordered.Skip((page - 1) * size).Take(size).Select(id => Hit(id, facts, snapshot)).ToList();
        return new SearchPage(query, hits, matches.Within.Count, page, last, matches.Facets());
    }

    /// <summary>Keys of everything that fits, public or not, newest first.</summary>
    public IReadOnlyList<int>? Keys(int most)
    {
        if (IndexFile.Applied(connection) is null)
            return null;
        var expression = string.Join(" OR ", expressions.Select(
            e => $"(({string.Join(" OR ", e.Select(language => $"language : \"{IndexFile.LanguageToken(language)}\""))}) AND {e.Key})"));
        using var command = connection.Command(
            "SELECT rowid FROM words WHERE words MATCH $match ORDER BY rowid DESC LIMIT $most", null, ("$match", expression), ("$most", most));
        using var row = command.ExecuteReader();
        List<int> keys = [];
        while (row.Read())
            keys.Add(row.GetInt32(0));
        return keys;
    }

    /// <summary>Each text is asked what its own language makes of the words.</summary>
    private static string Expression(SearchQuery query, SearchRequest request, string language)
    {
        var names = request.ZoneNames.Select(z => (z.ZoneId, Tokens: TextAnalyzer.Analyze(z.Name, language))).ToList();
        return string.Join(" AND ", query.In(language).Select(clause => Expression(clause, names)));
    }

    /// <summary>The text has it, or its story is of a zone that is called so.</summary>
    private static string Expression(SearchClause clause, List<(int ZoneId, IReadOnlyList<Token> Tokens)> names)
    {
        var zones = names.Where(z => clause.Fits(z.Tokens))
            .Select(z => $" OR zones : \"{IndexFile.ZoneToken(z.ZoneId)}\"").Distinct(StringComparer.Ordinal);
        return $"({{headline summary body}} : ({clause.ToFts5()}){string.Concat(zones)})";
    }

    private static IEnumerable<int> Newest(IEnumerable<int> ids, IndexMemory.Snapshot facts) =>
        ids.OrderByDescending(id => facts.From[id]).ThenByDescending(id => id);

    private IEnumerable<int> Ranked(IReadOnlyList<int> ids, IndexMemory.Snapshot facts, SqliteTransaction snapshot, CancellationToken cancel)
    {
        var scores = new Dictionary<int, double>();
        foreach (var expression in expressions)
        {
            var wanted = ids.Where(id => expression.Contains(facts.Groups[facts.Group[id]].Language)).ToHashSet();
            if (wanted.Count > 0)
                Score(expression.Key, wanted, facts, snapshot, scores, cancel);
        }

        return ids.OrderByDescending(id => scores.GetValueOrDefault(id) * Recency.Factor(new DateTimeOffset(facts.From[id], TimeSpan.Zero), request.Now))
            .ThenByDescending(id => facts.From[id]).ThenByDescending(id => id);
    }

    private void Score(
        string expression, HashSet<int> wanted, IndexMemory.Snapshot facts, SqliteTransaction snapshot, Dictionary<int, double> scores, CancellationToken cancel)
    {
        var (first, last) = (wanted.Min(), wanted.Max());
        // Where few of those found are asked for, the others need no score.
        var some = facts.Matching(expression, connection, snapshot, cancel).Count(id => id >= first && id <= last) > 2 * wanted.Count;
        if (some)
            connection.CreateFunction("is_wanted", (long id) => wanted.Contains((int)id));
        using var command = connection.Command(
            some ? Ranking + " AND is_wanted(rowid)" : Ranking, snapshot, ("$match", expression), ("$first", first), ("$last", last));
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            cancel.ThrowIfCancellationRequested();
            // Negative, the lower the better.
            if (row.GetInt32(0) is var id && wanted.Contains(id))
                scores[id] = -row.GetDouble(1);
        }
    }

    private SearchHit Hit(int id, IndexMemory.Snapshot facts, SqliteTransaction snapshot)
    {
        var group = facts.Groups[facts.Group[id]];
        using var command = connection.Command("SELECT slug, headline, text, story FROM texts JOIN facts USING (id) WHERE id = $id", snapshot, ("$id", id));
        using var row = command.ExecuteReader();
        row.Read();
        return new SearchHit(
            id, row.GetInt32(3), group.Language, row.GetString(0), new DateTimeOffset(facts.From[id], TimeSpan.Zero), group.Zones, group.Topics,
            Excerpt.Highlight(row.GetString(1), query, group.Language),
            Excerpt.Around(row.GetString(2), query, group.Language));
    }
}
