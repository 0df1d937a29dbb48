using ScoPortal.Core.Media;

namespace ScoPortal.Core.Stories;

/// <summary>A picture's place in a release.</summary>
public class ReleaseMedia
{
    private ReleaseMedia() => Item = null!;

    internal ReleaseMedia(MediaItem item, int order) => (Item, Order) = (item, order);

    /// <summary>Database key.</summary>
    public int Id { get; private set; }

    /// <summary>The picture.</summary>
    public MediaItem Item { get; private set; }

    /// <summary>0 for the first.</summary>
    public int Order { get; private set; }
}

public partial class Release
{
    /// <summary>Shows these pictures, in this order. Whose edit it is decides what becomes of its state, as with a new text.</summary>
    /// <param name="items">The pictures, the first one first.</param>
    /// <param name="edit">Who, when.</param>
    /// <exception cref="RuleException">The release is withdrawn, or readers have it and the editor may not publish.</exception>
    public void Show(IEnumerable<MediaItem> items, Edit edit)
    {
        BackToReview(edit);
        media.Clear();
        media.AddRange(items.Select((item, order) => new ReleaseMedia(item, order)));
    }
}
