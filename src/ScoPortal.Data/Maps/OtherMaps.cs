using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Media;
using ScoPortal.Core.Terms;
using ScoPortal.Core.Topics;
using ScoPortal.Data.Accounts;
using ScoPortal.Data.Changes;
using ScoPortal.Data.Nodes;

namespace ScoPortal.Data.Maps;

internal sealed class TopicMap : IEntityTypeConfiguration<Topic>
{
    public void Configure(EntityTypeBuilder<Topic> topic)
    {
        topic.Property(t => t.Key).HasMaxLength(Lengths.Key);
        topic.HasIndex(t => t.Key).IsUnique();
        topic.HasOne(t => t.Centre).WithMany().HasForeignKey("CentreId").OnDelete(DeleteBehavior.Restrict);
        topic.OwnsMany(t => t.Names, name =>
        {
            name.ToTable("TopicNames");
            name.WithOwner().HasForeignKey("TopicId");
            name.HasKey("TopicId", nameof(TopicName.Language));
            name.Property(n => n.Language).HasMaxLength(Lengths.Language);
            name.Property(n => n.Description).HasMaxLength(1000);
        });
    }
}

internal sealed class TermMap : IEntityTypeConfiguration<Term>
{
    public void Configure(EntityTypeBuilder<Term> term)
    {
        term.Property(t => t.Key).HasMaxLength(Lengths.Key);
        term.Property(t => t.Note).HasMaxLength(1000);
        term.HasIndex(t => t.Key).IsUnique();
        term.HasMany(t => t.Forms).WithOne().HasForeignKey("TermId").IsRequired().OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class TermFormMap : IEntityTypeConfiguration<TermForm>
{
    public void Configure(EntityTypeBuilder<TermForm> form)
    {
        form.ToTable("TermForms");
        form.Property(f => f.Language).HasMaxLength(Lengths.Language);
        form.Property(f => f.Source).HasMaxLength(1000);
        form.HasIndex(f => new { f.Language, f.Text });
    }
}

internal sealed class MediaMap : IEntityTypeConfiguration<MediaItem>
{
    public void Configure(EntityTypeBuilder<MediaItem> media)
    {
        media.Property(m => m.Hash).HasMaxLength(64);
        media.Property(m => m.ContentType).HasMaxLength(Lengths.Key);
        media.HasIndex(m => m.Hash).IsUnique();
        media.OwnsMany(m => m.Texts, text =>
        {
            text.ToTable("MediaTexts");
            text.WithOwner().HasForeignKey("MediaItemId");
            text.HasKey("MediaItemId", nameof(MediaText.Language));
            text.Property(t => t.Language).HasMaxLength(Lengths.Language);
            text.Property(t => t.Alt).HasMaxLength(1000);
            text.Property(t => t.Caption).HasMaxLength(2000);
        });
        media.OwnsMany<MediaVariant>("variants", variant =>
        {
            variant.ToTable("MediaVariants");
            variant.WithOwner().HasForeignKey("MediaItemId");
            variant.HasKey("MediaItemId", nameof(MediaVariant.Width));
            variant.Property(v => v.Width).ValueGeneratedNever();
            variant.Property(v => v.Hash).HasMaxLength(64);
            variant.Property(v => v.ContentType).HasMaxLength(Lengths.Key);
            variant.HasIndex(v => v.Hash);
        });
        media.Ignore(m => m.Variants);
        media.HasIndex(m => new { m.AddedAt, m.Id });
    }
}

internal sealed class AuditMap : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.Property(e => e.Action).HasMaxLength(Lengths.Key);
        entry.Property(e => e.Subject).HasMaxLength(100);
        entry.Property(e => e.Address).HasMaxLength(Lengths.Key);
        entry.Property(e => e.Before).HasMaxLength(Lengths.Text);
        entry.Property(e => e.After).HasMaxLength(Lengths.Text);
        entry.HasIndex(e => new { e.Subject, e.Id });
        entry.HasIndex(e => new { e.AccountId, e.Id });
        entry.HasIndex(e => new { e.Action, e.Id });
        entry.HasIndex(e => new { e.At, e.Id });
    }
}

internal sealed class WorkingCopyMap : IEntityTypeConfiguration<WorkingCopy>
{
    public void Configure(EntityTypeBuilder<WorkingCopy> copy)
    {
        copy.HasKey(c => new { c.ReleaseId, c.AccountId });
        copy.Property(c => c.Content).HasMaxLength(Lengths.Text);
        copy.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId);
        copy.HasOne<Core.Stories.Release>().WithMany().HasForeignKey(c => c.ReleaseId).OnDelete(DeleteBehavior.ClientCascade);
        copy.HasIndex(c => c.AccountId);
    }
}

internal sealed class AccountMap : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.Property(a => a.DisplayName).HasMaxLength(100);
        account.Property(a => a.UiLanguage).HasMaxLength(Lengths.Language);
        account.Property(a => a.Languages).HasMaxLength(100);
    }
}

// Identity's own limit for parts of a key (StoreOptions.MaxLengthForKeys); 900 bytes are all that SQL Server has for one.
internal sealed class LoginMap : IEntityTypeConfiguration<IdentityUserLogin<int>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<int>> login)
    {
        login.Property(l => l.LoginProvider).HasMaxLength(128);
        login.Property(l => l.ProviderKey).HasMaxLength(128);
    }
}

internal sealed class TokenMap : IEntityTypeConfiguration<IdentityUserToken<int>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<int>> token)
    {
        token.Property(t => t.LoginProvider).HasMaxLength(128);
        token.Property(t => t.Name).HasMaxLength(128);
    }
}

/// <summary>
/// Identity adds passkeys to its model only at a run-time option that design time does not see; stated here, the table is
/// the same always.
/// </summary>
internal sealed class PasskeyMap : IEntityTypeConfiguration<IdentityUserPasskey<int>>
{
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<int>> passkey)
    {
        passkey.ToTable("AspNetUserPasskeys");
        passkey.HasKey(p => p.CredentialId);
        passkey.Property(p => p.CredentialId).HasMaxLength(1024); // https://www.w3.org/TR/webauthn-3/#credential-id
        passkey.OwnsOne(p => p.Data, data => data.ToJson());
        passkey.HasOne<Account>().WithMany().HasForeignKey(p => p.UserId).IsRequired();
    }
}

internal sealed class ChangeMap : IEntityTypeConfiguration<Change>
{
    public void Configure(EntityTypeBuilder<Change> change)
    {
        change.HasKey(c => c.Number);
        change.Property(c => c.Number).ValueGeneratedNever();
    }
}

internal sealed class ChangeCounterMap : IEntityTypeConfiguration<ChangeCounter>
{
    public void Configure(EntityTypeBuilder<ChangeCounter> counter)
    {
        counter.ToTable("ChangeCounter");
        counter.Property(c => c.Id).ValueGeneratedNever();
        counter.HasData(ChangeCounter.First);
    }
}

internal sealed class LeaseMap : IEntityTypeConfiguration<Lease>
{
    public void Configure(EntityTypeBuilder<Lease> lease)
    {
        lease.ToTable("Leases");
        lease.HasKey(l => l.Work);
        lease.Property(l => l.Work).HasMaxLength(Lengths.Key);
    }
}

internal sealed class DataProtectionKeyMap : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> key) => key.Property(k => k.Xml).HasMaxLength(Lengths.Text);
}
