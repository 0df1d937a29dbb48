using ScoPortal.Web.Seo;

namespace ScoPortal.Web.Pages.News;

/// <summary>A release as search engines read it.</summary>
internal static class ReleaseArticle
{
    public static NewsArticle NewsArticle(this ReleaseModel page) => new()
    {
        Url = page.Absolute(Links.Release(page.Lang, page.Release.Id, page.Release.Slug)),
        Home = page.Absolute(Links.Home(page.Lang)),
        Language = page.Lang,
        Headline = page.Release.Content.Headline,
        Subheadline = page.Release.Content.Subheadline,
        Summary = page.Release.Content.Summary,
        Published = page.Release.PublishAt!.Value,
        Updated = page.Release.UpdatedAt,
        Dateline = page.Article.Dateline,
        Issuer = page.Release.Content.Issuer,
        IsOriginal = page.VersionIn(page.Lang)!.IsOriginal,
        Versions = [.. page.Versions.Where(v => v.Language != page.Lang).Select(v => new ArticleVersion(page.Absolute(v.Path), v.Language, v.IsOriginal))],
        Places = [.. page.Zones.Select(z => new ArticlePlace(z.In(page.Lang).Name, page.Absolute(Links.Zone(page.Lang, z.Key)), z.Latitude, z.Longitude))],
        Topics = [.. page.Topics.Select(t => t.In(page.Lang).Name)],
        Pictures = [.. page.Article.Pictures.Select(p => new ArticlePicture(page.Absolute(p.Url), p.Width, p.Height, p.Caption, p.Credit))],
        Corrections = [.. page.Release.Corrections.Select(c => new ArticleCorrection(c.At, c.Text))],
    };
}
