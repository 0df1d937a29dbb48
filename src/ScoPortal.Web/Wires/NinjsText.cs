using System.Text.Json;
using ScoPortal.Core.Wire;

namespace ScoPortal.Web.Wires;

/// <summary>ninjs of the IPTC, 1.x (headline, body_html) to 3.x (headlines, bodies): one story, or an array of them.</summary>
internal static class NinjsText
{
    private const int Deepest = 64;

    private static readonly string[] Bodies = ["body_xhtml", "body_html", "body_text", "bodies", "body", "headline", "headlines"];

    /// <summary>Its stories, each with the JSON it was read from, or the reason why one is none.</summary>
    public static IEnumerable<(WireDocument? Document, string Source, WireRefusedException? Refused)> Read(string json)
    {
        using var document = Parse(json);
        var root = document.RootElement;
        var items = Items(root);
        if (items.Count == 0)
            throw new WireRefusedException(WireRefusal.UnknownFormat, "it is JSON, but no ninjs");
        foreach (var item in items)
        {
            (WireDocument?, string, WireRefusedException?) read;
            try
            {
                read = (IsStory(item) ? Story(item) : throw new WireRefusedException(WireRefusal.UnknownFormat, "it is JSON, but no ninjs"), item.GetRawText(), null);
            }
            catch (WireRefusedException refused)
            {
                read = (null, item.GetRawText(), refused);
            }
            catch (InvalidOperationException bad)
            {
                read = (null, item.GetRawText(), Damaged(bad));
            }

            yield return read;
        }
    }

