using ScoPortal.Core.Terms;

namespace ScoPortal.Core.Translation.Clues;

/// <summary>The newsroom's glossary as words that are found in texts.</summary>
public static class GlossaryWords
{
    /// <summary>Every form of every term, forbidden ones too, since they stand in texts; the concept is made from the term's key and so the same for ever.</summary>
    public static WordTable Of(IEnumerable<Term> terms)
    {
        var table = new WordTable();
        foreach (var term in terms)
            foreach (var form in term.Forms)
                table.Add(form.Language, form.Text, Concept(term.Key));
        return table;
    }

    // FNV-1a (RFC 9923), kept positive.
    private static int Concept(string key)
    {
        var hash = 0x811C9DC5u;
        foreach (var unit in key)
            hash = (hash ^ unit) * 0x01000193;
        return (int)(hash & int.MaxValue);
    }
}
