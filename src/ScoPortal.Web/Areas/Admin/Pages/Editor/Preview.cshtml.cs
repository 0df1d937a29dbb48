using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Web.Media;
using ScoPortal.Web.Pages.News;
using ScoPortal.Web.Pages.Shared;
using ScoPortal.Web.Seo;
using ScoPortal.Web.Text;

namespace ScoPortal.Web.Areas.Admin.Pages.Editor;

/// <summary>What is typed, as readers would see it.</summary>
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
        var row = await Db.Releases.Where(r => r.Id == Id).Select(Row.Columns).AsSplitQuery().AsNoTracking().SingleAsync(Gone);
        row = row with { Content = content };
        var isPublic = Sheet.IsPublic(Now);
        Article = new ArticleView(TextLanguage, Portal.Languages, row)
        {
            KnownPictures = await Db.PicturesAsync(row, Portal, Gone),
            Date = row.PublishAt ?? Now,
            Versions = Portal.Languages.Served((await Db.VersionsAsync([row.StoryId], Now, Gone))[row.StoryId]),
            Zones = [.. Catalogue.ZonesOf(row.Zones)],
            Topics = [.. Catalogue.TopicsOf(row.Topics)],
            Address = isPublic ? Portal.Absolute(Request, Links.Release(row.Language, Id, row.Slug)) : null,
            ShortAddress = isPublic ? Portal.Absolute(Request, Links.Release(row.Language, Id, null)) : null,
        };
        Length = LengthOf(Ui, content.Body);
        return Page();
    }
}
