using ScoPortal.Core.Translation.Aligning;
using ScoPortal.Core.Translation.Memory;

namespace ScoPortal.Core.Translation.Checks;

/// <summary>Brackets and quotes that are left open, quotes of another language, half-width signs in Chinese.</summary>
internal static class SignChecks
{
    private const string Pairs = "()[]（）【】《》「」『』";

    private const string HalfWidth = ",;:?!()";

    private const string FullWidth = "，；：？！（）";

    public static IEnumerable<CheckFinding> Of(string source, string target, string targetLanguage) =>
        Brackets(source, target).Concat(Quotes(source, target, targetLanguage)).Concat(targetLanguage == "zh" ? Halves(target) : []);

    private static IEnumerable<CheckFinding> Brackets(string source, string target)
    {
        for (var i = 0; i < Pairs.Length; i += 2)
            if (Open(target, Pairs[i], Pairs[i + 1]) is var open && open != 0 && Wide(Pairs[i]) is var (a, b) && Open(source, a, b) + Open(source, Pairs[i], Pairs[i + 1]) != open)
                yield return new("brackets", CheckSeverity.Warning, Pairs[i].ToString(), [Pairs.Substring(i, 2)], null, At(target, open > 0 ? Pairs[i] : Pairs[i + 1]));
    }

    // The same bracket in the other width.
    private static (char, char) Wide(char open) => open switch { '(' => ('（', '）'), '（' => ('(', ')'), _ => ('\0', '\0') };

    private static IEnumerable<CheckFinding> Quotes(string source, string target, string language)
    {
        if (target.Count(c => c == '"') % 2 == 1 && source.Count(c => c == '"') % 2 == 0)
            yield return new("brackets", CheckSeverity.Warning, "\"", ["\""], null, At(target, '"'));
        var own = Own(language);
        var foreign = own.Count == 0 ? [] : "„“”«»「」『』".Where(q => target.Contains(q) && !own.Any(o => o.Open == q || o.Close == q)).ToList();
        foreach (var sign in foreign)
            yield return new("quotes", CheckSeverity.Warning, sign.ToString(), [sign.ToString(), $"{own[0].Open} {own[0].Close}"], null, At(target, sign));
        foreach (var (open, close) in foreign.Count > 0 ? [] : own)
            if (Open(target, open, close) is var left && left != 0 && SourceQuotes(source) % 2 == 0)
                yield return new("brackets", CheckSeverity.Warning, open.ToString(), [$"{open}{close}"], null, At(target, left > 0 ? open : close));
        if (language == "zh" && target.Contains('"') && !source.Contains('"'))
            yield return new("quotes", CheckSeverity.Warning, "\"", ["\"", "“ ”"], null, At(target, '"'));
    }

    private static int SourceQuotes(string source) => source.Count(c => c is '"' or '„' or '“' or '”' or '«' or '»' or '「' or '」');

    // Quotes and quotes inside quotes; languages without an entry are left alone.
    private static IReadOnlyList<(char Open, char Close)> Own(string language) => language switch
    {
        "en" => [('“', '”')],
        "de" => [('„', '“'), ('»', '«')],
        "ru" => [('«', '»'), ('„', '“')],
        "zh" => [('“', '”'), ('「', '」'), ('『', '』')],
        _ => [],
    };

    private static int Open(string text, char open, char close) => open == '\0' ? 0 : text.Count(c => c == open) - text.Count(c => c == close);

    private static TextSpan? At(string text, char sign) => text.IndexOf(sign) is >= 0 and var at ? new TextSpan(at, 1) : null;

    // A half-width sign directly behind a Chinese character.
    private static IEnumerable<CheckFinding> Halves(string target)
    {
        for (var i = 0; i < HalfWidth.Length; i++)
            for (var at = target.IndexOf(HalfWidth[i]); at >= 0; at = target.IndexOf(HalfWidth[i], at + 1))
                if (at > 0 && SentenceWords.IsIdeograph(new(char.IsSurrogate(target[at - 1]) ? ' ' : target[at - 1])) && !(target[at] == '(' && Latin(target, at + 1)))
                {
                    yield return new("punctuation", CheckSeverity.Warning, HalfWidth[i].ToString(), [HalfWidth[i].ToString(), FullWidth[i].ToString()], null, new TextSpan(at, 1));
                    break;
                }
    }

    // (WHO) beside its Chinese name is often left in half width.
    private static bool Latin(string text, int at) => at < text.Length && char.IsAsciiLetterOrDigit(text[at]);
}
