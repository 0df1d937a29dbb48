using ScoPortal.Core.Stories;
using ScoPortal.Core.Translation.Aligning;

namespace ScoPortal.Core.Translation.Segments;

/// <summary>
/// Makes units of two releases, and a release of units. What stands between the sentences of the translation is kept; a sentence that the
/// translation lacks brings along what stands in front of it in the source.
/// </summary>
internal static class DraftUnits
{
    /// <summary>Units in the order of both texts, with ids from 1, and what stands behind the last sentence of each field.</summary>
    public static (List<TranslationUnit> Units, Dictionary<SegmentField, string> Tails) Of(Side source, Side target, IReadOnlyList<SentenceBead> beads, bool isConfirmed)
    {
        var units = new List<TranslationUnit>();
        foreach (var bead in beads)
        {
            var (from, count) = bead.Source.GetOffsetAndLength(source.Segments.Count);
            var (at, length) = bead.Target.GetOffsetAndLength(target.Segments.Count);
            var (side, first) = length > 0 ? (target, at) : (source, from);
            var text = length > 0 ? target.Between(at, at + length - 1) : "";
            units.Add(new TranslationUnit
            {
                Id = units.Count + 1,
                Field = side.Segments[first].Field,
                Kind = side.Segments[first].Kind,
                StartsBlock = side.StartsBlock(first),
                Lead = side.Lead(first, length > 0 ? null : target.Language),
                KeepsPlace = IsCell(side.Segments[first]) && !target.Has(side.Segments[first].Field),
                Sources = [.. source.Segments.Skip(from).Take(count).Select(s => s.Text)],
                Target = text,
                Saved = text,
                State = length == 0 ? UnitState.Empty : isConfirmed ? UnitState.Confirmed : UnitState.Draft,
            });
        }

        return (units, Segmentation.Fields.ToDictionary(f => f, f => (target.Has(f) ? target : source).Tail(f)));
    }

    /// <summary>A unit for a sentence that is new in the source.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="source">The source.</param>
    /// <param name="segment">The sentence.</param>
    /// <param name="targetLanguage">The language that it will be written in.</param>
    /// <param name="front">The unit in front of it: a cell behind one that keeps its place keeps its own.</param>
    public static TranslationUnit New(int id, Side source, int segment, string targetLanguage, TranslationUnit? front) => new()
    {
        Id = id,
        Field = source.Segments[segment].Field,
        Kind = source.Segments[segment].Kind,
        StartsBlock = source.StartsBlock(segment),
        Lead = source.Lead(segment, targetLanguage),
        KeepsPlace = IsCell(source.Segments[segment]) && front is { KeepsPlace: true },
        Sources = [source.Segments[segment].Text],
        Earlier = "",
        Weight = ChangeWeight.Must,
    };

    /// <summary>The text of a field of the translation. What is not translated leaves no trace, but for the cells of a table of which some are.</summary>
    public static string Compose(IReadOnlyList<TranslationUnit> units, string tail, string language)
    {
        var kept = Tables(units);
        var text = new System.Text.StringBuilder();
        string? block = null; // the mark of a block whose first sentences are not there yet
        foreach (var unit in units)
        {
            if (unit.StartsBlock)
                block = null;
            if (unit.Target.Length == 0 && !kept.Contains(unit.Id))
            {
                if (unit.StartsBlock)
                    block = unit.Lead;
                continue;
            }

            var lead = block ?? unit.Lead;
            block = null;
            if (text.Length == 0)
                lead = lead.TrimStart('\r', '\n');
            else if (lead.Length == 0 && !unit.StartsBlock)
                lead = SegmentText.Gap(language);
            else if (unit.StartsBlock && !lead.Contains('\n', StringComparison.Ordinal) && !lead.Contains('|', StringComparison.Ordinal))
                lead = (unit.Kind is SegmentKind.ListItem or SegmentKind.Cell ? "\n" : "\n\n") + lead;
            text.Append(lead).Append(unit.Target);
        }

        return text.Length == 0 ? "" : text.Append(tail).ToString();
    }

    // Cells that stay although they are empty: of tables that came from the source and have at least one that is not.
    private static HashSet<int> Tables(IReadOnlyList<TranslationUnit> units)
    {
        var (kept, table) = (new HashSet<int>(), new List<TranslationUnit>());
        foreach (var unit in units.Append(null))
        {
            if (unit is { KeepsPlace: true })
            {
                table.Add(unit);
                continue;
            }

            if (table.Exists(c => c.Target.Length > 0))
                kept.UnionWith(table.Select(c => c.Id));
            table.Clear();
        }

        return kept;
    }

    private static bool IsCell(Segment segment) => segment is { Kind: SegmentKind.Cell, Field: SegmentField.Body };

    /// <summary>A release and its sentences.</summary>
    internal sealed record Side(ReleaseContent Content, string Language)
    {
        public IReadOnlyList<Segment> Segments { get; } = Segmentation.Of(Content, Language);

        public bool Has(SegmentField field) => Segments.Any(s => s.Field == field);

        public string Between(int first, int last) => Content.Text(Segments[first].Field)[Segments[first].Start..Segments[last].End];

        public bool StartsBlock(int i) => i == 0 || Segments[i - 1].Block != Segments[i].Block;

        /// <summary>What stands in front of a sentence; between two of one paragraph, for another language, the gap of that language.</summary>
        public string Lead(int i, string? language)
        {
            var segment = Segments[i];
            var from = i > 0 && Segments[i - 1].Field == segment.Field ? Segments[i - 1].End : 0;
            return language is not null && !StartsBlock(i) ? SegmentText.Gap(language) : Content.Text(segment.Field)[from..segment.Start];
        }

        public string Tail(SegmentField field)
        {
            var text = Content.Text(field);
            var last = Segments.LastOrDefault(s => s.Field == field);
            return last is null ? text : text[last.End..];
        }
    }
}
