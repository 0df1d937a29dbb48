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
        Assert.Matches("^https://news\\.example\\.org/admin/reset/[A-Za-z0-9_-]{43}$", first.Output.TrimEnd().Split('\n')[^1]);
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

    [Fact]
    public async Task A_portal_without_an_account_prints_a_setup_link_to_the_console_and_not_to_the_log()
    {
        using var portal = PortalProcess.Serve(
            folder.Path, [], ["serve", folder.Setting, "--urls=http://127.0.0.1:0", "--Portal:Sample=false", $"--Portal:LogFile={folder.File("log-.txt")}"]);
        try
        {
            var link = "";
            while (!link.Contains(DeskLinks.Setup(""), StringComparison.Ordinal))
                link = await portal.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("It ends without a link.");

            using var client = new HttpClient();
            Assert.Contains("name=\"Repeat\"", await client.GetStringAsync(link.Trim()), StringComparison.Ordinal);
            foreach (var log in Directory.GetFiles(folder.Path, "log-*.txt"))
                Assert.DoesNotContain(link.Split('/')[^1], await ReadSharedAsync(log), StringComparison.Ordinal);
        }
        finally
        {
            portal.Kill(entireProcessTree: true);
            await portal.WaitForExitAsync();
        }
    }

    private static async Task<string> ReadSharedAsync(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return await reader.ReadToEndAsync();
    }

    public void Dispose() => folder.Dispose();

    private Task<Outcome> RunAsync(params string[] args) => PortalProcess.RunAsync([.. args, folder.Setting, "--Portal:PublicUrl=https://news.example.org"]);
}
