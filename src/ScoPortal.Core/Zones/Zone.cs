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
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(latitude), 90, nameof(latitude));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(longitude), 180, nameof(longitude));
        (Key, Mark, Latitude, Longitude) = (key, mark, latitude, longitude);
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

    /// <summary>Sets when it was founded, and who says so.</summary>
    public void FoundedOn(PartialDate date, Source source) => (Founded, FoundedSource) = (date, source);

    /// <summary>Describes it in <paramref name="language"/>, over an earlier description.</summary>
    public void Describe(string language, ProfileText text)
    {
        if (profiles.Find(p => p.Language == language) is { } profile)
            profile.Rewrite(text);
        else
            profiles.Add(new ZoneProfile(language, text));
    }

    /// <summary>Adds a figure after the others.</summary>
    public void Add(KeyFigure figure)
    {
        figure.Order = figures.Count;
        figures.Add(figure);
    }

    /// <summary>Adds a date to its history.</summary>
    public void Add(Milestone milestone) => milestones.Add(milestone);

    /// <summary>Adds a topic it works on.</summary>
    public void FocusOn(Topic topic)
    {
        if (!focusTopics.Contains(topic))
            focusTopics.Add(topic);
    }
}
