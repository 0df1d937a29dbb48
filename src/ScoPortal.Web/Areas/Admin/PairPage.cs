using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Stories;

namespace ScoPortal.Web.Areas.Admin;

/// <summary>A page that decides on suggested pairs.</summary>
public abstract class PairPage : LinkPage
{
    /// <summary>May say what two releases are to each other: who may put at least one of them into another story.</summary>
    protected bool MayDecide(Suggestion pair) =>
        Me.MayLink(pair.Release.Language, pair.Release.State) || Me.MayLink(pair.Other.Language, pair.Other.State);

    /// <summary>
    /// Makes one story of both: the one with more versions takes over the other, else that of the older release.
    /// </summary>
    /// <param name="pair">The suggestion, with both releases.</param>
    /// <param name="original">Key of the release that the other was translated from; null where that is not said.</param>
    /// <returns>Where that can be undone; null where this person may move neither.</returns>
    /// <exception cref="Core.RuleException">The stories have a language in common.</exception>
    protected async Task<string?> AcceptAsync(Suggestion pair, int? original)
    {
        var (one, two) = (pair.Other.StoryId, pair.Release.StoryId);
        var versions = await Db.Releases.Where(r => r.StoryId == one || r.StoryId == two).Select(r => new { r.StoryId, r.Language, r.State }).AsNoTracking().ToListAsync(Gone);
        bool MayMove(int story) => versions.Where(v => v.StoryId == story).All(v => Me.MayLink(v.Language, v.State));
        if (versions.Count(v => v.StoryId == two) > versions.Count(v => v.StoryId == one))
            (one, two) = (two, one);
        if (!MayMove(two))
            (one, two) = (two, one);
        if (!MayMove(two))
            return null;

        var (id, before) = (pair.Id, new { State = pair.State.ToString() });
        await using var transaction = await Db.Database.BeginTransactionAsync(Gone);
        if (one != two)
            await MergeAsync(one, two, id);
        var accepted = (await Db.SuggestionAsync(id, Gone))!;
        accepted.Accept(Edit());
        if (original is { } key && (key == accepted.ReleaseId || key == accepted.OtherId))
        {
            var (source, translation) = key == accepted.ReleaseId ? (accepted.Release, accepted.Other) : (accepted.Other, accepted.Release);
            translation.Follow(source, source.RevisionNumber);
        }

        Audit("suggestion.accept", Subject(accepted), before, new { State = accepted.State.ToString(), Other = accepted.OtherId, Original = original });
        await Db.SaveChangesAsync(Gone);
        await transaction.CommitAsync(Gone);
        return DeskLinks.PairReopening(id);
    }

    /// <summary>Its name in the audit: that of the newer release.</summary>
    protected static string Subject(Suggestion pair) => FormattableString.Invariant($"release/{pair.ReleaseId}");
}
