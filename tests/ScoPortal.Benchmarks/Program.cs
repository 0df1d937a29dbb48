using System.CommandLine;
using System.Globalization;
using ScoPortal.Benchmarks.Load;
using ScoPortal.Benchmarks.Micro;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
// What ./dev bench calls; docs/reference/performance.md explains it.
var root = new RootCommand("Measures ScoPortal.");

var folder = new Argument<string>("FOLDER");
var port = new Argument<int>("PORT");
var limit = new Command("limit", "Serve the fixed answers of a folder.") { folder, port };
limit.SetAction((parsed, _) => Limit.ServeAsync(parsed.GetValue(folder)!, parsed.GetValue(port)));
root.Subcommands.Add(limit);

var stories = new Option<int[]>("--stories") { DefaultValueFactory = _ => [1_000, 100_000], AllowMultipleArgumentsPerToken = true, Description = "How many stories, once or twice." };
var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 2, Description = "How long each server is asked in a round." };
var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 5, Description = "How many rounds; the median counts." };
var published = new Option<string?>("--published") { Description = "The folder of a portal that is published already." };
var write = new Option<string?>("--write") { Description = "A Markdown file that has a part for the figures, such as docs/reference/performance.md." };

var micro = new Command("micro", "The parts, by BenchmarkDotNet; options of its own go through, as --filter *Wire*.") { TreatUnmatchedTokensAsErrors = false };
micro.Options.Add(write);
micro.SetAction((parsed, _) => MicroAsync(parsed));
root.Subcommands.Add(micro);

var load = new Command("wrk", "The published portal under load, beside its limits.") { stories, seconds, rounds, published, write };
load.SetAction((parsed, _) => WithPlaceAsync(parsed, LoadAsync));
root.Subcommands.Add(load);

var sizes = new Command("sizes", "Page weight, start, memory, index and import.") { stories, published, write };
sizes.SetAction((parsed, _) => WithPlaceAsync(parsed, SizesAsync));
root.Subcommands.Add(sizes);

var flood = new Option<int>("--seconds") { DefaultValueFactory = _ => 15, Description = "How long the crowd comes." };
var overload = new Command("overload", "Many times as many requests as it can bear.") { flood, published, write };
overload.SetAction((parsed, _) => WithPlaceAsync(parsed, async (place, p) =>
{
    string[] machine = [await Page.MachineAsync(), ""];
    await Page.PublishAsync("overload", [.. machine, .. await new OverloadBench(place, p.GetValue(flood)).MeasureAsync()], p.GetValue(write));
}));
root.Subcommands.Add(overload);

var path = new Argument<string?>("PATH") { Arity = ArgumentArity.ZeroOrOne, Description = "What is asked for; a release without it." };
var profile = new Command("profile", "Where the time goes, with the page cache and without.") { path, stories, published, write };
profile.SetAction((parsed, _) => WithPlaceAsync(parsed, ProfileAsync));
root.Subcommands.Add(profile);

var all = new Command("all", "Everything.") { stories, seconds, rounds, published, write };
all.SetAction((parsed, _) => WithPlaceAsync(parsed, async (place, p) =>
{
    await LoadAsync(place, p);
    await SizesAsync(place, p);
    await ProfileAsync(place, p);
    await MicroAsync(p);
}));
root.Subcommands.Add(all);
return await root.Parse(args).InvokeAsync();

async Task<int> WithPlaceAsync(ParseResult parsed, Func<Workplace, ParseResult, Task> measure)
{
    try
    {
        await measure(await Workplace.PrepareAsync(parsed.GetValue(published)), parsed);
        return 0;
    }
    catch (InvalidOperationException failure)
    {
        Workplace.Say(failure.Message);
        return 1;
    }
}

async Task LoadAsync(Workplace place, ParseResult parsed)
{
    List<string> lines = [await Page.MachineAsync(), ""];
    List<LoadReport> reports = [];
    await using var bench = new LoadBench(place, parsed.GetValue(seconds), parsed.GetValue(rounds));
    foreach (var count in parsed.GetValue(stories)!)
    {
        reports.Add(new LoadReport(count, await bench.MeasureAsync(count)));
        lines.AddRange([.. reports[^1].Table(), ""]);
    }

    var targets = reports.SelectMany(r => r.Targets()).Concat(reports.Count > 1 ? reports[^1].TargetsAgainst(reports[0]) : []);
    await Page.PublishAsync("wrk", [.. lines, .. Target.Table(targets)], parsed.GetValue(write));
}

async Task SizesAsync(Workplace place, ParseResult parsed)
{
    var machine = await Page.MachineAsync();
    var targets = await new SizesBench(place, large: parsed.GetValue(stories)!.Max()).MeasureAsync();
    await Page.PublishAsync("sizes", [machine, "", .. Target.Table(targets)], parsed.GetValue(write));
}

async Task ProfileAsync(Workplace place, ParseResult parsed)
{
    var bench = new Profile(place, await place.DataAsync(parsed.GetValue(stories)!.Min()));
    List<string> lines = [await Page.MachineAsync(), ""];
    if (parsed.CommandResult.Command == profile && parsed.GetValue(path) is { } one)
        lines.AddRange([.. await bench.OfAsync($"{one}, cached", isCached: true, _ => [one]), .. await bench.OfAsync($"{one}, uncached", isCached: false, _ => [one])]);
    else
        lines.AddRange([.. await bench.OfAsync("release, cached", isCached: true, a => a.Releases.Take(1)), .. await bench.OfAsync("release, uncached", isCached: false, a => a.Releases)]);
    await Page.PublishAsync("profile", lines, parsed.GetValue(write));
}

async Task MicroAsync(ParseResult parsed)
{
    var machine = await Page.MachineAsync();
    await Page.PublishAsync("micro", [machine, "", .. MicroReport.Of(parsed.UnmatchedTokens)], parsed.GetValue(write));
}
