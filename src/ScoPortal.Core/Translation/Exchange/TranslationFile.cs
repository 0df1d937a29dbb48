using System.Security.Cryptography;
using System.Text;
using ScoPortal.Core.Translation.Segments;

namespace ScoPortal.Core.Translation.Exchange;

/// <summary>One release for a translation tool, or as one gave it back: what XLIFF 1.2 and 2.1 have in common.</summary>
public sealed record TranslationFile
{
    /// <summary>Language of the sources, BCP 47; empty where a file does not say.</summary>
    public required string SourceLanguage { get; init; }

    /// <summary>Language of the targets, BCP 47; empty where a file does not say.</summary>
    public required string TargetLanguage { get; init; }

    /// <summary>Key of the release that is translated into; 0 where a file does not say.</summary>
    public int Release { get; init; }

    /// <summary>Key of the release that is translated from; 0 where a file does not say.</summary>
    public int SourceRelease { get; init; }

    /// <summary>The revision of it that the sources have; 0 where a file does not say.</summary>
    public int SourceRevision { get; init; }

    /// <summary>Key of their story; 0 where a file does not say.</summary>
    public int Story { get; init; }

    /// <summary>What a translator knows it by.</summary>
    public string Title { get; init; } = "";

    /// <summary>The sentences, in the order of the text.</summary>
    public IReadOnlyList<FileUnit> Units { get; init; } = [];
}

/// <summary>A sentence and its translation.</summary>
/// <param name="Id">Names it in its file: digits, when the portal wrote it.</param>
/// <param name="Source">The sentence to translate.</param>
public sealed record FileUnit(string Id, CodedText Source)
{
    /// <summary>Its translation, codes numbered as in the source; null where there is none.</summary>
    public CodedText? Target { get; init; }

    /// <summary>How far it has come.</summary>
    public UnitState State { get; init; }

    /// <summary>Which source the portal had: <see cref="FingerprintOf"/>; null where a file does not say.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Which translation the portal had, also where that was empty: <see cref="TargetFingerprintOf"/>; null where a file does not say.</summary>
    public string? TargetFingerprint { get; init; }

    /// <summary>Field of the release, in English and lower case: headline, body.</summary>
    public string Field { get; init; } = "";

    /// <summary>What part of a page it is, in English and lower case: text, cell.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The source and translation before the source changed; null where they belong together.</summary>
    public FileMatch? Earlier { get; init; }

    /// <summary>What a translator should know.</summary>
    public IReadOnlyList<FileNote> Notes { get; init; } = [];

    /// <summary>What the translation memory offers, best first.</summary>
    public IReadOnlyList<FileMatch> Matches { get; init; } = [];

    /// <summary>Language that the translation claims for itself; null where it claims none.</summary>
    public string? Language { get; init; }

    /// <summary>The element in the file cannot be used, since it has no source or the number of another.</summary>
    public bool IsDamaged { get; init; }

    /// <summary>Tells sources apart: the first 16 hexadecimal digits of the SHA-256 of its UTF-16 units.</summary>
    /// <param name="source">Markdown or plain text.</param>
    public static string FingerprintOf(string source) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(source)).AsSpan(0, 8));

    /// <summary>Tells translations apart as <see cref="FingerprintOf"/> does, with each stretch of white space as one blank.</summary>
    /// <param name="target">Markdown or plain text.</param>
    public static string TargetFingerprintOf(string target) =>
        FingerprintOf(string.Join(' ', target.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}

/// <summary>A remark on a sentence.</summary>
/// <param name="Category">One word: waiver.</param>
/// <param name="Text">The remark.</param>
public sealed record FileNote(string Category, string Text);

/// <summary>A translation that exists of the same or a similar sentence.</summary>
/// <param name="Percent">How similar, 0 to 100.</param>
/// <param name="Source">That sentence.</param>
/// <param name="Target">Its translation.</param>
/// <param name="Origin">Where it is from.</param>
public sealed record FileMatch(int Percent, CodedText Source, CodedText Target, string Origin);

/// <summary>What was read of a file.</summary>
/// <param name="Files">The releases in it; none where the file is refused.</param>
/// <param name="Fault">Why it is refused; null: it is not.</param>
/// <param name="Line">Where it is damaged, from 1; 0 where that says nothing.</param>
public sealed record FileReading(IReadOnlyList<TranslationFile> Files, ExchangeFault? Fault = null, int Line = 0);
