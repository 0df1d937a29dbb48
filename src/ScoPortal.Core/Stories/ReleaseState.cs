namespace ScoPortal.Core.Stories;

/// <summary>How far a release has come. "Scheduled" is <see cref="Published"/> with a publish time that lies ahead.</summary>
public enum ReleaseState
{
    /// <summary>Being written.</summary>
    Draft = 1,

    /// <summary>Waits for an editor's eye.</summary>
    InReview = 2,

    /// <summary>May be published.</summary>
    Approved = 3,

    /// <summary>Readers have it from its publish time on.</summary>
    Published = 4,

    /// <summary>Published, and put right since with a public note.</summary>
    Corrected = 5,

    /// <summary>Was published; its address says that and why it is gone.</summary>
    Withdrawn = 6,
}
