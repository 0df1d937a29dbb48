namespace ScoPortal.Core.Translation.Exchange;

/// <summary>Which asterisks and underscores belong together: "process emphasis" of CommonMark 0.31, appendix.</summary>
internal static class Emphasis
{
    /// <summary>Pairs the runs from one on; what stays without a partner pairs with nothing later.</summary>
    /// <param name="runs">All that wait for a partner; those from that one on are taken out.</param>
    /// <param name="from">Index of the first that may pair.</param>
    public static void Pair(List<InlineToken> runs, int from)
    {
        var open = new List<InlineToken>();
        // Below these places among the open runs nothing fits a closing run of that mark, length and use.
        var bottoms = new Dictionary<(char Mark, int Length, bool CanOpen), int>();
        foreach (var run in runs.Skip(from))
        {
            var use = (run.Char, run.Length % 3, run.CanOpen);
            while (run.CanClose && run.Left > 0)
            {
                var bottom = bottoms.GetValueOrDefault(use);
                var place = open.FindLastIndex(open.Count - 1, open.Count - bottom, o => o.Char == run.Char && Fits(o, run));
                if (place < 0)
                {
                    bottoms[use] = open.Count;
                    break;
                }

                Join(open[place], run);
                open.RemoveRange(place + 1, open.Count - place - 1);
                if (open[place].Left == 0)
                    open.RemoveAt(place);
                foreach (var key in bottoms.Keys)
                    bottoms[key] = Math.Min(bottoms[key], open.Count);
            }

            if (run.CanOpen && run.Left > 0)
                open.Add(run);
        }

        runs.RemoveRange(from, runs.Count - from);
    }

    // The rule of three: "*a**b*" is one emphasis around "a**b".
    private static bool Fits(InlineToken opening, InlineToken closing) =>
        !(opening.CanClose || closing.CanOpen) || (opening.Length + closing.Length) % 3 != 0 || opening.Length % 3 == 0 && closing.Length % 3 == 0;

    private static void Join(InlineToken opening, InlineToken closing)
    {
        var length = opening.Left >= 2 && closing.Left >= 2 ? 2 : 1;
        var kind = length == 2 ? CodeKind.Bold : CodeKind.Italic;
        opening.Left -= length;
        var first = new InlineToken(opening.Char, opening.Start + opening.Closed + opening.Left, length);
        var second = new InlineToken(closing.Char, closing.Start + closing.Closed, length);
        closing.Left -= length;
        closing.Closed += length;
        (first.Partner, second.Partner) = (second, first);
        first.Become(CodeRole.Open, kind);
        second.Become(CodeRole.Close, kind);
        opening.Opening.Add(first);
        closing.Closing.Add(second);
    }
}
