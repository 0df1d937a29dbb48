using Microsoft.AspNetCore.Mvc.RazorPages;
using ScoPortal.Data;
using ScoPortal.Data.Counting;
using ScoPortal.Web.Caching;
using ScoPortal.Web.Localization;

namespace ScoPortal.Web.Pages;

/// <summary>What every public page has: its language, the words for it, the clock, the database and its head.</summary>
public abstract class PortalPage : PageModel
{
    /// <summary>The language of the page.</summary>
    public PortalLanguage Language => HttpContext.PortalLanguage();

    /// <summary>Its code, as in the address.</summary>
    public string Lang => Language.Code;

    /// <summary>The portal's words in it.</summary>
    public Ui Ui => HttpContext.RequestServices.GetRequiredService<Ui>();

    /// <summary>The portal's settings.</summary>
    public PortalOptions Portal => HttpContext.RequestServices.GetRequiredService<PortalOptions>();

    /// <summary>The zones and topics.</summary>
    public Catalogue Catalogue => HttpContext.RequestServices.GetRequiredService<Catalogue>();

    /// <summary>What has been published, counted.</summary>
    protected Publications Publications => HttpContext.RequestServices.GetRequiredService<Publications>();

    /// <summary>The instant this page is made for.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>What goes into the head of the document and around the content.</summary>
    public Head Head { get; } = new();

    /// <summary>The database.</summary>
    protected PortalDb Db => HttpContext.RequestServices.GetRequiredService<PortalDb>();

    /// <summary>Told all that this page shows, so that it can be kept until that changes.</summary>
    protected PageDependencies Shown => HttpContext.RequestServices.GetRequiredService<PageDependencies>();

    /// <summary>Told when the client has gone.</summary>
    protected CancellationToken Gone => HttpContext.RequestAborted;

    /// <inheritdoc />
    [NonHandler]
    public override void OnPageHandlerExecuting(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context) =>
        Now = HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <summary>The same page exists in every language, under the address that <paramref name="link"/> makes.</summary>
    protected void InEveryLanguage(Func<string, string> link)
    {
        foreach (var language in Portal.Languages.All)
            Head.Versions[language.Code] = link(language.Code);
        Head.Canonical = link(Lang);
    }

    /// <summary>An address of this portal with scheme and host.</summary>
    public string Absolute(string path) => Portal.Absolute(Request, path);
}
