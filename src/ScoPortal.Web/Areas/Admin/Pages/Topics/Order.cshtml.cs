using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core;

namespace ScoPortal.Web.Areas.Admin.Pages.Topics;

/// <summary>Puts the topics into another order.</summary>
public sealed class OrderModel : OrderPage
{
    public IActionResult OnGet() => LocalRedirect(DeskLinks.Topics);

    public async Task<IActionResult> OnPostAsync()
    {
        var topics = await Db.Topics.OrderBy(t => t.Order).ThenBy(t => t.Id).ToListAsync(Gone);
        var before = topics.Select(t => t.Key).ToList();
        var after = Sequence.Arrange(topics, t => t.Id, Wanted);
        foreach (var (place, topic) in after.Index())
            topic.Order = place;
        Audit("topic.order", "topics", before, after.Select(t => t.Key));
        await Db.SaveChangesAsync(Gone);
        return Done(Ui["Desk.Order.Done"], DeskLinks.Topics);
    }

    protected override Task<IActionResult> ShowAsync() => Task.FromResult(Refused(DeskLinks.Topics));
}
