using Microsoft.Extensions.DependencyInjection;

namespace ScoPortal.Data.Search;

/// <summary>Registers the search of this node.</summary>
public static class SearchServices
{
    /// <summary>
    /// Adds <see cref="SearchIndex"/> and the <see cref="IndexFollower"/> that keeps it up to date while the host runs.
    /// </summary>
    /// <param name="services">The container, with <see cref="PortalDb"/>'s factory and a <see cref="TimeProvider"/>.</param>
    /// <param name="path">The index file, in the node's data folder.</param>
    public static IServiceCollection AddSearchIndex(this IServiceCollection services, string path)
    {
        services.AddSingleton(_ => new SearchIndex(path));
        services.AddSingleton<IndexFollower>();
        return services.AddHostedService(p => p.GetRequiredService<IndexFollower>());
    }
}
