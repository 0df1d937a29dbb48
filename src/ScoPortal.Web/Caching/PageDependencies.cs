namespace ScoPortal.Web.Caching;

/// <summary>
/// What the page that is being made shows of the newsroom, told while it is read. What is not told does not bring the page up to date: a page
/// tells what it shows, and the windows of the lists it reads, so that it also learns of what was not there yet.
/// </summary>
public sealed class PageDependencies
{
    private readonly HashSet<Subject> subjects = [];
    private readonly List<ListWindow> windows = [];

    /// <summary>All that was told, each once.</summary>
    internal IReadOnlySet<Subject> Subjects => subjects;

    /// <summary>The lists of which a part was read.</summary>
    internal IReadOnlyList<ListWindow> Windows => windows;

    /// <summary>A release is shown, be it as one line, with the zones and topics of its story.</summary>
    public void OnRelease(int id, int storyId)
    {
        subjects.Add(new(SubjectKind.Release, id));
        subjects.Add(new(SubjectKind.Story, storyId));
    }

    /// <summary>The language versions of a story are named, or that there are none. Those named are told with <see cref="OnRelease"/>, too.</summary>
    public void OnVersions(int storyId) => subjects.Add(new(SubjectKind.Versions, storyId));

    /// <summary>What an editor has related to a story is named, or would be.</summary>
    public void OnRelated(int storyId) => subjects.Add(new(SubjectKind.Related, storyId));

    /// <summary>A picture is shown, with its texts.</summary>
    public void OnPicture(int id) => subjects.Add(new(SubjectKind.Picture, id));

    /// <summary>A picture is named that does not exist; it may yet come.</summary>
    public void OnMissingPicture() => OnPicture(0);

    /// <summary>Public corrections of releases in a language are listed.</summary>
    public void OnCorrections(string language) => subjects.Add(new(SubjectKind.Corrections, 0, language));

    /// <summary>A part of a list of releases is shown, or counted.</summary>
    public void OnList(ListWindow window) => windows.Add(window);
}

/// <summary>One thing that a page shows and that can change.</summary>
internal readonly record struct Subject(SubjectKind Kind, int Id, string? Language = null);

/// <summary>Which sides of the newsroom a page can show.</summary>
internal enum SubjectKind
{
    Release,
    Story,
    Versions,
    Related,
    Picture,
    Corrections,
}
