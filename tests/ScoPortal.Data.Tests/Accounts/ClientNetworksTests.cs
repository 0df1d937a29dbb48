using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ScoPortal.Core.Accounts;
using ScoPortal.Data.Providers;
using Xunit;

namespace ScoPortal.Data.Tests.Accounts;

public class ClientNetworksTests
{
    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Whole_addresses_that_an_older_portal_noted_become_networks_or_go(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using (var db = database.Open())
        {
            await db.GetService<IMigrator>().MigrateAsync("Confirmation");
            foreach (var address in new[] { "203.0.113.77", "::ffff:198.51.100.9", "2001:db8:1:2::7", "192.0.2.0/24", null })
                db.Audit.Add(new AuditEntry(TestDatabase.Now, "Vera", "session.begin", "account/1") { Address = address });
            await db.SaveChangesAsync();
            await db.Database.MigrateAsync();
        }

        await using var after = database.Open();
        Assert.Equal(["203.0.113.0/24", "198.51.100.0/24", null, "192.0.2.0/24", null], await after.Audit.OrderBy(a => a.Id).Select(a => a.Address).ToListAsync());
    }
}
