using FsCheck;
using FsCheck.Fluent;

namespace ScoPortal.Core.Tests.Search;

/// <summary>Strings a careless or hostile reader might type.</summary>
internal static class OddText
{
    private static readonly string[] Pieces =
    [
        "\"", "“", "「", "*", "^", "(", ")", ":", "-", "+", "AND", "OR", "NOT", "NEAR(", " ", " ", "\0", "\u0007", "\uD800", "\uDC00",
        "\uFFFD", "\u200B", "\u00AD", "\u0301", "\u0306", "и", "'", "’", "''", "--", ";", "\\", "%", "青", "岛", "港", "𠮷", "ｶ", "ﾞ", "😀", "한국",
        "port", "Ports", "Häfen", "ß", "ёмкость", "логистика", "1,225", "1.", "3", "½", "ﷺ", "İ", "ǅ", "کِتاب", "हिन्दी", "a", "s", "'s", "y", "ie",
    ];

    public static Arbitrary<string> Arbitrary { get; } = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Where(text => text is not null),
        Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)),
        Gen.Choose(0, char.MaxValue).Select(c => (char)c).ListOf().Select(chars => string.Concat(chars))).ToArbitrary();
}
