using System.CommandLine;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Wire;
using ScoPortal.Data;

namespace ScoPortal.Web.Commands;

/// <summary><c>import PATH…</c>: reads wire texts and stores each as a draft with its untouched original.</summary>
internal static class Import
{
    private const int SomeFailed = 1;

    public static Command Command(string[] settings)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Text files (UTF-8 or UTF-16).", Arity = ArgumentArity.OneOrMore };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say what is recognised; store nothing." };
        var format = new Option<string>("--format") { Description = "text, or json: one line a file.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("import", "Read wire texts into drafts.") { paths, dryRun, format };
        command.SetAction((parsed, cancel) =>
        {
            var (files, json) = (parsed.GetValue(paths)!, parsed.GetValue(format) == "json");
            return parsed.GetValue(dryRun)
                ? DryRunAsync(files, json, cancel)
                : Host.RunAsync(settings, services => StoreAsync(services, files, json, cancel), cancel);
        });
        return command;
    }

    private static async Task<int> DryRunAsync(string[] files, bool json, CancellationToken cancel)
    {
        var failed = 0;
        foreach (var file in files)
        {
            var (text, reason) = await ReadAsync(file, cancel);
            if (text is null)
                failed += Refuse(file, reason!);
            else
                await Say(json ? WireJson.Line(file, WireReader.Read(text)) : Describe(file, WireReader.Read(text)));
        }

        return failed == 0 ? 0 : SomeFailed;
    }

    private static async Task<int> StoreAsync(IServiceProvider services, string[] files, bool json, CancellationToken cancel)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var languages = services.GetRequiredService<PortalOptions>().Languages;
        var failed = 0;
        foreach (var file in files)
        {
            var (text, reason) = await ReadAsync(file, cancel);
            if (text is null)
            {
                failed += Refuse(file, reason!);
                continue;
            }

            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            var read = WireReader.Read(text);
            if (languages.Find(read.Language) is null)
                failed += Refuse(file, $"its language ({read.Language ?? "not recognised"}) is none of the portal's");
            else
                await Say(await StoreAsync(db, file, text, read, now, json, cancel));
        }

        return failed == 0 ? 0 : SomeFailed;
    }

    private static async Task<string> StoreAsync(
        PortalDb db, string file, string text, WireRelease read, DateTimeOffset now, bool json, CancellationToken cancel)
    {
        var known = await db.Originals.Where(o => o.Fingerprint == read.Fingerprint).Select(o => (int?)o.ReleaseId).SingleOrDefaultAsync(cancel);
        if (known is null)
        {
            var story = new Story();
            story.HappenedOn(read.EventDate);
            var release = story.Draft(read.Language!, Content(read), new Edit("import", now, Path.GetFileName(file)));
            release.CameFrom(new Original(text, Path.GetFileName(file), read.Fingerprint, now));
            db.Add(story);
            try
            {
                await db.SaveChangesAsync(cancel);
            }
            catch (DbUpdateException failure) when (db.IsUniqueViolation(failure))
            {
                return Done(file, "already", null, json);
            }

            return Done(file, "imported", release.Id, json);
        }

        return Done(file, "already", known, json);
    }

    private static ReleaseContent Content(WireRelease read) => new()
    {
        Headline = Fit(read.Headline, 300) ?? "",
        Subheadline = Fit(read.Subheadline, 1000),
        Body = string.Join("\n\n", read.Paragraphs.Select(Literal)),
        Dateline = new Core.Stories.Dateline { Place = Fit(read.Place, 100), Country = read.Country, Date = read.DatelineDate },
        Wires = Fit(string.Join(", ", read.Wires), 300) is { Length: > 0 } wires ? wires : null,
        Issuer = Fit(read.Issuer, 300),
        Distributor = Fit(read.Distributor, 300),
        MoreInfoUrl = Address(read.MoreInfoUrl),
        Source = Fit(read.Issuer ?? (read.Wires.Count > 0 ? string.Join(", ", read.Wires) : null), 1000),
    };

    // What begins or marks like Markdown is meant as it stands.
    private static string Literal(string paragraph)
    {
        var text = new StringBuilder(paragraph.Length + 8);
        foreach (var c in paragraph)
            (c is '\\' or '*' or '_' or '`' or '[' or ']' or '<' or '>' or '#' or '|' or '~' ? text.Append('\\') : text).Append(c);
        if (text.Length > 1 && text[0] is '-' or '+' && text[1] == ' ')
            text.Insert(0, '\\');
        return text.ToString();
    }

    private static string? Address(string? url) => url switch
    {
        null or { Length: > 1990 } => null,
        _ when url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) => url,
        _ => "http://" + url,
    };

    private static string? Fit(string? text, int length) =>
        text is null || text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    private static async Task<(string? Text, string? Reason)> ReadAsync(string file, CancellationToken cancel)
    {
        try
        {
            var info = new FileInfo(file);
            if (!info.Exists)
                return (null, Directory.Exists(file) ? "it is a folder" : "there is no such file");
            if (info.Length > WireText.MaxBytes)
                return (null, Reason(WireRefusal.TooLarge));
            var decoded = WireText.Decode(await File.ReadAllBytesAsync(file, cancel));
            return decoded.Text is { } text ? (text, null) : (null, Reason(decoded.Refusal!.Value));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return (null, failure.Message);
        }
    }

    private static string Reason(WireRefusal refusal) => refusal switch
    {
        WireRefusal.Empty => "it is empty",
        WireRefusal.Binary => "it is binary, not text",
        WireRefusal.TooLarge => $"it is larger than {WireText.MaxBytes / 1024 / 1024} MiB",
        _ => "it is neither UTF-8 nor UTF-16",
    };

    private static int Refuse(string file, string reason)
    {
        Console.Error.WriteLine($"{file}: {reason}");
        return 1;
    }

    private static string Done(string file, string result, int? release, bool json) =>
        json ? JsonSerializer.Serialize(new { file, result, release })
        : result == "imported" ? $"{file}: draft {release}"
        : $"{file}: imported before, as release {release}";

    private static string Describe(string file, WireRelease read) => string.Join('\n',
        new[] { file }
            .Concat(read.Fields.Select(f => $"  {f.Name}: {f.Value}"))
            .Append($"  paragraphs: {read.Paragraphs.Count}, noise: {read.Noise.Count}")
            .Concat(read.Warnings.Select(w => $"  ! {w.Text}")));

    private static Task Say(string line) => Console.Out.WriteLineAsync(line);
}
