using ScoPortal.Core.Wire;

namespace ScoPortal.Core.Translation.Aligning;

/// <summary>What single characters mean at the end of a sentence.</summary>
internal static class Marks
{
    private const string WideEnds = "。！？｡";
    private const string Ends = ".!?…‼⁇⁈⁉؟۔।" + WideEnds;
    private const string Closers = "\"'”’»›)]}*_~`」』）】〉〕］｝";
    private const string Openers = "\"'“”‘’„‚«‹»›([{*_~`<「『（【《〈〔［｛¿¡-–—•#\\";

    // A closing mark in one language opens in another: German “, Danish «.
    private const string Either = "\"'“‘«‹»›*_~`";

    public static bool EndsSentence(char c) => Ends.Contains(c);

    public static bool IsWide(char c) => WideEnds.Contains(c);

    public static bool Opens(char c) => Openers.Contains(c);

    /// <summary>A mark that closes what was opened, at the place where it stands.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the mark is, directly behind the end of a sentence or behind another mark that closes.</param>
    /// <param name="isHan">The sentence is written without spaces, so that the next may begin at once.</param>
    /// <param name="isQuoted">A quotation in straight marks is open.</param>
    public static bool Closes(string text, int at, bool isHan, bool isQuoted)
    {
        var c = text[at];
        if (c == '\\')
            return at + 1 < text.Length && (text[at + 1] == '\n' || Closers.Contains(text[at + 1]));
        if (isHan)
            return c == '"' ? isQuoted : Closers.Contains(c) && !(c is '*' or '_' or '«' or '‹' && at + 1 < text.Length && char.IsLetter(text[at + 1]));
        if (!Closers.Contains(c) && !Either.Contains(c))
            return false;
        return !Either.Contains(c) || at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]);
    }

    public static bool IsHan(char c) => Prose.IsHan(c);
}
