using Microsoft.EntityFrameworkCore;

namespace ScoPortal.Data.Tests.Changes;

internal static class Wholes
{
    /// <summary>Things of a kind with all collections that belong to them.</summary>
    public static IQueryable<T> Whole<T>(this PortalDb db)
        where T : class =>
        db.Model.FindEntityType(typeof(T))!.GetNavigations().Cast<Microsoft.EntityFrameworkCore.Metadata.INavigationBase>()
            .Concat(db.Model.FindEntityType(typeof(T))!.GetSkipNavigations())
            .Where(n => n.IsCollection)
            .Aggregate(db.Set<T>().AsQueryable(), (query, navigation) => query.Include(navigation.Name))
            .AsSplitQuery();
}
