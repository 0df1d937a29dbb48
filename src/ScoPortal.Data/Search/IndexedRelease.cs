using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Search;
using ScoPortal.Core.Stories;

namespace ScoPortal.Data.Search;

/// <summary>What the index keeps of a release: everything that a result list shows, so that a search asks no database.</summary>
internal sealed record IndexedRelease(
    int Id, int StoryId, string Language, string Slug, string Headline, string Summary, string Markdown,
    DateTimeOffset? PublishAt, IReadOnlyList<int> ZoneIds, IReadOnlyList<int> TopicIds)
{
    private readonly Lazy<string> body = new(() => PlainText.Of(Markdown));

    /// <summary>The body without its marks; worked out when it is first asked for.</summary>
    public string Body => body.Value;

    /// <summary>From when on visitors find it: UTC ticks, after all times for what is not published or withdrawn.</summary>
    public long PublicFrom => PublishAt?.UtcTicks ?? long.MaxValue;

    /// <summary>The text that excerpts are cut from.</summary>
    public string Text => Summary.Length == 0 ? Body : $"{Summary}\n{Body}";

    /// <summary>The releases with those keys, public or not.</summary>
    public static Task<List<IndexedRelease>> LoadAsync(PortalDb db, IReadOnlyCollection<int> ids, CancellationToken cancel) =>
        LoadAsync(db.Releases.Where(r => ids.Contains(r.Id)), cancel);

    /// <summary>The next releases after a key, in order of their keys.</summary>
    public static Task<List<IndexedRelease>> LoadAfterAsync(PortalDb db, int id, int count, CancellationToken cancel) =>
        LoadAsync(db.Releases.Where(r => r.Id > id), cancel, count);

    /// <summary>The words of headline, standfirst and body.</summary>
    public string[][] Words() => [WordsOf(Headline), WordsOf(Summary), WordsOf(Body)];

    private string[] WordsOf(string text) => [.. TextAnalyzer.Analyze(text, Language).Select(token => token.Text)];

    private static async Task<List<IndexedRelease>> LoadAsync(IQueryable<Release> releases, CancellationToken cancel, int count = int.MaxValue)
    {
        var rows = await releases
            .OrderBy(r => r.Id)
            .Take(count)
            .Select(r => new
            {
                r.Id,
                r.StoryId,
                r.Language,
                r.Slug,
                r.Content.Headline,
                r.Content.Subheadline,
                r.Content.Summary,
                r.Content.Body,
                PublishAt = r.State == ReleaseState.Withdrawn ? null : r.PublishAt,
                Zones = r.Story.Zones.Select(z => z.Id).ToList(),
                Topics = r.Story.Topics.Select(t => t.Id).ToList(),
            })
            .AsSplitQuery()
            .ToListAsync(cancel);
        return rows.ConvertAll(r => new IndexedRelease(
            r.Id, r.StoryId, r.Language, r.Slug, r.Headline,
            string.Join('\n', new[] { r.Subheadline, r.Summary }.Where(s => !string.IsNullOrWhiteSpace(s))),
            r.Body, r.PublishAt, r.Zones, r.Topics));
    }
}
