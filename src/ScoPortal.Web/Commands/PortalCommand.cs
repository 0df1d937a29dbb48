using System.CommandLine;
using System.Text.RegularExpressions;

namespace ScoPortal.Web.Commands;

/// <summary>The verbs of the executable. Without one it serves.</summary>
internal static partial class PortalCommand
{
    private const int Misused = 2;

    // A portal that is told to stop goes on for up to a minute, and gives requests up to half a minute to end.
    private static readonly TimeSpan LongerThanShutdown = TimeSpan.FromSeconds(100);

    public static async Task<int> RunAsync(string[] args)
    {
        // Settings (--Section:Key=value, --urls=…) go to the configuration, whatever the verb.
        var settings = args.Where(a => Setting().IsMatch(a)).ToArray();
        var root = new RootCommand("ScoPortal: the newsroom of the SCO cooperation zones. Without a command it serves.\n"
            + "Any setting can be given as --Section:Key=value, for example --Database:Provider=Postgres.");
        root.SetAction((_, cancel) => Serve.RunAsync(settings, cancel));
        root.Subcommands.Add(Serve.Command(settings));
        root.Subcommands.Add(Migrate.Command(settings));
        root.Subcommands.Add(Sample.Command(settings));
        root.Subcommands.Add(Import.Command(settings));
        root.Subcommands.Add(Index.Command(settings));
        root.Subcommands.Add(CopiesCommand.Command(settings));
        root.Subcommands.Add(PairsCommand.Command(settings));
        root.Subcommands.Add(PairCommand.Command());
        root.Subcommands.Add(Glossary.Command(settings));
        root.Subcommands.Add(AlignCommand.Command());
        root.Subcommands.Add(TranslationCommand.Command(settings));
        root.Subcommands.Add(MemoryCommand.Command(settings));
        root.Subcommands.Add(MediaClean.Command(settings));
        root.Subcommands.Add(AccountCommand.Command(settings));
        root.Subcommands.Add(Doctor.Command(settings));
        foreach (var command in ArchiveCommand.Commands(settings))
            root.Subcommands.Add(command);

        var parsed = root.Parse([.. args.Where(a => !Setting().IsMatch(a))]);
        if (parsed.Errors.Count == 0)
            return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = LongerThanShutdown });

        foreach (var error in parsed.Errors)
            await Console.Error.WriteLineAsync(error.Message);
        await Console.Error.WriteLineAsync("--help lists the commands and their options.");
        return Misused;
    }

    private const int LongestMatch = 1000;

    // A test host hands over a section's name as well, without a value: --Portal=
    [GeneratedRegex("^--(([A-Za-z]+(:[A-Za-z0-9_.]+)+|urls|AllowedHosts|environment|contentRoot|applicationName)=|[A-Za-z]+=$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, LongestMatch)]
    private static partial Regex Setting();
}
