using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScoPortal.Core.Topics;
using ScoPortal.Core.Zones;

namespace ScoPortal.Data.Maps;

internal sealed class ZoneMap : IEntityTypeConfiguration<Zone>
{
    public void Configure(EntityTypeBuilder<Zone> zone)
    {
        zone.Property(z => z.Key).HasMaxLength(Lengths.Key);
        zone.Property(z => z.Website).HasMaxLength(Lengths.Address);
        zone.HasIndex(z => z.Key).IsUnique();
        zone.ComplexProperty(z => z.FoundedSource, source => source.Configure("FoundedSource"));
        zone.HasMany(z => z.Profiles).WithOne().HasForeignKey("ZoneId").IsRequired().OnDelete(DeleteBehavior.Cascade);
        zone.HasMany(z => z.Figures).WithOne().HasForeignKey("ZoneId").IsRequired().OnDelete(DeleteBehavior.Cascade);
        zone.HasMany(z => z.Milestones).WithOne().HasForeignKey("ZoneId").IsRequired().OnDelete(DeleteBehavior.Cascade);
        zone.HasMany(z => z.FocusTopics).WithMany().UsingEntity<Dictionary<string, object>>(
            "ZoneTopic",
            join => join.HasOne<Topic>().WithMany().HasForeignKey("TopicId").OnDelete(DeleteBehavior.Restrict),
            join => join.HasOne<Zone>().WithMany().HasForeignKey("ZoneId"),
            join => join.HasKey("ZoneId", "TopicId"));
    }
}

internal sealed class ZoneProfileMap : IEntityTypeConfiguration<ZoneProfile>
{
    public void Configure(EntityTypeBuilder<ZoneProfile> profile)
    {
        profile.ToTable("ZoneProfiles");
        profile.Property(p => p.Language).HasMaxLength(Lengths.Language);
        profile.HasIndex("ZoneId", nameof(ZoneProfile.Language)).IsUnique();
        profile.ComplexProperty(p => p.Text, text =>
        {
            text.Property(t => t.Name).HasColumnName(nameof(ProfileText.Name));
            text.Property(t => t.ShortName).HasColumnName(nameof(ProfileText.ShortName)).HasMaxLength(100);
            text.Property(t => t.Kicker).HasColumnName(nameof(ProfileText.Kicker)).HasMaxLength(100);
            text.Property(t => t.OfficialName).HasColumnName(nameof(ProfileText.OfficialName));
            text.Property(t => t.Standfirst).HasColumnName(nameof(ProfileText.Standfirst)).HasMaxLength(2000);
            text.Property(t => t.Body).HasColumnName(nameof(ProfileText.Body)).HasMaxLength(Lengths.Text);
            text.Property(t => t.Place).HasColumnName(nameof(ProfileText.Place));
            text.Property(t => t.Operator).HasColumnName(nameof(ProfileText.Operator));
            text.Property(t => t.Contact).HasColumnName(nameof(ProfileText.Contact)).HasMaxLength(1000);
        });
    }
}

internal sealed class KeyFigureMap : IEntityTypeConfiguration<KeyFigure>
{
    public void Configure(EntityTypeBuilder<KeyFigure> figure)
    {
        figure.ToTable("KeyFigures");
        figure.ComplexProperty(f => f.Source, source => source.Configure("Source"));
        figure.OwnsMany(f => f.Texts, text =>
        {
            text.ToTable("KeyFigureTexts");
            text.WithOwner().HasForeignKey("KeyFigureId");
            text.HasKey("KeyFigureId", nameof(KeyFigureText.Language));
            text.Property(t => t.Language).HasMaxLength(Lengths.Language);
            text.Property(t => t.Unit).HasMaxLength(Lengths.Key);
        });
    }
}

internal sealed class MilestoneMap : IEntityTypeConfiguration<Milestone>
{
    public void Configure(EntityTypeBuilder<Milestone> milestone)
    {
        milestone.ToTable("Milestones");
        milestone.ComplexProperty(m => m.Source, source => source.Configure("Source"));
        milestone.OwnsMany(m => m.Texts, text =>
        {
            text.ToTable("MilestoneTexts");
            text.WithOwner().HasForeignKey("MilestoneId");
            text.HasKey("MilestoneId", nameof(MilestoneText.Language));
            text.Property(t => t.Language).HasMaxLength(Lengths.Language);
            text.Property(t => t.Text).HasMaxLength(2000);
        });
    }
}

internal static class SourceMap
{
    public static void Configure(this ComplexPropertyBuilder<Source> source, string column)
    {
        source.Property(s => s.Name).HasColumnName(column).HasMaxLength(1000);
        source.Property(s => s.Url).HasColumnName(column + "Url").HasMaxLength(Lengths.Address);
    }
}
