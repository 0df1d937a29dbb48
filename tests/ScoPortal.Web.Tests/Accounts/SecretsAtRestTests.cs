using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ScoPortal.Core.Accounts;
using ScoPortal.Data;
using ScoPortal.Data.Accounts;
using ScoPortal.Web.Areas.Admin.Accounts;
using ScoPortal.Web.Hosting;
using ScoPortal.Web.Settings;
using Xunit;

namespace ScoPortal.Web.Tests.Accounts;

/// <summary>Somebody reads a copy of the database, and signs in with nothing of it.</summary>
public sealed class SecretsAtRestTests : IDisposable
{
    private const string Email = "vera@example.org";
    private const string Password = "the password of the file";
    private readonly string folder = Directory.CreateTempSubdirectory("scoportal-certificates-").FullName;

    [Fact]
    public async Task The_key_of_an_app_is_encrypted_and_recovery_codes_are_hashed()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var id = await portal.HireAsync(Email, Roles.Editor);
        List<string> secrets = [.. await WithAsync(portal, id, async (accounts, account) =>
        {
            await accounts.ResetAuthenticatorKeyAsync(account);
            return (List<string>)[(await accounts.GetAuthenticatorKeyAsync(account))!, .. (await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, 3))!];
        })];

        var kept = await portal.QueryAsync(db => db.UserTokens.Select(t => t.Value!).ToListAsync());
        Assert.Equal(2, kept.Count);
        Assert.DoesNotContain(kept, value => secrets.Exists(s => value.Contains(s, StringComparison.OrdinalIgnoreCase)));
        Assert.Equal((3, false, true, false, 2), await WithAsync(portal, id, async (accounts, account) => (
            await accounts.CountRecoveryCodesAsync(account),
            (await accounts.RedeemTwoFactorRecoveryCodeAsync(account, "AAAAA-AAAAA")).Succeeded,
            (await accounts.RedeemTwoFactorRecoveryCodeAsync(account, secrets[2])).Succeeded,
            (await accounts.RedeemTwoFactorRecoveryCodeAsync(account, secrets[2])).Succeeded,
            await accounts.CountRecoveryCodesAsync(account))));
    }

    [Fact]
    public async Task What_an_older_portal_kept_in_clear_goes_on_working_and_is_in_clear_no_longer()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var id = await portal.HireAsync(Email, Roles.Editor);
        const string key = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
        await portal.QueryAsync(async db =>
        {
            db.UserTokens.AddRange(
                new IdentityUserToken<int> { UserId = id, LoginProvider = "[AspNetUserStore]", Name = "AuthenticatorKey", Value = key },
                new IdentityUserToken<int> { UserId = id, LoginProvider = "[AspNetUserStore]", Name = "RecoveryCodes", Value = "BBBBB-BBBBB;CCCCC-CCCCC" });
            return await db.SaveChangesAsync();
        });

        await using (var scope = portal.Services.CreateAsyncScope())
        {
            Assert.Equal(2, await scope.ServiceProvider.GetRequiredService<AccountStore>().SealAsync(default));
            Assert.Equal(0, await scope.ServiceProvider.GetRequiredService<AccountStore>().SealAsync(default));
        }

        Assert.All(await portal.QueryAsync(db => db.UserTokens.Select(t => t.Value!).ToListAsync()), value => Assert.Matches("^(dp|h):", value));
        Assert.Equal(key, await WithAsync(portal, id, (accounts, account) => accounts.GetAuthenticatorKeyAsync(account)));
        Assert.True(await WithAsync(portal, id, async (accounts, account) => (await accounts.RedeemTwoFactorRecoveryCodeAsync(account, "CCCCC-CCCCC")).Succeeded));
    }

    [Fact]
    public async Task Keys_are_encrypted_with_the_certificate_and_sessions_go_on_also_with_the_next_one()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        await portal.HireAsync(Email, Roles.Editor);
        using var vera = portal.Visit();
        using var signedIn = await vera.PostAsync(DeskLinks.SignIn(), new { Email, Staff.Password }, from: DeskLinks.SignIn());
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("desk=", StringComparison.Ordinal)).Split(';')[0];
        var clear = await KeysAsync(portal);
        Assert.Contains("<masterKey", clear, StringComparison.Ordinal);
        var (first, second) = (Certificate("first"), Certificate("second"));

        await using (var sealing = With(portal, first))
            Assert.True(await IsInAsync(sealing, cookie));
        var once = await KeysAsync(portal);
        Assert.DoesNotContain("<masterKey", once, StringComparison.Ordinal);
        Assert.Contains(">" + Convert.ToBase64String(Read(first).RawData), once, StringComparison.Ordinal);

        // Nothing to do at the next start; then another certificate, for which the old one still opens what is there.
        await using (var again = With(portal, first))
            Assert.True(await IsInAsync(again, cookie));
        Assert.Equal(once, await KeysAsync(portal));
        await using (var next = With(portal, $"{second};{first}"))
            Assert.True(await IsInAsync(next, cookie));
        Assert.DoesNotContain(Convert.ToBase64String(Read(first).RawData), await KeysAsync(portal), StringComparison.Ordinal);
        await using (var last = With(portal, second))
            Assert.True(await IsInAsync(last, cookie));

        // Without it the portal does not begin with new keys, and says what it misses.
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => KeyCertificates.SealAsync(db, [], portal.Services, default));
        Assert.Contains("Portal:KeyCertificate does not name the certificate", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_node_has_sealed_the_other_opens_also_with_keys_of_years_to_come_and_gone()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var id = await portal.HireAsync(Email, Roles.Editor);
        Task<string> SealAsync(WebApplicationFactory<Program> node) => WithAsync(node, id, async (accounts, account) =>
        {
            await accounts.ResetAuthenticatorKeyAsync(account);
            return (await accounts.GetAuthenticatorKeyAsync(account))!;
        });
        Task<string?> OpenAsync(WebApplicationFactory<Program> node) => WithAsync(node, id, (accounts, account) => accounts.GetAuthenticatorKeyAsync(account));
        var first = await SealAsync(portal);
        using var vera = portal.Visit();
        using var signedIn = await vera.PostAsync(DeskLinks.SignIn(), new { Email, Staff.Password }, from: DeskLinks.SignIn());
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("desk=", StringComparison.Ordinal)).Split(';')[0];
        // Nodes whose clocks were wrong have made them.
        var (keys, now) = (portal.Services.GetRequiredService<IKeyManager>(), DateTimeOffset.UtcNow);
        foreach (var years in (int[])[10, -10])
            keys.CreateNewKey(now.AddYears(years), now.AddYears(years).AddDays(90));
        var made = await portal.QueryAsync(db => db.DataProtectionKeys.CountAsync());

        await using var other = portal.WithWebHostBuilder(_ => { });

        Assert.Equal(first, await OpenAsync(other));
        Assert.True(await IsInAsync(other, cookie));
        var second = await SealAsync(other);
        Assert.Equal((true, second), (first != second, await OpenAsync(portal)));
        // It goes on with the key that is good now, and needs none of its own.
        Assert.Equal((3, 3), (made, await portal.QueryAsync(db => db.DataProtectionKeys.CountAsync())));
    }

    [Theory]
    [InlineData("missing.pfx", null, "Portal:KeyCertificate cannot be read")]
    [InlineData("first.pfx", "another password", "Portal:KeyCertificate cannot be read")]
    [InlineData("first.pfx", null, "Portal:KeyCertificate cannot be read")]
    public void A_certificate_that_cannot_be_used_is_named_before_the_start(string file, string? password, string fault)
    {
        Certificate("first");
        var settings = new Dictionary<string, string?> { ["Portal:KeyCertificate"] = Path.Combine(folder, file) };
        if (password is not null)
            settings["Portal:KeyCertificatePasswordFile"] = Write("wrong.txt", password);
        var reader = new SettingsReader(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());

        KeyCertificates.Read(reader, folder);

        Assert.StartsWith(fault, Assert.Single(reader.Errors), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Write(string name, string text)
    {
        File.WriteAllText(Path.Combine(folder, name), text + "\n");
        return Path.Combine(folder, name);
    }

    private string Certificate(string name)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(PortalFixture.Now.AddYears(-1), PortalFixture.Now.AddYears(10));
        var file = Path.Combine(folder, name + ".pfx");
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pkcs12, Password));
        return file;
    }

    private static X509Certificate2 Read(string file) => X509CertificateLoader.LoadPkcs12FromFile(file, Password);

    private WebApplicationFactory<Program> With(OwnPortal portal, string certificates) => portal.WithWebHostBuilder(builder =>
    {
        builder.UseSetting("Portal:KeyCertificate", certificates);
        builder.UseSetting("Portal:KeyCertificatePasswordFile", Write("password.txt", Password));
    });

    private static async Task<bool> IsInAsync(WebApplicationFactory<Program> portal, string cookie)
    {
        using var client = portal.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        using var answer = await client.GetAsync(DeskLinks.Profile);
        return answer.StatusCode == System.Net.HttpStatusCode.OK;
    }

    private static Task<string> KeysAsync(OwnPortal portal) => portal.QueryAsync(async db => string.Join('\n', await db.DataProtectionKeys.OrderBy(k => k.Id).Select(k => k.Xml).ToListAsync()));

    private static async Task<T> WithAsync<T>(WebApplicationFactory<Program> portal, int id, Func<UserManager<Account>, Account, Task<T>> work)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        return await work(accounts, (await accounts.FindByIdAsync($"{id}"))!);
    }
}
