using System.Globalization;
using System.Runtime.CompilerServices;
using ScoPortal.Core.Wire;

namespace ScoPortal.Web.Wires;

/// <summary>What came out of a file: a document, or the reason why there is none.</summary>
/// <param name="Path">The file as it was given; of several documents in one, with a number: "feed.xml#2".</param>
/// <param name="Document">The document; null when it was refused.</param>
/// <param name="Refusal">The kind of reason; null for a document, and where the file could not be opened at all.</param>
/// <param name="Reason">The reason in English words; null for a document.</param>
public sealed record WireItem(string Path, WireDocument? Document, WireRefusal? Refusal = null, string? Reason = null)
{
    /// <summary>What is read; null when it was refused.</summary>
    public string? Text => Document?.Text;

    /// <summary>The path without its folders.</summary>
    public string Name => Path[(Path.LastIndexOfAny(['/', '\\']) + 1)..];

    /// <summary>The untouched file or item, where <see cref="Document"/> does not hold all of it.</summary>
    public byte[]? Source { get; init; }

    /// <summary>Media type of <see cref="Source"/>.</summary>
    public string? SourceType { get; init; }

    /// <summary>False when there was nothing to open.</summary>
    public bool Exists { get; init; } = true;
}

/// <summary>Files to import, told by what is in them and then by the ending of their names.</summary>
public static class WireFile
{
    // The first element, behind declaration, comments and document type.
    private static readonly Pattern Root = Pattern.Exact(@"^(?:<\?[^>]{0,300}\?>|<!--[^>]{0,500}-->|<!DOCTYPE[^>\[]{0,300}(?:\[|>)|\s)*<(?:[A-Za-z][\w.-]{0,40}:)?(?<name>[A-Za-z][\w.-]{0,60})|^<\?xml[^>]{0,300}\?>\s*<!DOCTYPE\s+(?<name>[A-Za-z][\w.-]{0,60})|^<!DOCTYPE\s+(?<name>[A-Za-z][\w.-]{0,60})");

    private static readonly Pattern IsHtml = Pattern.New(@"<(?:!doctype\s+html|html|head|body|meta|title)\b");

    /// <summary>The endings of files that are read.</summary>
    public static readonly IReadOnlyList<string> Extensions = [".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".docx", ".docm", ".xml", ".rss", ".rdf", ".atom", ".nitf", ".json"];

    /// <summary>The name of standard input among paths.</summary>
    public const string StandardInput = "-";

    /// <summary>Most stories, and parts that are none, that are read of one file.</summary>
    public const int MostStories = 1_000;

    private const int Head = 1024;

    /// <summary>The documents of all files that the paths mean, see <see cref="WireFiles"/>; each is read when it is asked for.</summary>
    public static async IAsyncEnumerable<WireItem> AllAsync(WireFiles files, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var (path, reason) in files.Find())
        {
            cancel.ThrowIfCancellationRequested();
            if (reason is not null)
                yield return new(path, null, null, reason) { Exists = false };
            else
                await foreach (var item in ReadAsync(path, cancel))
                    yield return item;
        }
    }

