using Microsoft.EntityFrameworkCore;
using ScoPortal.Core;
using ScoPortal.Core.Zones;
using ScoPortal.Data;

namespace ScoPortal.Web.Pages.Zones;

/// <summary>A key figure in the words and the scale of a language.</summary>
public sealed record Figure(decimal Value, string? Unit, string Label, PartialDate? AsOf, FigureQualifier Qualifier, Source Source);

/// <summary>A milestone in the words of a language.</summary>
public sealed record Event(PartialDate Date, string Title, string? Text, Source Source);

/// <summary>A zone's figures in the order of the page, and its milestones from the oldest on.</summary>
public sealed record ZoneHistory(IReadOnlyList<Figure> Figures, IReadOnlyList<Event> Milestones)
{
    /// <summary>Reads what has been said in a language.</summary>
    public static async Task<ZoneHistory> ReadAsync(PortalDb db, int zone, string language, CancellationToken cancel)
    {
        // Each has one text at most in a language, so the two lists multiply to some fifty narrow rows: one way to the database.
        var history = await db.Zones.AsNoTracking().AsSingleQuery().Where(z => z.Id == zone).Select(z => new
        {
            Figures = z.Figures.OrderBy(f => f.Order).Select(f => new
            {
                f.Value,
                f.AsOf,
                f.Qualifier,
                f.Source,
                Texts = f.Texts.Where(t => t.Language == language).ToList(),
            }).ToList(),
            Milestones = z.Milestones.Select(m => new
            {
                m.Date,
                m.Source,
                Texts = m.Texts.Where(t => t.Language == language).ToList(),
            }).ToList(),
        }).SingleAsync(cancel);
        return new ZoneHistory(
            [.. history.Figures.SelectMany(f => f.Texts.Select(t => new Figure(t.Value ?? f.Value, t.Unit, t.Label, f.AsOf, f.Qualifier, f.Source)))],
            [.. history.Milestones.OrderBy(m => m.Date).SelectMany(m => m.Texts.Select(t => new Event(m.Date, t.Title, t.Text, m.Source)))]);
    }
}
