namespace ScoPortal.Core.Accounts;

/// <summary>Finds passwords that are typed by running over the keyboard, or the alphabet, rather than by knowing them.</summary>
internal static class KeyboardWalk
{
    // One step in four may be a jump: to the next row, or back to its beginning.
    private const double Steady = 0.75;

    private static readonly string[][] Layouts =
    [
        ["1234567890-=", "qwertyuiop[]", "asdfghjkl;'\\", "zxcvbnm,./"],
        ["1234567890ß´", "qwertzuiopü+", "asdfghjklöä#", "yxcvbnm,.-"],
        ["1234567890-=", "йцукенгшщзхъ", "фывапролджэ\\", "ячсмитьбю."],
    ];

    private static readonly Dictionary<char, (int Row, int Column)>[] Keys =
        [.. Layouts.Select(rows => rows.SelectMany((row, r) => row.Select((key, c) => (key, Place: (r, c)))).DistinctBy(k => k.key).ToDictionary(k => k.key, k => k.Place))];

    /// <summary>Nearly every character is beside the one before it.</summary>
    public static bool IsWalk(string text) =>
        text.Length >= 4 && Keys.Any(keys => Steps(text, (a, b) => Adjoin(keys, a, b)) >= Steady * (text.Length - 1));

    private static int Steps(string text, Func<char, char, bool> adjoin) =>
        Enumerable.Range(1, text.Length - 1).Count(i => adjoin(text[i - 1], text[i]));

    private static bool Adjoin(Dictionary<char, (int Row, int Column)> keys, char a, char b) =>
        Math.Abs(a - b) <= 1
        || (keys.TryGetValue(a, out var from) && keys.TryGetValue(b, out var to)
            && Math.Abs(from.Row - to.Row) <= 1 && Math.Abs(from.Column - to.Column) <= 1);
}
