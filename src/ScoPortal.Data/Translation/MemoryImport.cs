using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Translation.Exchange;

namespace ScoPortal.Data.Translation;

/// <summary>What came of a memory file.</summary>
/// <param name="Added">Pairs of sentences that are in the memory now.</param>
/// <param name="Doubled">Pairs that the file had twice.</param>
/// <param name="Replaced">Pairs that an earlier file of that name had brought, and that made room.</param>
/// <param name="Refused">Units that were not taken, in the order of the file.</param>
/// <param name="Fault">Why nothing was taken at all; null: it was.</param>
public sealed record MemoryImport(int Added, int Doubled, int Replaced, IReadOnlyList<TmxReading> Refused, TmxReading? Fault = null);

/// <summary>Takes memory files in and gives them out.</summary>
public static class MemoryFiles
{
    /// <summary>Most refusals that are remembered.</summary>
    public const int MostRefusals = 1000;

    private const int Batch = 1000;
    private const int LongestOrigin = 200;

    /// <summary>The pairs of two languages, in the order in which they came, read as they are asked for.</summary>
    public static IAsyncEnumerable<MemoryUnit> MemoryOf(this PortalDb db, string one, string other)
    {
        var (first, second) = InOrder(one, other);
        return db.MemoryUnits.AsNoTracking().Where(u => u.FirstLanguage == first && u.SecondLanguage == second).OrderBy(u => u.Id).AsAsyncEnumerable();
    }

    /// <summary>Takes a file over whole, or nothing of it where it is damaged. It takes the place of an earlier file of the same name.</summary>
    /// <param name="db">A context without a transaction; what it tracks is forgotten.</param>
    /// <param name="readings">The file; it is read once.</param>
    /// <param name="name">Its name.</param>
    /// <param name="languages">Those of the portal, BCP 47: each pair of them that a unit has is taken.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When, in UTC.</param>
    /// <param name="audit">Adds the line of the audit, to be saved with it.</param>
    /// <param name="cancel">Stops it; nothing is taken then.</param>
    public static async Task<MemoryImport> TakeOverAsync(
        this PortalDb db, IEnumerable<TmxReading> readings, string name, IReadOnlyList<string> languages, string by, DateTimeOffset at,
        Action<MemoryImport> audit, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(readings);
        ArgumentNullException.ThrowIfNull(audit);
        var origin = name.Length <= LongestOrigin ? name : name[^LongestOrigin..];
        var (seen, refused, waiting) = (new HashSet<UInt128>(), new List<TmxReading>(), 0);
        var (added, doubled) = (0, 0);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var replaced = await db.MemoryUnits.Where(u => u.Origin == origin).ExecuteDeleteAsync(cancel);
        foreach (var reading in readings)
        {
            if (reading.Number == 0)
                return new(0, 0, 0, refused, reading);
            var pairs = reading.Unit is { } unit ? Pairs(unit, languages) : [];
            if (pairs.Count == 0 && refused.Count < MostRefusals)
                refused.Add(reading.Fault is null ? reading with { Fault = ExchangeFault.WrongLanguage } : reading);
            foreach (var (first, text, second, other) in pairs)
            {
                if (!seen.Add(Fingerprint(first, text, second, other)))
                {
                    doubled++;
                    continue;
                }

                db.MemoryUnits.Add(new MemoryUnit
                {
                    FirstLanguage = first,
                    FirstText = text,
                    SecondLanguage = second,
                    SecondText = other,
                    Origin = origin,
                    By = Who(reading.Unit!.ChangedBy ?? by),
                    At = reading.Unit.Changed ?? at,
                });
                added++;
                waiting++;
            }

            if (waiting < Batch)
                continue;
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            waiting = 0;
        }

        var import = new MemoryImport(added, doubled, replaced, refused);
        audit(import);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return import;
    }

    private static List<(string First, string Text, string Second, string Other)> Pairs(TmxUnit unit, IReadOnlyList<string> languages)
    {
        var texts = languages.Order(StringComparer.Ordinal).Select(l => (Language: l, Text: unit.In(l))).Where(t => t.Text is not null).ToList();
        return [.. texts.SelectMany((one, place) => texts.Skip(place + 1).Select(other => (one.Language, one.Text!, other.Language, other.Text!)))];
    }

    private static (string First, string Second) InOrder(string one, string other) => string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);

    // A file may have a million pairs: their texts would take more memory than their hashes.
    private static UInt128 Fingerprint(params ReadOnlySpan<string> texts) =>
        BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(MemoryMarshal.AsBytes<char>(string.Join('\uFFFF', texts))));

    private static string Who(string name) => name.Length <= 100 ? name : name[..100];
}
