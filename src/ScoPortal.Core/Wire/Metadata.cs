using ScoPortal.Core.Wire.Data;

namespace ScoPortal.Core.Wire;

/// <summary>What the file says beside its text: it finds the headline again, and fills what the text leaves open.</summary>
internal static class Metadata
{
    private const int Head = 12;

    /// <summary>
    /// The file names its headline: the line that repeats it is the headline, whatever it looks like, and what stands above it
    /// belongs to the page.
    /// </summary>
    public static void MarkHeadline(WireDraft draft)
    {
        if (draft.Document.Known.Headline is not { } headline || Prose.Clean(headline) is not { Length: > 0 } clean)
            return;
        foreach (var (index, line) in draft.Lines.Take(Head).Index().Where(l => l.Item.IsText))
        {
            if (Prose.Clean(draft.IsMarkdown ? Prose.Unescape(line.Text) : line.Text) != clean)
                continue;
            foreach (var above in draft.Lines.Take(index).Where(l => l.IsText))
                above.Take(LineRole.Noise, "above-headline");
            line.Take(LineRole.Headline, draft.Document.Known.Rule);
            draft.Set("headline", clean, line, draft.Document.Known.Rule, 1);
            return;
        }
    }

    public static void Complete(WireDraft draft)
    {
        var known = draft.Document.Known;
        draft.Know("headline", known.Headline is { } headline ? Prose.Clean(headline) : null);
        draft.Know("subheadline", known.Subheadline is { } subheadline ? Prose.Clean(subheadline) : null);
        if (draft["place"] is null && known.Place is not null)
        {
            draft.Know("place", known.Place);
            draft.Know("country", known.Country ?? Cities.Country(known.Place));
        }

        if (draft.Wires.Count == 0)
        {
            foreach (var written in known.Wires)
                draft.Wires.AddRange(WireNames.Resolve(written).Select(w => (w.Name, w.Kind, written)));
            draft.Know("wires", string.Join(", ", draft.Wires.Select(w => w.Name)));
        }

        draft.Know("issuer", known.Issuer);
        draft.Know("distributor", known.Distributor);
        draft.Know("moreInfoUrl", known.MoreInfoUrl);
        draft.Know("rights", known.Rights);
        if (draft.PostedAt is null && known.PostedAt is { } posted)
        {
            draft.PostedAt = posted;
            draft.Know("postedAt", posted.ToString());
        }

        foreach (var (scheme, value) in known.ExternalIds)
            draft.Know($"externalId:{scheme}", value);
        foreach (var link in known.MediaLinks)
            draft.Know("mediaLink", link, isOneOfSeveral: true);
    }
}
