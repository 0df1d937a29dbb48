namespace ScoPortal.Web.Caching;

/// <summary>Under what an answer is kept. Absolute links make host and scheme part of it.</summary>
internal readonly record struct PageKey(string Scheme, string Host, string Path, string Query, ContentCoding Coding)
{
    /// <summary>The key of a request as its address stands.</summary>
    public static PageKey Of(HttpRequest request) =>
        new(request.Scheme, request.Host.Value ?? "", request.Path.Value ?? "", request.QueryString.Value ?? "", ContentCodings.Best(request.Headers.AcceptEncoding));
}
