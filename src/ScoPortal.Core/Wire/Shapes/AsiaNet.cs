namespace ScoPortal.Core.Wire.Shapes;

/// <summary>AsiaNet feed head: "Source: X", "MEDIA RELEASE PR67255", "Country for PR:", "Contributor:".</summary>
internal static class AsiaNet
{
    private static readonly Pattern Head = Pattern.New(
        @"^(?:MEDIA RELEASE\s+[A-Z]{0,3}\d{3,}|Country for PR:.*|Contributor:.*|Attention:.*|\[?TIS\]?|--? ?PRNewswire-AsiaNet.*|AsiaNet \d+)$");

    public static void Mark(WireDraft draft)
    {
        foreach (var line in draft.Lines.Take(12))
        {
            if (!line.IsText || line.Text.Length > 160 || Head.Match(line.Text) is not { Success: true })
                continue;
            line.Take(LineRole.Noise, "asianet-head");
        }
    }
}
