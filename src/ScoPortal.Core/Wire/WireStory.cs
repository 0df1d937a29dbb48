using System.Text;

namespace ScoPortal.Core.Wire;

/// <summary>Puts passages of an original into the body made of it, and takes them out; white space and Markdown's backslashes do not count.</summary>
public static class WireStory
{
    // Farther away there is always a line of the story, or there is none.
    private const int Nearest = 200;

    private const int Telling = 8;

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
        if (added.Length == 0 || story.Find(passage, 0) is not null)
            return body;

        foreach (var line in text[..start].Split('\n').Reverse().Take(Nearest))
            if (Folded.Of(line).Length >= Telling && story.Find(line, 0) is { } before)
                return Between(body, body.IndexOf("\n\n", before.End, StringComparison.Ordinal) is >= 0 and var end ? end : body.Length, added);
        foreach (var line in text[(start + length)..].Split('\n', Nearest + 1).Take(Nearest))
            if (Folded.Of(line).Length >= Telling && story.Find(line, 0) is { } after)
                return Between(body, body.LastIndexOf("\n\n", after.Start, StringComparison.Ordinal) is >= 0 and var at ? at : 0, added);
        return Between(body, body.Length, added);
    }

    /// <summary>The body without a passage; of a passage that is not there as a whole, each line that is there goes.</summary>
    /// <param name="body">Markdown.</param>
    /// <param name="passage">Characters of the original.</param>
    public static string Remove(string body, string passage)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(passage);
        if (new Folded(body).Find(passage, 0) is { } whole)
            return Tidy(Cut(body, whole));

        var from = 0;
        foreach (var line in passage.Split('\n'))
        {
            if (new Folded(body).Find(line, from) is not { } found)
                continue;
            body = Cut(body, found);
            from = found.Start;
        }

        return Tidy(body);
    }

    // Of the spaces on both sides, one goes too.
    private static string Cut(string body, (int Start, int End) passage)
    {
        var isBetween = passage.Start > 0 && body[passage.Start - 1] == ' ' && passage.End < body.Length && body[passage.End] == ' ';
        return body.Remove(passage.Start, passage.End - passage.Start + (isBetween ? 1 : 0));
    }

    private static string Between(string body, int at, string added) =>
        string.Join("\n\n", new[] { body[..at].TrimEnd(), added, body[at..].TrimStart('\n') }.Where(p => p.Length > 0));

    private static string Tidy(string body) => string.Join("\n\n", body.Split("\n\n").Select(p => p.Trim()).Where(p => p.Length > 0));

    /// <summary>A text without white space and backslashes, each character of which knows its place.</summary>
    private sealed class Folded
    {
        private readonly string text;
        private readonly string folded;
        private readonly List<int> places = [];

        public Folded(string text)
        {
            this.text = text;
            var signs = new StringBuilder(text.Length);
            for (var i = 0; i < text.Length; i++)
            {
                if (char.IsWhiteSpace(text[i]) || text[i] == '\\')
                    continue;
                signs.Append(text[i]);
                places.Add(i);
            }

            folded = signs.ToString();
        }

        public static string Of(string passage) => string.Concat(Prose.Clean(passage).Where(c => !char.IsWhiteSpace(c) && c != '\\'));

        public (int Start, int End)? Find(string passage, int from)
        {
            var wanted = Of(passage);
            var first = places.BinarySearch(from);
            first = first < 0 ? ~first : first;
            var at = wanted.Length == 0 || first >= folded.Length ? -1 : folded.IndexOf(wanted, first, StringComparison.Ordinal);
            if (at < 0)
                return null;
            // The backslash that makes the first sign plain goes with it.
            var start = places[at];
            return (start > 0 && text[start - 1] == '\\' ? start - 1 : start, places[at + wanted.Length - 1] + 1);
        }
    }
}
