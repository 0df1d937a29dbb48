using System.Text.RegularExpressions;
using System.Xml.Linq;
using ScoPortal.Web.Tests.Commands;
using Xunit;

namespace ScoPortal.Web.Tests.House;

public partial class BudgetTests
{
    private static readonly string Source = Path.Combine(PortalProcess.Root, "src");

    [Fact]
    public void The_rules_need_nothing_but_the_language_they_are_written_in()
    {
        var project = XDocument.Load(Path.Combine(Source, "ScoPortal.Core", "ScoPortal.Core.csproj"));

        Assert.Empty(project.Descendants("PackageReference").Concat(project.Descendants("ProjectReference")).Concat(project.Descendants("FrameworkReference")));
        Assert.All(typeof(Core.Stories.Release).Assembly.GetReferencedAssemblies(), a => Assert.StartsWith("System.", a.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_model_fits_on_two_screens() => Faults.None(
        [.. Longer("ScoPortal.Web/Pages", "*.cshtml.cs", 120), .. Longer("ScoPortal.Web/Areas", "*.cshtml.cs", 120)]);

    [Fact]
    public void A_file_of_the_core_has_one_subject() => Faults.None(Longer("ScoPortal.Core", "*.cs", 150));

    [Fact]
    public void The_program_is_read_at_a_glance() => Faults.None(Longer("ScoPortal.Web", "Program.cs", 60));

    [Fact]
    public void Only_one_place_knows_the_form_of_addresses()
    {
        foreach (var file in Files("ScoPortal.Web", "*.cshtml"))
            Assert.False(OwnAddress().IsMatch(File.ReadAllText(file)), $"{file} writes an address itself");
    }

    [Fact]
    public void Nothing_on_a_page_is_styled_or_scripted_where_it_stands()
    {
        foreach (var file in Files("ScoPortal.Web", "*.cshtml"))
            Assert.False(Inline().IsMatch(File.ReadAllText(file)), $"{file} has a style or a script of its own");
    }

    private static IEnumerable<string> Longer(string folder, string pattern, int lines) =>
        Files(folder, pattern).Where(f => File.ReadLines(f).Count() > lines).Select(f => $"{Path.GetRelativePath(Source, f)}: {File.ReadLines(f).Count()} lines");

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Source, folder), pattern, SearchOption.AllDirectories)
            .Where(f => !Path.GetRelativePath(Source, f).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"));

    [GeneratedRegex("""\b(href|src|action)="(/|\.|@\(?\$?"/)|asp-(page|route|controller|action)=""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex OwnAddress();

    [GeneratedRegex("""\sstyle=|<style|<script(?![^>]*(src=|application/ld\+json))|\son[a-z]+=["']""", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Inline();
}