    /// <summary>The documents of a file; "-" is standard input.</summary>
    public static async IAsyncEnumerable<WireItem> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (bytes, refused) = await BytesAsync(path, cancel);
        if (refused is not null)
            yield return refused;
        foreach (var item in bytes is null ? [] : Read(path, bytes))
            yield return item;
    }

    /// <summary>The documents of an uploaded file.</summary>
    public static async Task<IEnumerable<WireItem>> ReadAsync(string name, Stream content, CancellationToken cancel) =>
        Read(name, await UpToLimitAsync(content, cancel));

    /// <summary>The documents of the bytes of a file; nothing is read before it is asked for.</summary>
    public static IEnumerable<WireItem> Read(string name, byte[] bytes)
    {
        if (bytes.Length > WireText.MaxBytes)
            return [new(name, null, WireRefusal.TooLarge, Say(WireRefusal.TooLarge))];
        if (bytes is [(byte)'P', (byte)'K', 3, 4, ..])
            return IsOfficial(bytes) || HasEnding(name, ".docx", ".docm") ? Single(name, () => WordText.Read(bytes), bytes, WordType) : [new(name, null, WireRefusal.Binary, Say(WireRefusal.Binary))];
        var decoded = WireText.Decode(bytes);
        if (decoded.Text is not { } text)
        {
            var refusal = decoded.Refusal!.Value is var why && why != WireRefusal.Empty && HasEnding(name, ".docx", ".docm") ? WireRefusal.Damaged : why;
            return [new(name, null, refusal, Say(refusal))];
        }

        if (HasEnding(name, ".docx", ".docm"))
            return [new(name, null, WireRefusal.Damaged, "it is no Word file, whatever its name says")];

        return Items(name, text, bytes, decoded).Select(i => i.Document is { } document && decoded.Warnings.Count > 0 ? i with { Document = document with { Warnings = [.. decoded.Warnings, .. document.Warnings] } } : i);
    }

    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static IEnumerable<WireItem> Items(string name, string text, byte[] bytes, WireDecoded decoded)
    {
        var start = text.AsSpan().TrimStart(['\ufeff', ' ', '\t', '\r', '\n']);
        var head = start[..Math.Min(Head, start.Length)].ToString();
        if (Root.Match(head) is { Success: true } root)
        {
            var element = root.Groups["name"].Value;
            if (NewsMlText.Knows(element))
                return Several(name, () => NewsMlText.Read(text), "application/xml");
            if (element is "rss" or "RDF" or "feed" or "channel")
                return Several(name, () => FeedText.Read(text), "application/xml");
            if (IsHtml.IsMatch(head) || HasEnding(name, ".html", ".htm", ".xhtml"))
                return Single(name, () => HtmlText.Read(text), bytes, "text/html");
            if (head.StartsWith("<?xml", StringComparison.Ordinal) || HasEnding(name, ".xml", ".rss", ".rdf", ".atom", ".nitf"))
                return Single(name, () => Unknown(text), bytes, "application/xml");
        }

        if (HasEnding(name, ".xml", ".rss", ".rdf", ".atom", ".nitf"))
            return [new(name, null, WireRefusal.Damaged, "it is no XML, whatever its name says")];
        if (HasEnding(name, ".json") || (head.StartsWith('{') && head.Contains("\"uri\"", StringComparison.Ordinal)))
            return Several(name, () => NinjsText.Read(text), "application/json");
        if (HasEnding(name, ".html", ".htm", ".xhtml"))
            return Single(name, () => HtmlText.Read(text), bytes, "text/html");
        return [new(name, new WireDocument { Text = text, IsMarkdown = HasEnding(name, ".md") }) { Source = decoded.IsWhole ? null : bytes, SourceType = decoded.IsWhole ? null : $"text/plain; charset={decoded.Encoding}" }];
    }

    private static WireDocument Unknown(string xml) =>
        throw new WireRefusedException(WireRefusal.UnknownFormat, $"it is XML of a kind that is not read: {XmlText.Document(xml).Name.LocalName}");

    private static IEnumerable<WireItem> Single(string name, Func<WireDocument> read, byte[] bytes, string type)
    {
        WireItem item;
        try
        {
            item = new(name, Repaired(read())) { Source = bytes, SourceType = type };
        }
        catch (WireRefusedException refused)
        {
            item = new(name, null, refused.Refusal, refused.Message) { Source = bytes, SourceType = type };
        }

        yield return item;
    }

    private static IEnumerable<WireItem> Several(string name, Func<IEnumerable<(WireDocument? Document, string Source, WireRefusedException? Refused)>> read, string type)
    {
        using var items = read().GetEnumerator();
        WireItem? before = null;
        var number = 0;
        while (Next(items, name, type) is { } item)
        {
            // One alone keeps the name of its file, so each waits until it is known whether another one follows.
            if (before is not null)
                yield return before with { Path = $"{name}#{number}" };
            (before, number) = (item, number + 1);
            if (number > MostStories)
            {
                yield return new(name, null, WireRefusal.TooMany, Say(WireRefusal.TooMany));
                yield break;
            }
        }

        yield return before is null ? new(name, null, WireRefusal.NoStory, Say(WireRefusal.NoStory)) : number == 1 ? before : before with { Path = $"{name}#{number}" };
    }

    private static WireItem? Next(IEnumerator<(WireDocument? Document, string Source, WireRefusedException? Refused)> items, string name, string type)
    {
        try
        {
            if (!items.MoveNext())
                return null;
            var (document, source, refused) = items.Current;
            var bytes = source.Length == 0 ? null : System.Text.Encoding.UTF8.GetBytes(source);
            return new WireItem(name, document is null ? null : Repaired(document), refused?.Refusal, refused?.Message) { Source = bytes, SourceType = bytes is null ? null : type };
        }
        catch (WireRefusedException refused)
        {
            return new(name, null, refused.Refusal, refused.Message);
        }
    }

    /// <summary>Entities can hide what was read in a wrong encoding until they are resolved.</summary>
    private static WireDocument Repaired(WireDocument document)
    {
        var (text, lines) = Mojibake.Repair(document.Text);
        return lines == 0 ? document : document with
        {
            Text = text,
            Known = document.Known with { Headline = document.Known.Headline is { } headline ? Mojibake.Repair(headline).Text : null, Subheadline = document.Known.Subheadline is { } sub ? Mojibake.Repair(sub).Text : null },
            Warnings = [.. document.Warnings, Mojibake.Warning(lines)],
        };
    }

    private static async Task<(byte[]? Bytes, WireItem? Refused)> BytesAsync(string path, CancellationToken cancel)
    {
        try
        {
            if (path == StandardInput)
            {
                await using var input = Console.OpenStandardInput();
                return (await UpToLimitAsync(input, cancel), null);
            }

            var file = new FileInfo(path);
            if (!file.Exists)
                return (null, new(path, null, null, Directory.Exists(path) ? "it is a folder" : "there is no such file") { Exists = false });
            if (file.Length > WireText.MaxBytes)
                return (null, new(path, null, WireRefusal.TooLarge, Say(WireRefusal.TooLarge)));
            return (await File.ReadAllBytesAsync(path, cancel), null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return (null, new(path, null, null, failure.Message));
        }
    }

    /// <summary>At most one byte more than is read, so that what is too large is seen to be.</summary>
    private static async Task<byte[]> UpToLimitAsync(Stream content, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; bytes.Length <= WireText.MaxBytes && (read = await content.ReadAsync(buffer, cancel)) > 0;)
            bytes.Write(buffer, 0, read);
        return bytes.ToArray();
    }

    private static bool IsOfficial(byte[] bytes) => bytes.AsSpan().IndexOf("word/document.xml"u8) >= 0 || bytes.AsSpan().IndexOf("[Content_Types].xml"u8) >= 0;

    private static bool HasEnding(string name, params ReadOnlySpan<string> endings)
    {
        var ending = System.IO.Path.GetExtension(name);
        foreach (var wanted in endings)
        {
            if (wanted.Equals(ending, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static string Say(WireRefusal refusal) => refusal switch
    {
        WireRefusal.Empty => "it is empty",
        WireRefusal.Binary => "it is binary, not text",
        WireRefusal.TooLarge => $"it is larger than {WireText.MaxBytes / 1024 / 1024} MiB",
        WireRefusal.Damaged => "it is damaged",
        WireRefusal.NoStory => "there is no story in it",
        WireRefusal.TooMany => string.Create(CultureInfo.InvariantCulture, $"it holds more than {MostStories} stories; those behind are not read"),
        _ => "its encoding is not known",
    };
}
