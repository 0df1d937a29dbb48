using Microsoft.EntityFrameworkCore;
using ScoPortal.Data;
using ScoPortal.Data.Counting;
using ScoPortal.Data.Queries;
using ScoPortal.Web.Caching;

namespace ScoPortal.Web.Pages.Shared;

/// <summary>A part of a long list, found by key and not by number, so that the last is as quick as the first.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="NewerThan">Key of the first one, where newer ones exist.</param>
/// <param name="OlderThan">Key of the last one, where older ones exist.</param>
public sealed record ListPart<T>(IReadOnlyList<T> Items, int? NewerThan, int? OlderThan)
{
    public static ListPart<T> Empty { get; } = new([], null, null);

    /// <summary>What a page shows of the rows that were read for it.</summary>
    /// <param name="found">In the order of reading; one more than fits where there are more.</param>
    /// <param name="size">How many fit.</param>
    /// <param name="place">Where reading began; null for the newest.</param>
    /// <param name="backwards">It went towards newer ones.</param>
    /// <param name="key">The key of a row.</param>
    public static ListPart<T> Of(List<T> found, int size, Place? place, bool backwards, Func<T, int> key)
    {
        var more = found.Count > size;
        var items = found.Take(size).ToList();
        if (backwards)
            items.Reverse();
        return items.Count == 0 ? Empty : new(
            items,
            (backwards ? more : place is not null) ? key(items[0]) : null,
            backwards || more ? key(items[^1]) : null);
    }
}

/// <summary>Reads parts of lists of releases.</summary>
public static class ListPart
{
    /// <summary>
    /// Reads the <paramref name="size"/> releases that come before, or after, the one with that key, which may have been
    /// withdrawn since; the newest where there never was one. At most three queries.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="publications">What is in memory of it.</param>
    /// <param name="list">The whole list.</param>
    /// <param name="before">Key of a release.</param>
    /// <param name="after">Key of a release.</param>
    /// <param name="size">How many.</param>
    /// <param name="now">The instant the page is made for.</param>
    /// <param name="page">Told of them.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<ListPart<Teaser>> ReadAsync(
        PortalDb db, Publications publications, PublicList list, int? before, int? after, int size, DateTimeOffset now, PageDependencies page, CancellationToken cancel)
    {
        var place = (before ?? after) is { } key ? await db.Releases.PlaceOfAsync(key, cancel) : null;
        var backwards = before is null && place is not null;
        if (backwards)
            list = list with { After = Later(list.After, place!), IsOldestFirst = true };
        else if (place is not null)
            list = list with { Before = Earlier(list.Before, place) };
        var found = await list.ReadAsync(db, publications, size + 1, now, r => r.Select(Teaser.Columns).AsNoTracking(), cancel);
        DateTimeOffset? last = found.Count > size ? found[^1].PublishAt : null;
        page.OnTeasers(found, new ListWindow(
            list.Language, list.ZoneId, list.TopicId, From: backwards ? list.After?.PublishAt : last ?? list.After?.PublishAt, To: backwards ? last ?? list.Before?.PublishAt : list.Before?.PublishAt));
        // The place itself is on no list, and still decides what is.
        if ((before ?? after) is { } start)
            page.OnRelease(start, storyId: 0);
        return ListPart<Teaser>.Of(found, size, place, backwards, t => t.Id);
    }

    private static Place Earlier(Place? one, Place other) => one is null || one.CompareTo(other) > 0 ? other : one;

    private static Place Later(Place? one, Place other) => one is null || one.CompareTo(other) < 0 ? other : one;
}
