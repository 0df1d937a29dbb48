using ScoPortal.Core.Stories;
using ScoPortal.Core.Translation.Aligning;

namespace ScoPortal.Core.Translation.Segments;

/// <summary>Takes a release apart into sentences, and names its fields.</summary>
public static class Segmentation
{
    /// <summary>The fields in the order in which they are read.</summary>
    public static IReadOnlyList<SegmentField> Fields { get; } = Enum.GetValues<SegmentField>();

    /// <summary>The sentences of a release, in the order in which they are read.</summary>
    /// <param name="content">The release.</param>
    /// <param name="language">Its language, BCP 47: decides where sentences end.</param>
    /// <returns>None overlaps another; between them stand only white space and marks of Markdown blocks, or code.</returns>
    public static IReadOnlyList<Segment> Of(ReleaseContent content, string language)
    {
        var segments = new List<Segment>();
        var block = 0;
        foreach (var field in Fields)
        {
            var text = content.Text(field);
            foreach (var run in Runs(field, text))
            {
                foreach (var span in Spans(text, run, language))
                    segments.Add(new Segment(field, span.Start, span.Length, block, run.Kind, text.Substring(span.Start, span.Length)));
                block++;
            }
        }

        return segments;
    }

    /// <summary>The text of a field, empty where the release has none.</summary>
    public static string Text(this ReleaseContent content, SegmentField field) => field switch
    {
        SegmentField.Headline => content.Headline,
        SegmentField.Subheadline => content.Subheadline ?? "",
        SegmentField.Summary => content.Summary ?? "",
        SegmentField.Body => content.Body,
        SegmentField.Facts => content.Facts ?? "",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    /// <summary>The same release with other texts in its fields; an empty one takes away a field that may be missing.</summary>
    public static ReleaseContent With(this ReleaseContent content, IReadOnlyDictionary<SegmentField, string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return content with
        {
            Headline = texts[SegmentField.Headline],
            Subheadline = OrNull(texts[SegmentField.Subheadline]),
            Summary = OrNull(texts[SegmentField.Summary]),
            Body = texts[SegmentField.Body],
            Facts = OrNull(texts[SegmentField.Facts]),
        };
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    private static IEnumerable<Run> Runs(SegmentField field, string text) => field switch
    {
        SegmentField.Body => MarkdownRuns.Of(text),
        SegmentField.Facts => LineRuns(text),
        SegmentField.Summary => [new Run(0, text.Length, SegmentKind.Text)],
        _ => [new Run(0, text.Length, SegmentKind.Heading)],
    };

    private static IEnumerable<Run> LineRuns(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var at and >= 0 ? at : text.Length;
            yield return new Run(start, end - start, SegmentKind.Cell);
            start = end + 1;
        }
    }

    private static IEnumerable<TextSpan> Spans(string text, Run run, string language)
    {
        if (run.Kind is SegmentKind.Text or SegmentKind.ListItem or SegmentKind.Quote)
            return Sentences.Split(text.Substring(run.Start, run.Length), language).Select(s => new TextSpan(run.Start + s.Start, s.Length));

        var (from, to) = MarkdownRuns.Trimmed(text, run.Start, run.Start + run.Length);
        return from < to ? [new TextSpan(from, to - from)] : [];
    }
}
