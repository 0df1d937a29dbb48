using Xunit;

namespace ScoPortal.Web.Tests.Commands;

public sealed class AccountCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Accounts_are_made_and_reset_by_links_and_listed_without_secrets()
    {
        var first = await RunAsync("account", "create", "vera@example.org", "--name", "Vera Lindholm");
        Assert.Equal(0, first.ExitCode);
        Assert.Matches("^https://news\\.example\\.org/admin/reset/[A-Za-z0-9_-]{43}\\n$", first.Output);
        Assert.Contains("Vera Lindholm chooses a password", first.Errors, StringComparison.Ordinal);

        var second = await RunAsync("account", "create", "wei@example.org", "--role", "Translator", "--languages", "zh,de");
        Assert.Equal(0, second.ExitCode);
        var reset = await RunAsync("account", "reset", "VERA@example.org");
        Assert.Equal(0, reset.ExitCode);
        Assert.NotEqual(first.Output, reset.Output);

        var list = await RunAsync("account", "list");
        Assert.Equal("vera@example.org\tVera Lindholm\tAdmin\t\tactive\nwei@example.org\twei@example.org\tTranslator\tzh,de\tactive\n", list.Output);
    }

    [Fact]
    public async Task What_makes_no_account_is_said()
    {
        Assert.Equal(0, (await RunAsync("account", "create", "vera@example.org")).ExitCode);
        foreach (var (line, fault) in new[]
        {
            ("create vera", "'vera' is not an e-mail address."),
            ("create wei@example.org", "--role is needed: Admin, Editor, Translator."),
            ("create wei@example.org --role Translator", "A translator needs --languages."),
            ("create wei@example.org --role Translator --languages xx", "The portal has no language 'xx'; it has en, de, ru, zh."),
            ("create Vera@Example.org --role Editor", "There is an account for Vera@Example.org already."),
            ("reset nobody@example.org", "There is no account for nobody@example.org."),
        })
        {
            var outcome = await RunAsync(["account", .. line.Split(' ')]);
            Assert.Equal((1, fault), (outcome.ExitCode, outcome.Errors.Trim()));
        }
    }

    public void Dispose() => folder.Dispose();

    private Task<Outcome> RunAsync(params string[] args) => PortalProcess.RunAsync([.. args, folder.Setting, "--Portal:PublicUrl=https://news.example.org"]);
}
