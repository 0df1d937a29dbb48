using ScoPortal.Core.Translation.Segments;

namespace ScoPortal.Core.Translation.Exchange;

/// <summary>A sentence as the portal has it when a file comes back.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Source">The source as it is now.</param>
/// <param name="Target">The translation as it is now.</param>
/// <param name="State">How far that has come.</param>
/// <param name="IsMarkdown">It has inline marks.</param>
/// <param name="StartsBlock">It stands at the start of a paragraph.</param>
/// <param name="InCell">It stands in a cell of a table.</param>
public sealed record KnownUnit(int Id, string Source, string Target, UnitState State, bool IsMarkdown, bool StartsBlock = false, bool InCell = false)
{
    /// <summary>A text as translation tools see it.</summary>
    public CodedText Coded(string text) => IsMarkdown ? CodedText.Of(text) : CodedText.Plain(text);
}

/// <summary>What comes of a sentence of a returned file: it is refused for one reason, or taken whole.</summary>
/// <param name="Unit">As the file has it.</param>
/// <param name="Known">As the portal has it; null where the portal knows none.</param>
/// <param name="Fault">Why it is refused; null: it is not.</param>
/// <param name="Detail">The mark that the fault is about, or empty.</param>
/// <param name="Target">The translation, as Markdown in the body; empty when it is refused.</param>
/// <param name="State">How far it has come.</param>
public sealed record ReturnedUnit(FileUnit Unit, KnownUnit? Known, ExchangeFault? Fault, string Detail = "", string Target = "", UnitState State = UnitState.Empty)
{
    /// <summary>It says something that the portal does not have.</summary>
    public bool IsNews => Fault is null && (Target != Known!.Target || State != Known.State);
}

/// <summary>Judges a file that came back, sentence by sentence; nothing is changed by it.</summary>
public static class Returned
{
    /// <summary>Most characters of a sentence, each of its codes counted as one more; as many may be typed.</summary>
    public const int Longest = 20_000;

    /// <summary>What comes of each sentence, in the order of the file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="language">Of the translation, BCP 47.</param>
    /// <param name="known">The sentences of the portal.</param>
    public static IReadOnlyList<ReturnedUnit> Of(TranslationFile file, string language, IEnumerable<KnownUnit> known)
    {
        ArgumentNullException.ThrowIfNull(file);
        var (units, seen) = (known.ToDictionary(k => k.Id), new HashSet<int>());
        return [.. file.Units.Select(unit =>
        {
            var id = ExchangeXml.Number(unit.Id);
            if (unit.IsDamaged)
                return new ReturnedUnit(unit, units.GetValueOrDefault(id), ExchangeFault.Damaged);
            if (!units.TryGetValue(id, out var own))
                return new ReturnedUnit(unit, null, ExchangeFault.UnknownUnit);
            if (!seen.Add(id))
                return new ReturnedUnit(unit, own, ExchangeFault.Damaged);
            return Judge(unit, own, Primary(unit.Language ?? file.TargetLanguage) is { Length: > 0 } claimed && claimed != Primary(language));
        })];
    }

    private static ReturnedUnit Judge(FileUnit unit, KnownUnit known, bool isOtherLanguage)
    {
        ReturnedUnit Refused(ExchangeFault fault, string detail = "") => new(unit, known, fault, detail);
        if (isOtherLanguage)
            return Refused(ExchangeFault.WrongLanguage);
        if (unit.Target?.Parts.Sum(p => (long)p.Text.Length + 1) > Longest)
            return Refused(ExchangeFault.TooLong);
        var source = known.Coded(known.Source);
        var isSame = Bare(unit.Source) == Bare(source);
        if (unit.Fingerprint is { } fingerprint ? fingerprint != FileUnit.FingerprintOf(known.Source) : !isSame)
            return Refused(ExchangeFault.SourceChanged);
        if (!isSame)
            return Refused(ExchangeFault.Damaged);
        if (unit.Target is null || unit.Target.ToString().Trim().Length == 0 && !unit.Target.Codes.Any())
            return Refused(ExchangeFault.Empty);

        // Where somebody has written something else since the file was made, a text that is as it went has nothing to say against that.
        var isOvertaken = unit.TargetFingerprint is { } made && made != FileUnit.TargetFingerprintOf(known.Target);
        bool IsAsItWent(string returned) => isOvertaken && FileUnit.TargetFingerprintOf(returned) == unit.TargetFingerprint;
        var kept = new ReturnedUnit(unit, known, null, "", known.Target, known.State);
        if (IsAsItWent(unit.Target.ToString()))
            return kept;

        var codes = new CodeComparison(source, known.Coded(known.Target).NumberedAs(source));
        // A tool that knows no codes writes the marks as text.
        var target = !unit.Target.Codes.Any() && source.Codes.Any() && known.IsMarkdown ? CodedText.Of(unit.Target.Words).NumberedAs(source) : unit.Target;
        if (unit.Target.Words == known.Target && known.IsMarkdown)
            target = codes.Current;
        if (codes.Fault(target) is { } fault)
            return Refused(fault.Fault, fault.Mark);

        var whole = codes.Restored(target);
        var text = Bare(whole) == Bare(codes.Current) && whole.Codes.SequenceEqual(codes.Current.Codes) ? known.Target
            : known.IsMarkdown ? ReturnedText.Markdown(ReturnedText.OneLine(whole), known.StartsBlock, known.InCell)
            : ReturnedText.OneLine(whole).ToString().Trim();
        if (IsAsItWent(whole.ToString()) || IsAsItWent(text))
            return kept;
        if (isOvertaken && text != known.Target)
            return Refused(ExchangeFault.TargetChanged);
        // Many tools forget how far a text had come: one that is the same is not set back.
        var state = text == known.Target && unit.State < known.State ? known.State : unit.State == UnitState.Empty ? UnitState.Draft : unit.State;
        return new(unit, known, null, "", text, state);
    }

    // White space and codes aside, since tools write both in their own way.
    private static string Bare(CodedText text) => string.Join(' ', text.Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Primary(string tag) => tag.Split('-', '_')[0].ToLowerInvariant();
}
