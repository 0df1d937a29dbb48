using Microsoft.AspNetCore.Mvc;
using ScoPortal.Data.Queries;
using ScoPortal.Web.Caching;
using ScoPortal.Web.Pages.Shared;

namespace ScoPortal.Web.Pages.Topics;

/// <summary>A topic and the releases filed under it.</summary>
[Cached("before", "after")]
public sealed class TopicModel : PortalPage
{
    private const int Size = 20;

    public TopicEntry Topic { get; private set; } = null!;

    public TopicNames Names { get; private set; } = null!;

    /// <summary>The zone whose centre this is.</summary>
    public ZoneEntry? Centre { get; private set; }

    /// <summary>Newest first.</summary>
    public ListPart<Teaser> Part { get; private set; } = ListPart<Teaser>.Empty;

    public async Task<IActionResult> OnGetAsync(string topic, int? before, int? after)
    {
        if (Catalogue.Topic(topic) is not { } entry)
            return NotFound();

        (Topic, Names, Centre) = (entry, entry.In(Lang), Catalogue.Zone(entry.CentreOf));
        Part = await ListPart.ReadAsync(Db, Publications, new PublicList(Lang, TopicId: entry.Id), before, after, Size, Now, Shown, Gone);

        InEveryLanguage(code => Links.Topic(code, topic));
        Head.Missing.UnionWith(Head.Versions.Keys.Where(code => entry.In(code).Language != code));
        if (Head.Missing.Contains(Lang))
            Head.Canonical = null;
        // Later parts change with every release; search engines need the first only.
        if (before is not null || after is not null)
            Head.Canonical = null;
        (Head.Title, Head.Description, Head.Section) = (Names.Name, Names.Description, Section.Topics);
        Head.Previous = Part.NewerThan is { } first ? Links.Topic(Lang, topic, after: first) : null;
        Head.Next = Part.OlderThan is { } last ? Links.Topic(Lang, topic, before: last) : null;
        Head.Feeds.Add((Ui.Format("Feeds.Title.For", "ScoPortal", Names.Name), null, Topic.Key));
        return Page();
    }
}
