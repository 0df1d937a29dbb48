using ScoPortal.Core.Wire;

namespace ScoPortal.Core.Translation.Memory;

/// <summary>Web and e-mail addresses inside running text or Markdown.</summary>
internal static class Addresses
{
    private const string Stops = @"\s<>""'“”„«»‘’，。、；：！？（）()\[\]{}【】《》|*";

    private static readonly Pattern Pattern = Pattern.New(
        $@"(?:https?://|www\.)[^{Stops}]+"
        + $@"|[a-z\d._%+-]+@[a-z\d-]+(?:\.[a-z\d-]+)+"
        + $@"|(?:[a-z\d][a-z\d-]*\.)+(?:com|org|net|info|gov|edu|int|eu|cn|de|ru|by|in|ir|kg|kz|pk|tj|uz|hk|uk|ch|at)(?:/[^{Stops}]*|\b)");

    /// <summary>Where they stand, in order, without the full stop or comma behind them.</summary>
    public static IEnumerable<(int Start, int Length)> In(string text)
    {
        foreach (var match in Pattern.Matches(text))
            yield return (match.Index, match.Value.TrimEnd('.', ',', ';', ':', '!', '?', '_', '~').Length);
    }

    /// <summary>One address for all ways to write it: no scheme, no www, no slash at the end, small letters in the host.</summary>
    public static string Canonical(ReadOnlySpan<char> address)
    {
        var rest = address;
        if (rest.IndexOf("://") is >= 0 and var scheme)
            rest = rest[(scheme + 3)..];
        if (rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            rest = rest[4..];
        rest = rest.TrimEnd('/');
        var host = rest.IndexOf('/') is >= 0 and var slash ? rest[..slash] : rest;
        return string.Concat(host.ToString().ToLowerInvariant(), rest[host.Length..]);
    }
}
