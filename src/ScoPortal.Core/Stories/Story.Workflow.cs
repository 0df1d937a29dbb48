namespace ScoPortal.Core.Stories;

public partial class Story
{
    /// <summary>Publishes every approved version at <paramref name="at"/>; null means as soon as the embargo of each allows.</summary>
    /// <returns>The versions that were published.</returns>
    /// <exception cref="RuleException">None is approved, or one of them is under embargo at that time; the story is to be read anew then.</exception>
    public IReadOnlyList<Release> Publish(DateTimeOffset? at, DateTimeOffset now)
    {
        var approved = releases.FindAll(r => r.State == ReleaseState.Approved);
        if (approved.Count == 0)
            throw new RuleException("Rule.NothingApproved");
        approved.ForEach(r => r.Publish(at, now));
        return approved;
    }

    /// <summary>Takes back every version that readers have; scheduled ones wait again, approved.</summary>
    /// <param name="reasons">Why, by language: each version says it in its own.</param>
    /// <param name="now">The instant, in UTC.</param>
    /// <returns>The versions that were withdrawn.</returns>
    /// <exception cref="RuleException">Readers have none, or a reason is missing; nothing has changed then.</exception>
    public IReadOnlyList<Release> Withdraw(IReadOnlyDictionary<string, string> reasons, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(reasons);
        var known = releases.FindAll(r => r.IsPublic(now));
        if (known.Count == 0)
            throw new RuleException("Rule.NotPublic");
        if (known.Exists(r => string.IsNullOrWhiteSpace(reasons.GetValueOrDefault(r.Language))))
            throw new RuleException("Rule.NoteMissing");
        known.ForEach(r => r.Withdraw(reasons[r.Language], now));
        releases.FindAll(r => r.IsScheduled(now)).ForEach(r => r.Unschedule(now));
        return known;
    }

    /// <summary>Starts a translation of the newest revision of one of its releases; the text is still to be written.</summary>
    /// <exception cref="RuleException">The language is taken, or the release is of another story.</exception>
    public Release Translate(Release source, string language, Edit edit)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Story != this)
            throw new RuleException("Rule.NotOfThisStory");
        var release = Draft(language, source.Content.InOtherWords(""), edit);
        release.Follow(source, source.RevisionNumber);
        return release;
    }
}
