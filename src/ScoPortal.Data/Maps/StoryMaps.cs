using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Topics;
using ScoPortal.Core.Zones;
using ScoPortal.Data.Accounts;
using ScoPortal.Data.Stories;

namespace ScoPortal.Data.Maps;

internal sealed class StoryMap : IEntityTypeConfiguration<Story>
{
    public void Configure(EntityTypeBuilder<Story> story)
    {
        story.HasMany(s => s.Zones).WithMany().UsingEntity<Dictionary<string, object>>(
            "StoryZone",
            join => join.HasOne<Zone>().WithMany().HasForeignKey("ZoneId").OnDelete(DeleteBehavior.Restrict),
            join => join.HasOne<Story>().WithMany().HasForeignKey("StoryId"),
            join =>
            {
                join.HasKey("StoryId", "ZoneId");
                join.HasIndex("ZoneId", "StoryId");
            });
        story.HasMany(s => s.Topics).WithMany().UsingEntity<Dictionary<string, object>>(
            "StoryTopic",
            join => join.HasOne<Topic>().WithMany().HasForeignKey("TopicId").OnDelete(DeleteBehavior.Restrict),
            join => join.HasOne<Story>().WithMany().HasForeignKey("StoryId"),
            join => join.HasKey("StoryId", "TopicId"));
        story.HasMany(s => s.Relations).WithOne(r => r.Story).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class RelationMap : IEntityTypeConfiguration<Relation>
{
    public void Configure(EntityTypeBuilder<Relation> relation) =>
        relation.HasOne(r => r.Other).WithMany().IsRequired().OnDelete(DeleteBehavior.Restrict);
}

internal sealed class ReleaseMap : IEntityTypeConfiguration<Release>
{
    public void Configure(EntityTypeBuilder<Release> release)
    {
        // Lists go by the publish time alone: what is not published must not have one.
        release.ToTable(t => t.HasCheckConstraint("CK_Releases_PublishAt", "\"PublishAt\" IS NULL OR \"State\" >= 4"));
        release.Property(r => r.Language).HasMaxLength(Lengths.Language);
        release.Property(r => r.Slug).HasMaxLength(Slug.MaxLength);
        release.Property(r => r.WithdrawnReason).HasMaxLength(Lengths.Paragraph);
        release.ComplexProperty(r => r.Content, content => content.Configure());
        release.HasOne(r => r.Story).WithMany(s => s.Releases).HasForeignKey(r => r.StoryId).OnDelete(DeleteBehavior.Restrict);
        release.HasOne(r => r.TranslatedFrom).WithMany().HasForeignKey(r => r.TranslatedFromId).OnDelete(DeleteBehavior.Restrict);
        release.HasOne(r => r.Original).WithOne().HasForeignKey<Original>(o => o.ReleaseId);
        release.HasMany(r => r.Revisions).WithOne(v => v.Release).HasForeignKey("ReleaseId").OnDelete(DeleteBehavior.Cascade);
        release.HasMany(r => r.Corrections).WithOne(c => c.Release).HasForeignKey("ReleaseId").OnDelete(DeleteBehavior.Cascade);
        release.HasMany(r => r.ExternalIds).WithOne().HasForeignKey("ReleaseId").IsRequired().OnDelete(DeleteBehavior.Cascade);
        release.HasMany(r => r.Media).WithOne().HasForeignKey("ReleaseId").IsRequired().OnDelete(DeleteBehavior.Cascade);

        release.HasIndex(r => new { r.StoryId, r.Language }).IsUnique();
        // The archive, months, feeds, sitemaps and neighbours: newest first in one language, then in all. The state rides
        // along so that the calendar counts without touching the rows.
        release.HasIndex(r => new { r.Language, r.PublishAt, r.Id, r.State });
        release.HasIndex(r => new { r.PublishAt, r.Id, r.State });
        // The desk's list: newest work first, in all, in one state, in one language, by one author.
        release.HasIndex(r => new { r.UpdatedAt, r.Id });
        release.HasIndex(r => new { r.State, r.UpdatedAt, r.Id });
        release.HasIndex(r => new { r.Language, r.UpdatedAt, r.Id });
        release.HasIndex(r => new { r.AuthorId, r.UpdatedAt, r.Id, r.State });
        release.HasIndex(r => new { r.UpdatedAt, r.Id }, "IX_Releases_StaleByChange").HasFilter("\"StaleSentences\" > 0");
        // The board: what is in a state, what is stale, what was begun on some days, by story.
        release.HasIndex(r => new { r.State, r.StoryId, r.Language });
        release.HasIndex(r => new { r.StoryId, r.State, r.Language, r.StaleSentences }, "IX_Releases_Stale").HasFilter("\"StaleSentences\" > 0");
        release.HasIndex(r => new { r.CreatedAt, r.StoryId });
        release.HasOne<Account>().WithMany().HasForeignKey(r => r.AuthorId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RevisionMap : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> revision)
    {
        revision.ComplexProperty(v => v.Content, content => content.Configure());
        revision.HasIndex("ReleaseId", nameof(Revision.Number)).IsUnique();
        revision.HasOne<Account>().WithMany().HasForeignKey(v => v.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CorrectionMap : IEntityTypeConfiguration<Correction>
{
    public void Configure(EntityTypeBuilder<Correction> correction)
    {
        correction.Property(c => c.Note).HasMaxLength(Lengths.Paragraph);
        correction.Property(c => c.Language).HasMaxLength(Lengths.Language);
        correction.HasIndex(c => new { c.Language, c.At, c.Id });
    }
}

internal sealed class ExternalIdMap : IEntityTypeConfiguration<ExternalId>
{
    public void Configure(EntityTypeBuilder<ExternalId> id)
    {
        id.ToTable("ExternalIds");
        id.Property(x => x.Scheme).HasMaxLength(Lengths.Key);
        id.HasIndex(x => new { x.Scheme, x.Value });
    }
}

internal sealed class OriginalMap : IEntityTypeConfiguration<Original>
{
    public void Configure(EntityTypeBuilder<Original> original)
    {
        original.HasKey(o => o.ReleaseId);
        original.Property(o => o.Text).HasMaxLength(8 * 1024 * 1024);
        original.Property(o => o.Fingerprint).HasMaxLength(64);
        original.Property(o => o.Source).HasMaxLength(64 * 1024 * 1024);
        original.Property(o => o.SourceType).HasMaxLength(100);
        original.HasIndex(o => o.Fingerprint).IsUnique();
    }
}

internal sealed class SketchBandMap : IEntityTypeConfiguration<SketchBand>
{
    public void Configure(EntityTypeBuilder<SketchBand> band)
    {
        band.ToTable("SketchBands");
        band.HasKey(b => new { b.Hash, b.ReleaseId });
        band.HasIndex(b => b.ReleaseId);
        band.HasOne<Release>().WithMany().HasForeignKey(b => b.ReleaseId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SuggestionMap : IEntityTypeConfiguration<Suggestion>
{
    public void Configure(EntityTypeBuilder<Suggestion> suggestion)
    {
        suggestion.Property(s => s.Evidence).HasMaxLength(Lengths.Paragraph);
        suggestion.Property(s => s.DecidedBy).HasMaxLength(100);
        suggestion.HasOne(s => s.Release).WithMany().HasForeignKey(s => s.ReleaseId).OnDelete(DeleteBehavior.ClientCascade);
        suggestion.HasOne(s => s.Other).WithMany().HasForeignKey(s => s.OtherId).OnDelete(DeleteBehavior.ClientCascade);
        suggestion.HasOne<Account>().WithMany().HasForeignKey(s => s.DecidedById).OnDelete(DeleteBehavior.Restrict);
        suggestion.HasIndex(s => new { s.Kind, s.ReleaseId, s.OtherId }).IsUnique();
        // The desk's lists: one kind in one state, newest or likeliest first.
        suggestion.HasIndex(s => new { s.Kind, s.State, s.Id });
        suggestion.HasIndex(s => new { s.Kind, s.State, s.Score, s.Id });
        suggestion.HasIndex(s => s.OtherId);
    }
}

internal sealed class ReleaseMediaMap : IEntityTypeConfiguration<ReleaseMedia>
{
    public void Configure(EntityTypeBuilder<ReleaseMedia> media) =>
        media.HasOne(m => m.Item).WithMany().IsRequired().OnDelete(DeleteBehavior.Restrict);
}

internal static class ReleaseContentMap
{
    public static void Configure(this ComplexPropertyBuilder<ReleaseContent> content)
    {
        content.Property(c => c.Headline).HasColumnName(nameof(ReleaseContent.Headline));
        content.Property(c => c.Subheadline).HasColumnName(nameof(ReleaseContent.Subheadline)).HasMaxLength(1000);
        content.Property(c => c.Summary).HasColumnName(nameof(ReleaseContent.Summary)).HasMaxLength(2000);
        content.Property(c => c.Body).HasColumnName(nameof(ReleaseContent.Body)).HasMaxLength(Lengths.Text);
        content.Property(c => c.Wires).HasColumnName(nameof(ReleaseContent.Wires));
        content.Property(c => c.Issuer).HasColumnName(nameof(ReleaseContent.Issuer));
        content.Property(c => c.Distributor).HasColumnName(nameof(ReleaseContent.Distributor));
        content.Property(c => c.MoreInfoUrl).HasColumnName(nameof(ReleaseContent.MoreInfoUrl)).HasMaxLength(Lengths.Address);
        content.Property(c => c.Source).HasColumnName(nameof(ReleaseContent.Source)).HasMaxLength(1000);
        content.Property(c => c.SourceUrl).HasColumnName(nameof(ReleaseContent.SourceUrl)).HasMaxLength(Lengths.Address);
        content.Property(c => c.Facts).HasColumnName(nameof(ReleaseContent.Facts)).HasMaxLength(Lengths.Paragraph);
        content.ComplexProperty(c => c.Dateline, dateline =>
        {
            dateline.Property(d => d.Place).HasColumnName("DatelinePlace").HasMaxLength(100);
            dateline.Property(d => d.Country).HasColumnName("DatelineCountry").HasMaxLength(2);
            dateline.Property(d => d.Date).HasColumnName("DatelineDate");
        });
    }
}
