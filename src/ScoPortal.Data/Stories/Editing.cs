using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Accounts;

namespace ScoPortal.Data.Stories;

/// <summary>Saves what an editor typed, whoever else is saving the same release.</summary>
public static class Editing
{
    // One race is enough to be told of a newer text; more only happen while others publish, link or illustrate it.
    private const int Attempts = 5;

    /// <summary>
    /// Saves <paramref name="content"/> as a new revision. Whatever the context tracked before is forgotten. A save that
    /// comes second finds the newer revision and is refused by <see cref="Release.Save"/>; one that merely met another
    /// change of the release is made again.
    /// </summary>
    /// <param name="db">A context without a transaction.</param>
    /// <param name="releaseId">Key of the release, which must exist.</param>
    /// <param name="content">The whole new content.</param>
    /// <param name="basedOn">Number of the revision that the author started from.</param>
    /// <param name="edit">Who, when, why.</param>
    /// <param name="accountId">Whose working copy is done with, or takes the text that was refused; null for a command.</param>
    /// <param name="alongside">Adds to the context what is to be saved together with the new revision; called once for every attempt.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>The new revision, or null when nothing differs.</returns>
    /// <exception cref="EditConflictException">Another revision was saved meanwhile; it carries both texts.</exception>
    /// <exception cref="Core.RuleException">The release is withdrawn, or readers have it and the author may not publish.</exception>
    public static async Task<Revision?> SaveEditAsync(
        this PortalDb db, int releaseId, ReleaseContent content, int basedOn, Edit edit, int? accountId,
        Action<Revision>? alongside = null, CancellationToken cancel = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            db.ChangeTracker.Clear();
            var release = await db.Releases.SingleAsync(r => r.Id == releaseId, cancel);
            var copy = await db.WorkingCopies.SingleOrDefaultAsync(c => c.ReleaseId == releaseId && c.AccountId == accountId, cancel);
            try
            {
                var revision = release.Save(content, basedOn, edit);
                if (copy is not null)
                    db.Remove(copy);
                if (revision is not null)
                    alongside?.Invoke(revision);
                await db.SaveChangesAsync(cancel);
                return revision;
            }
            catch (Exception refusal) when (accountId is not null && refusal is EditConflictException or Core.RuleException)
            {
                await db.KeepAsync(releaseId, accountId!.Value, content, basedOn, edit.At, cancel);
                throw;
            }
            catch (DbUpdateException race)
                when (attempt < Attempts && (race is DbUpdateConcurrencyException || db.IsUniqueViolation(race)))
            {
                // Read again and try again.
            }
        }
    }

    /// <summary>Keeps what somebody typed as their working copy. Whatever the context tracked before is forgotten.</summary>
    /// <param name="db">A context without a transaction.</param>
    /// <param name="releaseId">Key of the release, which must exist.</param>
    /// <param name="accountId">Key of the account.</param>
    /// <param name="content">The fields as typed.</param>
    /// <param name="basedOn">Number of the revision that the author started from.</param>
    /// <param name="at">The instant, in UTC.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task KeepAsync(
        this PortalDb db, int releaseId, int accountId, ReleaseContent content, int basedOn, DateTimeOffset at, CancellationToken cancel = default)
    {
        db.ChangeTracker.Clear();
        var copy = await db.WorkingCopies.SingleOrDefaultAsync(c => c.ReleaseId == releaseId && c.AccountId == accountId, cancel)
            ?? db.Add(new WorkingCopy { ReleaseId = releaseId, AccountId = accountId }).Entity;
        copy.Keep(content, basedOn, at);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException race) when (race is DbUpdateConcurrencyException || db.IsUniqueViolation(race))
        {
            // The same account's autosave was quicker; it holds what was typed.
        }
    }
}
