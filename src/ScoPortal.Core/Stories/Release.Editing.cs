namespace ScoPortal.Core.Stories;

public partial class Release
{
    /// <summary>Saves a new revision.</summary>
    /// <param name="content">The whole new content.</param>
    /// <param name="basedOn">Number of the revision that the author started from.</param>
    /// <param name="edit">Who, when, why.</param>
    /// <returns>The new revision, or null when nothing differs.</returns>
    /// <exception cref="EditConflictException">Another revision was saved meanwhile.</exception>
    /// <exception cref="RuleException">The release is withdrawn.</exception>
    public Revision? Save(ReleaseContent content, int basedOn, Edit edit)
    {
        if (State == ReleaseState.Withdrawn)
            throw new RuleException("Rule.Withdrawn");
        if (basedOn != RevisionNumber)
            throw new EditConflictException(content, Content, RevisionNumber);
        if (content == Content)
            return null;

        // The address of a text that readers know stays; a draft's follows its headline.
        if (State < ReleaseState.Published && Slug == Stories.Slug.From(Content.Headline))
            Slug = Stories.Slug.From(content.Headline);
        Content = content;
        return Record(content, edit);
    }

    /// <summary>Hands a draft to an editor.</summary>
    /// <exception cref="RuleException">It is no draft.</exception>
    public void Submit(DateTimeOffset now) => Go(ReleaseState.InReview, now, ReleaseState.Draft);

    /// <summary>Finds it fit to publish.</summary>
    /// <exception cref="RuleException">It is not in review, or has no headline or text.</exception>
    public void Approve(DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(Content.Headline) || string.IsNullOrWhiteSpace(Content.Body))
            throw new RuleException("Rule.Incomplete");
        Go(ReleaseState.Approved, now, ReleaseState.InReview);
    }

    /// <summary>Sends it back to be worked on; a scheduled one is no longer scheduled.</summary>
    /// <exception cref="RuleException">It is a draft already, or readers have it.</exception>
    public void Return(DateTimeOffset now)
    {
        if (IsScheduled(now))
            (State, PublishAt) = (ReleaseState.Approved, null);
        Go(ReleaseState.Draft, now, ReleaseState.InReview, ReleaseState.Approved);
    }

    /// <summary>Publishes it at <paramref name="at"/>: now, or later by itself.</summary>
    /// <exception cref="RuleException">It is not approved, or under embargo at that time.</exception>
    public void Publish(DateTimeOffset at, DateTimeOffset now)
    {
        if (EmbargoUntil > at)
            throw new RuleException("Rule.Embargo", EmbargoUntil.Value);
        Go(ReleaseState.Published, now, ReleaseState.Approved);
        PublishAt = at.ToUniversalTime();
    }

    /// <summary>Keeps it from readers until <paramref name="until"/>; null lifts the embargo.</summary>
    /// <exception cref="RuleException">Readers have it already, or would get it before.</exception>
    public void Embargo(DateTimeOffset? until, DateTimeOffset now)
    {
        if (IsPublic(now) || State == ReleaseState.Withdrawn)
            throw new RuleException("Rule.WrongState", State, State);
        if (PublishAt < until)
            throw new RuleException("Rule.Embargo", until!.Value);
        (EmbargoUntil, UpdatedAt) = (until?.ToUniversalTime(), now);
    }

    /// <summary>Says in public that the newest revision puts something right.</summary>
    /// <exception cref="RuleException">Readers do not have it, or the note is empty.</exception>
    public Correction Correct(string note, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(note))
            throw new RuleException("Rule.NoteMissing");
        if (!IsPublic(now))
            throw new RuleException("Rule.NotPublic");
        Go(ReleaseState.Corrected, now, ReleaseState.Published, ReleaseState.Corrected);
        var correction = new Correction(this, note, now);
        corrections.Add(correction);
        return correction;
    }

    /// <summary>Takes it back; its address says so, and why.</summary>
    /// <exception cref="RuleException">It is not published, or no reason is given.</exception>
    public void Withdraw(string reason, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new RuleException("Rule.NoteMissing");
        Go(ReleaseState.Withdrawn, now, ReleaseState.Published, ReleaseState.Corrected);
        (WithdrawnAt, WithdrawnReason) = (now, reason);
    }

    private void Go(ReleaseState to, DateTimeOffset now, params ReadOnlySpan<ReleaseState> from)
    {
        if (!from.Contains(State))
            throw new RuleException("Rule.WrongState", State, to);
        (State, UpdatedAt) = (to, now);
    }

    private Revision Record(ReleaseContent content, Edit edit)
    {
        var revision = new Revision(this, ++RevisionNumber, content, edit);
        if (!edit.Minor)
            MajorRevision = RevisionNumber;
        UpdatedAt = edit.At;
        revisions.Add(revision);
        return revision;
    }
}
