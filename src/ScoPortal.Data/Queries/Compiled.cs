using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ScoPortal.Data.Queries;

/// <summary>
/// A query that is translated to SQL once for each engine and not looked up by its expression each time, for what every reader waits for.
/// </summary>
/// <param name="compile">Makes it: a call of <c>EF.CompileAsyncQuery</c>, whose result belongs to the model it is first used with.</param>
public sealed class Compiled<TQuery>(Func<TQuery> compile)
    where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> made = [];

    /// <summary>The query for the engine of <paramref name="db"/>.</summary>
    public TQuery For(PortalDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return made.GetValue(db.Model, _ => compile());
    }
}
