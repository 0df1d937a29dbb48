using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Terms;

namespace ScoPortal.Data.Terms;

/// <summary>Takes glossary files over.</summary>
public static class GlossaryImporting
{
    private const int AtOnce = 500;

    /// <summary>
    /// Takes a file over into the terms of <paramref name="db"/>, which are saved by the caller, or forgotten where it only
    /// shows what would happen.
    /// </summary>
    /// <param name="db">A context that tracks no terms yet.</param>
    /// <param name="file">As it was read.</param>
    /// <param name="languages">Of the portal, BCP 47.</param>
    /// <param name="cancel">Stops it; nothing is changed in the database then.</param>
    public static async Task<GlossaryImport> TakeOverAsync(
        this PortalDb db, GlossaryFile file, IReadOnlyCollection<string> languages, CancellationToken cancel)
    {
        var terms = new Dictionary<string, Term>(StringComparer.Ordinal);
        foreach (var keys in file.Lines.Select(l => l.Key).Distinct().Chunk(AtOnce))
            foreach (var term in await db.Terms.Include(t => t.Forms).Where(t => keys.Contains(t.Key)).ToListAsync(cancel))
                terms[term.Key] = term;

        var import = new GlossaryImport(terms, languages).Take(file);
        db.Terms.AddRange(import.Added);
        return import;
    }
}
