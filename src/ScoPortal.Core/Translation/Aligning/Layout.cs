namespace ScoPortal.Core.Translation.Aligning;

/// <summary>What paragraphs and headings are worth: much where both texts have as many paragraphs, little where they do not.</summary>
internal sealed class Layout
{
    private const double StartsTogether = 0.95;
    private const double Crossing = 3;
    private const double HeadingBesideText = 6;
    private const double Smoothing = 0.01;

    private readonly Side source;
    private readonly Side target;
    private readonly double agreement;
    private readonly double together;
    private readonly double apart;

    public Layout(AlignText source, AlignText target)
    {
        (this.source, this.target) = (new Side(source), new Side(target));
        var (a, b) = (this.source.Paragraphs, this.target.Paragraphs);
        agreement = a + b == 0 ? 1 : Math.Min(a, b) / (double)Math.Max(a, b);
        var chance = Math.Clamp(Math.Max(a / Math.Max(1.0, source.Sentences.Count), b / Math.Max(1.0, target.Sentences.Count)), Smoothing, 1 - Smoothing);
        var often = Math.Max(chance, StartsTogether * agreement);
        together = Math.Log(often / chance);
        apart = Math.Log((1 - often + Smoothing) / (1 - chance + Smoothing));
    }

    /// <summary>Log likelihood ratio of a bead of m and n sentences from i and j on.</summary>
    public double Of(int i, int m, int j, int n)
    {
        var value = (source.Starts[i], target.Starts[j]) switch { (true, true) => together, (false, false) => 0, _ => apart };
        value -= Crossing * agreement * (source.Crossed(i, m) + target.Crossed(j, n));
        var (a, b) = (source.HasHeading(i, m), target.HasHeading(j, n));
        return value - (a != b || (a && m + n > 2) ? HeadingBesideText : 0);
    }

    private sealed class Side(AlignText text)
    {
        public bool[] Starts { get; } =
            [.. text.Sentences.Select((s, i) => i == 0 || s.Paragraph != text.Sentences[i - 1].Paragraph)];

        public int Paragraphs => Starts.Count(s => s);

        public int Crossed(int from, int count)
        {
            var crossed = 0;
            for (var i = from + 1; i < from + count; i++)
                crossed += Starts[i] ? 1 : 0;
            return crossed;
        }

        public bool HasHeading(int from, int count)
        {
            for (var i = from; i < from + count; i++)
                if (text.Sentences[i].IsHeading)
                    return true;
            return false;
        }
    }
}
