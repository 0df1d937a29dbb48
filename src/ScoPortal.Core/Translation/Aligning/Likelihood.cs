namespace ScoPortal.Core.Translation.Aligning;

/// <summary>How well sentences of two texts answer each other, as log likelihood ratios: kind of bead, lengths, anchors, paragraphs.</summary>
internal sealed class Likelihood
{
    /// <summary>The most sentences on one side of a bead.</summary>
    public const int Most = 3;

    private readonly AlignText source;
    private readonly AlignText target;
    private readonly AnchorWeights anchors;
    private readonly Lengths lengths;
    private readonly Layout layout;
    private readonly Traits[][] ofSource;
    private readonly Traits[][] ofTarget;

    public Likelihood(AlignText source, AlignText target)
    {
        (this.source, this.target) = (source, target);
        var (a, b) = (AnchorsOf(source), AnchorsOf(target));
        anchors = new AnchorWeights(a, b);
        layout = new Layout(source, target);
        (ofSource, ofTarget) = (Joined(source, a), Joined(target, b));
        lengths = new Lengths([.. ofSource[0].Select(t => t.Length)], [.. ofTarget[0].Select(t => t.Length)]);
    }

    /// <summary>Logarithm of how common it is that a sentence has no counterpart.</summary>
    public static double Alone { get; } = Math.Log(0.05);

    /// <summary>The value of a bead of m sentences from i on and n from j on.</summary>
    public double Of(int i, int m, int j, int n) =>
        m == 0 || n == 0 ? Alone : Of(ofSource[m - 1][i], ofTarget[n - 1][j]) + layout.Of(i, m, j, n);

    /// <summary>The same without paragraphs and headings.</summary>
    public double Of(Traits a, Traits b) => Prior(a.Count, b.Count) + lengths.Of(a, b) + anchors.Of(a, b);

    /// <summary>Part of a sentence of the source.</summary>
    public Traits Source(string part) => Read(part, source.Language);

    /// <summary>Part of a sentence of the target.</summary>
    public Traits Target(string part) => Read(part, target.Language);

    // How common each kind is in translated press texts; beads of three are for Chinese, whose sentences hold two or three English ones.
    private static double Prior(int m, int n) => Math.Log((m, n) switch
    {
        (1, 1) => 0.88,
        (1, 2) or (2, 1) => 0.05,
        (2, 2) => 0.006,
        _ => 0.006,
    });

    private Traits Read(string part, string language)
    {
        var numbers = anchors.Numbers(Anchors.In(part, language));
        return new Traits(1, Traits.LengthOf(part), numbers, anchors.Missing(numbers));
    }

    private Traits[][] Joined(AlignText text, HashSet<Anchor>[] found)
    {
        var joined = new Traits[Most][];
        var single = found.Select(anchors.Numbers).ToArray();
        var length = text.Sentences.Select(s => Traits.LengthOf(s.Text)).ToArray();
        for (var count = 1; count <= Most; count++)
        {
            joined[count - 1] = new Traits[Math.Max(0, single.Length - count + 1)];
            for (var i = 0; i < joined[count - 1].Length; i++)
            {
                int[] numbers = count == 1 ? single[i] : [.. single[i..(i + count)].SelectMany(n => n).Distinct().Order()];
                joined[count - 1][i] = new Traits(count, length.AsSpan(i, count).ToArray().Sum(), numbers, anchors.Missing(numbers));
            }
        }

        return joined;
    }

    private static HashSet<Anchor>[] AnchorsOf(AlignText text) => [.. text.Sentences.Select(s => Anchors.In(s.Text, text.Language))];
}