    private static JsonDocument Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json, new() { MaxDepth = Deepest, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        }
        catch (JsonException bad) when (bad.Message.Contains("maximum", StringComparison.OrdinalIgnoreCase))
        {
            throw new WireRefusedException(WireRefusal.Unsafe, "it is nested too deeply");
        }
        catch (JsonException bad)
        {
            throw Damaged(bad);
        }
    }

    // None where no story is among them. Half a character, which JSON can write and no text can hold, is met when a name or a text is looked at.
    private static List<JsonElement> Items(JsonElement root)
    {
        try
        {
            var items = root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray()]
                : root.ValueKind == JsonValueKind.Object && root.TryGetProperty("items", out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()]
                : new List<JsonElement> { root };
            return items.Exists(IsStory) ? items : [];
        }
        catch (InvalidOperationException bad)
        {
            throw Damaged(bad);
        }
    }

    private static WireRefusedException Damaged(Exception bad) => new(WireRefusal.Damaged, $"it is damaged JSON: {bad.Message}");

    private static bool IsStory(JsonElement item) => item.ValueKind == JsonValueKind.Object && item.TryGetProperty("uri", out _) && Bodies.Any(b => item.TryGetProperty(b, out _));

    private static WireDocument Story(JsonElement item)
    {
        var page = Uri.TryCreate(Text(item, "uri"), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;
        var (blocks, pictures) = Body(item, page);
        var place = Each(item, "place").Concat(Each(item, "places")).FirstOrDefault();
        var known = new WireKnown
        {
            Rule = "ninjs",
            Headline = Composed.OneLine(Text(item, "headline") ?? InRole(item, "headlines", "main")),
            Subheadline = Composed.OneLine(InRole(item, "headlines", "sub", isOnly: true)),
            Language = Tag.Of(Text(item, "language")),
            Place = Text(item, "located") ?? Text(place, "name"),
            PostedAt = Stamp.Read(Text(item, "versioncreated") ?? Text(item, "versionCreated") ?? Text(item, "firstcreated") ?? Text(item, "firstCreated") ?? Text(item, "contentcreated") ?? Text(item, "contentCreated")),
            Issuer = Each(item, "infosource").Concat(Each(item, "infosources")).Concat(Each(item, "organisation")).Select(s => Text(s, "name")).FirstOrDefault(n => n is not null) ?? Text(item, "byline") ?? Text(item, "by"),
            Rights = Composed.OneLine(string.Join(' ', new[] { Text(item, "copyrightnotice") ?? Text(item, "copyrightNotice") ?? ((Text(item, "copyrightholder") ?? Text(item, "copyrightHolder")) is { } holder ? "© " + holder : null), Text(item, "usageterms") ?? Text(item, "usageTerms") }.OfType<string>())),
            ExternalIds = [.. Ids(item).Where(i => i.Value.Length <= 300).Distinct()],
            MediaLinks = [.. Links(item, 0).Concat(pictures).Where(l => l.Length < 1900).Distinct(StringComparer.Ordinal).Take(50)],
        };
        return Composed.Of(known, dateline: null, blocks);
    }

    private static (IReadOnlyList<string> Blocks, IReadOnlyList<string> Media) Body(JsonElement item, Uri? page)
    {
        if ((Text(item, "body_xhtml") ?? Text(item, "body_html")) is { } html)
            return HtmlMarkdown.Of(html, page);
        var bodies = Each(item, "bodies").ToList();
        var best = bodies.Find(b => Type(b).Contains("html", StringComparison.OrdinalIgnoreCase));
        best = best.ValueKind == JsonValueKind.Object ? best : bodies.FirstOrDefault();
        if (Text(best, "value") is { } value)
            return Type(best).Contains("plain", StringComparison.OrdinalIgnoreCase) ? (Composed.Plain(value), []) : Composed.HtmlOrPlain(value, page);
        return (Composed.Plain(Text(item, "body_text") ?? Text(item, "body") ?? Text(item, "description_text") ?? ""), []);
    }

    private static string Type(JsonElement body) => Text(body, "contenttype") ?? Text(body, "contentType") ?? Text(body, "mimetype") ?? "";

    private static string? InRole(JsonElement item, string list, string role, bool isOnly = false)
    {
        var all = Each(item, list).ToList();
        var found = all.Find(h => Text(h, "role")?.Contains(role, StringComparison.OrdinalIgnoreCase) == true);
        return found.ValueKind == JsonValueKind.Object ? Text(found, "value") : isOnly ? null : Text(all.FirstOrDefault(), "value");
    }

    private static IEnumerable<(string Scheme, string Value)> Ids(JsonElement item)
    {
        if (Text(item, "uri") is { } uri)
            yield return ("uri", uri);
        if (!item.TryGetProperty("altids", out var ids) && !item.TryGetProperty("altIds", out ids))
            yield break;
        if (ids.ValueKind == JsonValueKind.Object)
        {
            foreach (var id in ids.EnumerateObject().Where(i => i.Value.ValueKind == JsonValueKind.String && i.Name.Length <= 64))
                yield return (id.Name, id.Value.GetString()!);
        }

        foreach (var id in Each(item, "altids").Concat(Each(item, "altIds")))
        {
            if (Text(id, "value") is { } value)
                yield return (Text(id, "role") is { Length: <= 64 } role ? role : "altId", value);
        }
    }

    /// <summary>Addresses of renditions, also of what is associated; both are objects by name in 1.x, lists from 2.0 on.</summary>
    private static IEnumerable<string> Links(JsonElement item, int depth)
    {
        foreach (var rendition in Each(item, "renditions"))
        {
            if (Text(rendition, "href") is { } href && href.StartsWith("http", StringComparison.OrdinalIgnoreCase))
                yield return href;
        }

        if (depth > 3)
            yield break;
        foreach (var link in Each(item, "associations").SelectMany(a => Links(a, depth + 1)))
            yield return link;
    }

    private static IEnumerable<JsonElement> Each(JsonElement item, string name) => item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var list)
        ? list.ValueKind switch
        {
            JsonValueKind.Array => list.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object),
            JsonValueKind.Object => list.EnumerateObject().Select(p => p.Value).Where(e => e.ValueKind == JsonValueKind.Object),
            _ => [],
        }
        : [];

    private static string? Text(JsonElement item, string name) => item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString()) ? value.GetString()!.Trim() : null;
}
