namespace ScoPortal.Benchmarks.Load;

/// <summary>Who answers.</summary>
internal enum Role
{
    /// <summary>Kestrel with the same bytes.</summary>
    Kestrel,

    /// <summary>Kestrel with the same body, and no header but its length.</summary>
    BareKestrel,

    /// <summary>nginx with the same bytes as a file.</summary>
    File,

    /// <summary>The portal as it is.</summary>
    Portal,

    /// <summary>The portal behind nginx with the shipped configuration.</summary>
    Behind,

    /// <summary>The portal without its page cache.</summary>
    Uncached,
}

/// <summary>Something that is put under load.</summary>
/// <param name="Page">What is asked for, in words; equal for those that are compared.</param>
/// <param name="Role">Who is asked.</param>
/// <param name="Servers">The server that is asked, and those behind it.</param>
/// <param name="Path">Where, when there is no list.</param>
internal sealed record Subject(string Page, Role Role, IReadOnlyList<Server> Servers, string Path)
{
    private const int MostAttempts = 10;

    private readonly List<Measure> rounds = [];

    /// <summary>A file of paths that are asked for in turn.</summary>
    public string? List { get; init; }

    /// <summary>Sent as If-None-Match.</summary>
    public string? Tag { get; init; }

    public int Connections { get; init; } = 64;

    /// <summary>The median of its rounds.</summary>
    public Measure Median => Measure.Median(rounds);

    /// <summary>Its rate as a part of another's, the median of what it was in each round.</summary>
    public double RatioTo(Subject other) => rounds.Zip(other.rounds, (mine, theirs) => mine.Rate / theirs.Rate).Order().ElementAt(rounds.Count / 2);

    /// <summary>Puts it under load until it answers, a few times at most, and forgets what was seen.</summary>
    public async Task WarmAsync(int seconds)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            if ((await Wrk.RunAsync(Servers, Path, seconds, List, Tag, Connections)).Rate > 0)
                return;
            Workplace.Say("no answer yet");
        }
    }

    /// <summary>One more round.</summary>
    public async Task MeasureAsync(int seconds) => rounds.Add(await Wrk.RunAsync(Servers, Path, seconds, List, Tag, Connections));
}
