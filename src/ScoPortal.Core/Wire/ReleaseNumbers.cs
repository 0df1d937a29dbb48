namespace ScoPortal.Core.Wire;

/// <summary>
/// The number that a wire or a site gives a text, as its addresses and its lines write it. Two texts with one number are one
/// release, or versions of it: Business Wire has one for all languages.
/// </summary>
public static class ReleaseNumbers
{
    private static readonly (string Scheme, Pattern Pattern)[] InAddresses =
    [
        ("prnewswire", Pattern.New(@"\bprnewswire\.[a-z.]{2,6}/[^\s?#]*-(?<id>\d{8,10})\.html")),
        ("prnasia", Pattern.New(@"\bprnasia\.com/(?:[a-z-]+/)*(?:story|releases?)/(?:[a-z]+/)*(?<id>\d{5,8})(?:-\d+)?")),
        ("presseportal", Pattern.New(@"\bpresseportal\.(?:de|ch)/(?:blaulicht/|en/|fr/|it/)?(?<id>pm/\d+/\d+)")),
        ("ots", Pattern.New(@"(?<id>OTS_\d{8}_OTS\d{4})\b")),
        ("businesswire", Pattern.New(@"\bbusinesswire\.com/(?:portal/[^\s]*/)?news/home/(?<id>\d{11,17})\b")),
        ("globenewswire", Pattern.New(@"\bglobenewswire\.com/[^\s?#]*/(?<id>\d{7})(?:/|\b)")),
        ("accesswire", Pattern.New(@"\b(?:accesswire|accessnewswire)\.com/(?:[^\s?#]*/)?(?:viewarticle\.aspx\?id=)?(?<id>\d{6,8})\b")),
        ("metinfo", Pattern.New(@"(?<id>\b[a-z]+\d*/show[a-z]+\.php\?(?:[a-z]+=[a-z]+&)?id=\d+)")),
        ("tass", Pattern.New(@"\btass\.(?:com|ru)/[a-z-]+/(?<id>\d{5,9})\b")),
        ("ria", Pattern.New(@"\bria\.ru/\d{8}/(?:[a-z\d-]*-)?(?<id>\d{7,12})\.html")),
        ("xinhua", Pattern.New(@"\b(?:news\.cn|xinhuanet\.com)/[^\s?#]*?(?<id>c_\d{7,12}|[\da-f]{32}/c)\.html?")),
        ("eu-press-corner", Pattern.New(@"\bec\.europa\.eu/commission/presscorner/detail/[a-z]{2}/(?<id>[a-z]+_\d{2}_\d+)")),
    ];

    private static readonly Pattern AsiaNetNumber = Pattern.New(@"^(?:asianet|media release)\s+(?<id>(?:pr)?\d{4,6})$");

    /// <summary>The number in an address, or null when it is none of a known wire or site.</summary>
    /// <param name="address">With or without scheme; text around it does no harm.</param>
    public static (string Scheme, string Value)? InAddress(string address)
    {
        foreach (var (scheme, pattern) in InAddresses)
        {
            if (pattern.Match(address) is { Success: true } match)
                return (scheme, match.Groups["id"].Value);
        }

        return null;
    }

    /// <summary>Records the numbers in the lines around the story: an address within it may be that of another release.</summary>
    internal static void Mark(WireDraft draft)
    {
        const int longest = 600;
        foreach (var line in draft.Lines.Where(l => l.Role is LineRole.Noise or LineRole.Field && l.Text.Length <= longest))
        {
            if (!line.Text.AsSpan().ContainsAnyInRange('0', '9'))
                continue;
            if (InAddress(line.Text) is { } found)
                Set(draft, line, found.Scheme, found.Value);
            else if (AsiaNetNumber.Match(line.Text) is { Success: true } number)
                Set(draft, line, "asianet", number.Groups["id"].Value);
        }
    }

    private static void Set(WireDraft draft, WireLine line, string scheme, string value) =>
        draft.Set($"externalId:{scheme}", value, line, line.Text.IndexOf(value, StringComparison.Ordinal), value.Length, "release-number", 0.95);
}
