using ScoPortal.Web.Media;

namespace ScoPortal.Web.Feeds;

/// <summary>A feed, before it takes one of its formats. Every address is absolute; every text is fit for XML.</summary>
internal sealed record Feed
{
    public required string Title { get; init; }

    public required string Description { get; init; }

    /// <summary>Language tag of every entry.</summary>
    public required string Language { get; init; }

    /// <summary>The feed's own address, which is also its name for ever.</summary>
    public required string Self { get; init; }

    /// <summary>The page that shows the same to people.</summary>
    public required string Page { get; init; }

    /// <summary>The portal's home page in this language.</summary>
    public required string Home { get; init; }

    /// <summary>When anything in it last changed.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>When it last can have changed. Withdrawals count: they leave the newest entry older than before.</summary>
    public required DateTimeOffset LastChange { get; init; }

    /// <summary>The same feed in the other languages.</summary>
    public required IReadOnlyList<FeedVersion> Versions { get; init; }

    public required IReadOnlyList<FeedEntry> Entries { get; init; }
}

/// <summary>The same thing in another language.</summary>
internal sealed record FeedVersion(string Language, string Url);

/// <summary>What an entry is filed under.</summary>
/// <param name="Key">Its key, the same in every language.</param>
/// <param name="Name">Its name in the feed's language.</param>
/// <param name="Scheme">What kind of thing it is: the page that lists all of them.</param>
internal sealed record FeedCategory(string Key, string Name, string Scheme);

/// <summary>One release in a feed.</summary>
internal sealed record FeedEntry
{
    /// <summary>Its address without the readable part, which an editor may change: this one stays and leads there.</summary>
    public required string Id { get; init; }

    public required string Url { get; init; }

    public required string Title { get; init; }

    public required string? Summary { get; init; }

    /// <summary>The whole text, with what was put right and where to read more.</summary>
    public required string Html { get; init; }

    /// <summary>Its first picture, at absolute addresses.</summary>
    public required Picture? Picture { get; init; }

    public required string Author { get; init; }

    public required DateTimeOffset Published { get; init; }

    /// <summary>When it was last edited or put right; never before <see cref="Published"/>.</summary>
    public required DateTimeOffset Updated { get; init; }

    public required IReadOnlyList<FeedCategory> Categories { get; init; }

    /// <summary>Its other language versions that a visitor may open.</summary>
    public required IReadOnlyList<FeedVersion> Versions { get; init; }
}
