using FsCheck;
using FsCheck.Fluent;
using ScoPortal.Core.Terms;

namespace ScoPortal.Core.Tests.Terms;

/// <summary>Glossaries of every kind that can be stored.</summary>
internal static class SomeTerms
{
    private static readonly string[] Pieces =
    [
        "SOZ", "Shanghai", "上合组织", "ШОС", "=1+1", "+", "-", "@SUM(A1)", "'", "''=", "\"", "\"\"", ",", ";", "<b>", "&amp;", "]]>", "é", "e\u0301",
        "😀", "𠮷", "\u200B", "a b", "--", "#", "key", "/", "\\", "{0}",
    ];

    private static readonly Gen<string> Words =
        from first in Gen.Elements(Pieces)
        from rest in Gen.Elements(Pieces).ListOf()
        let text = GlossaryFile.Clean(string.Join(rest.Count % 2 == 0 ? " " : "", rest.Prepend(first).Take(12)))
        where text.Length > 0
        select text;

    private static readonly Gen<string?> Maybe = Gen.OneOf(Gen.Constant<string?>(null), Words.Select(w => (string?)w));

    private static readonly Gen<Term> One =
        from note in Maybe
        from forms in Form.NonEmptyListOf()
        select Make(note, forms);

    private static Gen<(string Language, FormText Form)> Form =>
        from language in Gen.Elements("en", "de", "ru", "zh")
        from words in Words
        from status in Gen.Elements(TermStatus.Preferred, TermStatus.Allowed, TermStatus.Forbidden)
        from source in Maybe
        select (language, new FormText(words, status, source));

    public static Arbitrary<Term[]> Arbitrary { get; } = One.ListOf().Select(terms =>
    {
        foreach (var (index, term) in terms.Index())
            term.Rename(index % 3 == 0 ? $"{index}-g" : $"term-{index}");
        return terms.ToArray();
    }).ToArbitrary();

    private static Term Make(string? note, IEnumerable<(string Language, FormText Form)> forms)
    {
        var term = new Term("term", note);
        foreach (var (language, form) in forms)
        {
            var taken = term.Forms.Any(f => f.Language == language && f.Status == TermStatus.Preferred && f.Text != form.Text);
            term.Say(language, form.Text, taken && form.Status == TermStatus.Preferred ? TermStatus.Allowed : form.Status, form.Source);
        }

        return term;
    }
}
