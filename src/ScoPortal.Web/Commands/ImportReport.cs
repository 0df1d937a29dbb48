using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ScoPortal.Core.Wire;

namespace ScoPortal.Web.Commands;

/// <summary>
/// Says what becomes of texts: a line each on standard output, failures on standard error, and how far it has come there too,
/// on one line that is drawn again where it is a terminal, and on a line every few seconds where it is not.
/// </summary>
internal sealed class ImportReport(TimeProvider time, bool json)
{
    private const int SomeFailed = 1;

    // 128 and the number of SIGINT, as shells tell a command that was interrupted.
    private const int Interrupted = 130;

    private const string Redraw = "\r\u001b[K";
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly bool IsTerminal = !Console.IsErrorRedirected;
    private readonly TimeSpan pause = IsTerminal ? TimeSpan.FromSeconds(0.2) : TimeSpan.FromSeconds(5);
    private readonly long start = time.GetTimestamp();
    private long told = time.GetTimestamp();
    private bool isDrawn;
    private int done;
    private int known;
    private int copies;
    private int failed;

    /// <summary>A text was only read.</summary>
    public void Read(string path, WireRelease read) => Done(json ? WireJson.Line(path, read) : Describe(path, read));

    /// <summary>A text was stored, or not.</summary>
    public void Stored(ImportOutcome outcome)
    {
        if (outcome.Imported is not { } imported)
        {
            Failed(outcome.File.Path, outcome.Failure!);
            return;
        }

        known += imported.IsNew ? 0 : 1;
        copies += imported.Copies.Count > 0 ? 1 : 0;
        var path = outcome.File.Path;
        var (result, release) = (imported.IsNew ? "imported" : "already", imported.ReleaseId);
        Done(json && imported.Copies.Count > 0
            ? JsonSerializer.Serialize(new { file = path, result, release, copies = imported.Copies.Select(c => new { release = c.ReleaseId, similarity = Math.Round(c.Similarity, 2) }) }, Readable)
            : json ? JsonSerializer.Serialize(new { file = path, result, release }, Readable)
            : !imported.IsNew ? $"{path}: imported before, as release {release}"
            : imported.Copies is [var best, ..] ? Say($"{path}: draft {release}, likely a copy of release {best.ReleaseId} ({Math.Floor(best.Similarity * 100)} %)")
            : $"{path}: draft {release}");
    }

    /// <summary>A text could not be read or stored.</summary>
    public void Failed(string path, string reason)
    {
        failed++;
        Erase();
        Console.Error.WriteLine($"{path}: {reason}");
        Progress();
    }

    /// <summary>Says how it ended.</summary>
    /// <param name="skipped">Files of folders whose kind is not read.</param>
    /// <param name="isInterrupted">Somebody stopped it.</param>
    /// <returns>The exit code.</returns>
    public int End(int skipped, bool isInterrupted)
    {
        Erase();
        var seconds = time.GetElapsedTime(start).TotalSeconds;
        Console.Error.WriteLine(Say($"{(isInterrupted ? "Interrupted: " : "")}{Count()}{(skipped > 0 ? $", {skipped} other files passed over" : "")} in {seconds:0.0} s"));
        return isInterrupted ? Interrupted : failed > 0 ? SomeFailed : 0;
    }

    private void Done(string line)
    {
        done++;
        Erase();
        Console.Out.WriteLine(line);
        Progress();
    }

    private void Progress()
    {
        if (time.GetElapsedTime(told) < pause)
            return;
        told = time.GetTimestamp();
        isDrawn = IsTerminal;
        var line = Say($"{Count()}, {(done + failed) / time.GetElapsedTime(start).TotalSeconds:0} a second");
        if (IsTerminal)
            Console.Error.Write(line);
        else
            Console.Error.WriteLine(line);
    }

    private void Erase()
    {
        if (isDrawn)
            Console.Error.Write(Redraw);
        isDrawn = false;
    }

    private string Count() => Say($"{done} done ({known} known before, {copies} likely copies), {failed} failed");

    private static string Say(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);

    private static string Describe(string file, WireRelease read) => string.Join('\n',
        new[] { file }
            .Concat(read.Fields.Select(f => $"  {f.Name}: {f.Value}"))
            .Append($"  paragraphs: {read.Paragraphs.Count}, noise: {read.Noise.Count}")
            .Concat(read.Warnings.Select(w => $"  ! {w.Text}")));
}
