using System.Buffers;
using System.Text;

namespace ScoPortal.Core.Search;

/// <summary>
/// Cuts a text into searchable tokens. Words are folded (case, width, accents) and stemmed for English, German and
/// Russian; every other language is folded only. A Latin or Cyrillic word is stemmed when its letters fit the language.
/// Runs of CJK characters become overlapping pairs, plus the last character alone, so 青岛 is found inside 青岛港 and 港 too.
/// Words split at script borders and hyphens. Thousands groups are joined (1,225 and 1.225 are 1225, also with a
/// no-break or thin space), other separators split, so 3.5 is the phrase 3 5. Stop words are kept.
/// In German ae, oe, ue after a consonant other than q count as ä, ö, ü: Lueneburg is Lüneburg.
/// </summary>
public static class TextAnalyzer
{
    /// <summary>Raise it when any text would give other tokens: indexes built with another version are rebuilt.</summary>
    public const int Version = 1;

    /// <summary>Longer words keep their first 64 characters in the index form.</summary>
    public const int MaxTokenLength = 64;

    /// <summary>The tokens in reading order. Linear in the length of the text; lone surrogates and controls separate.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">Two-letter code such as "de"; unknown codes are analysed without stemming.</param>
    public static IReadOnlyList<Token> Analyze(string text, string language)
    {
        var analysis = new Analysis(text, language);
        analysis.Run();
        return analysis.Tokens;
    }

    private sealed class Analysis(string text, string language)
    {
        private readonly StringBuilder word = new();
        private readonly List<(int Start, int End, int Folded)> run = [];
        private CharacterClass script;
        private int start;
        private int end;

        private readonly KnownWords words = KnownWords.In(language);

        public List<Token> Tokens { get; } = new(text.Length / 6);

        public void Run()
        {
            for (var i = 0; i < text.Length;)
            {
                if (word.Length == 0 && Numbers.GroupedLength(text, i) is > 0 and var grouped)
                {
                    AddNumber(i, i + grouped);
                    i += grouped;
                    continue;
                }
                var valid = Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var used) == OperationStatus.Done;
                if (valid && IsInnerApostrophe(rune, i))
                    word.Append('\'');
                else if (valid)
                    Add(rune, i, i + used);
                else
                    Flush();
                i += used;
            }
            Flush();
        }

        private void AddNumber(int from, int to)
        {
            start = from;
            end = to;
            script = CharacterClass.Digit;
            for (var i = from; i < to; i++)
                if (char.IsAsciiDigit(text[i]))
                    word.Append(text[i]);
        }

        private void Add(Rune rune, int from, int to)
        {
            var before = word.Length;
            var found = CharacterFolding.Fold(rune, word);
            switch (found)
            {
                case CharacterClass.Separator:
                    Flush();
                    return;
                case CharacterClass.Ignored when before == 0:
                    word.Clear();
                    return;
                case CharacterClass.Ignored:
                    end = rune.Value == 0xAD ? end : to;
                    return;
            }
            if (before > 0 && Splits(found))
            {
                var folded = word.ToString(before, word.Length - before);
                word.Length = before;
                Flush();
                word.Append(folded);
                before = 0;
            }
            if (before == 0)
                start = from;
            if (before == 0 || found != CharacterClass.Digit)
                script = found;
            end = to;
            if (found == CharacterClass.Cjk)
                run.Add((from, to, word.Length));
        }

        private bool Splits(CharacterClass next) =>
            next != script
            && (next == CharacterClass.Cjk || script == CharacterClass.Cjk
                || (next != CharacterClass.Digit && script != CharacterClass.Digit));

        private bool IsInnerApostrophe(Rune rune, int at) =>
            rune.Value is '\'' or '\u2019' && language == "en" && script == CharacterClass.Latin && word.Length > 0
            && end == at && at + 1 < text.Length && char.IsAsciiLetter(text[at + 1]);

        private void Flush()
        {
            if (run.Count > 0)
                AddRun();
            else if (word.Length > 0)
                AddWord();
            word.Clear();
            run.Clear();
        }

        private void AddWord()
        {
            Span<char> letters = stackalloc char[Math.Min(word.Length, MaxTokenLength)];
            word.CopyTo(0, letters, letters.Length);
            var known = words.Of(char.IsHighSurrogate(letters[^1]) ? letters[..^1] : letters);
            Tokens.Add(new Token(known.Stem, known.Surface, start, end - start, TokenKind.Word));
        }

        private void AddRun()
        {
            var folded = word.ToString();
            for (var i = 0; i < run.Count; i++)
            {
                var from = i == 0 ? 0 : run[i - 1].Folded;
                var last = Math.Min(i + 1, run.Count - 1);
                var characters = folded[from..run[last].Folded];
                var kind = i < last ? TokenKind.CjkPair : run.Count == 1 ? TokenKind.CjkSingle : TokenKind.CjkTail;
                Tokens.Add(new Token(characters, characters, run[i].Start, run[last].End - run[i].Start, kind));
            }
        }
    }
}
