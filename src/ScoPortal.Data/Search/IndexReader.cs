using Microsoft.Data.Sqlite;
using ScoPortal.Core.Search;

namespace ScoPortal.Data.Search;

/// <summary>One search, on one snapshot of the index.</summary>
internal sealed class IndexReader(SqliteConnection connection, SearchRequest request, SearchQuery query)
{
    public SearchPage Search(IndexMemory memory, CancellationToken cancel)
    {
        if (memory.Begin(connection) is not var (snapshot, facts))
            return SearchPage.Nothing(query, isAvailable: false);
        using var ending = snapshot;
        using var tally = new Tally(facts);
        using var matches = new Matches(request, facts);
        Find(memory, snapshot, facts, tally, request.Order == SearchOrder.Relevance, matches.Add, cancel);
        var size = Math.Clamp(request.PageSize, 1, 100);
        var last = Math.Clamp((matches.Count + size - 1) / size, 1, SearchRequest.MaxPage);
        var page = Math.Clamp(request.Page, 1, last);
        var hits = Hits([.. matches.First(page * size, tally).Skip((page - 1) * size)], facts, snapshot);
        return new SearchPage(query, hits, matches.Count, page, last, matches.Facets());
    }

    /// <summary>Keys of everything that fits, public or not, the highest first; null without an index.</summary>
    public IReadOnlyList<int>? Keys(IndexMemory memory, int most)
    {
        if (memory.Begin(connection) is not var (snapshot, facts))
            return null;
        using var ending = snapshot;
        using var tally = new Tally(facts);
        List<int> keys = [];
        Find(memory, snapshot, facts, tally, isScored: false, slots =>
        {
            foreach (var slot in slots)
                keys.Add(facts.Id[slot]);
        }, CancellationToken.None);
        return [.. keys.OrderDescending().Take(most)];
    }

    /// <summary>Each text is asked what its own language makes of the words.</summary>
    private void Find(
        IndexMemory memory, SqliteTransaction snapshot, Facts facts, Tally tally, bool isScored, Action<ReadOnlySpan<int>> found, CancellationToken cancel)
    {
        using var postings = new Postings(connection, snapshot);
        foreach (var language in request.Languages.Distinct(StringComparer.Ordinal))
        {
            var clauses = query.In(language);
            // What the filter leaves out is only counted.
            var isRanked = isScored && (request.Language is null || request.Language == language);
            for (var clause = 0; clause < clauses.Count && (clause == 0 || tally.Left.Length > 0); clause++)
            {
                tally.Next();
                postings.Find(clauses[clause], language, tally, cancel);
                tally.Count(clause, language, isRanked);
                AddZones(clauses[clause], language, memory, facts, tally);
                tally.Count(clause, language, isRanked);
            }

            found(tally.Left);
            tally.Next();
        }
    }

    /// <summary>A clause also fits what is of a zone that is called so.</summary>
    private void AddZones(SearchClause clause, string language, IndexMemory memory, Facts facts, Tally tally)
    {
        var zones = request.ZoneNames.Where(z => clause.Fits(memory.Words(z.Name, language))).Select(z => z.ZoneId).ToHashSet();
        for (var group = 0; zones.Count > 0 && group < facts.Groups.Length; group++)
            if (facts.Groups[group].Language == language && facts.Groups[group].Zones.Count(zones.Contains) is > 0 and var count)
                foreach (var slot in facts.SlotsOf(group))
                    tally.Add(slot, count);
    }

    private List<SearchHit> Hits(IReadOnlyList<int> slots, Facts facts, SqliteTransaction snapshot)
    {
        List<SearchHit> hits = [];
        using var command = connection.Command("SELECT story, slug, headline, text FROM texts WHERE id = $id", snapshot, ("$id", 0));
        foreach (var slot in slots)
        {
            var group = facts.Groups[facts.Group[slot]];
            command.Parameters["$id"].Value = facts.Id[slot];
            using var row = command.ExecuteReader();
            row.Read();
            hits.Add(new SearchHit(
                facts.Id[slot], row.GetInt32(0), group.Language, row.GetString(1), new DateTimeOffset(facts.From[slot], TimeSpan.Zero), group.Zones, group.Topics,
                Excerpt.Highlight(row.GetString(2), query, group.Language),
                Excerpt.Around(row.GetString(3), query, group.Language)));
        }

        return hits;
    }
}
