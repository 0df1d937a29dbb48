using System.Net;
using Microsoft.AspNetCore.Html;
using ScoPortal.Core.Translation.Aligning;
using ScoPortal.Core.Translation.Segments;
using ScoPortal.Data.Translation;
using ScoPortal.Web.Localization;
using ScoPortal.Web.Media;

namespace ScoPortal.Web.Pages.News;

/// <summary>
/// Two versions as rows: a paragraph, list or table of one beside what says the same in the other, in it every sentence with the number of the
/// group of sentences that belong together. A row is as large as it must be for no group to cross it.
/// </summary>
/// <param name="left">The one version.</param>
/// <param name="right">The other.</param>
/// <param name="beads">Which of their sentences belong together.</param>
/// <param name="pictures">The pictures of both.</param>
/// <param name="words">The texts of the page.</param>
public sealed class Comparison(AlignedText left, AlignedText right, IReadOnlyList<SentenceBead> beads, IReadOnlyDictionary<string, Picture> pictures, Ui words)
{
    /// <summary>One row; a side is null where the other stands alone.</summary>
    /// <param name="Field">Which part of the release it is.</param>
    /// <param name="Left">HTML of the one version.</param>
    /// <param name="Right">HTML of the other.</param>
    public sealed record Row(SegmentField Field, HtmlString? Left, HtmlString? Right);

    /// <summary>How many groups of sentences stand in one version only.</summary>
    public int Gaps => beads.Count(IsGap);

    /// <summary>The rows in the order of the texts.</summary>
    public IEnumerable<Row> Rows()
    {
        foreach (var field in Segmentation.Fields)
        {
            var (a, b) = (Blocks(left, field), Blocks(right, field));
            foreach (var (x, y) in Together(field, a, b))
                if (Between(field, a[x], b[y]) is { } row)
                    yield return row;
        }
    }

    // Only the body is Markdown of several blocks.
    private static MarkdownBlock[] Blocks(AlignedText side, SegmentField field) =>
        side.Content.Text(field) is not { Length: > 0 } text ? [] : field == SegmentField.Body ? [.. Markdown.Blocks(text)] : [new MarkdownBlock(text, 0)];

    private IEnumerable<(Range Left, Range Right)> Together(SegmentField field, MarkdownBlock[] a, MarkdownBlock[] b)
    {
        var groups = new List<(int LeftFrom, int LeftTo, int RightFrom, int RightTo)>();
        foreach (var bead in beads.Where(bead => !IsGap(bead) && left.Segments[bead.Source.Start].Field == field))
        {
            var (x, y) = (Of(left.Segments, bead.Source, a), Of(right.Segments, bead.Target, b));
            if (groups.Count > 0 && (x.From < groups[^1].LeftTo || y.From < groups[^1].RightTo))
                groups[^1] = (groups[^1].LeftFrom, Math.Max(x.To, groups[^1].LeftTo), groups[^1].RightFrom, Math.Max(y.To, groups[^1].RightTo));
            else
                groups.Add((x.From, x.To, y.From, y.To));
        }

        var (i, j) = (0, 0);
        foreach (var group in groups.Append((a.Length, a.Length, b.Length, b.Length)))
        {
            // Blocks without sentences, as pictures, stand beside each other in their order; others alone.
            while (i < group.Item1 && j < group.Item3 && !HasSentence(left, field, a[i]) && !HasSentence(right, field, b[j]))
                yield return (i..++i, j..++j);
            for (; i < group.Item1; i++)
                yield return (i..(i + 1), j..j);
            for (; j < group.Item3; j++)
                yield return (i..i, j..(j + 1));
            if (group.Item1 < group.Item2)
                yield return (i..group.Item2, j..group.Item4);
            (i, j) = (group.Item2, group.Item4);
        }
    }

    private static bool HasSentence(AlignedText side, SegmentField field, MarkdownBlock block) =>
        side.Segments.Any(s => s.Field == field && s.Start >= block.Start && s.Start < block.End);

    private static (int From, int To) Of(IReadOnlyList<Segment> segments, Range range, MarkdownBlock[] blocks)
    {
        var (first, last) = (At(segments[range.Start]), At(segments[range.End.Value - 1]));
        return (first, last + 1);

        int At(Segment segment) => Math.Max(0, Array.FindLastIndex(blocks, b => b.Start <= segment.Start));
    }

