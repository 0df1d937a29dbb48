using System.Data.Common;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using ScoPortal.Core;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Media;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Terms;
using ScoPortal.Core.Topics;
using ScoPortal.Core.Translation;
using ScoPortal.Core.Translation.Segments;
using ScoPortal.Core.Zones;
using ScoPortal.Data.Accounts;
using ScoPortal.Data.Bulk;
using ScoPortal.Data.Changes;
using ScoPortal.Data.Maps;
using ScoPortal.Data.Nodes;
using ScoPortal.Data.Stories;
using ScoPortal.Data.Translation;

namespace ScoPortal.Data;

/// <summary>The newsroom's database. One small subclass per engine says what only that engine needs.</summary>
public abstract class PortalDb(DbContextOptions options) : IdentityDbContext<Account, IdentityRole<int>, int>(options)
{
    /// <summary>What happened, in no language.</summary>
    public DbSet<Story> Stories => Set<Story>();

    /// <summary>Its language versions.</summary>
    public DbSet<Release> Releases => Set<Release>();

    /// <summary>What each save left.</summary>
    public DbSet<Revision> Revisions => Set<Revision>();

    /// <summary>What was put right in public.</summary>
    public DbSet<Correction> Corrections => Set<Correction>();

    /// <summary>Texts as they came in.</summary>
    public DbSet<Original> Originals => Set<Original>();

    /// <summary>The cooperation zones.</summary>
    public DbSet<Zone> Zones => Set<Zone>();

    /// <summary>The subjects.</summary>
    public DbSet<Topic> Topics => Set<Topic>();

    /// <summary>The glossary.</summary>
    public DbSet<Term> Terms => Set<Term>();

    /// <summary>The pictures.</summary>
    public DbSet<MediaItem> Media => Set<MediaItem>();

    /// <summary>Sentence pairs.</summary>
    public DbSet<Alignment> Alignments => Set<Alignment>();

    /// <summary>What people are typing.</summary>
    public DbSet<WorkingCopy> WorkingCopies => Set<WorkingCopy>();

    /// <summary>Who has what open in the editor.</summary>
    public DbSet<Presence> Presences => Set<Presence>();

    /// <summary>Links for outsiders to what is not public.</summary>
    public DbSet<PreviewLink> PreviewLinks => Set<PreviewLink>();

    /// <summary>Texts that could not be imported.</summary>
    public DbSet<FailedImport> FailedImports => Set<FailedImport>();

    /// <summary>What releases may have to do with each other.</summary>
    public DbSet<Suggestion> Suggestions => Set<Suggestion>();

    /// <summary>Translations that are being worked on.</summary>
    public DbSet<TranslationDraft> TranslationDrafts => Set<TranslationDraft>();

    /// <summary>The translation memory.</summary>
    public DbSet<MemoryUnit> MemoryUnits => Set<MemoryUnit>();

    /// <summary>Who is to translate what.</summary>
    public DbSet<Assignment> Assignments => Set<Assignment>();

    /// <summary>What was linked and unlinked.</summary>
    public DbSet<LinkChange> LinkChanges => Set<LinkChange>();

    /// <summary>What translations of a text are found by.</summary>
    public DbSet<StoredProfile> PairProfiles => Set<StoredProfile>();

    /// <summary>By what copies of a text are found.</summary>
    public DbSet<SketchBand> SketchBands => Set<SketchBand>();

    /// <summary>Browsers that are signed in.</summary>
    public DbSet<Session> Sessions => Set<Session>();

    /// <summary>Links that let somebody in once.</summary>
    public DbSet<AccessLink> AccessLinks => Set<AccessLink>();

    /// <summary>Who did what.</summary>
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    /// <summary>The change log that everything derived follows.</summary>
    public DbSet<Change> Changes => Set<Change>();

    /// <summary>Work that one node does for all.</summary>
    public DbSet<Lease> Leases => Set<Lease>();

    /// <summary>Keys of ASP.NET Core Data Protection.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>The failed save would have broken a unique index.</summary>
    public abstract bool IsUniqueViolation(DbUpdateException failure);

    /// <summary>The failed save would have left something that points to nothing.</summary>
    public abstract bool IsBrokenReference(DbUpdateException failure);

    /// <summary>The engine gave up because somebody else was at work on the same: not a fault, and tried again it may well work.</summary>
    public bool IsCollision(Exception? failure) => failure is not null && (IsCollision(failure as DbException) || IsCollision(failure.InnerException));

    /// <summary>The same of what the engine itself says; null is none.</summary>
    protected abstract bool IsCollision(DbException? failure);

    /// <summary>What the server's clock says, in UTC; null where the engine is part of this process.</summary>
    public virtual Task<DateTimeOffset?> ServerTimeAsync(CancellationToken cancel = default) => Task.FromResult<DateTimeOffset?>(null);

