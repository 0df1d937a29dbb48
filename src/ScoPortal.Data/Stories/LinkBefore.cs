using System.Text.Json;
using System.Text.Json.Serialization;
using ScoPortal.Core;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Translation;

namespace ScoPortal.Data.Stories;

/// <summary>How stories stood before a change of links, as <see cref="LinkChange.Before"/> keeps it.</summary>
/// <param name="Moved">Keys of the releases that changed their story.</param>
/// <param name="Followed">Translations among all releases of both stories, and what they followed.</param>
/// <param name="Gone">The story that the change has removed; null where it removed none.</param>
/// <param name="Heir">The story that took it over; null where there is none.</param>
internal sealed record LinkBefore(IReadOnlyList<int> Moved, IReadOnlyList<Followed> Followed, StoryBefore? Gone = null, StoryBefore? Heir = null)
{
    private static readonly JsonSerializerOptions Short = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    public static LinkBefore Of(IEnumerable<Release> moved, params IEnumerable<Story> stories) => new(
        [.. moved.Select(r => r.Id)],
        [.. stories.SelectMany(s => s.Releases).Where(r => r.TranslatedFromId is not null)
            .Select(r => new Followed(r.Id, r.TranslatedFromId!.Value, r.TranslatedFromRevision!.Value))]);

    public static LinkBefore Parse(string json) => JsonSerializer.Deserialize<LinkBefore>(json, Short)!;

    public string ToJson() => JsonSerializer.Serialize(this, Short);
}

/// <summary>A translation and the revision of its source that it follows.</summary>
internal sealed record Followed(int Release, int Source, int Revision);

/// <summary>What a story has beside its releases.</summary>
internal sealed record StoryBefore(
    string? EventDate, IReadOnlyList<int> Zones, IReadOnlyList<int> Topics, IReadOnlyList<RelationBefore> Relations, IReadOnlyList<RelationBefore> RelatedBy,
    IReadOnlyList<AssignmentBefore> Assignments)
{
    public static StoryBefore Of(Story story, IEnumerable<Story> related, IEnumerable<Assignment> assignments) => new(
        story.EventDate?.ToString(),
        [.. story.Zones.Select(z => z.Id)],
        [.. story.Topics.Select(t => t.Id)],
        [.. story.Relations.Select(r => new RelationBefore(r.Kind, r.Other.Id))],
        [.. related.SelectMany(s => s.Relations).Where(r => r.Other == story).Select(r => new RelationBefore(r.Kind, r.Story.Id))],
        [.. assignments.Where(a => a.StoryId == story.Id).Select(a => new AssignmentBefore(a.Language, a.AccountId, a.DueOn, a.Note, a.By, a.At))]);

    public PartialDate? Happened => EventDate is null ? null : PartialDate.Parse(EventDate);
}

/// <summary>A relation of a story to another, or of another to it.</summary>
internal sealed record RelationBefore(RelationKind Kind, int Story);

/// <summary>A language version that was asked for.</summary>
internal sealed record AssignmentBefore(string Language, int? AccountId, DateOnly? DueOn, string? Note, string By, DateTimeOffset At)
{
    public Assignment For(Story story) => new() { StoryId = story.Id, Language = Language, AccountId = AccountId, DueOn = DueOn, Note = Note, By = By, At = At };
}
