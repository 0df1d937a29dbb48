namespace ScoPortal.Data.Bulk;

/// <summary>Sorts by what points to what.</summary>
internal static class Dependencies
{
    /// <summary>What is pointed to comes first; what points to itself or to nothing here does not wait.</summary>
    /// <exception cref="InvalidOperationException">Some point to each other in a circle.</exception>
    public static List<T> InOrder<T>(IEnumerable<T> all, Func<T, IEnumerable<T>> pointedTo)
        where T : class
    {
        var (left, ordered) = (all.ToList(), new List<T>());
        while (left.Count > 0)
        {
            var next = left.First(item => !pointedTo(item).Any(other => other != item && left.Contains(other)));
            left.Remove(next);
            ordered.Add(next);
        }

        return ordered;
    }
}
