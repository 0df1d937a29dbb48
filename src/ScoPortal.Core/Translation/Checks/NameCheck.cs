using ScoPortal.Core.Translation.Aligning;
using ScoPortal.Core.Translation.Memory;

namespace ScoPortal.Core.Translation.Checks;

/// <summary>
/// Names that changed on the way. Words in Latin letters inside a Russian or Chinese source stay in a German or English target. Between
/// German and English a name that is missing while one very like it is there is a slip of the pen; names that are translated
/// (Germany, Deutschland) are not looked at.
/// </summary>
internal static class NameCheck
{
    // Letters that one name has in different countries.
    private const string Spellings = "ck iy zs wv jy eä uü oö aä eé eè aá oó cç nñ ií";

    public static IEnumerable<CheckFinding> Of(string source, string sourceLanguage, string target, string targetLanguage)
    {
        if (targetLanguage is not ("en" or "de"))
            return [];
        return sourceLanguage is "ru" or "zh" ? Kept(source, target) : sourceLanguage is "en" or "de" ? Misspelled(source, sourceLanguage, target, targetLanguage) : [];
    }

    private static IEnumerable<CheckFinding> Kept(string source, string target)
    {
        foreach (var word in SentenceWords.Of(source).Where(w => w is { Kind: WordKind.Word, Length: > 2 }).DistinctBy(w => w.In(source), StringComparer.OrdinalIgnoreCase))
            if (word.In(source) is var name && char.IsAsciiLetterUpper(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c)) && !name.All("IVXLC".Contains) && !target.Contains(name, StringComparison.OrdinalIgnoreCase))
                yield return new("names", CheckSeverity.Warning, name, [name, ""], new(word.Start, word.Length));
    }

    private static IEnumerable<CheckFinding> Misspelled(string source, string sourceLanguage, string target, string targetLanguage)
    {
        var (there, here) = (SentenceWords.Of(source), SentenceWords.Of(target));
        var all = here.Where(w => w.Kind == WordKind.Word).Select(w => w.In(target)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var word in ProperNames.In(source, there, sourceLanguage).Select(i => there[i]).Where(w => w.Length > 4))
        {
            var name = Plain(word.In(source));
            if (ProperNames.IsPlace(name) || all.Any(w => w.Contains(name, StringComparison.OrdinalIgnoreCase)))
                continue;
            foreach (var like in ProperNames.In(target, here, targetLanguage).Select(i => here[i]))
                if (Plain(like.In(target)) is var other && IsSlip(name, other) && !ProperNames.IsPlace(other) && !source.Contains(other, StringComparison.Ordinal))
                    yield return new("names", CheckSeverity.Warning, name, [name, other], new(word.Start, word.Length), new TextSpan(like.Start, like.Length));
        }
    }

    // Without the genitive of either language.
    private static string Plain(string name) => name.Length > 5 && name[^1] is 's' or 'S' ? name[..^(name[^2] is '\'' or '’' ? 2 : 1)] : name;

    // One letter is another, missing, too many, or two have changed places, inside the word: endings are grammar, and Viktor is Victor.
    private static bool IsSlip(string name, string other)
    {
        if (Math.Abs(name.Length - other.Length) > 1 || name.Length < 4 || other.Length < 4 || name[0] != other[0] || name[^2..] != other[^2..])
            return false;
        var front = name.AsSpan().CommonPrefixLength(other);
        var back = 0;
        while (back < Math.Min(name.Length, other.Length) - front && name[^(back + 1)] == other[^(back + 1)])
            back++;
        var (left, right) = (name[front..(name.Length - back)], other[front..(other.Length - back)]);
        if (left.Length == 1 && right.Length == 1)
            return !Spellings.Contains(left + right, StringComparison.OrdinalIgnoreCase) && !Spellings.Contains(right + left, StringComparison.OrdinalIgnoreCase);
        return left.Length + right.Length == 1 || (left.Length == 2 && right.Length == 2 && left[0] == right[1] && left[1] == right[0]);
    }
}
