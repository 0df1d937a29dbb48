using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace ScoPortal.Web.Pages;

/// <summary>What a visitor sees when there is nothing to see. Says nothing of the inside but the number to ask with.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorModel : PortalPage
{
    /// <summary>404, 400 for other faults of the request, 500 for faults of ours: the kinds there are texts for.</summary>
    public int Kind { get; private set; } = 404;

    /// <summary>The number that the log has for this request.</summary>
    public string RequestNumber => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    private void Show(int code)
    {
        Kind = code switch { >= 500 => 500, 404 or 410 => 404, _ => 400 };
        if (Response.StatusCode == StatusCodes.Status200OK)
            Response.StatusCode = Kind;
        Head.Title = Ui[$"Error.{Kind}.Title"];
    }
}
