namespace ScoPortal.Core.Stories;

public partial class Release
{
    /// <summary>
    /// Saves a new revision. Who may publish answers for it, and its state stays. Anybody else's edit of an approved or
    /// scheduled release has to be looked at again; what readers have is not theirs to change.
    /// </summary>
    /// <param name="content">The whole new content.</param>
    /// <param name="basedOn">Number of the revision that the author started from.</param>
    /// <param name="edit">Who, when, why.</param>
    /// <returns>The new revision, or null when nothing differs.</returns>
    /// <exception cref="EditConflictException">Another revision was saved meanwhile.</exception>
    /// <exception cref="RuleException">The release is withdrawn, or readers have it and the author may not publish.</exception>
    public Revision? Save(ReleaseContent content, int basedOn, Edit edit)
    {
        if (State == ReleaseState.Withdrawn)
            throw new RuleException("Rule.Withdrawn");
        if (basedOn != RevisionNumber)
            throw new EditConflictException(content, Content, RevisionNumber);
        if (content == Content)
            return null;
        BackToReview(edit);

        // The address of a text that readers know stays; a draft's follows its headline.
        if (State < ReleaseState.Published && Slug == Stories.Slug.From(Content.Headline))
            Slug = Stories.Slug.From(content.Headline);
        Content = content;
        return Record(content, edit);
    }

    /// <summary>
    /// Gives it another readable address; the number in it stays. As with <see cref="Save"/>, what somebody renames who may
    /// not publish has to be looked at again.
    /// </summary>
    /// <param name="slug">The address as typed.</param>
    /// <param name="edit">Who, and when.</param>
    /// <exception cref="RuleException">The release is withdrawn, or readers have it and the author may not publish.</exception>
    public void Rename(string slug, Edit edit)
    {
        RequireOpen(edit);
        if (Stories.Slug.From(slug) is var renamed && renamed == Slug)
            return;
        BackToReview(edit);
        Slug = renamed;
    }

    /// <summary>Refuses an edit that nobody may make, or not this person.</summary>
    /// <exception cref="RuleException">The release is withdrawn, or readers have it and the editor may not publish.</exception>
    public void RequireOpen(Edit edit)
    {
        if (State == ReleaseState.Withdrawn)
            throw new RuleException("Rule.Withdrawn");
        if (!edit.MayPublish && IsPublic(edit.At))
            throw new RuleException("Rule.PublicText");
    }

    private void BackToReview(Edit edit)
    {
        RequireOpen(edit);
        if (!edit.MayPublish && State > ReleaseState.InReview)
            (State, PublishAt, UpdatedAt) = (ReleaseState.InReview, null, edit.At);
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
