using System.Linq.Expressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data;
using ScoPortal.Data.Queries;

namespace ScoPortal.Web.Areas.Admin;

/// <summary>What the desk's pages about one release show of it at their head.</summary>
public sealed record ReleaseHead
{
    public required int Id { get; init; }

    public required int StoryId { get; init; }

    public required string Language { get; init; }

    public required string Slug { get; init; }

    public required string Headline { get; init; }

    public required ReleaseState State { get; init; }

    public DateTimeOffset? PublishAt { get; init; }

    public DateTimeOffset? EmbargoUntil { get; init; }

    public required int RevisionNumber { get; init; }

    /// <summary>Sentences of its source that have changed since it was translated.</summary>
    public required int Stale { get; init; }

    public bool IsStale => Stale > 0;

    /// <summary>Key of the release that it is translated from; null for an original.</summary>
    public int? SourceId { get; init; }

    public IReadOnlyList<int> Zones { get; init; } = [];

    /// <summary>The columns that these pages need, but for the zones.</summary>
    internal static Expression<Func<Release, ReleaseHead>> Columns { get; } = r => new ReleaseHead
    {
        Id = r.Id,
        StoryId = r.StoryId,
        Language = r.Language,
        Slug = r.Slug,
        Headline = r.Content.Headline,
        State = r.State,
        PublishAt = r.PublishAt,
        EmbargoUntil = r.EmbargoUntil,
        RevisionNumber = r.RevisionNumber,
        Stale = r.StaleSentences,
        SourceId = r.TranslatedFromId,
    };

    /// <summary>The name of its state for a state mark.</summary>
    public string Mark(DateTimeOffset now) => DeskStates.Mark(State, PublishAt, now);

    /// <summary>Visitors may read it.</summary>
    public bool IsPublic(DateTimeOffset now) => DeskStates.IsPublic(State, PublishAt, now);

    /// <summary>It waits for its time.</summary>
    public bool IsScheduled(DateTimeOffset now) => State == ReleaseState.Published && PublishAt > now;
}

/// <summary>Reads what pages need of releases.</summary>
public static class ReleaseHeads
{
    /// <summary>The only release, or null.</summary>
    public static async Task<ReleaseHead?> HeadAsync(this IQueryable<Release> releases, PortalDb db, CancellationToken cancel) =>
        (await releases.HeadsAsync(db, cancel)).SingleOrDefault();

    /// <summary>All of them.</summary>
    public static async Task<List<ReleaseHead>> HeadsAsync(this IQueryable<Release> releases, PortalDb db, CancellationToken cancel)
    {
        var heads = await releases.Select(ReleaseHead.Columns).AsNoTracking().ToListAsync(cancel);
        var zones = await db.ZonesOfAsync(heads.Select(h => h.StoryId), cancel);
        return heads.ConvertAll(h => h with { Zones = [.. zones[h.StoryId]] });
    }
}

/// <summary>States as the desk names them.</summary>
public static class DeskStates
{
    /// <summary>The name of a state for a state mark; "scheduled" for what is published later.</summary>
    public static string Mark(ReleaseState state, DateTimeOffset? publishAt, DateTimeOffset now) => state switch
    {
        ReleaseState.InReview => "review",
        ReleaseState.Approved => "approved",
        ReleaseState.Published => publishAt > now ? "scheduled" : "published",
        ReleaseState.Corrected => "corrected",
        ReleaseState.Withdrawn => "withdrawn",
        _ => "draft",
    };

    /// <summary>Visitors may read what is in that state, published at that time.</summary>
    public static bool IsPublic(ReleaseState state, DateTimeOffset? publishAt, DateTimeOffset now) =>
        state is ReleaseState.Published or ReleaseState.Corrected && publishAt <= now;

    /// <summary>What the audit keeps of a release's way to readers.</summary>
    public static object Snapshot(this Release release) => new
    {
        State = release.State.ToString(),
        release.PublishAt,
        release.EmbargoUntil,
        Revision = release.RevisionNumber,
    };

    /// <summary>Its name in the audit.</summary>
    public static string Subject(this Release release) => FormattableString.Invariant($"release/{release.Id}");
}

/// <summary>A page about one release, whose key is in the address. Who may not write its language is refused.</summary>
public abstract class ReleasePage : DeskPage
{
    /// <summary>Key of the release.</summary>
    [FromRoute]
    public int Id { get; set; }

    /// <summary>The revision that the person looked at; a newer one is to be looked at first.</summary>
    [BindProperty]
    public int? Revision { get; set; }

    /// <summary>The release.</summary>
    public ReleaseHead Head { get; private set; } = null!;

    /// <summary>Text of the page's heading.</summary>
    protected abstract string Heading { get; }

    /// <summary>Reads what the page shows beside the release.</summary>
    protected virtual Task ReadAsync() => Task.CompletedTask;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <inheritdoc />
    protected sealed override async Task<IActionResult> ShowAsync()
    {
        if (await Db.Releases.Where(r => r.Id == Id).HeadAsync(Db, Gone) is not { } head)
            return NotFound();
        if (!Me.MayWrite(head.Language))
            return Forbid();
        Head = head;
        Title = Heading;
        await ReadAsync();
        return Page();
    }

    /// <summary>The release to act on; null when there is none.</summary>
    protected Task<Release?> FindAsync(Func<IQueryable<Release>, IQueryable<Release>>? with = null) =>
        (with ?? (r => r))(Db.Releases).SingleOrDefaultAsync(r => r.Id == Id, Gone);

    /// <summary>The person has seen the newest revision, or the form says that there is another.</summary>
    protected bool HasSeen(Release release)
    {
        if (Revision is null || Revision == release.RevisionNumber)
            return true;
        ModelState.AddModelError("", Ui.Format("Desk.Workflow.NewRevision", release.RevisionNumber));
        return false;
    }
}
