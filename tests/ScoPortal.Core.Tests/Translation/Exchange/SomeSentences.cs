using FsCheck;
using FsCheck.Fluent;
using ScoPortal.Core.Translation.Exchange;
using ScoPortal.Core.Translation.Segments;

namespace ScoPortal.Core.Tests.Translation.Exchange;

/// <summary>Sentences with marks that fit, that do not, and that only look like marks.</summary>
internal static class SomeSentences
{
    private static readonly string[] Pieces =
    [
        "**", "*", "_", "__", "***", "[", "](https://example.org/a \"T\")", "](<a b>)", "](", ")", "![", "`", "``", "<https://example.org>", "<b>", "<", ">",
        "https://example.org/x?a=1&b=2.", "www.example.org)", "\\*", "\\|", "\\", "|", "&nbsp;", "&#160;", "&amp", "&", "  \n", "\\\n", "\n", "\r\n", "[^1]", "[1]",
        "\0", "\u0001", "\uD800", "\uDC00", "\uFFFE", "\u200B", "\u00A0", "\t", " ", " ", "]]>", "<!--", "\"", "'", "😀", "𠮷", "。", "，", "“", "”", "（",
        "port", "Häfen", "порт", "青岛", "1,5", "100 %", "3.", "-", "#", "é", "e\u0301", "a_b", "2*3",
    ];

    public static Gen<string> Sentence { get; } = Gen.OneOf(
        Gen.Elements(Pieces).ListOf().Select(p => string.Concat(p)),
        ArbMap.Default.GeneratorFor<string>().Where(t => t is not null));

    public static Arbitrary<string> Arbitrary { get; } = Sentence.ToArbitrary();

    public static Arbitrary<TranslationFile> Files { get; } = (
        from units in Unit.ListOf()
        from title in Sentence
        from numbers in Gen.Choose(1, 99999).Three()
        select new TranslationFile
        {
            SourceLanguage = "en",
            TargetLanguage = "zh",
            Release = numbers.Item1,
            SourceRelease = numbers.Item2,
            SourceRevision = 3,
            Story = numbers.Item3,
            Title = CodedText.Plain(title).Words,
            Units = [.. units.Select((u, i) => u with { Id = $"{i + 1}" })],
        }).ToArbitrary();

    private static Gen<CodedText> Text => Sentence.Where(s => s.Length > 0).Select(CodedText.Of);

    private static Gen<FileMatch> Match =>
        from percent in Gen.Choose(0, 100)
        from source in Text
        from target in Text
        select new FileMatch(percent, source, target.NumberedAs(source), "memory “7” <a>");

    private static Gen<FileUnit> Unit =>
        from source in Text
        from target in Gen.OneOf(Gen.Constant<CodedText?>(null), Text.Select(t => (CodedText?)t))
        from state in Gen.Elements(UnitState.Draft, UnitState.Confirmed)
        from earlier in Gen.OneOf(Gen.Constant<FileMatch?>(null), Match.Select(m => (FileMatch?)m))
        from matches in Match.ListOf()
        select new FileUnit("", source)
        {
            Target = target?.NumberedAs(source),
            State = target is null ? UnitState.Empty : state,
            Fingerprint = FileUnit.FingerprintOf(source.ToString()),
            TargetFingerprint = FileUnit.TargetFingerprintOf(target?.ToString() ?? ""),
            Field = "body",
            Kind = "cell",
            Earlier = earlier is null ? null : earlier with { Percent = 0 },
            Notes = [new("waiver", "numbers: 15 & <16>\nas agreed")],
            Matches = [.. matches.Take(3)],
        };
}
