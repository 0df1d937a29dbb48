using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using ScoPortal.Core.Translation.Aligning;
using ScoPortal.Core.Translation.Checks;
using ScoPortal.Core.Translation.Memory;

namespace ScoPortal.Web.Areas.Admin.Pages.Workbench;

/// <summary>Sentences as the workbench shows them.</summary>
public static class SourceText
{
    private const int EndLength = 40;

    /// <summary>A sentence with its glossary terms marked.</summary>
    public static IHtmlContent Terms(string source, IEnumerable<GlossaryHit> hits)
    {
        var (html, at) = (new StringBuilder(), 0);
        foreach (var span in hits.Select(h => h.Source).OrderBy(s => s.Start).Where(s => s.Length > 0))
        {
            if (span.Start < at)
                continue;
            html.Append(Encoded(source[at..span.Start])).Append("<span class=\"term\">").Append(Encoded(source.Substring(span.Start, span.Length))).Append("</span>");
            at = span.Start + span.Length;
        }

        return new HtmlString(html.Append(Encoded(source[at..])).ToString());
    }

    /// <summary>A sentence with what has gone from it and what has come.</summary>
    public static IHtmlContent Difference(string before, string after, string language) => new HtmlString(string.Concat(
        SentenceDiff.Of(before, after, language).Select(piece => (piece.Side, Encoded(piece.Text)) switch
        {
            (DiffSide.Before, var text) => $"<del>{text}</del>",
            (DiffSide.After, var text) => $"<ins>{text}</ins>",
            var (_, text) => text,
        })));

    /// <summary>The last words of a sentence.</summary>
    public static string End(string text) => text.Length <= EndLength ? text : "…" + text[^EndLength..];

    /// <summary>Where a translation can be parted: in front of all of it, between its sentences, behind it; with the last words in front.</summary>
    public static IEnumerable<(int Offset, string Text)> Cuts(string target, string language)
    {
        var sentences = Sentences.Split(target, language);
        // The middle cut is the likeliest and stands first.
        return sentences.Skip(1).Select((s, i) => (s.Start, End(target.Substring(sentences[i].Start, sentences[i].Length))))
            .Append((target.Length, End(target))).Append((0, ""));
    }

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);
}
