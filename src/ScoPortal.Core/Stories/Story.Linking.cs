namespace ScoPortal.Core.Stories;

// A translation follows a release of its own story: one that is parted from its source stops following it.
public partial class Story
{
    /// <summary>Makes <paramref name="release"/> a version of this story, taking it out of the one it was in.</summary>
    /// <exception cref="RuleException">This story has another release in that language.</exception>
    public void Link(Release release)
    {
        ArgumentNullException.ThrowIfNull(release);
        if (release.Story != this)
            Take(release.Story, [release]);
    }

    /// <summary>Takes <paramref name="release"/> out into a story of its own, under the same zones and topics.</summary>
    /// <returns>The new story, to be added to the database.</returns>
    /// <exception cref="RuleException">It is not of this story, or the only release of it.</exception>
    public Story Unlink(Release release)
    {
        ArgumentNullException.ThrowIfNull(release);
        var alone = Split([release]);
        alone.FileUnder(zones, topics);
        alone.HappenedOn(EventDate);
        return alone;
    }

    /// <summary>Takes some releases out into a story of their own, which is filed under nothing.</summary>
    /// <returns>The new story, to be added to the database.</returns>
    /// <exception cref="RuleException">One is not of this story, or they are all releases of it.</exception>
    public Story Split(IReadOnlyCollection<Release> some)
    {
        ArgumentNullException.ThrowIfNull(some);
        if (some.Any(r => r.Story != this))
            throw new RuleException("Rule.NotOfThisStory");
        if (some.Count == releases.Count)
            throw new RuleException("Rule.OnlyVersion");

        var apart = new Story();
        apart.Take(this, [.. some]);
        return apart;
    }

    /// <summary>Takes over all releases and relations of <paramref name="other"/>, which is empty afterwards.</summary>
    /// <param name="other">The story that goes.</param>
    /// <param name="filing">Its zones and topics, and its event date where this story has none, are taken over too.</param>
    /// <exception cref="RuleException">Both have a release in one language; nothing has changed then.</exception>
    public void Merge(Story other, bool filing = true)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other == this)
            return;

        Take(other, [.. other.releases]);
        if (filing)
        {
            zones.AddRange(other.zones.Except(zones));
            topics.AddRange(other.topics.Except(topics));
            EventDate ??= other.EventDate;
        }

        foreach (var relation in other.relations)
            Relate(relation.Kind, relation.Other);
        other.relations.Clear();
        Replace(other, this);
    }

    private void Take(Story from, Release[] some)
    {
        foreach (var release in some)
            RequireFree(release.Language);
        foreach (var release in some)
        {
            from.releases.Remove(release);
            releases.Add(release);
            release.MoveTo(this);
        }

        foreach (var release in from.releases.Concat(releases))
            release.KeepSource();
    }

    private void RequireFree(string language)
    {
        if (In(language) is not null)
            throw new RuleException("Rule.LanguageTaken", language);
    }
}
