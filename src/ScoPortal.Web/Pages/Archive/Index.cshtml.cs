using ScoPortal.Data.Counting;
using ScoPortal.Web.Caching;

namespace ScoPortal.Web.Pages.Archive;

/// <summary>The years and months in which there are releases in this language.</summary>
[Cached]
public sealed class IndexModel : PortalPage
{
    /// <summary>The months, newest first.</summary>
    public IReadOnlyList<MonthCount> Months { get; private set; } = [];

    public void OnGet()
    {
        Months = Publications.Months(Lang, Now);
        Shown.OnList(new ListWindow(Lang));
        InEveryLanguage(Links.Archive);
        Head.Title = Ui["Archive.Title"];
        Head.Description = Ui["Site.Description"];
        Head.Section = Section.News;
    }
}
