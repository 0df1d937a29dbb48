using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Terms;
using ScoPortal.Core.Translation.Checks;
using ScoPortal.Data;
using ScoPortal.Data.Changes;

namespace ScoPortal.Web.Areas.Admin;

/// <summary>
/// The glossary made ready for checks, once for each pair of languages that is asked for: a projection held in memory and read anew when a
/// term changes.
/// </summary>
public sealed class Glossaries : IProjection
{
    private volatile Snapshot current = new([]);
    private long followed = -1;

    /// <summary>The glossary for translations from one language into another.</summary>
    public Glossary For(string source, string target) => current.Pairs.GetOrAdd((source, target), (pair, terms) => Glossary.Of(terms, pair.Source, pair.Target), current.Terms);

    /// <inheritdoc />
    public async Task FollowAsync(PortalDb db, long newest, CancellationToken cancel)
    {
        if (newest == followed)
            return;
        if (followed < 0 || newest < followed || await db.Changes.AnyAsync(c => c.Number > followed && c.Kind == ChangeKind.Term, cancel))
            current = new(await db.Terms.Include(t => t.Forms).AsNoTracking().ToListAsync(cancel));
        followed = newest;
    }

    private sealed record Snapshot(List<Term> Terms)
    {
        public ConcurrentDictionary<(string Source, string Target), Glossary> Pairs { get; } = new();
    }
}
