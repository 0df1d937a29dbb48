using ScoPortal.Core.Translation.Exchange;
using ScoPortal.Data;
using ScoPortal.Data.Translation;

namespace ScoPortal.Web.Exchange;

/// <summary>The translation memory of two languages as a file; what is written is never held whole.</summary>
public static class MemoryTmx
{
    /// <summary>Writes it.</summary>
    /// <returns>How many units it has.</returns>
    public static async Task<int> WriteAsync(PortalDb db, string source, string target, Stream stream, DateTimeOffset at, CancellationToken cancel)
    {
        var count = 0;
        using var tmx = new TmxWriter(stream, source, at);
        await foreach (var unit in db.MemoryOf(source, target).WithCancellation(cancel))
        {
            var texts = new[] { new TmxText(unit.FirstLanguage, unit.FirstText), new TmxText(unit.SecondLanguage, unit.SecondText) };
            tmx.Add(new(unit.FirstLanguage == source ? texts : [texts[1], texts[0]]) { Changed = unit.At, ChangedBy = unit.By, Origin = unit.Origin ?? $"release {unit.FirstReleaseId}, release {unit.SecondReleaseId}" });
            count++;
        }

        return count;
    }
}
