using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Wire;
using ScoPortal.Data;
using ScoPortal.Data.Stories;
using ScoPortal.Web.Localization;
using ScoPortal.Web.Wires;

namespace ScoPortal.Web.Commands;

/// <summary>What became of a text: where it is now, or why it is nowhere.</summary>
/// <param name="File">The text.</param>
/// <param name="Imported">Its release; null when it failed.</param>
/// <param name="Failure">Why, in words.</param>
/// <param name="Reason">Why, as <see cref="FailedImport.Reason"/> has it; null when there is nothing to keep.</param>
internal sealed record ImportOutcome(WireItem File, Imported? Imported, string? Failure = null, string? Reason = null);

/// <summary>
/// Texts that become drafts in one transaction. Those that were imported before are told apart by a query, and not read any
/// further. Where the database refuses the batch, each text is stored alone, so that a bad one costs no other.
/// </summary>
internal sealed class ImportBatch(IServiceProvider services, DateTimeOffset now, CancellationToken cancel)
{
    // Of 20, one flush of the disk after the other is felt; 400 are hardly faster than 100, and keep other writers waiting four times as long.
    private const int MostTexts = 100;
    private const int MostCharacters = 4 * 1024 * 1024;
    private const string Name = "import";
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly PortalLanguages languages = services.GetRequiredService<PortalOptions>().Languages;
    private readonly List<WireItem> files = [];
    private IReadOnlyList<string> fingerprints = [];
    private IReadOnlyList<(ImportOutcome? Failed, Incoming? Text)> drafts = [];
    private ImportOutcome[] outcomes = [];
    private long characters;

    /// <summary>It is time to store it: memory holds one batch, whatever there is to import.</summary>
    public bool IsFull => files.Count >= MostTexts || characters >= MostCharacters;

    public void Add(WireItem file)
    {
        files.Add(file);
        characters += (file.Text?.Length ?? 0) + (file.Source?.Length ?? 0);
    }

    /// <summary>There is nothing to store.</summary>
    public bool IsEmpty => files.Count == 0;

    /// <summary>Reads what was not imported before, on all processors.</summary>
    public async Task ReadAsync()
    {
        fingerprints = files.ConvertAll(f => f.Text is null ? "" : WireText.Fingerprint(f.Text));
        var known = await KnownAsync(fingerprints);
        drafts = [.. files.AsParallel().AsOrdered().Select((file, place) => known.ContainsKey(fingerprints[place]) ? default : (Read(file, out var text), text))];
    }

    /// <summary>Stores all that was read.</summary>
    /// <returns>What became of them, in their order.</returns>
    public async Task<IReadOnlyList<ImportOutcome>> StoreAsync()
    {
        // Asked again: the batch before this one may have had the same text.
        var known = await KnownAsync(fingerprints);
        outcomes = new ImportOutcome[files.Count];
        var fresh = new List<(int Place, Incoming Text)>();
        foreach (var (place, (failed, made)) in drafts.Index())
        {
            var text = made;
            if (known.TryGetValue(fingerprints[place], out var release))
                outcomes[place] = new(files[place], new Imported(release, IsNew: false));
            else if ((failed ?? (text is null ? Read(files[place], out text) : null)) is { } bad)
                outcomes[place] = bad;
            else
                fresh.Add((place, text!));
        }

        foreach (var (place, imported, failure) in await StoreAsync(fresh))
            outcomes[place] = new(files[place], imported, failure);
        return outcomes;
    }

    /// <summary>Keeps what failed, to be looked at later.</summary>
    public async Task KeepFailedAsync()
    {
        foreach (var failed in outcomes.Where(o => o.Reason is not null))
            await KeepAsync(failed);
    }

    private Task<IReadOnlyDictionary<string, int>> KnownAsync(IEnumerable<string> some) =>
        WithAsync(db => db.KnownAsync([.. some.Where(f => f.Length > 0).Distinct()], cancel));

    private ImportOutcome? Read(WireItem file, out Incoming? incoming)
    {
        incoming = null;
        if (file.Text is null)
            return new(file, null, file.Reason, file.Exists ? file.Refusal?.ToString() ?? file.Reason : null);
        var read = WireReader.Read(file.Document!);
        if (languages.For(read.Language) is not { } language)
            return new(file, null, $"its language ({read.Language ?? "not recognised"}) is none of the portal's", $"Language:{read.Language}");
        try
        {
            incoming = Incoming.From(read, file.Text, file.Name) with { Language = language.Code, Source = file.Source, SourceType = file.SourceType };
            return null;
        }
        catch (InvalidDataException bad)
        {
            return new(file, null, bad.Message, bad.Message);
        }
    }

    private async Task<IEnumerable<(int Place, Imported? Imported, string? Failure)>> StoreAsync(IReadOnlyList<(int Place, Incoming Text)> texts)
    {
        if (texts.Count == 0)
            return [];
        try
        {
            var imported = await WithAsync(db => db.ImportAsync(
                [.. texts.Select(t => t.Text)], text => new Edit(Name, now, text.Name), (text, release) => db.Audit.Add(Line(text, release)), cancel));
            return texts.Zip(imported, (text, one) => (text.Place, (Imported?)one, (string?)null));
        }
        catch (DbUpdateException bad) when (!cancel.IsCancellationRequested)
        {
            if (texts.Count == 1)
                return [(texts[0].Place, null, bad.InnerException?.Message ?? bad.Message)];
            var alone = new List<(int, Imported?, string?)>();
            foreach (var text in texts)
                alone.AddRange(await StoreAsync([text]));
            return alone;
        }
    }

    private Task<bool> KeepAsync(ImportOutcome outcome) => WithAsync(async db =>
    {
        var failed = await db.KeepFailedAsync(outcome.File.Name, outcome.Reason!, outcome.File.Text, Name, now, cancel);
        db.Audit.Add(new AuditEntry(now, Name, "failed-import.keep", $"failed-import/{failed.Id}")
        {
            After = JsonSerializer.Serialize(new { File = failed.FileName, failed.Reason }, Readable),
        });
        await db.SaveChangesAsync(cancel);
        return true;
    });

    private AuditEntry Line(Incoming incoming, Release release) => new(now, Name, "release.import", $"release/{release.Id}")
    {
        After = JsonSerializer.Serialize(new { incoming.Content.Headline, incoming.Language, File = incoming.Name }, Readable),
    };

    private async Task<T> WithAsync<T>(Func<PortalDb, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<PortalDb>());
    }
}
