using System.Linq.Expressions;
using ScoPortal.Core.Stories;

namespace ScoPortal.Web.Caching;

/// <summary>What decides on which pages a release that visitors may read can be.</summary>
internal sealed record ReleaseFacts(
    int Id, int StoryId, string Language, DateTimeOffset PublishAt, bool IsTranslation, bool IsCorrected, IReadOnlyList<int> Zones, IReadOnlyList<int> Topics)
{
    public static Expression<Func<Release, ReleaseFacts>> Columns { get; } = r => new ReleaseFacts(
        r.Id, r.StoryId, r.Language, r.PublishAt!.Value, r.TranslatedFromId != null, r.Corrections.Any(),
        r.Story.Zones.Select(z => z.Id).ToList(), r.Story.Topics.Select(t => t.Id).ToList());
}
