using System.Text;

namespace ScoPortal.Core.Wire;

/// <summary>Puts passages of an original into the body made of it, and takes them out; white space and Markdown's backslashes do not count.</summary>
public static class WireStory
{
    // Farther away there is always a line of the story, or there is none.
    private const int Nearest = 200;

    /// <summary>
    /// The body with a passage in its place: behind what stands before it in the original, else before what follows it there, else
    /// at the end. Unchanged where it is in the body already.
    /// </summary>
    /// <param name="body">Markdown.</param>
    /// <param name="text">The original.</param>
    /// <param name="start">Where the passage begins in it, in UTF-16 units.</param>
    /// <param name="length">How long it is, in UTF-16 units.</param>
    /// <param name="isMarkdown">The original is Markdown, as <see cref="WireDocument.IsMarkdown"/> has it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The passage is not in the text.</exception>
    public static string Add(string body, string text, int start, int length, bool isMarkdown = false)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(text);
        var passage = text.Substring(start, length);
        var (story, added) = (new Folded(body), WireSelection.Paragraphs(passage, isMarkdown));
        if (added.Length == 0 || story.Find(passage) is not null)
            return body;

        foreach (var line in text[..start].Split('\n').Reverse().Take(Nearest))
            if (Folded.Of(line).Length >= Folded.Telling && story.Find(line) is { } before)
                return Between(body, body.IndexOf("\n\n", before.End, StringComparison.Ordinal) is >= 0 and var end ? end : body.Length, added);
        foreach (var line in text[(start + length)..].Split('\n', Nearest + 1).Take(Nearest))
            if (Folded.Of(line).Length >= Folded.Telling && story.Find(line) is { } after)
                return Between(body, body.LastIndexOf("\n\n", after.Start, StringComparison.Ordinal) is >= 0 and var at ? at : 0, added);
        return Between(body, body.Length, added);
    }

    /// <summary>
    /// The body without a passage. Of one that is not there as a whole, each line goes that is there, if it is long enough to be
    /// known again or a paragraph of its own. What is short goes only where it stands between words, and only if it stands there once.
    /// </summary>
    /// <param name="body">Markdown.</param>
    /// <param name="passage">Characters of the original.</param>
    public static string Remove(string body, string passage)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(passage);
        var (story, all) = (new Folded(body), Folded.Of(passage));
        if (story.Find(passage) is { } whole)
            return all.Length >= Folded.Telling || story.Apart(all, whole.End) is null ? Tidy(Cut(body, [whole])) : body;

        var (gone, missing, from) = (new List<(int Start, int End)>(), new HashSet<string>(), 0);
        foreach (var line in passage.Split('\n').Select(Folded.Of).Where(l => l.Length > 0 && !missing.Contains(l)))
        {
            if ((line.Length >= Folded.Telling ? story.Apart(line, from) : story.Paragraph(line, from)) is { } found)
            {
                gone.Add(found);
                from = found.End;
            }
            else
                missing.Add(line);
        }

        return Tidy(Cut(body, gone));
    }

    // Of the spaces on both sides, one goes too.
    private static string Cut(string body, List<(int Start, int End)> passages)
    {
        var (left, from) = (new StringBuilder(body.Length), 0);
        foreach (var (start, end) in passages)
        {
            left.Append(body, from, start - from);
            from = left.Length > 0 && left[^1] == ' ' && end < body.Length && body[end] == ' ' ? end + 1 : end;
        }

        return left.Append(body, from, body.Length - from).ToString();
    }

    private static string Between(string body, int at, string added) =>
        string.Join("\n\n", new[] { body[..at].TrimEnd(), added, body[at..].TrimStart('\n') }.Where(p => p.Length > 0));

    private static string Tidy(string body) => string.Join("\n\n", body.Split("\n\n").Select(p => p.Trim()).Where(p => p.Length > 0));
}
