using Xunit;

namespace ScoPortal.Web.Tests.Commands;

public sealed class ArchiveCommandTests : IDisposable
{
    private readonly TemporaryFolder old = new();
    private readonly TemporaryFolder other = new();

    [Theory]
    [InlineData("backup", "restore")]
    [InlineData("export", "import-archive")]
    [InlineData("export", "restore")]
    public async Task A_newsroom_goes_into_a_file_and_comes_out_elsewhere_once(string write, string read)
    {
        var file = old.File("newsroom.zip");
        Assert.Equal(0, (await PortalProcess.RunAsync("account", "create", "vera@example.org", old.Setting)).ExitCode);

        Assert.Equal(0, (await PortalProcess.RunAsync(write, file, old.Setting)).ExitCode);
        Assert.Equal(0, (await PortalProcess.RunAsync(read, file, other.Setting)).ExitCode);

        Assert.StartsWith("vera@example.org\t", (await PortalProcess.RunAsync("account", "list", other.Setting)).Output, StringComparison.Ordinal);
        var (twice, over) = (await PortalProcess.RunAsync(read, file, other.Setting), await PortalProcess.RunAsync(write, file, old.Setting));
        Assert.Equal((1, 1), (twice.ExitCode, over.ExitCode));
        Assert.Contains(read == "restore" && write == "backup" ? "There is a database" : "holds a newsroom already", twice.Errors, StringComparison.Ordinal);
        Assert.Contains("exists already", over.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_archive_and_what_is_no_newsroom_is_said()
    {
        await File.WriteAllTextAsync(old.File("note.txt"), "Not an archive.");

        var none = await PortalProcess.RunAsync("export", old.File("newsroom.zip"), old.Setting);
        var note = await PortalProcess.RunAsync("restore", old.File("note.txt"), old.Setting);
        var missing = await PortalProcess.RunAsync("import-archive", old.File("nothing.zip"), old.Setting);

        Assert.Equal((1, 1, 1), (none.ExitCode, note.ExitCode, missing.ExitCode));
        Assert.Contains("There is no newsroom yet.", none.Errors, StringComparison.Ordinal);
        Assert.Contains("It is no zip file", note.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(old.File("newsroom.zip")));
    }

    public void Dispose()
    {
        old.Dispose();
        other.Dispose();
    }
}
