using ScoPortal.Core.Zones;

namespace ScoPortal.Core.Topics;

/// <summary>A subject that stories are filed under, named per language.</summary>
public class Topic
{
    private readonly List<TopicName> names = [];

    private Topic() => Key = "";

    /// <param name="key">Stable name in addresses: lower-case Latin letters, digits and hyphens.</param>
    /// <param name="order">Place in lists, lowest first.</param>
    public Topic(string key, int order) => (Key, Order) = (key, order);

    /// <summary>Database key.</summary>
    public int Id { get; private set; }

    /// <summary>Stable name in addresses; unique.</summary>
    public string Key { get; private set; }

    /// <summary>Place in lists, lowest first.</summary>
    public int Order { get; set; }

    /// <summary>The zone that this topic is a centre of, as with SCODA's five; null for the others.</summary>
    public Zone? Centre { get; set; }

    /// <summary>Concurrency token: goes up with every save.</summary>
    public int Version { get; private set; }

    /// <summary>Its name and description per language.</summary>
    public IReadOnlyList<TopicName> Names => names;

    /// <summary>Names it in <paramref name="language"/>, over an earlier name.</summary>
    public void Name(string language, string name, string? description)
    {
        names.RemoveAll(n => n.Language == language);
        names.Add(new TopicName(language, name, description));
    }

    /// <summary>Takes its name in <paramref name="language"/> away.</summary>
    public void Unname(string language) => names.RemoveAll(n => n.Language == language);

    /// <summary>Asks whether it may go.</summary>
    /// <param name="stories">How many stories are filed under it.</param>
    /// <exception cref="RuleException">There are some.</exception>
    public static void RequireUnused(int stories)
    {
        if (stories > 0)
            throw new RuleException("Rule.TopicInUse", stories);
    }
}

/// <summary>What a topic is called in one language.</summary>
public class TopicName
{
    private TopicName() => (Language, Name) = ("", "");

    internal TopicName(string language, string name, string? description) =>
        (Language, Name, Description) = (language, name, description);

    /// <summary>BCP 47.</summary>
    public string Language { get; private set; }

    /// <summary>Plain text.</summary>
    public string Name { get; private set; }

    /// <summary>One sentence on what belongs here.</summary>
    public string? Description { get; private set; }
}
