using ScoPortal.Core.Translation.Aligning;
using ScoPortal.Core.Translation.Memory;

namespace ScoPortal.Core.Translation.Checks;

/// <summary>Web and e-mail addresses that only one side has.</summary>
internal static class LinkCheck
{
    public static IEnumerable<CheckFinding> Of(string source, string target)
    {
        if (!source.Contains('.') && !target.Contains('.'))
            return [];
        var (there, here) = (Of(source), Of(target));
        return [
            .. there.Where(a => !here.ContainsKey(a.Key)).Select(a => new CheckFinding("links", CheckSeverity.Error, a.Key, [a.Value.In(source), ""], a.Value)),
            .. here.Where(a => !there.ContainsKey(a.Key) && (there.Count > 0 || !IsBare(a.Value.In(target)))).Select(a => new CheckFinding("links", CheckSeverity.Error, a.Key, ["", a.Value.In(target)], null, a.Value)),
        ];
    }

    // Where the source has no address, chinanews.com may be the name of an agency.
    private static bool IsBare(string address) => !address.Contains('/') && !address.Contains('@');

    private static Dictionary<string, TextSpan> Of(string text) => Addresses.In(text)
        .GroupBy(a => Addresses.Canonical(text.AsSpan(a.Start, a.Length)), a => new TextSpan(a.Start, a.Length), StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
}
