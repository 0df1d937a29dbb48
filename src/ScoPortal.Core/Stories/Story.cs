using ScoPortal.Core.Topics;
using ScoPortal.Core.Zones;

namespace ScoPortal.Core.Stories;

/// <summary>What happened, in no language: zones, topics, an event date, and at most one release per language.</summary>
public partial class Story
{
    private readonly List<Release> releases = [];
    private readonly List<Relation> relations = [];
    private readonly List<Zone> zones = [];
    private readonly List<Topic> topics = [];

    /// <summary>Database key.</summary>
    public int Id { get; private set; }

    /// <summary>When it happened, as exactly as the sources say; null where they do not.</summary>
    public PartialDate? EventDate { get; private set; }

    /// <summary>Concurrency token: goes up with every save.</summary>
    public int Version { get; private set; }

    /// <summary>The language versions, one per language at most.</summary>
    public IReadOnlyList<Release> Releases => releases;

    /// <summary>What this story has to do with others; the other story is <see cref="Relation.Other"/>.</summary>
    public IReadOnlyList<Relation> Relations => relations;

    /// <summary>The zones it is about.</summary>
    public IReadOnlyList<Zone> Zones => zones;

    /// <summary>Its subjects.</summary>
    public IReadOnlyList<Topic> Topics => topics;

    /// <summary>Sets or clears the day of the event.</summary>
    public void HappenedOn(PartialDate? date) => EventDate = date;

    /// <summary>Replaces the zones and topics.</summary>
    public void FileUnder(IEnumerable<Zone> inZones, IEnumerable<Topic> underTopics)
    {
        Replace(zones, inZones);
        Replace(topics, underTopics);
    }

    /// <summary>The release in <paramref name="language"/>, or null.</summary>
    public Release? In(string language) => releases.Find(r => r.Language == language);

    /// <summary>Starts a draft in a language that this story does not have yet.</summary>
    /// <exception cref="RuleException">The language is taken.</exception>
    public Release Draft(string language, ReleaseContent content, Edit edit)
    {
        RequireFree(language);
        var release = new Release(this, language, content, edit);
        releases.Add(release);
        return release;
    }

    /// <summary>Notes that this story is a <paramref name="kind"/> of <paramref name="other"/>; once is enough.</summary>
    /// <returns>False where it is noted already, or both are one story.</returns>
    public bool Relate(RelationKind kind, Story other)
    {
        var isNew = other != this && !relations.Exists(r => r.Kind == kind && r.Other == other);
        if (isNew)
            relations.Add(new Relation(this, kind, other));
        return isNew;
    }

    /// <summary>Takes a relation back; nothing happens when there is none such.</summary>
    public void Unrelate(RelationKind kind, Story other) => relations.RemoveAll(r => r.Kind == kind && r.Other == other);

    /// <summary>Turns every relation to <paramref name="gone"/> into one to <paramref name="heir"/>, but none to itself.</summary>
    public void Replace(Story gone, Story heir)
    {
        foreach (var relation in relations.Where(r => r.Other == gone).ToArray())
        {
            relations.Remove(relation);
            Relate(relation.Kind, heir);
        }
    }

    private static void Replace<T>(List<T> list, IEnumerable<T> items)
    {
        var wanted = items.Distinct().ToList();
        list.RemoveAll(item => !wanted.Contains(item));
        list.AddRange(wanted.Except(list));
    }
}
