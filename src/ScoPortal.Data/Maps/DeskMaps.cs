using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Accounts;
using ScoPortal.Data.Stories;

namespace ScoPortal.Data.Maps;

internal sealed class RoleMap : IEntityTypeConfiguration<IdentityRole<int>>
{
    public void Configure(EntityTypeBuilder<IdentityRole<int>> role) => role.HasData(Roles.All.Select((name, index) => new IdentityRole<int>(name)
    {
        Id = index + 1,
        NormalizedName = name.ToUpperInvariant(),
        ConcurrencyStamp = name,
    }));
}

internal sealed class SessionMap : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("Sessions");
        session.HasKey(s => s.Key);
        session.Property(s => s.Key).HasMaxLength(64);
        session.Property(s => s.Ticket).HasMaxLength(64 * 1024);
        session.Property(s => s.Address).HasMaxLength(Lengths.Key);
        session.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
        session.HasIndex(s => new { s.AccountId, s.SeenAt });
        session.HasIndex(s => s.ExpiresAt);
    }
}

internal sealed class AccessLinkMap : IEntityTypeConfiguration<AccessLink>
{
    public void Configure(EntityTypeBuilder<AccessLink> link)
    {
        link.ToTable("AccessLinks");
        link.Property(l => l.SecretHash).HasMaxLength(64);
        link.Property(l => l.Email).HasMaxLength(256);
        link.Property(l => l.Role).HasMaxLength(Lengths.Key);
        link.Property(l => l.Languages).HasMaxLength(100);
        link.Property(l => l.CreatedBy).HasMaxLength(100);
        link.HasIndex(l => l.SecretHash).IsUnique();
        link.HasIndex(l => l.ExpiresAt);
        link.HasOne<Account>().WithMany().HasForeignKey(l => l.AccountId);
    }
}

internal sealed class PresenceMap : IEntityTypeConfiguration<Presence>
{
    public void Configure(EntityTypeBuilder<Presence> presence)
    {
        presence.ToTable("Presences");
        presence.HasKey(p => new { p.ReleaseId, p.AccountId });
        presence.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId);
        presence.HasOne<Release>().WithMany().HasForeignKey(p => p.ReleaseId).OnDelete(DeleteBehavior.ClientCascade);
        presence.HasIndex(p => p.AccountId);
    }
}

internal sealed class PreviewLinkMap : IEntityTypeConfiguration<PreviewLink>
{
    public void Configure(EntityTypeBuilder<PreviewLink> link)
    {
        link.ToTable("PreviewLinks");
        link.Property(l => l.CreatedBy).HasMaxLength(100);
        link.HasOne<Release>().WithMany().HasForeignKey(l => l.ReleaseId).OnDelete(DeleteBehavior.ClientCascade);
        link.HasIndex(l => new { l.ReleaseId, l.Id });
    }
}

internal sealed class FailedImportMap : IEntityTypeConfiguration<FailedImport>
{
    public void Configure(EntityTypeBuilder<FailedImport> failed)
    {
        failed.ToTable("FailedImports");
        failed.Property(f => f.Reason).HasMaxLength(1000);
        failed.Property(f => f.Text).HasMaxLength(8 * 1024 * 1024);
        failed.Property(f => f.By).HasMaxLength(100);
    }
}
