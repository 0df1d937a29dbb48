using System.Text;

namespace ScoPortal.Web.Localization;

/// <summary>
/// Turns English into something that can be read but not mistaken for it: [Ŝéâŕćĥ one two]. What stands on a page
/// without brackets is hard-coded; what breaks the layout would break in German.
/// </summary>
internal static class PseudoLocale
{
    private const string Plain = "ACDEGHIJLNORSTUWYZacdeghijlnorstuwyz";
    private const string Accented = "ÂĆÐÉĜĤÎĴĻÑÖŔŜŢÛŴÝŽâćðéĝĥîĵļñöŕŝţûŵýž";

    /// <summary>Accents the letters outside {placeholders} and adds a third to the length.</summary>
    public static string Of(string text)
    {
        var result = new StringBuilder("[", text.Length * 2);
        var inPlaceholder = false;
        foreach (var c in text)
        {
            inPlaceholder = c == '{' || (inPlaceholder && c != '}');
            var at = inPlaceholder ? -1 : Plain.IndexOf(c, StringComparison.Ordinal);
            result.Append(at < 0 ? c : Accented[at]);
        }

        return result.Append('~', text.Length / 3).Append(']').ToString();
    }
}
