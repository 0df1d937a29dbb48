using ScoPortal.Core.Topics;

namespace ScoPortal.Core.Zones;

/// <summary>The shape that stands for a zone wherever it is named, with or without colour.</summary>
public enum ZoneMark
{
    /// <summary>●</summary>
    Circle = 1,

    /// <summary>■</summary>
    Square = 2,

    /// <summary>◆</summary>
    Diamond = 3,
}

/// <summary>A cooperation zone: what is true of it in any language.</summary>
public class Zone
{
    private readonly List<ZoneProfile> profiles = [];
    private readonly List<KeyFigure> figures = [];
    private readonly List<Milestone> milestones = [];
    private readonly List<Topic> focusTopics = [];

    private Zone() => Key = "";

    /// <param name="key">Stable name in addresses: lower-case Latin letters, digits and hyphens.</param>
    /// <param name="mark">The shape that stands for it.</param>
    /// <param name="latitude">Degrees north, -90 to 90.</param>
    /// <param name="longitude">Degrees east, -180 to 180.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such place on Earth.</exception>
    public Zone(string key, ZoneMark mark, double latitude, double longitude)
    {
        Key = key;
        Locate(mark, latitude, longitude);
    }

    /// <summary>Database key.</summary>
    public int Id { get; private set; }

    /// <summary>Stable name in addresses; unique.</summary>
    public string Key { get; private set; }

    /// <summary>The shape that stands for it.</summary>
    public ZoneMark Mark { get; private set; }

    /// <summary>Place in lists, lowest first.</summary>
    public int Order { get; set; }

    /// <summary>Degrees north.</summary>
    public double Latitude { get; private set; }

    /// <summary>Degrees east.</summary>
    public double Longitude { get; private set; }

    /// <summary>http or https address of the zone's own site.</summary>
    public string? Website { get; set; }

    /// <summary>When it was founded or announced, as exactly as the source says.</summary>
    public PartialDate? Founded { get; private set; }

    /// <summary>Who says so.</summary>
    public Source? FoundedSource { get; private set; }

    /// <summary>Concurrency token: goes up with every save.</summary>
    public int Version { get; private set; }

    /// <summary>Its description per language.</summary>
    public IReadOnlyList<ZoneProfile> Profiles => profiles;

    /// <summary>Its figures in the order of the page.</summary>
    public IReadOnlyList<KeyFigure> Figures => figures;

    /// <summary>Its history.</summary>
    public IReadOnlyList<Milestone> Milestones => milestones;

    /// <summary>The topics it works on.</summary>
    public IReadOnlyList<Topic> FocusTopics => focusTopics;

    /// <summary>Gives it another mark and place on the map.</summary>
    /// <param name="mark">The shape that stands for it.</param>
    /// <param name="latitude">Degrees north, -90 to 90.</param>
    /// <param name="longitude">Degrees east, -180 to 180.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such place on Earth; nothing has changed then.</exception>
    public void Locate(ZoneMark mark, double latitude, double longitude)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(latitude), 90, nameof(latitude));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(longitude), 180, nameof(longitude));
        (Mark, Latitude, Longitude) = (mark, latitude, longitude);
    }

    /// <summary>Sets when it was founded, and who says so.</summary>
    public void FoundedOn(PartialDate date, Source source) => (Founded, FoundedSource) = (date, source);

    /// <summary>Says no more when it was founded.</summary>
    public void FoundingUnknown() => (Founded, FoundedSource) = (null, null);

    /// <summary>Describes it in <paramref name="language"/>, over an earlier description.</summary>
    public void Describe(string language, ProfileText text)
    {
        if (profiles.Find(p => p.Language == language) is { } profile)
            profile.Rewrite(text);
        else
            profiles.Add(new ZoneProfile(language, text));
    }

    /// <summary>Takes its description in <paramref name="language"/> away.</summary>
    public void Undescribe(string language) => profiles.RemoveAll(p => p.Language == language);

    /// <summary>Adds a figure after the others.</summary>
    public void Add(KeyFigure figure)
    {
        figures.Add(figure);
        Number(figures.OrderBy(f => f == figure ? int.MaxValue : f.Order));
    }

    /// <summary>Takes a figure away; the others close up.</summary>
    public void Remove(KeyFigure figure)
    {
        figures.Remove(figure);
        Number(figures.OrderBy(f => f.Order));
    }

    /// <summary>Puts its figures into the order of <paramref name="ids"/>; those not named follow in the order they had.</summary>
    public void Reorder(IReadOnlyList<int> ids) =>
        Number(Sequence.Arrange(figures.OrderBy(f => f.Order), f => f.Id, ids));

    /// <summary>Adds a date to its history.</summary>
    public void Add(Milestone milestone) => milestones.Add(milestone);

    /// <summary>Takes a date out of its history.</summary>
    public void Remove(Milestone milestone) => milestones.Remove(milestone);

    /// <summary>Says what topics it works on: these and no others.</summary>
    public void FocusOn(params IReadOnlyCollection<Topic> topics)
    {
        focusTopics.RemoveAll(t => !topics.Contains(t));
        focusTopics.AddRange(topics.Except(focusTopics));
    }

    private static void Number(IEnumerable<KeyFigure> inOrder)
    {
        foreach (var (place, figure) in inOrder.ToArray().Index())
            figure.Order = place;
    }
}