    private Row? Between(SegmentField field, MarkdownBlock[] a, MarkdownBlock[] b)
    {
        var here = beads.Select((bead, number) => (Bead: bead, Number: number))
            .Where(x => Within(left.Segments, x.Bead.Source, field, a) || Within(right.Segments, x.Bead.Target, field, b)).ToList();
        var one = Html(field, left, a, here.ConvertAll(x => (x.Bead.Source, x.Number, IsGap(x.Bead))), "l", "r");
        var other = Html(field, right, b, here.ConvertAll(x => (x.Bead.Target, x.Number, IsGap(x.Bead))), "r", "l");
        if (one is null && other is null)
            return null;
        return one is null || other is null ? new Row(field, one, other)
            : new Row(field, WithGaps(one, here, b => b.Source), WithGaps(other, here, b => b.Target));
    }

    private HtmlString WithGaps(HtmlString html, List<(SentenceBead Bead, int Number)> here, Func<SentenceBead, Range> side) =>
        new(html.Value + string.Concat(here.Where(x => IsEmpty(side(x.Bead))).Select(x => $"<p class=\"gap\" lang=\"{words.Language.Code}\" dir=\"{words.Language.Direction}\">{WebUtility.HtmlEncode(words.Format("Compare.SentenceGap", x.Number + 1))}</p>")));

    private HtmlString? Html(SegmentField field, AlignedText side, MarkdownBlock[] blocks, List<(Range Range, int Number, bool IsGap)> groups, string own, string partner)
    {
        if (blocks.Length == 0)
            return null;
        var marked = new List<MarkedSentence>();
        for (var index = 0; index < groups.Count; index++)
        {
            var (range, number, isGap) = groups[index];
            for (var i = range.Start.Value; i < range.End.Value; i++)
                marked.Add(Mark(side.Segments[i], Shift(side.Segments[i], blocks), i == range.Start.Value, number + 1, index + 1, isGap, own, partner));
        }

        var text = string.Join("\n\n", blocks.Select(b => b.Source));
        var html = field == SegmentField.Body ? Markdown.ToHtml(text, pictures: pictures, sentences: marked).Value! : Plain(text, marked);
        return string.IsNullOrWhiteSpace(html) ? null : new HtmlString(html);
    }

    // By how much a sentence moves when the blocks are put behind each other.
    private static int Shift(Segment segment, MarkdownBlock[] blocks)
    {
        var block = Math.Max(0, Array.FindLastIndex(blocks, b => b.Start <= segment.Start));
        return blocks.Take(block).Sum(b => b.Source.Length + 2) - blocks[block].Start;
    }

    private MarkedSentence Mark(Segment segment, int shift, bool isFirst, int number, int index, bool isGap, string own, string partner)
    {
        var attributes = $"class=\"{(isGap ? "s s-alone" : "s")}\" data-s=\"{index}\"";
        var label = WebUtility.HtmlEncode(words.Format("Compare.Sentence", number));
        var lead = !isFirst ? "" : isGap ? $"<span class=\"s-no\" data-n=\"{number}\"></span>"
            : $"<a class=\"s-no\" href=\"#{partner}{number}\" data-n=\"{number}\" lang=\"{words.Language.Code}\" aria-label=\"{label}\"></a>";
        return new(segment.Start + shift, segment.End + shift, attributes, isFirst ? $"id=\"{own}{number}\"" : "", lead);
    }

    private static string Plain(string text, List<MarkedSentence> marked)
    {
        var (html, at) = (new System.Text.StringBuilder("<p>"), 0);
        foreach (var sentence in marked)
        {
            html.Append(Encoded(text[at..sentence.Start])).Append("<span ").Append(sentence.Attributes).Append(sentence.FirstAttributes.Length > 0 ? " " : "").Append(sentence.FirstAttributes).Append('>')
                .Append(sentence.Lead).Append(Encoded(text[sentence.Start..sentence.End])).Append("</span>");
            at = sentence.End;
        }

        return html.Append(Encoded(text[at..])).Append("</p>").ToString();

        static string Encoded(string part) => WebUtility.HtmlEncode(part).ReplaceLineEndings("<br>");
    }

    private static bool Within(IReadOnlyList<Segment> segments, Range range, SegmentField field, MarkdownBlock[] blocks) =>
        !IsEmpty(range) && blocks.Length > 0 && segments[range.Start] is var s && s.Field == field && s.Start >= blocks[0].Start && s.Start < blocks[^1].End;

    private static bool IsGap(SentenceBead bead) => IsEmpty(bead.Source) || IsEmpty(bead.Target);

    private static bool IsEmpty(Range range) => range.Start.Value == range.End.Value;
}
