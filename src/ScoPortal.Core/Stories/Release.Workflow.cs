namespace ScoPortal.Core.Stories;

public partial class Release
{
    /// <summary>Hands a draft to an editor.</summary>
    /// <exception cref="RuleException">It is no draft.</exception>
    public void Submit(DateTimeOffset now) => Go(ReleaseState.InReview, now, ReleaseState.Draft);

    /// <summary>Finds it fit to publish.</summary>
    /// <exception cref="RuleException">It is not in review, or has no headline or text.</exception>
    public void Approve(DateTimeOffset now)
    {
        RequireComplete();
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

    /// <summary>Publishes it at <paramref name="at"/>: now, or later by itself. Null means as soon as the embargo allows.</summary>
    /// <exception cref="RuleException">It is not approved, under embargo at that time, or has no headline or text.</exception>
    public void Publish(DateTimeOffset? at, DateTimeOffset now)
    {
        RequireComplete();
        var time = TimeFor(at, now);
        Go(ReleaseState.Published, now, ReleaseState.Approved);
        PublishAt = time;
    }

    /// <summary>Moves a scheduled release to another time; null means as soon as the embargo allows.</summary>
    /// <exception cref="RuleException">It is not scheduled, or under embargo at that time.</exception>
    public void Reschedule(DateTimeOffset? at, DateTimeOffset now)
    {
        RequireScheduled(now);
        (PublishAt, UpdatedAt) = (TimeFor(at, now), now);
    }

    /// <summary>Lets a scheduled release wait again; it stays approved.</summary>
    /// <exception cref="RuleException">It is not scheduled.</exception>
    public void Unschedule(DateTimeOffset now)
    {
        RequireScheduled(now);
        (State, PublishAt, UpdatedAt) = (ReleaseState.Approved, null, now);
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
    /// <exception cref="RuleException">Readers do not have it, or no reason is given.</exception>
    public void Withdraw(string reason, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new RuleException("Rule.NoteMissing");
        if (State != ReleaseState.Withdrawn && !IsPublic(now))
            throw new RuleException("Rule.NotPublic");
        Go(ReleaseState.Withdrawn, now, ReleaseState.Published, ReleaseState.Corrected);
        (WithdrawnAt, WithdrawnReason) = (now, reason);
    }

    private void Go(ReleaseState to, DateTimeOffset now, params ReadOnlySpan<ReleaseState> from)
    {
        if (!from.Contains(State))
            throw new RuleException("Rule.WrongState", State, to);
        (State, UpdatedAt) = (to, now);
    }

    private void RequireComplete()
    {
        if (string.IsNullOrWhiteSpace(Content.Headline) || string.IsNullOrWhiteSpace(Content.Body))
            throw new RuleException("Rule.Incomplete");
    }

    private void RequireScheduled(DateTimeOffset now)
    {
        if (!IsScheduled(now))
            throw new RuleException("Rule.NotScheduled");
    }

    private DateTimeOffset TimeFor(DateTimeOffset? at, DateTimeOffset now)
    {
        if (at < EmbargoUntil)
            throw new RuleException("Rule.Embargo", EmbargoUntil.Value);
        return (at ?? (EmbargoUntil > now ? EmbargoUntil.Value : now)).ToUniversalTime();
    }
}
