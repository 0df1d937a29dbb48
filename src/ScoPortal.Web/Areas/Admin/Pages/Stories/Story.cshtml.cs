using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Stories;

namespace ScoPortal.Web.Areas.Admin.Pages.Stories;

/// <summary>A story: its language versions, what it is about, when it happened, and what it has to do with others.</summary>
public sealed class StoryModel : DeskPage
{
    [FromRoute]
    public int Id { get; set; }

    /// <summary>The day of the event as far as it is known: 2021, 2021-04, 2021-04-09 or --04-09.</summary>
    [BindProperty]
    [StringLength(10)]
    public string? EventDate { get; set; }

    [BindProperty]
    public string[] Zones { get; set; } = [];

    [BindProperty]
    public string[] Topics { get; set; } = [];

    /// <summary>Its versions.</summary>
    public IReadOnlyList<ReleaseHead> Versions { get; private set; } = [];

    /// <summary>Its relations, and those of others to it.</summary>
    public IReadOnlyList<Related> Relations { get; private set; } = [];

    /// <summary>What was done to its links last, with the headlines of what was moved, and whether this person may undo it.</summary>
    public IReadOnlyList<(LinkStep Step, IReadOnlyList<string> Headlines, bool MayUndo)> Links { get; private set; } = [];

    /// <summary>This person may change what it is filed under.</summary>
    public bool MayFile { get; private set; }

    /// <summary>The headline that names it, and its language: that of the reader where there is one.</summary>
    public ReleaseHead? Name => Versions.FirstOrDefault(v => v.Language == Lang) ?? (Versions.Count > 0 ? Versions[0] : null);

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    protected override async Task<IActionResult> ShowAsync()
    {
        if (await Db.Stories.Include(s => s.Zones).Include(s => s.Topics).Include(s => s.Releases).AsSplitQuery().AsNoTracking().SingleOrDefaultAsync(s => s.Id == Id, Gone) is not { } story)
            return await Db.HeirAsync(Id, Gone) is { } heir ? LocalRedirect(DeskLinks.Story(heir)) : NotFound();
        MayFile = story.MayFile(Me);
        Versions = await Db.Releases.Where(r => r.StoryId == Id).OrderBy(r => r.Id).HeadsAsync(Db, Gone);
        Relations =
        [
            .. await RelatedAsync(Db.Set<Relation>().Where(r => r.Story.Id == Id).OrderBy(r => r.Id), outgoing: true),
            .. await RelatedAsync(Db.Set<Relation>().Where(r => r.Other.Id == Id).OrderBy(r => r.Id), outgoing: false),
        ];
        Links = await LinksAsync();
        Title = Ui["Desk.Story.Title"];
        if (Request.Method == HttpMethods.Post)
            return Page();
        (EventDate, Zones, Topics) = (story.EventDate?.ToString(), [.. story.Zones.Select(z => z.Key)], [.. story.Topics.Select(t => t.Key)]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.Stories.Include(s => s.Zones).Include(s => s.Topics).Include(s => s.Releases).AsSplitQuery().SingleOrDefaultAsync(s => s.Id == Id, Gone) is not { } story)
            return NotFound();
        if (!story.MayFile(Me))
            return Forbid();
        var date = default(PartialDate);
        if (!string.IsNullOrWhiteSpace(EventDate) && !PartialDate.TryParse(EventDate.Trim(), out date))
        {
            ModelState.AddModelError(nameof(EventDate), Ui["Desk.Story.BadDate"]);
            return await ShowAsync();
        }

        var before = story.Filed();
        story.HappenedOn(string.IsNullOrWhiteSpace(EventDate) ? null : date);
        story.FileUnder(await Db.Zones.Where(z => Zones.Contains(z.Key)).ToListAsync(Gone), await Db.Topics.Where(t => Topics.Contains(t.Key)).ToListAsync(Gone));
        Audit("story.file", story.Subject(), before, story.Filed());
        await Db.SaveChangesAsync(Gone);
        return Done(Ui["Desk.Story.Saved"], DeskLinks.Story(Id));
    }

    private async Task<IReadOnlyList<(LinkStep, IReadOnlyList<string>, bool)>> LinksAsync()
    {
        var steps = await Db.LinkHistoryAsync(Id, 10, Gone);
        var ids = steps.SelectMany(s => s.Moved).ToHashSet();
        var moved = await Db.Releases.Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.Language, r.State, r.Content.Headline }).ToDictionaryAsync(r => r.Id, Gone);
        return [.. steps.Select(s => s.Moved.Where(moved.ContainsKey).Select(id => moved[id]).ToList()).Zip(steps, (some, step) =>
            (step, (IReadOnlyList<string>)some.ConvertAll(r => r.Headline), some.Count > 0 && some.TrueForAll(r => Me.MayLink(r.Language, r.State))))];
    }

    private async Task<List<Related>> RelatedAsync(IQueryable<Relation> relations, bool outgoing)
    {
        var found = await relations.Select(r => new { r.Id, r.Kind, Other = outgoing ? r.Other.Id : r.Story.Id }).ToListAsync(Gone);
        var ids = found.ConvertAll(r => r.Other);
        var headlines = (await Db.Releases.Where(r => ids.Contains(r.StoryId)).OrderBy(r => r.Id)
            .Select(r => new { r.StoryId, r.Language, r.Content.Headline }).ToListAsync(Gone)).ToLookup(r => r.StoryId);
        return found.ConvertAll(r =>
        {
            var name = headlines[r.Other].FirstOrDefault(h => h.Language == Lang) ?? headlines[r.Other].FirstOrDefault();
            return new Related(r.Id, r.Kind, r.Other, name?.Language, name?.Headline, outgoing);
        });
    }

    /// <summary>A relation, seen from this story.</summary>
    public sealed record Related(int Id, RelationKind Kind, int StoryId, string? Language, string? Headline, bool Outgoing)
    {
        /// <summary>The last part of the name of its text.</summary>
        public string Direction => Outgoing ? "to" : "of";
    }
}
