namespace ScoPortal.Core.Translation.Exchange;

/// <summary>Compares the codes of a returned translation with those that the portal handed out.</summary>
/// <param name="source">The source.</param>
/// <param name="current">The translation as the portal has it, numbered as the source; it may have codes of its own.</param>
internal sealed class CodeComparison(CodedText source, CodedText current)
{
    private readonly Dictionary<(int Id, CodeRole Role), CodedPart> known =
        source.Codes.Concat(current.Codes).DistinctBy(c => (c.Id, c.Role)).ToDictionary(c => (c.Id, c.Role));

    public CodedText Current => current;

    /// <summary>What is wrong, and with which mark; null: nothing. The order of the codes is free as long as pairs stay pairs.</summary>
    public (ExchangeFault Fault, string Mark)? Fault(CodedText target)
    {
        var (seen, open) = (new HashSet<(int Id, CodeRole Role)>(), new Stack<int>());
        foreach (var code in target.Codes)
        {
            if (!known.TryGetValue((code.Id, code.Role), out var original) || code.Text.Length > 0 && code.Text != original.Text)
                return (ExchangeFault.CodeUnknown, code.Text);
            if (!seen.Add((code.Id, code.Role)))
                return (ExchangeFault.CodeDoubled, original.Text);
            if (code.Role == CodeRole.Open)
                open.Push(code.Id);
            else if (code.Role == CodeRole.Close && !(open.TryPop(out var last) && last == code.Id))
                return (ExchangeFault.CodeCrossed, original.Text);
        }

        if (seen.SetEquals(current.Codes.Select(c => (c.Id, c.Role))) && current.Parts.Count > 0)
            return null;
        var missing = source.Codes.FirstOrDefault(c => !seen.Contains((c.Id, c.Role)));
        return missing.IsText ? null : (ExchangeFault.CodeMissing, missing.Text);
    }

    /// <summary>The translation with the marks of the portal in its codes.</summary>
    public CodedText Restored(CodedText target) => new([.. target.Parts.Select(p => p.IsText ? p : known[(p.Id, p.Role)])]);
}
