using System.Text;

namespace ScoPortal.Core.Translation.Exchange;

/// <summary>Puts a sentence together from the elements of a file.</summary>
internal sealed class CodeReading
{
    private readonly List<CodedPart> parts = [];
    private readonly StringBuilder text = new();
    private readonly Dictionary<string, CodedPart> linked = [];

    public void Text(string more) => text.Append(more);

    /// <summary>Opens a pair.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="link">Names the pair, if not the number does.</param>
    /// <param name="mark">The original.</param>
    /// <param name="kind">What it means.</param>
    public void Open(string? id, string? link, string mark, CodeKind kind)
    {
        var part = new CodedPart(mark, CodeRole.Open, Id(id), kind);
        linked[link ?? id ?? ""] = part;
        Add(part);
    }

    public void Close(string? id, string? link, string mark) =>
        Add(linked.TryGetValue(link ?? id ?? "", out var open)
            ? open with { Text = mark, Role = CodeRole.Close }
            : new CodedPart(mark, CodeRole.Close, Id(id)));

    public void Single(string? id, string mark, CodeKind kind) => Add(new(mark, CodeRole.Single, Id(id), kind));

    /// <summary>What has been put together.</summary>
    public CodedText Text()
    {
        Flush();
        return new([.. parts]);
    }

    private void Add(CodedPart code)
    {
        Flush();
        parts.Add(code);
    }

    private void Flush()
    {
        if (text.Length > 0)
            parts.Add(new(text.ToString()));
        text.Clear();
    }

    private static int Id(string? id) => ExchangeXml.Number(id) is > 0 and var number ? number : -1;
}
