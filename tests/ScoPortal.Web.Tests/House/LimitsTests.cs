using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using ScoPortal.Web.Tests.Commands;
using Xunit;

namespace ScoPortal.Web.Tests.House;

public class LimitsTests
{
    [Fact]
    public void Every_field_that_has_a_longest_text_is_in_the_reference_with_it()
    {
        var page = File.ReadAllLines(Path.Combine(PortalProcess.Root, "docs", "reference", "limits.md"));
        var rows = page.Where(l => l.StartsWith("| `", StringComparison.Ordinal)).Select(row => row.Split('|', StringSplitOptions.TrimEntries)).ToDictionary(cells => cells[1].Trim('`'), cells => cells[3]);

        var forms = typeof(PortalOptions).Assembly.GetTypes().Select(t => (Form: Short(t), Fields: Longest(t))).Where(f => f.Fields.Length > 0).ToDictionary(f => f.Form, f => f.Fields);

        Faults.None([
            .. forms.Where(f => rows.GetValueOrDefault(f.Key) != f.Value).Select(f => $"docs/reference/limits.md: | `{f.Key}` | … | {f.Value} |"),
            .. rows.Keys.Except(forms.Keys).Select(f => $"docs/reference/limits.md: {f} has no such field")]);
    }

    private static string Short(Type form) => form.FullName!.Replace("ScoPortal.Web.Areas.Admin.Pages.", "", StringComparison.Ordinal).Replace('+', '.').Replace("Model", "", StringComparison.Ordinal);

    private static string Longest(Type form) => string.Join(", ",
        from field in form.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        let limit = field.GetCustomAttribute<StringLengthAttribute>()
        where limit is not null
        select string.Create(CultureInfo.InvariantCulture, $"{field.Name} {limit.MaximumLength:N0}"));
}
