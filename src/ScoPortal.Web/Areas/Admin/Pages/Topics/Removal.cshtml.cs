using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Topics;

namespace ScoPortal.Web.Areas.Admin.Pages.Topics;

/// <summary>Takes a topic away that no story is filed under.</summary>
[Authorize(Policy = Desk.Publishers)]
public sealed class RemovalModel : CataloguePage
{
    [FromRoute(Name = "topic")]
    public string Key { get; set; } = "";

    public IActionResult OnGet() => LocalRedirect(DeskLinks.Topics);

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.Topics.Include(t => t.Centre).SingleOrDefaultAsync(t => t.Key == Key, Gone) is not { } topic)
            return NotFound();

        Topic.RequireUnused(await Db.Stories.CountAsync(s => s.Topics.Any(t => t.Id == topic.Id), Gone));
        foreach (var zone in await Db.Zones.Include(z => z.FocusTopics).Where(z => z.FocusTopics.Any(t => t.Id == topic.Id)).ToListAsync(Gone))
            zone.FocusOn([.. zone.FocusTopics.Where(t => t != topic)]);
        Db.Topics.Remove(topic);
        Audit("topic.remove", $"topic/{Key}", TopicForm.Of(topic, this));
        await SaveAsync();
        return Done(Ui["Desk.Catalogue.Removed"], DeskLinks.Topics);
    }

    protected override Task<IActionResult> ShowAsync() => Task.FromResult(Refused(DeskLinks.Topic(Key)));
}
