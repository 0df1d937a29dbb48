using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ScoPortal.Web.Hosting;
using ScoPortal.Web.Media;
using ScoPortal.Web.Pages.News;
using ScoPortal.Web.Seo;
using ScoPortal.Web.Text;

namespace ScoPortal.Web.Areas.Admin.Pages.Editor;

/// <summary>What is typed, as readers would see it.</summary>
[EnableRateLimiting(Overload.Previews)]
public sealed class PreviewModel : EditorPage
{
    public ArticleView Article { get; private set; } = null!;

    /// <summary>Length of the text, in words of the desk's language.</summary>
    public string Length { get; private set; } = "";

    /// <summary>As it is saved.</summary>
    public async Task<IActionResult> OnGetAsync() => await FindAsync() ? await RenderAsync(Sheet.Content) : NotFound();

    /// <summary>As it is typed.</summary>
    public async Task<IActionResult> OnPostAsync() => await FindAsync() ? await RenderAsync((await TypedAsync()).Content()) : NotFound();

    /// <summary>How many words a text has, and how long it takes to read.</summary>
    public static string LengthOf(Localization.Ui ui, string body)
    {
        var (words, minutes) = Words.Count(Markdown.ToPlainText(body));
        return ui.Format("Desk.Edit.Length", ui.Count("Desk.Edit.Words", words), ui.Count("Desk.Edit.Minutes", minutes));
    }

    private async Task<IActionResult> RenderAsync(Core.Stories.ReleaseContent content)
    {
        var row = (await Row.FindAsync(Db, Id, Gone))! with { Content = content };
        var around = await Around.ReadAsync(Db, row, Now, Gone);
        var pictures = await Db.PicturesAsync([content.Body], around.Pictures, row.Language, Portal, page: null, Gone);
        var isPublic = Sheet.IsPublic(Now);
        Article = new ArticleView(TextLanguage, Portal.Languages, row with { Corrections = around.Corrections })
        {
            KnownPictures = pictures,
            Pictures = pictures.Of(around.Pictures),
            Date = row.PublishAt ?? Now,
            Versions = Portal.Languages.Served(around.Versions),
            Zones = [.. Catalogue.ZonesOf(around.Zones)],
            Topics = [.. Catalogue.TopicsOf(around.Topics)],
            Address = isPublic ? Portal.Absolute(Request, Links.Release(row.Language, Id, row.Slug)) : null,
            ShortAddress = isPublic ? Portal.Absolute(Request, Links.Release(row.Language, Id, null)) : null,
        };
        Length = LengthOf(Ui, content.Body);
        return Page();
    }
}
