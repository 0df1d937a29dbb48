using ScoPortal.Core.Translation.Checks;
using ScoPortal.Core.Translation.Segments;
using ScoPortal.Data.Translation;
using TermList = ScoPortal.Core.Translation.Checks.Glossary;

namespace ScoPortal.Web.Areas.Admin.Pages.Workbench;

/// <summary>A segment on the workbench.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Unit">The segment.</param>
/// <param name="Findings">What the checks found and nobody has set aside, errors first.</param>
/// <param name="Waived">What they found and somebody has set aside.</param>
/// <param name="StartsField">It is the first of its field.</param>
public sealed record SheetRow(int Number, TranslationUnit Unit, IReadOnlyList<CheckFinding> Findings, IReadOnlyList<(CheckFinding Finding, Waiver Waiver)> Waived, bool StartsField)
{
    /// <summary>Its key within the translation.</summary>
    public int Id => Unit.Id;

    /// <summary>Something is wrong that holds back publishing.</summary>
    public bool HasErrors => Findings.Any(f => f.Severity == CheckSeverity.Error);

    /// <summary>Its source has changed, and nobody has confirmed the translation since.</summary>
    public bool IsChanged => Unit is { IsStale: true, State: not UnitState.Confirmed };

    /// <summary>There is something to translate and nothing written.</summary>
    public bool IsEmpty => Unit is { State: UnitState.Empty, Sources.Count: > 0 };

    /// <summary>What readers have may stay although the source has changed.</summary>
    public bool MayStay => IsChanged && Unit.Target == Unit.Saved && Unit is { Saved.Length: > 0, Sources.Count: > 0 };

    /// <summary>The name of its state for a state mark.</summary>
    public string Mark => HasErrors ? "error" : IsChanged ? "outdated" : Unit.State switch { UnitState.Confirmed => "ok", UnitState.Draft => "draft", _ => "missing" };

    /// <summary>The name of its state in the minimap; null where nothing is written.</summary>
    public string? Bar => Mark switch { "ok" => "done", "missing" => null, var mark => mark };
}

/// <summary>A translation as the workbench shows it, with what its checks say.</summary>
public sealed class Worksheet
{
    /// <param name="open">The translation.</param>
    /// <param name="glossary">The glossary for its languages.</param>
    public Worksheet(OpenTranslation open, TermList glossary)
    {
        (Open, Glossary) = (open, glossary);
        // What has neither side any more waits for the next save to go.
        var units = Draft.Units.Where(u => u.Sources.Count > 0 || u.Target.Length > 0).ToList();
        Across = [.. SegmentChecks.Across(units.ConvertAll(u => u.Target), glossary).Select(f => (units[f.Sentence].Id, f.Finding))];
        var mixed = Across.ToLookup(f => f.Unit, f => f.Finding);
        Rows = [.. units.Select((unit, i) => Row(i + 1, unit, mixed[unit.Id], i == 0 || units[i - 1].Field != unit.Field))];
        Across = [.. Across.Where(f => Rows.Any(r => r.Id == f.Unit && r.Findings.Contains(f.Finding)))];
    }

    /// <summary>The translation with both releases.</summary>
    public OpenTranslation Open { get; }

    /// <summary>The translation.</summary>
    public TranslationDraft Draft => Open.Draft;

    /// <summary>The glossary for its languages.</summary>
    public TermList Glossary { get; }

    /// <summary>Its segments, in order.</summary>
    public IReadOnlyList<SheetRow> Rows { get; }

    /// <summary>Forms of one term that do not go together in this text, with the segment that should follow the others.</summary>
    public IReadOnlyList<(int Unit, CheckFinding Finding)> Across { get; }

    /// <summary>Segments with errors.</summary>
    public int Errors => Rows.Count(r => r.HasErrors);

    /// <summary>Segments whose source has changed and that nobody has looked at since.</summary>
    public int Changed => Rows.Count(r => r.IsChanged);

    /// <summary>Segments without a translation.</summary>
    public int Empty => Rows.Count(r => r.IsEmpty);

    /// <summary>The first that is not done, behind one if there is any; null when all are.</summary>
    /// <param name="behind">Key of the segment behind which the search begins.</param>
    public SheetRow? Next(int? behind = null)
    {
        var start = Rows.FirstOrDefault(r => r.Id == behind)?.Number ?? 0;
        return Rows.Skip(start).Concat(Rows.Take(start)).FirstOrDefault(r => r.Mark != "ok" && r.Id != behind);
    }

    private SheetRow Row(int number, TranslationUnit unit, IEnumerable<CheckFinding> mixed, bool startsField)
    {
        var found = SegmentChecks.Of(unit.Source, Open.Source.Language, unit.Target, Draft.Language, Glossary).Concat(mixed).ToList();
        var waivers = found.Select(f => unit.Waivers.FirstOrDefault(w => w.Check == f.Check && w.Value == f.Value)).ToList();
        return new(
            number, unit, [.. found.Where((_, i) => waivers[i] is null)], [.. found.Zip(waivers).Where(p => p.Second is not null).Select(p => (p.First, p.Second!))], startsField);
    }
}
