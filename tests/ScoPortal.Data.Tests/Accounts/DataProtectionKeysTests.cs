using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Accounts;
using ScoPortal.Data.Providers;
using Xunit;

namespace ScoPortal.Data.Tests.Accounts;

public class DataProtectionKeysTests
{
    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_key_stored_by_one_node_is_found_by_another(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);

        new DataProtectionKeys(new Node(database)).StoreElement(new XElement("key", new XAttribute("id", 7), "ключ 密钥"), "key-7");

        var found = Assert.Single(new DataProtectionKeys(new Node(database)).GetAllElements());
        Assert.Equal(("7", "ключ 密钥"), (found.Attribute("id")!.Value, found.Value));
    }

    [Fact]
    public async Task Content_is_not_saved_without_the_change_log()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var db = database.Open();
        db.Add(new Story());

        Assert.Throws<NotSupportedException>(() => db.SaveChanges());
    }

    private sealed class Node(TestDatabase database) : IDbContextFactory<PortalDb>
    {
        public PortalDb CreateDbContext() => database.Open();
    }
}
