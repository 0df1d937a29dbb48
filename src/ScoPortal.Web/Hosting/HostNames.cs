using Microsoft.AspNetCore.HostFiltering;

namespace ScoPortal.Web.Hosting;

/// <summary>
/// Which names the portal answers to: those of <c>AllowedHosts</c>; where that is not set, the host of <c>Portal:PublicUrl</c>, and this
/// machine's own names, by which a proxy or a probe may ask. A request for any other gets 400 before anything looks at it.
/// </summary>
internal static class HostNames
{
    private static readonly string[] Own = ["localhost", "127.0.0.1", "[::1]"];

    public static void AddHostNames(this IServiceCollection services, PortalOptions options, IConfiguration configuration)
    {
        if (options.PublicUrl is { } url && string.IsNullOrWhiteSpace(configuration["AllowedHosts"]))
            services.Configure<HostFilteringOptions>(o => o.AllowedHosts = [new Uri(url).Host, .. Own]);
    }

    /// <summary>Any name does: links then begin with whatever a request says.</summary>
    public static bool AreOpen(PortalOptions options, IConfiguration configuration) =>
        options.PublicUrl is null && configuration["AllowedHosts"] is null or "" or "*";
}
