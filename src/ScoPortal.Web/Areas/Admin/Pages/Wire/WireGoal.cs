using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Stories;
using ScoPortal.Data;

namespace ScoPortal.Web.Areas.Admin.Pages.Wire;

/// <summary>Where a draft goes: it becomes a version of another story, or stays in a story of its own that is related to it.</summary>
/// <param name="Other">The other story, with all that belongs to it.</param>
/// <param name="Kind">How it is related; null for a language version of it.</param>
public sealed record WireGoal(Story Other, RelationKind? Kind)
{
    /// <summary>What the form says for a story of its own.</summary>
    public const string Own = "own";

    /// <summary>What the form may say.</summary>
    public const string Pattern = "own|(version|copy|event):[0-9]{1,9}";

    /// <summary>The goal that a form names; null for a story of its own.</summary>
    /// <exception cref="RuleException">There is no such story any more.</exception>
    public static async Task<WireGoal?> ReadAsync(PortalDb db, string? goes, CancellationToken cancel)
    {
        if (goes?.Split(':') is not [var kind, var key])
            return null;
        var id = int.Parse(key, CultureInfo.InvariantCulture);
        var other = await db.Stories.Include(s => s.Releases).Include(s => s.Zones).Include(s => s.Topics)
            .Include(s => s.Relations).ThenInclude(r => r.Other).AsSplitQuery().SingleOrDefaultAsync(s => s.Id == id, cancel);
        return new(other ?? throw new RuleException("Rule.StoryGone"), kind switch
        {
            "copy" => RelationKind.SyndicatedCopy,
            "event" => RelationKind.SameEvent,
            _ => null,
        });
    }

    /// <summary>Brings a saved release there; its empty story, if any is left, is to be removed.</summary>
    /// <param name="release">The new draft, in a story of its own.</param>
    /// <param name="by">Who does it: who may not file the other story leaves its zones, topics and date alone.</param>
    /// <returns>The story that is empty now.</returns>
    /// <exception cref="RuleException">The other story has a release in that language.</exception>
    public Story? Bring(Release release, Member by)
    {
        ArgumentNullException.ThrowIfNull(release);
        var own = release.Story;
        if (Kind is { } kind)
        {
            own.Relate(kind, Other);
            return null;
        }

        if (Other.MayFile(by))
            Other.Merge(own);
        else
            Other.Link(release);
        return own;
    }
}
