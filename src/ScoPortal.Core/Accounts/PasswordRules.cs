using System.Text;

namespace ScoPortal.Core.Accounts;

/// <summary>What is wrong with a password.</summary>
public enum PasswordFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Fewer than <see cref="PasswordRules.Shortest"/> characters.</summary>
    TooShort,

    /// <summary>More than <see cref="PasswordRules.Longest"/> characters.</summary>
    TooLong,

    /// <summary>Among those that are tried first.</summary>
    Common,

    /// <summary>The name or the address of its owner, or the portal's name, and little else.</summary>
    Personal,
}

/// <summary>
/// Which passwords are good: long ones that nobody tries first. There are no rules of composition; see NIST SP 800-63B,
/// section 3.1.1.2.
/// </summary>
public static class PasswordRules
{
    /// <summary>In characters.</summary>
    public const int Shortest = 12;

    /// <summary>In characters; more would only give the server work.</summary>
    public const int Longest = 256;

    // Digits and signs around a word: a year, a date, 123456. And the letters around a name.
    private const int LittleAround = 8;
    private const int LittleElse = 5;

    private static readonly Lazy<HashSet<string>> Words = new(ReadWords);

    /// <summary>Judges a password.</summary>
    /// <param name="password">As typed.</param>
    /// <param name="known">What others know of its owner: name, e-mail address, name of the portal.</param>
    public static PasswordFault Judge(string password, params IEnumerable<string?> known)
    {
        var length = password.EnumerateRunes().Count();
        return length < Shortest ? PasswordFault.TooShort
            : length > Longest ? PasswordFault.TooLong
            : IsCommon(password.ToLowerInvariant()) ? PasswordFault.Common
            : IsPersonal(password.ToLowerInvariant(), known) ? PasswordFault.Personal
            : PasswordFault.None;
    }

    private static bool IsCommon(string password)
    {
        if (IsMonotonous(password))
            return true;
        var core = password.Trim([.. password.Where(c => !char.IsLetter(c))]);
        if (core.Length == 0)
            return false;
        var start = password.IndexOf(core, StringComparison.Ordinal);
        string[] around = [password[..start], password[(start + core.Length)..]];
        return around.All(a => a.Length <= LittleAround || IsMonotonous(a))
            && Spellings(core).Any(IsOneOrTwoWords);
    }

    // A few keys, one after the other or over and over: qwertyuiop12, 1q2w3e4r5t6y, abcabcabcabc.
    private static bool IsMonotonous(string text) =>
        text.Distinct().Count() <= 4 || Repeats(text) || KeyboardWalk.IsWalk(text);

    private static bool Repeats(string text) => Enumerable.Range(1, Math.Min(6, text.Length / 2))
        .Any(unit => Enumerable.Range(unit, text.Length - unit).All(i => text[i] == text[i - unit]));

    private static bool IsOneOrTwoWords(string letters) =>
        Words.Value.Contains(letters)
        || Enumerable.Range(1, Math.Max(0, letters.Length - 1)).Any(i => Words.Value.Contains(letters[..i]) && Words.Value.Contains(letters[i..]));

    // p@$$w0rd is password; a 1 stands for i or for l.
    private static IEnumerable<string> Spellings(string text)
    {
        yield return Letters(text);
        yield return Letters(Unmask(text, 'i'));
        yield return Letters(Unmask(text, 'l'));
    }

    private static string Unmask(string text, char one) => string.Concat(text.Select(c => c switch
    {
        '0' => 'o',
        '1' or '!' or '|' => one,
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' or '+' => 't',
        '8' => 'b',
        '9' => 'g',
        _ => c,
    }));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter));

    private static bool IsPersonal(string password, IEnumerable<string?> known)
    {
        var pieces = known.SelectMany(Pieces).Distinct().OrderByDescending(p => p.Length).ToList();
        return Spellings(password).Any(spelling =>
        {
            var rest = pieces.Aggregate(spelling, (text, piece) => text.Replace(piece, " ", StringComparison.Ordinal));
            return rest.Contains(' ', StringComparison.Ordinal)
                && rest.Split(' ').Where(p => !Words.Value.Contains(p)).Sum(p => p.Length) <= LittleElse;
        });
    }

    // "Vera Lindholm" is guessed as veralindholm, vera and lindholm; in Chinese two characters are a name.
    private static IEnumerable<string> Pieces(string? name)
    {
        var lower = (name ?? "").ToLowerInvariant();
        return new StringBuilder(lower).Replace('@', ' ').Replace('.', ' ').Replace('-', ' ').Replace('_', ' ').Replace('+', ' ').ToString()
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Append(lower)
            .Select(Letters)
            .Where(p => p.Length >= 3 || (p.Length == 2 && p[0] >= '\u2E80'));
    }

    private static HashSet<string> ReadWords()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("CommonPasswords.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return [.. reader.ReadToEnd().Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)];
    }
}