    /// <summary>Looks through the whole database for damage: pages that cannot be read, rows that point to nothing. Takes a second for some hundred megabytes.</summary>
    /// <returns>A line for each of the first ten finds; null where only the engine's own tools can tell.</returns>
    public virtual Task<IReadOnlyList<string>?> DamageAsync(CancellationToken cancel = default) => Task.FromResult<IReadOnlyList<string>?>(null);

    /// <summary>The newest number of the change log; 0 when nothing was ever saved.</summary>
    public Task<long> NewestChangeAsync(CancellationToken cancel = default) =>
        Set<ChangeCounter>().Select(c => c.Value).SingleAsync(cancel);

    /// <summary>
    /// Saves, raises the version of everything that changed, writes the change log and sketches new texts, in one transaction. After an
    /// exception the context is of no further use.
    /// </summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else saved the same thing meanwhile.</exception>
    /// <exception cref="InvalidOperationException">A line of the audit was to be changed or removed.</exception>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var (changes, touched, remembered, texts) = LookThrough();
        if (changes.Count == 0 && touched.IsEmpty && remembered.IsEmpty)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

        var outer = Database.CurrentTransaction;
        if (outer is null)
            await this.AlignAheadAsync(remembered, cancellationToken);
        await using var own = outer is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        // Before anything else is locked: what is counted and remembered below touches rows of other saves, and two must not wait for each other.
        await LockLogAsync(cancellationToken);
        await this.ForgetAsync(remembered, cancellationToken);
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess: true, cancellationToken);
        if (changes.Count > 0)
            await LogAsync(changes, lines =>
            {
                Changes.AddRange(lines);
                return base.SaveChangesAsync(acceptAllChangesOnSuccess: true, cancellationToken);
            }, cancellationToken);
        await this.CountStaleAsync(touched, cancellationToken);
        // Under the change log's lock: sketches that are computed anew meanwhile are of this text, or are replaced here.
        await this.SketchAsync(texts, cancellationToken);
        await this.RememberAsync(remembered, cancel => base.SaveChangesAsync(acceptAllChangesOnSuccess: true, cancel), cancellationToken);
        await this.ProfileAsync(texts, cancellationToken);
        if (own is not null)
            await own.CommitAsync(cancellationToken);
        return saved;
    }

    /// <summary>Saves what is not content, for the framework's own stores that save synchronously.</summary>
    /// <exception cref="NotSupportedException">Content has changed: that writes the change log, which waits for a lock.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        KeepAudit();
        return new ChangeCollector(ChangeTracker).Count == 0
            ? base.SaveChanges(acceptAllChangesOnSuccess)
            : throw new NotSupportedException("Save with SaveChangesAsync.");
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<string>().HaveMaxLength(Lengths.Line);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<PartialDate>().HaveConversion<PartialDateConverter>().HaveMaxLength(10);
        configurationBuilder.Properties<decimal>().HavePrecision(18, 4);
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDb).Assembly);
        foreach (var type in builder.Model.GetEntityTypes())
            if (type.FindProperty("Version") is { } version)
                version.IsConcurrencyToken = true;
    }

    // Everything that is tracked is compared once with what it was, not anew by each of a dozen questions.
    private (ChangeCollector Changes, Staleness.Touched Touched, Remembering.Touched Remembered, List<Release> Texts) LookThrough()
    {
        ChangeTracker.DetectChanges();
        var detects = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            KeepAudit();
            return (new ChangeCollector(ChangeTracker), Staleness.TouchedBy(ChangeTracker), Remembering.TouchedBy(ChangeTracker), Sketches.Saved(ChangeTracker));
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    private void KeepAudit()
    {
        if (ChangeTracker.Entries<AuditEntry>().Any(e => e.State is EntityState.Modified or EntityState.Deleted))
            throw new InvalidOperationException("Lines of the audit are only ever added.");
    }

    /// <summary>Waits for the lock of the change log; whoever has it until the end of a transaction reads what no save changes meanwhile.</summary>
    internal Task LockLogAsync(CancellationToken cancel) =>
        Set<ChangeCounter>().ExecuteUpdateAsync(c => c.SetProperty(x => x.Value, x => x.Value), cancel);

    /// <summary>Begins a transaction that reads everything as it is at one moment.</summary>
    internal abstract Task<IDbContextTransaction> BeginSnapshotAsync(CancellationToken cancel);

    /// <summary>Writes new rows the fastest way that the engine has, within the transaction of the context.</summary>
    internal abstract Task CopyAsync(BulkRows rows, CancellationToken cancel);

    /// <summary>Takes numbers for the lines of the change log and has them written.</summary>
    internal async Task LogAsync(ChangeCollector changes, Func<IEnumerable<Change>, Task> write, CancellationToken cancel)
    {
        await Set<ChangeCounter>().ExecuteUpdateAsync(c => c.SetProperty(x => x.Value, x => x.Value + changes.Count), cancel);
        await write(changes.Numbered(await NewestChangeAsync(cancel)));
    }
}
