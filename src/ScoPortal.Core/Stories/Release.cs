namespace ScoPortal.Core.Stories;

/// <summary>One language version of a story.</summary>
public partial class Release
{
    private readonly List<Revision> revisions = [];
    private readonly List<Correction> corrections = [];
    private readonly List<ExternalId> externalIds = [];
    private readonly List<ReleaseMedia> media = [];

    private Release() => (Story, Language, Slug, Content) = (null!, "", "", null!);

    internal Release(Story story, string language, ReleaseContent content, Edit edit)
    {
        (Story, Language, Content, Slug) = (story, language, content, Stories.Slug.From(content.Headline));
        State = ReleaseState.Draft;
        (CreatedAt, AuthorId) = (edit.At, edit.AccountId);
        Record(content, edit with { Minor = false });
    }

    /// <summary>Database key, and the number in the public address, which therefore survives linking and unlinking.</summary>
    public int Id { get; private set; }

    /// <summary>Key of <see cref="Story"/>.</summary>
    public int StoryId { get; private set; }

    /// <summary>The story this is a version of.</summary>
    public Story Story { get; private set; }

    /// <summary>BCP 47 in lower case: en, de, ru, zh.</summary>
    public string Language { get; private set; }

    /// <summary>The readable part of the address, in the script of the language.</summary>
    public string Slug { get; private set; }

    /// <summary>Text and fields as the newest revision has them.</summary>
    public ReleaseContent Content { get; private set; }

    /// <summary>How far it has come.</summary>
    public ReleaseState State { get; private set; }

    /// <summary>When readers get it, in UTC; null until it is published or scheduled.</summary>
    public DateTimeOffset? PublishAt { get; private set; }

    /// <summary>No reader gets it before, in UTC, whoever publishes it; null without embargo.</summary>
    public DateTimeOffset? EmbargoUntil { get; private set; }

    /// <summary>Key of the account that began it; null when a command did.</summary>
    public int? AuthorId { get; private set; }

    /// <summary>When its first draft was saved, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When its newest revision was saved or its state last changed, in UTC.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Number of the newest revision.</summary>
    public int RevisionNumber { get; private set; }

    /// <summary>Number of the newest revision that translations have to follow.</summary>
    public int MajorRevision { get; private set; }

    /// <summary>Key of the release this was translated from; null for an original.</summary>
    public int? TranslatedFromId { get; private set; }

    /// <summary>The release this was translated from; null for an original.</summary>
    public Release? TranslatedFrom { get; private set; }

    /// <summary>The revision of that release which this translation follows.</summary>
    public int? TranslatedFromRevision { get; private set; }

    /// <summary>When it was withdrawn, in UTC.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Why it was withdrawn, in its language, for the public.</summary>
    public string? WithdrawnReason { get; private set; }

    /// <summary>Concurrency token: goes up with every save.</summary>
    public int Version { get; private set; }

    /// <summary>Every state it was saved in, oldest first.</summary>
    public IReadOnlyList<Revision> Revisions => revisions;

    /// <summary>What was put right in public, oldest first.</summary>
    public IReadOnlyList<Correction> Corrections => corrections;

    /// <summary>Its numbers at wires and sites.</summary>
    public IReadOnlyList<ExternalId> ExternalIds => externalIds;

    /// <summary>Its pictures, in order.</summary>
    public IReadOnlyList<ReleaseMedia> Media => media;

    /// <summary>The untouched text it was imported from; null when it was written here.</summary>
    public Original? Original { get; private set; }

    /// <summary>A visitor may read it at <paramref name="now"/>.</summary>
    public bool IsPublic(DateTimeOffset now) =>
        State is ReleaseState.Published or ReleaseState.Corrected && PublishAt <= now;

    /// <summary>It will be public later without anybody doing anything.</summary>
    public bool IsScheduled(DateTimeOffset now) => State == ReleaseState.Published && PublishAt > now;

    /// <summary>
    /// How many sentences of its source have changed since the revision it was translated from, other than in punctuation and in edits that
    /// were called minor. Derived: counted with every save of either.
    /// </summary>
    public int StaleSentences { get; private set; }

    /// <summary>In how many of them a number, a date, a name or a negation has changed, or the whole sentence is new or gone.</summary>
    public int StaleMust { get; private set; }

    /// <summary>Its source says something else by now.</summary>
    public bool IsStale => StaleSentences > 0;

    /// <summary>Notes which revision of which release this text was translated from.</summary>
    /// <exception cref="RuleException">The source is in the same language or has no such revision.</exception>
    public void Follow(Release source, int revision)
    {
        if (source.Language == Language)
            throw new RuleException("Rule.SameLanguage", Language);
        if (revision < 1 || revision > source.RevisionNumber)
            throw new RuleException("Rule.NoSuchRevision", revision);
        (TranslatedFrom, TranslatedFromRevision) = (source, revision);
    }

    /// <summary>Keeps the text it was imported from.</summary>
    public void CameFrom(Original original) => Original = original;

    /// <summary>Notes its number at a wire or a site.</summary>
    public void KnownAs(string scheme, string value)
    {
        if (!externalIds.Exists(id => id.Scheme == scheme && id.Value == value))
            externalIds.Add(new ExternalId(scheme, value));
    }

    /// <summary>It is no translation any more, or of a text that nobody knows.</summary>
    public void Unfollow() => (TranslatedFrom, TranslatedFromRevision) = (null, null);

    internal void MoveTo(Story story) => Story = story;

    // A source that is not loaded is of another story already, and was so before.
    internal void KeepSource()
    {
        if (TranslatedFrom is { } source && source.Story != Story)
            Unfollow();
    }
}
