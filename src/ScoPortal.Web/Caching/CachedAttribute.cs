using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace ScoPortal.Web.Caching;

/// <summary>
/// The answer may be kept and given to every reader. Whoever makes it tells <see cref="PageDependencies"/> all that it shows of the
/// newsroom, so that it is made anew when that changes; zones and topics need not be told.
/// </summary>
/// <param name="queryKeys">The parameters that make a difference. Others, as those of campaigns, make no page of their own.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CachedAttribute(params string[] queryKeys) : Attribute
{
    /// <summary>What of a query makes a difference, always in the same order.</summary>
    internal string Canonical(IQueryCollection query)
    {
        if (query.Count == 0)
            return "";
        var known = queryKeys.Where(query.ContainsKey).Select(key => KeyValuePair.Create(key, (StringValues)query[key][0]));
        return QueryHelpers.AddQueryString("", known);
    }
}
