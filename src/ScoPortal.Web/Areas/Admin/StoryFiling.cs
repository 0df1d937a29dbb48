using ScoPortal.Core.Accounts;
using ScoPortal.Core.Stories;

namespace ScoPortal.Web.Areas.Admin;

/// <summary>What the desk does to a story as a whole.</summary>
public static class StoryFiling
{
    /// <summary>
    /// May change what a story is filed under, and its date and relations: publishers always; others while everything in it
    /// is in languages they write and nothing has been published. Its releases must be loaded.
    /// </summary>
    public static bool MayFile(this Story story, Member member) =>
        member.MayPublish || (story.Releases.Count > 0 && story.Releases.All(r => r.State < ReleaseState.Published && member.MayWrite(r.Language)));

    /// <summary>
    /// May put it into another story or into one of its own: publishers always; others what is in a language they write, and not
    /// published yet.
    /// </summary>
    public static bool MayLink(this Member member, string language, ReleaseState state) =>
        member.MayPublish || (state < ReleaseState.Published && member.MayWrite(language));

    /// <summary>What the audit keeps of it.</summary>
    public static object Filed(this Story story) => new
    {
        EventDate = story.EventDate?.ToString(),
        Zones = story.Zones.Select(z => z.Key).Order(StringComparer.Ordinal).ToArray(),
        Topics = story.Topics.Select(t => t.Key).Order(StringComparer.Ordinal).ToArray(),
    };

    /// <summary>Its name in the audit.</summary>
    public static string Subject(this Story story) => FormattableString.Invariant($"story/{story.Id}");
}
