namespace ScoPortal.Core.Stories;

/// <summary>Who saved a release, when and why.</summary>
/// <param name="By">The author's name as readers of the history see it.</param>
/// <param name="At">The instant, in UTC.</param>
/// <param name="Note">What was changed, in the author's words.</param>
/// <param name="Minor">A typing error, a link, a space: translations stay up to date.</param>
/// <param name="AccountId">Key of the author's account; null for a command.</param>
/// <param name="MayPublish">The author may publish; commands may.</param>
public sealed record Edit(
    string By, DateTimeOffset At, string? Note = null, bool Minor = false, int? AccountId = null, bool MayPublish = true);

/// <summary>A release as one save left it. Never changes.</summary>
public class Revision
{
    private Revision() => (Release, Content, By) = (null!, null!, "");

    internal Revision(Release release, int number, ReleaseContent content, Edit edit) =>
        (Release, Number, Content, By, AccountId, At, Note, Minor) = (release, number, content, edit.By, edit.AccountId, edit.At, edit.Note, edit.Minor);

    /// <summary>Database key.</summary>
    public int Id { get; private set; }

    /// <summary>The release it is a state of.</summary>
    public Release Release { get; private set; }

    /// <summary>1 for the first save of a release, then counting up without gaps.</summary>
    public int Number { get; private set; }

    /// <summary>The text and fields as saved.</summary>
    public ReleaseContent Content { get; private set; }

    /// <summary>The author's name.</summary>
    public string By { get; private set; }

    /// <summary>Key of the author's account; null for a command.</summary>
    public int? AccountId { get; private set; }

    /// <summary>When it was saved, in UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>What was changed, in the author's words.</summary>
    public string? Note { get; private set; }

    /// <summary>Changes nothing that a translation would have to follow.</summary>
    public bool Minor { get; private set; }
}

/// <summary>A public note that something in a published release was wrong and has been put right.</summary>
public class Correction
{
    private Correction() => (Release, Language, Note) = (null!, "", "");

    internal Correction(Release release, string note, DateTimeOffset at) =>
        (Release, Language, Note, At, RevisionNumber) = (release, release.Language, note, at, release.RevisionNumber);

    /// <summary>Database key.</summary>
    public int Id { get; private set; }

    /// <summary>The release that was corrected.</summary>
    public Release Release { get; private set; }

    /// <summary>BCP 47: the language of the release, and of the note.</summary>
    public string Language { get; private set; }

    /// <summary>What was wrong and what is right, in that language.</summary>
    public string Note { get; private set; }

    /// <summary>When it was corrected, in UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The revision that puts it right.</summary>
    public int RevisionNumber { get; private set; }
}
