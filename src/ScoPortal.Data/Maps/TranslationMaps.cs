using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Translation;
using ScoPortal.Core.Translation.Segments;
using ScoPortal.Data.Accounts;
using ScoPortal.Data.Translation;

namespace ScoPortal.Data.Maps;

// Nothing here is a part of a release or a story: none of it belongs into the change log, so no key cascades in the model's eyes
// but those of rows that are written past the change tracker.

internal sealed class AlignmentMap : IEntityTypeConfiguration<Alignment>
{
    public void Configure(EntityTypeBuilder<Alignment> alignment)
    {
        alignment.Property(a => a.Beads).HasMaxLength(Lengths.Text);
        alignment.HasIndex(a => new { a.SourceId, a.TargetId }).IsUnique();
        alignment.HasIndex(a => a.TargetId);
        alignment.HasOne<Release>().WithMany().HasForeignKey(a => a.SourceId).OnDelete(DeleteBehavior.Restrict);
        alignment.HasOne<Release>().WithMany().HasForeignKey(a => a.TargetId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StoredProfileMap : IEntityTypeConfiguration<StoredProfile>
{
    public void Configure(EntityTypeBuilder<StoredProfile> profile)
    {
        profile.ToTable("PairProfiles");
        profile.HasKey(p => p.ReleaseId);
        profile.Property(p => p.ReleaseId).ValueGeneratedNever();
        profile.Property(p => p.Language).HasMaxLength(Lengths.Language);
        profile.Property(p => p.Features).HasMaxLength(64 * 1024);
        profile.HasOne<Release>().WithOne().HasForeignKey<StoredProfile>(p => p.ReleaseId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class TranslationDraftMap : IEntityTypeConfiguration<TranslationDraft>
{
    public void Configure(EntityTypeBuilder<TranslationDraft> draft)
    {
        draft.ToTable("TranslationDrafts");
        draft.HasKey(d => d.ReleaseId);
        draft.Property(d => d.ReleaseId).ValueGeneratedNever();
        draft.Property(d => d.Language).HasMaxLength(Lengths.Language);
        draft.Property(d => d.UpdatedBy).HasMaxLength(100);
        draft.Ignore(d => d.Units);
        draft.Property<string>("units").HasColumnName("Units").HasMaxLength(4 * Lengths.Text);
        draft.Property<string>("tails").HasColumnName("Tails").HasMaxLength(Lengths.Text);
        draft.HasOne<Release>().WithOne().HasForeignKey<TranslationDraft>(d => d.ReleaseId).OnDelete(DeleteBehavior.ClientCascade);
        draft.HasOne<Release>().WithMany().HasForeignKey(d => d.SourceId).OnDelete(DeleteBehavior.ClientCascade);
        draft.HasOne<Account>().WithMany().HasForeignKey(d => d.UpdatedById).OnDelete(DeleteBehavior.Restrict);
        // What waits for an editor, in the order in which it was handed in; what somebody worked on last.
        draft.HasIndex(d => d.SubmittedAt);
        draft.HasIndex(d => new { d.UpdatedById, d.UpdatedAt });
    }
}

internal sealed class MemoryUnitMap : IEntityTypeConfiguration<MemoryUnit>
{
    public void Configure(EntityTypeBuilder<MemoryUnit> unit)
    {
        unit.ToTable("MemoryUnits");
        unit.Property(u => u.FirstLanguage).HasMaxLength(Lengths.Language);
        unit.Property(u => u.SecondLanguage).HasMaxLength(Lengths.Language);
        unit.Property(u => u.FirstText).HasMaxLength(Lengths.Paragraph);
        unit.Property(u => u.SecondText).HasMaxLength(Lengths.Paragraph);
        unit.Property(u => u.By).HasMaxLength(100);
        unit.HasOne<Release>().WithMany().HasForeignKey(u => u.FirstReleaseId).OnDelete(DeleteBehavior.ClientCascade);
        unit.HasOne<Release>().WithMany().HasForeignKey(u => u.SecondReleaseId).OnDelete(DeleteBehavior.ClientCascade);
        // A node loads one pair of languages, and what was added since.
        unit.HasIndex(u => new { u.FirstLanguage, u.SecondLanguage, u.Id });
        unit.HasIndex(u => new { u.FirstReleaseId, u.SecondReleaseId });
        unit.HasIndex(u => u.SecondReleaseId);
        unit.HasIndex(u => new { u.Origin, u.Id });
    }
}

internal sealed class AssignmentMap : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> assignment)
    {
        assignment.ToTable("Assignments");
        assignment.HasKey(a => new { a.StoryId, a.Language });
        assignment.Property(a => a.Language).HasMaxLength(Lengths.Language);
        assignment.Property(a => a.By).HasMaxLength(100);
        assignment.HasOne<Story>().WithMany().HasForeignKey(a => a.StoryId).OnDelete(DeleteBehavior.ClientCascade);
        assignment.HasOne<Account>().WithMany().HasForeignKey(a => a.AccountId).OnDelete(DeleteBehavior.Restrict);
        // "Mine", what is due first.
        assignment.HasIndex(a => new { a.AccountId, a.DueOn, a.StoryId });
    }
}

internal sealed class LinkChangeMap : IEntityTypeConfiguration<LinkChange>
{
    public void Configure(EntityTypeBuilder<LinkChange> change)
    {
        change.ToTable("LinkChanges");
        change.Property(c => c.Before).HasMaxLength(Lengths.Text);
        change.Property(c => c.By).HasMaxLength(100);
        change.Property(c => c.UndoneBy).HasMaxLength(100);
        change.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Restrict);
        change.HasIndex(c => new { c.StoryId, c.Id });
        change.HasIndex(c => new { c.OtherStoryId, c.Id });
        change.HasIndex(c => c.SuggestionId);
    }
}
