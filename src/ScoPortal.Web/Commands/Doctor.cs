using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using ScoPortal.Web.Checkup;
using ScoPortal.Web.Hosting;
using ScoPortal.Web.LinkChecks;

namespace ScoPortal.Web.Commands;

/// <summary><c>doctor</c>: looks at everything that the portal needs and changes nothing.</summary>
internal static class Doctor
{
    private const int UsualLinks = 200;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static Command Command(string[] settings)
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var links = new Option<int?>("--links")
        {
            Description = $"Also ask the newest N addresses \"more information\" of public releases whether they answer ({UsualLinks} without a number); goes out to the internet.",
            Arity = ArgumentArity.ZeroOrOne,
            HelpName = "N",
        };
        links.Validators.Add(result =>
        {
            if (result.Errors.Any() || result.GetValueOrDefault<int?>() is < 1 or > 100_000)
                result.AddError("--links takes a number from 1 to 100000.");
        });
        var command = new Command("doctor", "Look at the database, the index, links, pictures, keys, clock, disk and settings, and say what to do. Changes nothing; the portal may go on running.") { json, links };
        command.SetAction((parsed, cancel) => RunAsync(
            settings, parsed.GetValue(json), parsed.GetResult(links) is null ? 0 : parsed.GetValue(links) ?? UsualLinks, cancel));
        return command;
    }

    private static Task<int> RunAsync(string[] settings, bool isJson, int links, CancellationToken cancel) => Host.ReportAsync(async () =>
    {
        var findings = new List<Finding>();
        await foreach (var finding in FindAsync(settings, links, cancel))
        {
            findings.Add(finding);
            if (!isJson)
                await Console.Out.WriteLineAsync(Line(finding));
        }

        var worst = findings.Max(f => f.Verdict);
        if (isJson)
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new { verdict = worst, checks = findings }, Json));
        return worst == Verdict.Failure ? 1 : 0;
    });

    private static async IAsyncEnumerable<Finding> FindAsync(string[] settings, int links, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var builder = Host.Builder(settings);
        PortalOptions? options = null;
        IReadOnlyList<Finding> wrong = [];
        try
        {
            options = builder.Services.AddPortalData(builder, isCommand: true);
        }
        catch (OptionsValidationException settingsFailure)
        {
            wrong = [.. settingsFailure.Failures.Select(f => Finding.Fail("settings", f.TrimEnd('.'), "docs/reference/configuration.md lists all settings."))];
        }

        foreach (var finding in wrong)
            yield return finding;
        if (wrong.Count > 0)
            yield break;
        builder.Services.AddPortalKeys(options!);
        LinkChecker.Add(builder.Services);
        await using var services = builder.Services.BuildServiceProvider();
        yield return Finding.Good("settings", "all keys are known, all values allowed");
        await foreach (var finding in Examination.RunAsync(services, links, cancel))
            yield return finding;
    }

    private static string Line(Finding finding) => string.Concat(
        (string[])[
            $"{finding.Verdict.ToString().ToUpperInvariant(),-7}  {finding.Check}: {finding.Said}.",
            finding.Advice is { } advice ? " " + advice : "",
            .. (finding.Items ?? []).Select(item => $"\n           {item}"),
        ]);
}
