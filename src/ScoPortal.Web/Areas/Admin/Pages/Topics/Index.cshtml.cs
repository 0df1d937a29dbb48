using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ScoPortal.Web.Areas.Admin.Pages.Topics;

/// <summary>The topics in their order, with the languages they are named in.</summary>
public sealed class IndexModel : CataloguePage
{
    public sealed record Row(int Id, string Key, string Name, string? CentreOf, IReadOnlyList<string> Languages, int Stories);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    protected override async Task<IActionResult> ShowAsync()
    {
        Title = Ui["Desk.Nav.Topics"];
        var topics = await Db.Topics.AsNoTracking().OrderBy(t => t.Order).ThenBy(t => t.Id).Select(t => new
        {
            t.Id,
            t.Key,
            Centre = t.Centre == null ? null : t.Centre.Key,
            Names = t.Names.Select(n => new { n.Language, n.Name }).ToList(),
            Stories = Db.Set<Dictionary<string, object>>("StoryTopic").Count(x => (int)x["TopicId"] == t.Id),
        }).ToListAsync(Gone);
        Rows = [.. topics.Select(t => new Row(
            t.Id, t.Key, (t.Names.Find(n => n.Language == Lang) ?? t.Names.FirstOrDefault())?.Name ?? t.Key,
            Catalogue.Zone(t.Centre)?.In(Lang).ShortName, [.. t.Names.Select(n => n.Language)], t.Stories))];
        return Page();
    }
}
