using System.Text;

namespace ScoPortal.Core.Translation.Exchange;

internal sealed partial class InlineCodes
{
    private bool Run()
    {
        var mark = text[at];
        var end = at;
        while (end < text.Length && text[end] == mark)
            end++;
        var (before, after) = (Around(at - 1, isBefore: true), Around(end, isBefore: false));
        var left = after.IsWord || after.IsMark && !before.IsWord;
        var right = before.IsWord || before.IsMark && !after.IsWord;
        var run = Take(end - at);
        run.CanOpen = left && (mark == '*' || !right || before.IsMark);
        run.CanClose = right && (mark == '*' || !left || after.IsMark);
        (run.IsRun, run.Left) = (true, run.Length);
        runs.Add(run);
        return true;
    }

    // What stands beside a run: a letter (or digit), punctuation, or neither (white space, the end of the text).
    private (bool IsWord, bool IsMark) Around(int place, bool isBefore)
    {
        if (place < 0 || place >= text.Length)
            return (false, false);
        if (isBefore && place > 0 && char.IsLowSurrogate(text[place]))
            place--;
        var rune = Rune.TryGetRuneAt(text, place, out var found) ? found : Rune.ReplacementChar;
        var isMark = Rune.IsPunctuation(rune) || Rune.IsSymbol(rune);
        return (!isMark && !Rune.IsWhiteSpace(rune), isMark);
    }
}
