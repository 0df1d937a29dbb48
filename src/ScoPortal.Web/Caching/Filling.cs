namespace ScoPortal.Web.Caching;

/// <summary>A page that is being made. Others who ask for it wait.</summary>
internal sealed class Filling(PageKey key)
{
    private readonly TaskCompletionSource<(CachedPage? Page, bool IsAgain)> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What it will be kept under.</summary>
    public PageKey Key => key;

    /// <summary>What has changed since it was begun; under the lock of the cache.</summary>
    public List<Eviction> Missed { get; } = [];

    /// <summary>The page; null where the answer is not for everybody. Or that whoever made it gave up, and the next may try.</summary>
    public Task<(CachedPage? Page, bool IsAgain)> Done => done.Task;

    /// <summary>Lets those who wait go on.</summary>
    public void End(CachedPage? page, bool isAgain) => done.TrySetResult((page, isAgain));
}
