using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Counting;

namespace ScoPortal.Data.Queries;

/// <summary>A list of the desk: which releases, in which order, from where on.</summary>
/// <param name="Filter">Which.</param>
/// <param name="Order">In which order; an order by publication leaves out what was never published.</param>
/// <param name="Portal">The languages of the portal, each of which a story may lack.</param>
public sealed record DeskList(DeskFilter Filter, DeskOrder Order, IReadOnlyList<string> Portal)
{
    /// <summary>So many that fit are read and sorted; more are looked for in their order.</summary>
    internal const int Few = 1000;

    /// <summary>Where it begins; left out. Null for the beginning.</summary>
    public DeskPlace? Place { get; init; }

    /// <summary>The other way: those before <see cref="Place"/>, the nearest first.</summary>
    public bool IsBackwards { get; init; }

    // An index has it in its order.
    private bool IsWhole => Filter is { State: null, Languages: null, ZoneId: null, TopicId: null, AuthorId: null, Ids: null };

    /// <summary>Reads the first of them; where few fit, by the keys that are in memory, as <see cref="PublicList"/> does.</summary>
    /// <param name="db">The database.</param>
    /// <param name="publications">What is in memory.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="now">The present instant, in UTC.</param>
    /// <param name="columns">What is read of each; the order is given.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<List<T>> ReadAsync<T>(
        PortalDb db, Publications publications, int count, DateTimeOffset now, Func<IQueryable<Release>, IQueryable<T>> columns, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(publications);
        IQueryable<T> Read(IQueryable<Release> releases) => columns(From(releases).Take(count));
        return (!IsWhole && publications.Find(this, count, now) is { } known ? await db.ReadAsync(known, Read, isPart: Order == DeskOrder.Headline, cancel) : null)
            ?? await Read(db.OnDesk(Filter, Order, Portal, now)).ToListAsync(cancel);
    }

    private IQueryable<Release> From(IQueryable<Release> releases) =>
        IsBackwards && Place is not null ? releases.Backwards(Order, Place) : releases.Onwards(Order, Place);
}
