using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ScoPortal.Core.Stories;
using ScoPortal.Web.Caching;
using ScoPortal.Web.Media;
using ScoPortal.Web.Pages.Shared;
using ScoPortal.Web.Seo;
using Version = ScoPortal.Web.Pages.Shared.Version;

namespace ScoPortal.Web.Pages.News;

/// <summary>One release; or the page that says why it cannot be read, and what can be read instead.</summary>
[Cached]
public sealed class ReleaseModel : PortalPage
{
    private Around around = null!;
    private IReadOnlyDictionary<string, Picture> pictures = Pictures.None;

    /// <summary>The release.</summary>
    public Row Release { get; private set; } = null!;

    /// <summary>Its language versions that can be read, this one included.</summary>
    public IReadOnlyList<Version> Versions { get; private set; } = [];

    /// <summary>The release before and after it in time, where there are.</summary>
    public (Teaser? Previous, Teaser? Next) Neighbours => (around.Previous, around.Next);

    /// <summary>Those an editor has related to it, then others on its topics.</summary>
    public IReadOnlyList<Teaser> Related => around.Related;

    /// <summary>Why it is gone, or that it does not exist in this language; null when it can be read.</summary>
    public string? Instead { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, string? slug)
    {
        if (await Row.FindAsync(Db, id, Gone) is not { } release)
            return NotFound();

        around = await Around.ReadAsync(Db, release, Now, Gone);
        Release = release with { Corrections = around.Corrections };
        Shown.OnRelease(id, release.StoryId);
        around.Tell(Shown, release);
        Versions = Portal.Languages.Served(around.Versions);
        foreach (var language in Portal.Languages.All)
            Head.Versions[language.Code] = VersionIn(language.Code)?.Path ?? Links.Release(language.Code, id, null);
        Head.Missing.UnionWith(Head.Versions.Keys.Where(code => VersionIn(code) is null));
        Head.DefaultLanguage = Versions.Count == 0 ? null : Versions.ByDefault().Language;
        (Head.Section, Head.Zone, Head.OpenGraphType) = (Section.News, Zones.FirstOrDefault()?.Key, "article");

        if (release.Language != Lang && VersionIn(Lang) is { } here)
            return Redirect(here.Path);
        if (release.Language == Lang && release is { State: ReleaseState.Withdrawn, PublishAt: { } at } && at <= Now)
            return Say("Withdrawn.Title", StatusCodes.Status410Gone);
        if (VersionIn(Lang)?.Id != id)
            return Versions.Count > 0 ? Say("Missing.Title", StatusCodes.Status404NotFound) : NotFound();
        if (slug != release.Slug)
            return RedirectPermanent(Links.Release(Lang, id, release.Slug));

        pictures = await Db.PicturesAsync([release.Content.Body], around.Pictures, release.Language, Portal, Shown, Gone);
        Article = View();
        Head.Title = release.Content.Headline;
        (Head.Description, Head.Published) = (release.Content.Summary, release.PublishAt);
        Head.Canonical = Links.Release(Lang, id, release.Slug);
        Head.Picture = Article.Pictures.Concat(pictures.Values).FirstOrDefault();
        Head.JsonLd = this.NewsArticle().ToJson();
        return Page();
    }

    /// <summary>The version in a language, or null.</summary>
    public Version? VersionIn(string language) => Versions.FirstOrDefault(v => v.Language == language);

    /// <summary>The zones it is about.</summary>
    public IEnumerable<ZoneEntry> Zones => Catalogue.ZonesOf(around.Zones);

    /// <summary>Its subjects.</summary>
    public IEnumerable<TopicEntry> Topics => Catalogue.TopicsOf(around.Topics);

    /// <summary>The release as its page and every preview of it show it.</summary>
    public ArticleView Article { get; private set; } = null!;

    private ArticleView View() => new(Language, Portal.Languages, Release)
    {
        Date = Release.PublishAt!.Value,
        Versions = Versions,
        Zones = [.. Zones],
        Topics = [.. Topics],
        KnownPictures = pictures,
        Pictures = pictures.Of(around.Pictures),
        Address = Absolute(Links.Release(Lang, Release.Id, Release.Slug)),
        ShortAddress = Absolute(Links.Release(Lang, Release.Id, null)),
    };

    private PageResult Say(string title, int status)
    {
        Instead = title;
        Head.Title = Ui[title];
        Response.StatusCode = status;
        return Page();
    }
}
