using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Data.Accounts;
using ScoPortal.Data.Nodes;
using ScoPortal.Data.Stories;

namespace ScoPortal.Data.Archives;

/// <summary>What lets somebody in, and what is of no use anywhere else.</summary>
internal sealed class Secrets(PortalDb db)
{
    private readonly HashSet<string> tables = [.. ((Type[])
    [
        typeof(Session), typeof(AccessLink), typeof(PreviewLink), typeof(DataProtectionKey),
        typeof(IdentityUserToken<int>), typeof(IdentityUserLogin<int>), typeof(IdentityUserPasskey<int>),
    ]).Select(type => TableOf(db, type))];

    private readonly string accounts = TableOf(db, typeof(Account));

    /// <summary>Who works on what at this moment: no archive has it.</summary>
    public static bool IsOfNodes(PortalDb db, string table) => table == TableOf(db, typeof(Lease)) || table == TableOf(db, typeof(Presence));

    /// <summary>The whole table is secret.</summary>
    public bool IsSecret(string table) => tables.Contains(table);

    /// <summary>What a column is written as; null where a table has none that is secret.</summary>
    public Func<string, object?, object?>? Without(string table) => table == accounts ? Without : null;

    private static object? Without(string column, object? value) => column switch
    {
        nameof(Account.PasswordHash) => null,
        nameof(Account.SecurityStamp) => Guid.NewGuid().ToString("N"),
        nameof(Account.TwoFactorEnabled) => false,
        nameof(Account.AccessFailedCount) => 0L,
        nameof(Account.LockoutEnd) => null,
        _ => value,
    };

    private static string TableOf(PortalDb db, Type type) => db.Model.FindEntityType(type)!.GetTableName()!;
}
