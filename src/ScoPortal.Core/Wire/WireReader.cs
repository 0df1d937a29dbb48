using ScoPortal.Core.Wire.Shapes;

namespace ScoPortal.Core.Wire;

/// <summary>Reads raw agency and zone-site text into a <see cref="WireRelease"/>.</summary>
public static class WireReader
{
    /// <summary>
    /// Reads any text of any length, in time linear in its length. Every non-blank line ends up in exactly one place: a
    /// field, the paragraphs, the boilerplate, the contacts or the noise. Never throws on any content.
    /// </summary>
    public static WireRelease Read(string text) => Read(new WireDocument { Text = text });

    /// <summary>As <see cref="Read(string)"/>, with what the file around the text says of it.</summary>
    public static WireRelease Read(WireDocument document)
    {
        var text = document.Text;
        var draft = new WireDraft(document, WireLines.Split(text)) { Language = WireLanguage.Recognise(text) ?? document.Known.Language };
        CaptureLine.Mark(draft);
        KremlinPage.Mark(draft);
        AsiaNet.Mark(draft);
        EqsHead.Mark(draft);
        PostedLine.Mark(draft);
        Credits.Mark(draft);
        PageFurniture.Mark(draft);
        Menus.Mark(draft);
        Metadata.MarkHeadline(draft);
        Dateline.Mark(draft);

        var start = StoryStart.Of(draft);
        FeedHead.Mark(draft, start);
        Headlines.Mark(draft, start);
        BehindDateline.Mark(draft);
        Tail.Mark(draft, start);
        MoreInfo.Mark(draft, start);
        Scraps.Cut(draft, start);
        Body.CutCredit(draft, start);
        Origin.Complete(draft);
        ReleaseNumbers.Mark(draft);
        Metadata.Complete(draft);
        var paragraphs = Body.Paragraphs(draft, LineRole.Text);
        Dating.Complete(draft, paragraphs, start);
        Checks.Run(draft, paragraphs);
        return Finish(draft, paragraphs);
    }

    private static WireRelease Finish(WireDraft draft, List<string> paragraphs) => new()
    {
        Language = draft.Language,
        IsMarkdown = draft.IsMarkdown,
        Headline = draft["headline"],
        Subheadline = draft["subheadline"],
        Place = draft["place"],
        Country = draft["country"],
        DatelineDate = draft.DatelineDate,
        PostedAt = draft.PostedAt,
        CapturedAt = draft.CapturedAt,
        EventDate = draft.EventDate,
        Wires = [.. draft.Wires.Select(w => w.Name).Distinct(StringComparer.Ordinal)],
        Issuer = draft["issuer"],
        Distributor = draft["distributor"],
        MoreInfoUrl = draft["moreInfoUrl"],
        Paragraphs = paragraphs,
        Boilerplate = Body.Paragraphs(draft, LineRole.Boilerplate),
        Contacts = [.. draft.Lines.Where(l => l.Role == LineRole.Contact).Select(l => Prose.Clean(l.Text))],
        Noise =
        [
            .. draft.Lines.Where(l => l.Role == LineRole.Noise)
                .Select(l => new WireLeftover(l.Text, l.Start, l.Text.Length, l.Rule!))
                .Concat(draft.Leftovers).Concat(draft.Document.Removed).OrderBy(n => n.Start),
        ],
        Fields = draft.Fields,
        Rights = draft["rights"],
        MediaLinks = [.. draft.Fields.Where(f => f.Name == "mediaLink").Select(f => f.Value).Distinct(StringComparer.Ordinal)],
        Warnings = [.. draft.Document.Warnings, .. draft.Warnings],
        Fingerprint = WireText.Fingerprint(draft.Document.Text),
    };
}
