using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Queries;
using ScoPortal.Web.Areas.Admin;
using ScoPortal.Web.Hosting;
using ScoPortal.Web.Media;
using ScoPortal.Web.Pages.News;
using ScoPortal.Web.Seo;

namespace ScoPortal.Web.Pages;

/// <summary>A release as it would be, for somebody who was given the link.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[EnableRateLimiting(Overload.Previews)]
public sealed class PreviewModel(PreviewTokens tokens) : PortalPage
{
    /// <summary>The release; null when the link opens nothing.</summary>
    public ArticleView? Article { get; private set; }

    /// <summary>The end of its embargo, in UTC; null without one.</summary>
    public DateTimeOffset? EmbargoUntil { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token)
    {
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        foreach (var language in Portal.Languages.All)
            Head.Versions[language.Code] = Links.Home(language.Code);
        var link = tokens.Read(token) is { } key
            ? await Db.PreviewLinks.AsNoTracking().SingleOrDefaultAsync(l => l.Id == key, Gone)
            : null;
        var found = link?.IsOpen(Now) is not true
            ? null
            : await Db.Releases.Where(r => r.Id == link.ReleaseId && r.Language == Lang && r.State != ReleaseState.Withdrawn)
                .Select(r => new { r.EmbargoUntil, r.Slug }).SingleOrDefaultAsync(Gone);
        if (found is null)
        {
            HttpContext.Note("link.refuse");
            Head.Title = Ui["Preview.Gone.Title"];
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }

        if (await Db.Releases.Public(Now).AnyAsync(r => r.Id == link!.ReleaseId, Gone))
            return Redirect(Links.Release(Lang, link!.ReleaseId, found.Slug));
        var release = (await Row.FindAsync(Db, link!.ReleaseId, Gone))!;
        var around = await Around.ReadAsync(Db, release, Now, Gone);
        var pictures = await Db.PicturesAsync([release.Content.Body], around.Pictures, release.Language, Portal, page: null, Gone);
        EmbargoUntil = found.EmbargoUntil > Now ? found.EmbargoUntil : null;
        Article = new ArticleView(Language, Portal.Languages, release with { Corrections = around.Corrections })
        {
            Date = release.PublishAt ?? EmbargoUntil ?? Now,
            Versions = Portal.Languages.Served(around.Versions),
            Zones = [.. Catalogue.ZonesOf(around.Zones)],
            Topics = [.. Catalogue.TopicsOf(around.Topics)],
            KnownPictures = pictures,
            Pictures = pictures.Of(around.Pictures),
        };
        Head.Title = release.Content.Headline;
        return Page();
    }
}
