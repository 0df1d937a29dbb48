using ScoPortal.Core.Wire;

namespace ScoPortal.Web.Wires;

/// <summary>Puts the parts of a container together as a plain page: headline, subheadline, dateline and body.</summary>
internal static class Composed
{
    public static WireDocument Of(WireKnown known, string? dateline, IReadOnlyList<string> body, IEnumerable<WireLeftover>? removed = null)
    {
        if (body.Count == 0)
            throw new WireRefusedException(WireRefusal.NoStory, "there is no story in it");
        // A body often repeats the headline that its container has given.
        var blocks = body.SkipWhile((b, i) => i == 0 && known.Headline is not null && b.TrimStart('#', ' ') == known.Headline).ToList();
        if (dateline is not null && blocks.Count > 0)
            blocks[0] = $"{dateline.TrimEnd(' ', '-', '–', '—', ':')} -- {blocks[0]}";
        return new WireDocument
        {
            Text = string.Join("\n\n", new[] { known.Headline, known.Subheadline }.OfType<string>().Concat(blocks.Count == 0 ? body : blocks)),
            IsMarkdown = true,
            Known = known,
            Removed = [.. removed ?? []],
        };
    }

    /// <summary>Plain words, paragraphs parted by line breaks, as blocks of Markdown.</summary>
    public static IReadOnlyList<string> Plain(string text)
    {
        var paragraphs = text.ReplaceLineEndings("\n").Split("\n\n");
        var parts = paragraphs.Length > 2 ? paragraphs : text.ReplaceLineEndings("\n").Split('\n');
        return [.. parts.Select(Escaping.Words).Where(w => w.Length > 0)];
    }

    /// <summary>HTML or plain words, whichever it is.</summary>
    public static (IReadOnlyList<string> Blocks, IReadOnlyList<string> Media) HtmlOrPlain(string text, Uri? page)
    {
        var lead = text.IndexOf('<', StringComparison.Ordinal);
        return (lead >= 0 && text.IndexOf('>', lead) > lead) || text.Contains("&#", StringComparison.Ordinal) || text.Contains("&amp;", StringComparison.Ordinal) || text.Contains("&nbsp;", StringComparison.Ordinal)
            ? HtmlMarkdown.Of(text, page)
            : (Plain(text), []);
    }

    public static string? OneLine(string? text) => text is null ? null : PageMetadata.OneLine(text) is { Length: > 0 } line ? line : null;
}
