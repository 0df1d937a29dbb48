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
    /// <summary>Shows these pictures, in this order.</summary>
    public void Show(IEnumerable<MediaItem> items)
    {
        media.Clear();
        media.AddRange(items.Select((item, order) => new ReleaseMedia(item, order)));
    }
}
