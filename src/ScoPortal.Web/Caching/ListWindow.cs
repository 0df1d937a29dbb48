namespace ScoPortal.Web.Caching;

/// <summary>
/// Part of a list of releases in the order of publication: what is published into it belongs on the page that shows it.
/// </summary>
/// <param name="Language">Of the releases; null is any.</param>
/// <param name="ZoneId">They are about this zone; null is any.</param>
/// <param name="TopicId">They are filed under this topic; null is any.</param>
/// <param name="From">Publish time of the oldest; null where the list ends before it is full.</param>
/// <param name="To">Publish time of the newest; null where nothing newer is on a page before this one.</param>
/// <param name="OnlyTranslations">Originals are left out.</param>
public sealed record ListWindow(
    string? Language, int? ZoneId = null, int? TopicId = null, DateTimeOffset? From = null, DateTimeOffset? To = null, bool OnlyTranslations = false)
{
    /// <summary>A release with these facts belongs into it.</summary>
    internal bool Takes(ReleaseFacts release) =>
        (Language is null || Language == release.Language)
        && (From is null || release.PublishAt >= From)
        && (To is null || release.PublishAt <= To)
        && (ZoneId is null || release.Zones.Contains(ZoneId.Value))
        && (TopicId is null || release.Topics.Contains(TopicId.Value))
        && (!OnlyTranslations || release.IsTranslation);
}
