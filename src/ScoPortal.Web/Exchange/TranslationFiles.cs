using ScoPortal.Core.Stories;
using ScoPortal.Core.Translation.Exchange;
using ScoPortal.Core.Translation.Memory;
using ScoPortal.Data;
using ScoPortal.Data.Translation;

namespace ScoPortal.Web.Exchange;

/// <summary>What came of a file that somebody brought.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Fault">Why it was refused as a whole; null: it was not.</param>
/// <param name="Line">Where it is damaged, or 0.</param>
/// <param name="Release">Key of the release; 0 where there is none.</param>
/// <param name="Title">What the release is translated from.</param>
/// <param name="Units">What came of each sentence.</param>
public sealed record FileOutcome(string Name, ExchangeFault? Fault, int Line = 0, int Release = 0, string Title = "", params IReadOnlyList<ReturnedUnit> Units)
{
    public int Taken => Units.Count(u => u.IsNews);

    public int Same => Units.Count(u => u is { Fault: null, IsNews: false });

    public int Empty => Units.Count(u => u.Fault == ExchangeFault.Empty);

    /// <summary>Sentences that are refused for a reason that somebody has to look at.</summary>
    public IEnumerable<ReturnedUnit> Refused => Units.Where(u => u.Fault is not null and not ExchangeFault.Empty);
}

/// <summary>Gives translations out as files of other tools, and takes them back into their drafts.</summary>
public static class TranslationFiles
{
    /// <summary>What both versions are served as.</summary>
    public const string MediaType = "application/xliff+xml; charset=utf-8";

    /// <summary>The file of a release.</summary>
    /// <param name="db">The database; nothing is saved.</param>
    /// <param name="memory">What was translated before.</param>
    /// <param name="release">Key of the release that is translated into.</param>
    /// <param name="isNew">XLIFF 2.1; else 1.2.</param>
    /// <param name="edit">Who asks, and when.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>Its name and content; null where there is no such translation.</returns>
    public static async Task<(string Name, byte[] Content)?> WriteAsync(PortalDb db, TranslationMemory memory, int release, bool isNew, Edit edit, CancellationToken cancel)
    {
        if (await db.OpenTranslationAsync(release, edit, cancel) is not { } open)
            return null;
        var matches = new Dictionary<string, IReadOnlyList<MemoryMatch>>(StringComparer.Ordinal);
        foreach (var source in open.Draft.Units.Where(u => u.Sources.Count > 0).Select(u => u.Source).Distinct())
            matches[source] = await memory.FindAsync(open.Source.Language, open.Draft.Language, source, except: release, cancel: cancel);
        var file = DraftFile.Of(open.Draft, open.Source, source => matches[source]);
        using var stream = new MemoryStream();
        if (isNew)
            Xliff21.Write(file, stream);
        else
            Xliff12.Write([file], stream);
        return ($"{release}-{open.Source.Language}-{open.Draft.Language}.xlf", stream.ToArray());
    }

    /// <summary>Takes a file over, release by release: what is refused is told and the rest goes on.</summary>
    /// <param name="db">A context without a transaction.</param>
    /// <param name="file">The file.</param>
    /// <param name="mayWrite">Who brings it may write that language.</param>
    /// <param name="edit">Who, and when.</param>
    /// <param name="audit">Adds the line of the audit for a translation, to be saved with it.</param>
    /// <param name="cancel">Stops it between two releases.</param>
    internal static async Task<IReadOnlyList<FileOutcome>> ReadAsync(
        PortalDb db, BroughtFile file, Func<string, bool> mayWrite, Edit edit, Action<FileOutcome> audit, CancellationToken cancel)
    {
        if (file.Fault is not null)
            return [new(file.Name, file.Fault)];
        var reading = Xliff.Read(new MemoryStream(file.Content, writable: false));
        if (reading.Fault is not null)
            return [new(file.Name, reading.Fault, reading.Line)];

        var outcomes = new List<FileOutcome>();
        foreach (var translation in reading.Files)
        {
            var outcome = new FileOutcome(file.Name, ExchangeFault.UnknownRelease, 0, translation.Release, translation.Title);
            await db.ChangeTranslationAsync(translation.Release, edit, open =>
            {
                outcome = outcome with { Title = open.Source.Content.Headline, Fault = mayWrite(open.Draft.Language) ? null : ExchangeFault.NotYours };
                if (outcome.Fault is null)
                    outcome = outcome with { Units = DraftFile.Apply(open.Draft, translation, edit) };
                if (outcome.Taken > 0)
                    audit(outcome);
                return outcome.Taken > 0;
            }, cancel);
            outcomes.Add(outcome);
        }

        return outcomes;
    }
}
