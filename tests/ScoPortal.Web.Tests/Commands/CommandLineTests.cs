using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Xunit;

namespace ScoPortal.Web.Tests.Commands;

public class CommandLineTests
{
    [Fact]
    public async Task Help_lists_the_commands_and_ends_well()
    {
        var help = await PortalProcess.RunAsync("--help");

        Assert.Equal((0, ""), (help.ExitCode, help.Errors));
        foreach (var word in (string[])["serve", "migrate", "import", "pair", "index", "--Section:Key=value"])
            Assert.Contains(word, help.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("publish", "publish")]
    [InlineData("migrate --fast", "--fast")]
    [InlineData("index", "")]
    [InlineData("index drop", "drop")]
    [InlineData("import", "PATH")]
    [InlineData("pair x --threshold 2", "--threshold")]
    [InlineData("import x --format xml", "xml")]
    [InlineData("--Portal:Sample", "--Portal:Sample")]
    public async Task What_it_does_not_know_it_says_and_does_nothing(string line, string named)
    {
        var outcome = await PortalProcess.RunAsync(line.Split(' '));

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(named, outcome.Errors, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("--help", outcome.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("migrate")]
    public async Task Every_wrong_setting_is_named_at_start_with_what_would_be_right(string verb)
    {
        using var folder = new TemporaryFolder();
        var outcome = await PortalProcess.RunAsync(
            verb, folder.Setting, "--Database:Provider=Oracle", "--Portal:Languages=en,xx,en", "--Portal:PublicUrl=news.example.org", "--Portal:Sample=perhaps");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(
            [
                "Database:Provider is 'Oracle'; it can be Sqlite, SqlServer or Postgres.",
                "Portal:Languages names 'xx'; there are texts for en, de, ru, zh, fa, qps.",
                "Portal:Languages names 'en' twice.",
                "Portal:PublicUrl is 'news.example.org'; it is an address such as https://news.example.org.",
                "Portal:Sample is 'perhaps'; it can be true or false.",
            ],
            outcome.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.False(Directory.Exists(folder.File("data")));
    }

    [Theory]
    [InlineData("Production", "", false)]
    [InlineData("Production", "true", true)]
    [InlineData("Development", "", true)]
    [InlineData("Development", "false", false)]
    public async Task Nobody_finds_the_sample_newsroom_on_a_server_that_was_told_nothing(string environment, string sample, bool isThere)
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false, environment: environment, settings: ("Portal:Sample", sample));

        Assert.Equal(isThere, await portal.QueryAsync(db => db.Releases.AnyAsync()));
    }

    [Theory]
    [InlineData("--Portal:RequestPerMinute=5", "Portal:RequestPerMinute is no setting; Portal:RequestsPerMinute is one.")]
    [InlineData("--Portal:publicurl=https://news.example.org --portal:Publik=x", "Portal:Publik is no setting; docs/reference/configuration.md lists them.")]
    [InlineData("--Database:Provder=Sqlite", "Database:Provder is no setting; Database:Provider is one.")]
    [InlineData("--Portal:DrainSeconds=61", "Portal:DrainSeconds is '61'; it is a number from 0 to 60.")]
    [InlineData("--Portal:LogFilesKept=0", "Portal:LogFilesKept is '0'; it is a number from 1 to 3650.")]
    [InlineData("--Portal:MaxImageSide=-5", "Portal:MaxImageSide is '-5'; it is a number from 1000 to 65535.")]
    [InlineData("--Portal:TimeZone=Beijing", "Portal:TimeZone is 'Beijing'; it is a name of the IANA database such as Asia/Shanghai or Europe/Berlin.")]
    [InlineData("--Portal:PublicUrl=https://vera:secret@news.example.org", "Portal:PublicUrl is 'https://vera:secret@news.example.org'; it is an address such as https://news.example.org.")]
    [InlineData("--urls=127.0.0.1:5080", "ASPNETCORE_URLS is '127.0.0.1:5080'; it is an address to listen at such as http://127.0.0.1:5080.")]
    [InlineData("--Serilog:MinimumLevel:Default=Chatty", "Serilog:MinimumLevel:Default is 'Chatty'; it can be Verbose, Debug, Information, Warning, Error, Fatal.")]
    public void A_setting_that_is_none_and_one_out_of_range_are_named(string line, string message)
    {
        var settings = new ConfigurationBuilder().AddCommandLine(line.Split(' ')).Build();

        Assert.Equal(message, Assert.Single(Assert.Throws<OptionsValidationException>(() => PortalOptions.Read(settings, "/")).Failures), ignoreCase: true);
    }

    [Theory]
    [InlineData("https://news.example.org")]
    [InlineData("news.example.org:443")]
    [InlineData("news.example.org;a b")]
    public void Hosts_are_names_alone(string hosts)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["AllowedHosts"] = hosts }).Build();

        Assert.StartsWith("AllowedHosts is '", Assert.Single(Assert.Throws<OptionsValidationException>(() => PortalOptions.Read(settings, "/")).Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_database_needs_a_connection_string()
    {
        var outcome = await PortalProcess.RunAsync("serve", "--Database:Provider=postgres");

        Assert.Equal((1, "ConnectionStrings:Portal is missing; Postgres needs one."), (outcome.ExitCode, outcome.Errors.Trim()));
    }

    [Theory]
    [InlineData("Sqlite", "This is none")]
    [InlineData("Sqlite", "Server=localhost;Database=portal")]
    [InlineData("SqlServer", "Server=localhost;Databse=portal")]
    [InlineData("Postgres", "Host=localhost;Port=five")]
    public void A_connection_string_that_the_engine_cannot_read_is_a_wrong_setting(string provider, string connection)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?> { ["Database:Provider"] = provider, ["ConnectionStrings:Portal"] = connection }).Build();

        var wrong = Assert.Throws<OptionsValidationException>(() => PortalOptions.Read(settings, "/"));

        Assert.StartsWith($"ConnectionStrings:Portal is none for {provider}: ", Assert.Single(wrong.Failures), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Database:Provider=Postgres", "--ConnectionStrings:Portal=Host=127.0.0.1;Port=1;Timeout=2;Username=x;Database=x")]
    [InlineData("--Database:Provider=SqlServer", "--ConnectionStrings:Portal=Server=127.0.0.1,1;Connect Timeout=2;User Id=x;Password=secret-x;Encrypt=false")]
    [InlineData("--Database:Provider=Sqlite", "--ConnectionStrings:Portal=Data Source=/proc/nowhere/portal.db")]
    public async Task A_database_that_does_not_answer_is_told_in_a_line(string provider, string connection)
    {
        using var folder = new TemporaryFolder();
        var outcome = await PortalProcess.RunAsync("migrate", folder.Setting, provider, connection);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("database", outcome.Errors, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", outcome.Errors + outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-x", outcome.Errors + outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrating_twice_does_it_once_and_the_index_can_be_built_anew()
    {
        using var folder = new TemporaryFolder();

        var first = await PortalProcess.RunAsync("migrate", folder.Setting);
        Assert.Equal(0, first.ExitCode);
        Assert.StartsWith("The database is up to date, at ", first.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(folder.File("data/portal.db")));

        var second = await PortalProcess.RunAsync("migrate", folder.Setting);
        Assert.Equal(first, second);

        var rebuilt = await PortalProcess.RunAsync("index", "rebuild", folder.Setting);
        Assert.Equal((0, "The index holds 0 releases."), (rebuilt.ExitCode, rebuilt.Output.Trim()));
    }
}
