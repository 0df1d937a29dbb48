using System.Text.RegularExpressions;
using ScoPortal.Core.Search;
using ScoPortal.Core.Wire;

namespace ScoPortal.Core.Translation.Clues;

/// <summary>Reads the clues of a text. Linear in its length.</summary>
public static class ClueReader
{
    private const int WordKey = 6;
    private const int SkeletonKey = 6;

    private static readonly Pattern Links = Pattern.New(
        @"(https?://|www\.)[a-z0-9.-]+[a-z0-9](/[^\s<>()\]""'»”，。；）]*)?|[a-z0-9._-]+@[a-z0-9.-]+\.[a-z]{2,}");

    /// <summary>The clues, kind by kind.</summary>
    /// <param name="text">Plain text or Markdown.</param>
    /// <param name="language">Two-letter code; unknown ones are read by general rules.</param>
    /// <param name="glossary">Terms of the newsroom; their concepts are the keys.</param>
    public static IReadOnlyList<Clue> Read(string text, string language, WordTable? glossary = null)
    {
        var clues = new List<Clue>();
        foreach (var figure in Figures.In(text, language))
            clues.Add(new(figure.Kind is FigureKind.Date or FigureKind.Time ? ClueKind.Date : ClueKind.Number, figure.Value, figure.Start, figure.Length));
        foreach (Match link in Links.Matches(text))
            AddLink(clues, link);

        var tokens = TextAnalyzer.Analyze(text, language);
        var hits = Lexicon.In(text, language, tokens);
        foreach (var hit in hits)
            clues.Add(new(Lexicon.IsPlace(hit.Concept) ? ClueKind.Place : ClueKind.Concept, Lexicon.Name(hit.Concept), hit.Start, hit.Length));
        if (glossary is not null)
            foreach (var hit in glossary.In(text, language, tokens))
                clues.Add(new(ClueKind.Term, WireDates.Text(hit.Concept), hit.Start, hit.Length));

        AddWords(clues, text, language, tokens);
        if (language == "zh")
            HanClues.Add(clues, Han.Simplify(text), hits);
        return clues;
    }

    // A page is often the same page in every language, with another path.
    private static void AddLink(List<Clue> clues, Match link)
    {
        var written = link.Value.TrimEnd('.', ',', ';', ':', '!', '?');
        var address = written.TrimEnd('/').ToLowerInvariant();
        address = address[(address.IndexOf("//", StringComparison.Ordinal) is >= 0 and var at ? at + 2 : 0)..];
        address = address.StartsWith("www.", StringComparison.Ordinal) ? address[4..] : address;
        clues.Add(new(ClueKind.Link, address, link.Index, written.Length));
        if (address.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash)
            clues.Add(new(ClueKind.Link, address[..slash], link.Index, written.Length));
    }

    private static void AddWords(List<Clue> clues, string text, string language, IReadOnlyList<Token> tokens)
    {
        string? before = null;
        foreach (var token in tokens)
        {
            if (token.Kind != TokenKind.Word || token.Surface.Length < 2 || !char.IsLetter(token.Surface[0]))
            {
                before = null;
                continue;
            }

            var isName = char.IsUpper(text[token.Start]);
            var isLatin = token.Surface[0] < 'а';
            var syllables = isName && isLatin ? Han.SyllablesOf(token.Surface) : [];
            for (var i = 0; i < syllables.Count; i++)
                if ((i == 0 ? before : syllables[i - 1]) is { } first)
                    clues.Add(new(ClueKind.Pinyin, $"{first} {syllables[i]}", token.Start, token.Length, true));
            before = syllables.Count > 0 ? syllables[^1] : null;

            if (token.Surface.Length >= (isName ? 3 : 4))
                AddWord(clues, token, token.Surface, isName);
            if (language == "ru" && !isLatin && Romanisation.WithoutCase(token.Surface) is { Length: >= 3 } stem)
                AddWord(clues, token, stem, isName);
        }
    }

    private static void AddWord(List<Clue> clues, Token token, string word, bool isName)
    {
        var sound = Romanisation.Sound(word);
        if (sound.Length < 3)
            return;
        var end = sound.Length;
        while (end > 3 && Romanisation.IsVowel(sound[end - 1]))
            end--;
        clues.Add(new(ClueKind.Word, sound[..Math.Min(end, WordKey)], token.Start, token.Length, isName));
        if (isName && Romanisation.Skeleton(sound) is { Length: >= 3 } skeleton)
            clues.Add(new(ClueKind.Sound, skeleton[..Math.Min(skeleton.Length, SkeletonKey)], token.Start, token.Length, true));
    }
}
