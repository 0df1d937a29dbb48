namespace ScoPortal.Core.Zones;

/// <summary>Who says it, and where it can be read.</summary>
public sealed record Source
{
    /// <summary>Name and date: "TASS, January 2026".</summary>
    public required string Name { get; init; }

    /// <summary>http or https address, where there is one.</summary>
    public string? Url { get; init; }
}

/// <summary>What a zone is called and how it is described, in one language.</summary>
public sealed record ProfileText
{
    /// <summary>Headline of its page: "Lianyungang: where ships meet the railway".</summary>
    public required string Name { get; init; }

    /// <summary>For navigation: "Qingdao".</summary>
    public required string ShortName { get; init; }

    /// <summary>Above the headline of its stories: "Qingdao SCODA".</summary>
    public required string Kicker { get; init; }

    /// <summary>Its full official name.</summary>
    public string? OfficialName { get; init; }

    /// <summary>One or two sentences.</summary>
    public string? Standfirst { get; init; }

    /// <summary>Markdown without raw HTML.</summary>
    public string Body { get; init; } = "";

    /// <summary>City and province: "Jiaozhou, Qingdao, Shandong".</summary>
    public string? Place { get; init; }

    /// <summary>The body that runs it.</summary>
    public string? Operator { get; init; }

    /// <summary>Name and address lines, one a line.</summary>
    public string? Contact { get; init; }
}

/// <summary>A zone's description in one language.</summary>
public class ZoneProfile
{
    private ZoneProfile() => (Language, Text) = ("", null!);

    internal ZoneProfile(string language, ProfileText text) => (Language, Text) = (language, text);

    /// <summary>Database key.</summary>
    public int Id { get; private set; }

    /// <summary>BCP 47.</summary>
    public string Language { get; private set; }

    /// <summary>The words.</summary>
    public ProfileText Text { get; private set; }

    internal void Rewrite(ProfileText text) => Text = text;
}
