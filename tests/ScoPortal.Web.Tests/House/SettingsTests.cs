using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using ScoPortal.Web.Tests.Commands;
using Xunit;

namespace ScoPortal.Web.Tests.House;

public partial class SettingsTests
{
    private static readonly string[] Rows = [.. File.ReadLines(Path.Combine(PortalProcess.Root, "docs", "reference", "configuration.md")).Where(l => l.StartsWith("| `", StringComparison.Ordinal))];

    [Fact]
    public void Every_setting_is_in_the_reference_as_the_portal_knows_it_and_no_other()
    {
        var known = PortalOptions.Read(new ConfigurationBuilder().Build(), "/").Known;
        var rows = Rows.Select(row => row.Split('|', StringSplitOptions.TrimEntries)).ToDictionary(cells => cells[1].Trim('`'));
        var faults = new List<string>();
        foreach (var setting in known)
        {
            if (!rows.TryGetValue(setting.Key, out var cells))
                faults.Add($"{setting.Key} is not in docs/reference/configuration.md");
            else if (cells[2] != $"`{setting.Variable}`")
                faults.Add($"{setting.Key}: its variable is {setting.Variable}");
            else if (setting.Usual.Length > 0 && !cells[3].Contains($"`{setting.Usual}`", StringComparison.Ordinal))
                faults.Add($"{setting.Key}: its default is {setting.Usual}");
            else if (Range().Match(setting.Allowed) is { Success: true } range && cells[4] != range.Value)
                faults.Add($"{setting.Key}: its range is {range.Value}");
        }

        var own = rows.Keys.Where(k => k.StartsWith("Portal:", StringComparison.Ordinal) || k.StartsWith("Database:", StringComparison.Ordinal));
        faults.AddRange(own.Except(known.Select(s => s.Key)).Select(k => $"{k} is in docs/reference/configuration.md, but no setting"));
        Faults.None(faults);
    }

    [GeneratedRegex("[0-9]+ to [0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Range();
}
