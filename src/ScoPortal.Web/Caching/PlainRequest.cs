using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ScoPortal.Web.Caching;

/// <summary>While it lives, the request asks for the whole page as it is: what is made of it serves every other way of asking.</summary>
internal readonly struct PlainRequest : IDisposable
{
    private static readonly string[] Ways =
        [HeaderNames.AcceptEncoding, HeaderNames.IfNoneMatch, HeaderNames.IfModifiedSince, HeaderNames.IfMatch, HeaderNames.IfUnmodifiedSince, HeaderNames.Range];

    private readonly HttpRequest request;
    private readonly string method;
    private readonly StringValues[] asked;

    public PlainRequest(HttpRequest request)
    {
        (this.request, method, asked) = (request, request.Method, Array.ConvertAll(Ways, name => request.Headers[name]));
        request.Method = HttpMethods.Get;
        Set([]);
    }

    public void Dispose()
    {
        request.Method = method;
        Set(asked);
    }

    private void Set(StringValues[] values)
    {
        for (var i = 0; i < Ways.Length; i++)
            request.Headers[Ways[i]] = values.Length == 0 ? default : values[i];
    }
}
