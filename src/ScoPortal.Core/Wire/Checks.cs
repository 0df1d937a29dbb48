namespace ScoPortal.Core.Wire;

/// <summary>What an editor should look at in the text itself.</summary>
internal static class Checks
{
    private static readonly Pattern Soz = Pattern.Exact(@"\bSOZ\b");

    private static readonly Pattern Sco = Pattern.Exact(@"\bSCO\b");

    private static readonly Pattern Swiss = Pattern.New(
        @"\b(?:gross\w*|grösse\w*|strasse\w*|\w+strassen?\w*|massnahme\w*|ausser\w*|schliesslich|gemäss|dreissig|heissen|heisst|regelmässig\w*|anschliessend|grüsse\w*|fussball\w*|einschliesslich)\b");

    private static readonly Pattern Spacing = Pattern.Exact(@"\S[ \u00a0]{2,}\S|\S ,\s|\u00ad");

    public static void Run(WireDraft draft, IReadOnlyList<string> paragraphs)
    {
        var story = string.Join('\n', paragraphs);
        if (paragraphs.Count == 0)
            draft.Warn("no-story", "No paragraph of the text could be told from its surroundings.");
        if (draft["headline"] is null)
            draft.Warn("no-headline", "The text has no headline.");
        if (draft.Language is null)
            draft.Warn("language-unknown", "The language could not be told from the text.");
        if (Soz.IsMatch(story) && Sco.IsMatch(story))
            draft.Warn("mixed-names", "The organisation is called both SOZ and SCO.");
        if (draft.Language == "de" && !story.Contains('ß', StringComparison.Ordinal) && Swiss.IsMatch(story))
            draft.Warn("swiss-spelling", "The text writes ss for ß throughout, as in Switzerland.");
        if (IsUnbalanced(story))
            draft.Warn("unbalanced-quotes", "A quotation mark is opened and not closed, or closed by another kind.");
        var repaired = draft.Lines.Count(l => l.Role == LineRole.Text && Spacing.IsMatch(l.Text));
        if (repaired > 0)
            draft.Warn("spacing-repaired", $"Wrong spacing in {repaired} of the lines was repaired.", WireDates.Text(repaired));
        if (draft.WrapsJoined > 0)
            draft.Warn("wraps-joined", $"Lines that were broken within sentences were joined: {draft.WrapsJoined}.", WireDates.Text(draft.WrapsJoined));
        var removed = draft.Lines.Count(l => l.Role == LineRole.Noise) + draft.Leftovers.Count;
        if (removed > 0)
            draft.Warn("noise-removed", $"Lines that belong to the page and not to the story were removed: {removed}.", WireDates.Text(removed));
    }

    private static bool IsUnbalanced(string story)
    {
        int low = 0, left = 0, right = 0, straight = 0, openGuillemets = 0, closeGuillemets = 0, corner = 0;
        foreach (var c in story)
        {
            switch (c)
            {
                case '„': low++; break;
                case '“': left++; break;
                case '”': right++; break;
                case '"': straight++; break;
                case '«': openGuillemets++; break;
                case '»': closeGuillemets++; break;
                case '「' or '『': corner++; break;
                case '」' or '』': corner--; break;
            }
        }

        var curly = low > 0 ? low != left + right : left != right;
        return curly || straight % 2 != 0 || openGuillemets != closeGuillemets || corner != 0;
    }
}
