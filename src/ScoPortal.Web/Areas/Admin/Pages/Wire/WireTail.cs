using ScoPortal.Core.Wire;

namespace ScoPortal.Web.Areas.Admin.Pages.Wire;

/// <summary>Finds the lines of contacts and of what is said about the sender again in what is left unmarked of a text.</summary>
/// <param name="read">What was read from it.</param>
public sealed class WireTail(WireRelease read)
{
    private readonly HashSet<string> contacts = [.. read.Contacts.Select(Folded)];
    private readonly string boilerplate = string.Concat(read.Boilerplate.Select(Folded));
    private readonly string story = string.Concat(read.Paragraphs.Select(Folded));

    /// <summary>An unmarked stretch in parts: "contact", "boilerplate", or null for the story and for what is between.</summary>
    public IEnumerable<(string Text, string? Field)> Split(string stretch)
    {
        if (contacts.Count == 0 && boilerplate.Length == 0)
            return [(stretch, null)];
        var parts = new List<(string Text, string? Field)>();
        foreach (var line in stretch.Split('\n').Select((l, i) => i == 0 ? l : "\n" + l))
        {
            var words = line.Trim();
            var field = words.Length == 0 ? null : Of(Folded(words));
            if (field is null && parts is [.., (var before, null)])
                parts[^1] = (before + line, null);
            else if (field is null)
                parts.Add((line, null));
            else
                Add(parts, line, words, field);
        }

        return parts;
    }

    private string? Of(string words) => contacts.Contains(words) ? "contact"
        : boilerplate.Contains(words, StringComparison.Ordinal) && !story.Contains(words, StringComparison.Ordinal) ? "boilerplate"
        : null;

    // The mark holds the words alone, not the line break before them.
    private static void Add(List<(string Text, string? Field)> parts, string line, string words, string field)
    {
        var at = line.IndexOf(words, StringComparison.Ordinal);
        if (at > 0 && parts is [.., (var before, null)])
            parts[^1] = (before + line[..at], null);
        else if (at > 0)
            parts.Add((line[..at], null));
        parts.Add((words, field));
        if (at + words.Length < line.Length)
            parts.Add((line[(at + words.Length)..], null));
    }

    private static string Folded(string words) => string.Concat(words.Where(c => !char.IsWhiteSpace(c)));
}
