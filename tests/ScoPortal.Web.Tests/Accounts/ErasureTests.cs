using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;
using ScoPortal.Data.Providers;
using ScoPortal.Data.Tests;
using Xunit;

namespace ScoPortal.Web.Tests.Accounts;

/// <summary>Somebody has left for good and wants to be forgotten. The newsroom goes on knowing what was done.</summary>
public class ErasureTests
{
    private const string Email = "mira.unusual@example.org";

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_deleted_account_leaves_its_work_and_the_audit_and_nothing_that_says_who_it_was(DatabaseProvider engine)
    {
        await using var portal = await OwnPortal.OpenAsync(engine);
        using var admin = await portal.AsAsync(Roles.Admin, name: "Vera");
        var link = (await admin.SubmitAsync(DeskLinks.Invite, new { Email, Rights__Role = "Editor" })).OneTimeLink();
        using var mira = portal.Visit();
        await mira.SubmitAsync(link, new { Name = "Mira Unusual", Staff.Password, Repeat = Staff.Password });
        var id = await portal.QueryAsync(db => db.Users.Where(u => u.Email == Email).Select(u => u.Id).SingleAsync());
        await mira.SubmitAsync(DeskLinks.Profile, new { Name = "Mira Rare" });
        await mira.SubmitAsync(DeskLinks.ProfileSecondStep);
        await mira.SubmitAsync(DeskLinks.NewRelease, new { Headline = "Harbour opens", Body = "Text." });
        await portal.QueryAsync(async db =>
        {
            db.Add(new IdentityUserPasskey<int> { UserId = id, CredentialId = [7], Data = new IdentityPasskeyData { Name = "Telephone", PublicKey = [2], AttestationObject = [3], ClientDataJson = [4] } });
            return await db.SaveChangesAsync();
        });
        var lines = await portal.QueryAsync(db => db.Audit.CountAsync(a => a.AccountId == id));
        Assert.True(lines > 3);

        var page = await admin.SubmitAsync(DeskLinks.Account(id), form: $"form[action='{DeskLinks.AccountDeletion(id)}']");

        Assert.Equal("The account is deleted.", page.QuerySelector("[role=status]")!.Words());
        Assert.DoesNotContain("Mira", page.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.False(await mira.IsInAsync());
        await admin.ReadAsync(DeskLinks.Account(id), HttpStatusCode.NotFound);
        Assert.Equal((0, 0, 0, 0), await portal.QueryAsync(async db => (
            await db.Sessions.CountAsync(s => s.AccountId == id), await db.UserTokens.CountAsync(t => t.UserId == id),
            await db.Set<IdentityUserPasskey<int>>().CountAsync(p => p.UserId == id), await db.UserRoles.CountAsync(r => r.UserId == id))));
        Assert.Equal(lines, await portal.QueryAsync(db => db.Audit.CountAsync(a => a.AccountId == id && a.By == $"deleted account {id}")));
        Assert.Equal($"deleted account {id}", await portal.QueryAsync(db => db.Revisions.Where(r => r.AccountId == id).Select(r => r.By).FirstAsync()));
        Assert.Contains("Vera account.delete", await portal.AuditAsync());

        // Nowhere in any table.
        foreach (var text in await TextsAsync(portal))
            Assert.DoesNotContain("mira", text, StringComparison.OrdinalIgnoreCase);
        // The address may be invited again, and is somebody else.
        Assert.NotNull((await admin.SubmitAsync(DeskLinks.Invite, new { Email, Rights__Role = "Editor" })).QuerySelector("#link"));
    }

    [Fact]
    public async Task The_last_administrator_is_not_deleted_and_nobody_twice()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var admin = await portal.AsAsync(Roles.Admin, name: "Vera");
        var boris = await portal.HireAsync("boris@example.org", Roles.Editor, name: "Boris");

        var refused = await admin.SubmitAsync(DeskLinks.Account(admin.AccountId), form: $"form[action='{DeskLinks.AccountDeletion(admin.AccountId)}']");
        Assert.Contains("this is the last administrator", refused.QuerySelector("[role=alert]")!.Words(), StringComparison.Ordinal);
        Assert.True(await admin.IsInAsync());

        using (await admin.PostAsync(DeskLinks.AccountDeletion(boris))) { }
        using var again = await admin.PostAsync(DeskLinks.AccountDeletion(boris));
        using var enabled = await admin.PostAsync(DeskLinks.AccountAccess(boris), new { Enable = "true" });
        using var reset = await admin.PostAsync(DeskLinks.AccountReset(boris));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (again.StatusCode, enabled.StatusCode, reset.StatusCode));
    }

    [Fact]
    public async Task A_name_that_a_colleague_has_too_stays_where_no_account_stands_beside_it()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var admin = await portal.AsAsync(Roles.Admin, name: "Vera");
        var (first, second) = (await portal.HireAsync("mira1@example.org", Roles.Editor, name: "Mira"), await portal.HireAsync("mira2@example.org", Roles.Editor, name: "Mira"));
        await portal.QueryAsync(async db =>
        {
            foreach (var id in new[] { first, second })
                db.Audit.Add(new AuditEntry(portal.Clock.Now, "Mira", "release.save", "release/7") { AccountId = id });
            return await db.SaveChangesAsync();
        });

        using (await admin.PostAsync(DeskLinks.AccountDeletion(first))) { }

        Assert.Equal([$"deleted account {first}", "Mira"], await portal.QueryAsync(db => db.Audit.Where(a => a.Action == "release.save").OrderBy(a => a.Id).Select(a => a.By).ToListAsync()));
    }

    [Fact]
    public async Task Everybody_takes_along_what_is_kept_about_them_and_nothing_of_others()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var vera = await portal.AsAsync(Roles.Admin, name: "Vera");
        using var boris = await portal.AsAsync(Roles.Translator, "ru", name: "Борис");
        await boris.SubmitAsync(DeskLinks.Profile, new { Name = "Борис К." });

        using var answer = await boris.Http.GetAsync(DeskLinks.ProfileData);

        Assert.Equal(("application/json; charset=utf-8", "attachment"), (answer.Content.Headers.ContentType!.ToString(), answer.Content.Headers.ContentDisposition!.DispositionType));
        var text = await answer.Content.ReadAsStringAsync();
        using var file = JsonDocument.Parse(text);
        Assert.Equal("Борис К.", file.RootElement.GetProperty("account").GetProperty("displayName").GetString());
        Assert.Equal(1, file.RootElement.GetProperty("sessions").GetArrayLength());
        Assert.Contains(file.RootElement.GetProperty("audit").EnumerateArray(), line => line.GetProperty("action").GetString() == "account.profile");
        Assert.DoesNotContain("Vera", text, StringComparison.Ordinal);
        Assert.DoesNotContain("asswordHash", text, StringComparison.Ordinal);
    }

    // Every text of every table, whatever it is for.
    private static Task<List<string>> TextsAsync(OwnPortal portal) => portal.QueryAsync(async db =>
    {
        List<string> texts = [];
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Distinct())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                for (var column = 0; column < reader.FieldCount; column++)
                    if (reader.GetValue(column) is string text)
                        texts.Add($"{table}.{reader.GetName(column)}: {text}");
        }

        return texts;
    });
}
