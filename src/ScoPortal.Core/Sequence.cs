namespace ScoPortal.Core;

/// <summary>Puts things into an order that somebody has named.</summary>
public static class Sequence
{
    /// <summary>
    /// The <paramref name="items"/> in the order of <paramref name="wanted"/>. Keys that no item has are passed over; items
    /// that are not named, added by somebody else meanwhile, follow in the order they had.
    /// </summary>
    /// <param name="items">In the order they have.</param>
    /// <param name="key">What names an item; unique among them.</param>
    /// <param name="wanted">Keys in the order wanted.</param>
    public static IReadOnlyList<T> Arrange<T>(IEnumerable<T> items, Func<T, int> key, IReadOnlyList<int> wanted)
    {
        var place = wanted.Distinct().Index().ToDictionary(w => w.Item, w => w.Index);
        return [.. items.OrderBy(item => place.GetValueOrDefault(key(item), int.MaxValue))];
    }

    /// <summary>The <paramref name="keys"/> with one of them a step further to the front or the back, if there is room.</summary>
    /// <param name="keys">All of them, in order.</param>
    /// <param name="key">The one to move; not there, nothing moves.</param>
    /// <param name="step">-1 to the front, 1 to the back.</param>
    public static IReadOnlyList<int> Step(IReadOnlyList<int> keys, int key, int step)
    {
        var moved = keys.ToList();
        var from = moved.IndexOf(key);
        if (from < 0 || from + step < 0 || from + step >= moved.Count)
            return moved;

        moved.RemoveAt(from);
        moved.Insert(from + step, key);
        return moved;
    }
}
