using System.Security.Cryptography;
using System.Text.Json;
using ScoPortal.Core.Media;

namespace ScoPortal.Web.Media;

/// <summary>What is said of a picture, and where to cut it, at one moment; for the audit, and to see whether it has changed.</summary>
internal sealed record PictureState(string? Credit, double FocalX, double FocalY, IReadOnlyList<PictureState.Said> Texts)
{
    /// <summary>What is said in one language.</summary>
    public sealed record Said(string Language, string? Alt, string? Caption);

    /// <summary>As it is now.</summary>
    public static PictureState Of(MediaItem item) => new(
        item.Credit, item.FocalX, item.FocalY, [.. item.Texts.OrderBy(t => t.Language, StringComparer.Ordinal).Select(t => new Said(t.Language, t.Alt, t.Caption))]);

    /// <summary>Stands for it in a form.</summary>
    public string Stand() => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this)).AsSpan(0, 8));

    /// <summary>Those who read one of the languages see the difference.</summary>
    public bool DiffersIn(IReadOnlySet<string> languages, PictureState other)
    {
        if (languages.Count == 0)
            return false;
        static (string?, double, double) Cut(PictureState state) => (state.Credit, Math.Round(state.FocalX * 100), Math.Round(state.FocalY * 100));
        return Cut(this) != Cut(other) || Texts.Concat(other.Texts).Any(t => languages.Contains(t.Language)
            && Texts.FirstOrDefault(x => x.Language == t.Language) != other.Texts.FirstOrDefault(x => x.Language == t.Language));
    }
}
