namespace ScoPortal.Core.Wire.Shapes;

/// <summary>A dateline at the head of a line.</summary>
/// <param name="Length">Characters it takes, with the separator after it.</param>
/// <param name="Place">Null when the dateline names none.</param>
/// <param name="PlaceStart">Where the place stands in the line.</param>
/// <param name="PlaceLength">How long it is.</param>
/// <param name="Date">Null when the dateline gives none.</param>
/// <param name="DateStart">Where the date stands in the line.</param>
/// <param name="DateLength">How long it is.</param>
/// <param name="Marker">The wire marker without its slashes or brackets, null when there is none.</param>
/// <param name="MarkerStart">Where the marker stands in the line.</param>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Confidence">0 to 1.</param>
internal sealed record Dateline(
    int Length, WirePlace? Place, int PlaceStart, int PlaceLength, PartialDate? Date, int DateStart, int DateLength,
    string? Marker, int MarkerStart, string Rule, double Confidence)
{
    /// <summary>Finds the dateline near the top and records its fields.</summary>
    public static void Mark(WireDraft draft)
    {
        const int window = 14;
        var seen = 0;
        for (var i = 0; i < draft.Lines.Count && seen < window; i++)
        {
            var line = draft.Lines[i];
            if (!line.IsText)
                continue;
            seen++;
            if ((ChineseDateline.Read(line.Text) ?? WesternDateline.Read(line.Text)) is not { } found)
                continue;
            if (found.Length >= line.Text.Length && found.Place is null && found.Date is null)
                continue;
            found.Record(draft, line);
            draft.DatelineIndex = i;
            return;
        }
    }

    /// <summary>新华社北京7月25日电 题：…: the title once more, or the only one.</summary>
    private void TakeTitle(WireDraft draft, WireLine line)
    {
        line.Take(LineRole.Field, "title-behind-dateline");
        var title = line.Text[(Length + 2)..].Trim();
        draft.Set("titleBehindDateline", title, line, Length, line.Text.Length - Length, "title-behind-dateline", 0.8);
    }

    private void Record(WireDraft draft, WireLine line)
    {
        line.BodyStart = Length;
        if (Length >= line.Text.Length)
            line.Take(LineRole.Field, Rule);
        else if (line.Text.AsSpan(Length) is ['题' or '題', '：' or ':', ..] and { Length: < 80 })
            TakeTitle(draft, line);
        draft.Set("dateline", line.Text[..Length].TrimEnd(), line, 0, line.Text[..Length].TrimEnd().Length, Rule, Confidence);
        if (Place is { } place)
        {
            draft.Set("place", place.City, line, PlaceStart, PlaceLength, Rule, Confidence);
            if (place.Country is { } country)
                draft.Set("country", country, line, PlaceStart, PlaceLength, Rule, place.Confidence);
            else if (Marker is "ots" && draft.Language == "de")
                draft.Set("country", "DE", line, PlaceStart, PlaceLength, "ots-is-german", 0.6);
        }

        if (Date is { } date)
        {
            draft.DatelineDate = date;
            draft.Set("datelineDate", date.ToString(), line, DateStart, DateLength, Rule, Confidence);
        }

        if (Marker is not { } marker)
            return;
        var names = Data.WireNames.Resolve(marker);
        foreach (var (name, kind) in names)
            draft.Wires.Add((name, kind, marker));
        if (names.Count == 0)
        {
            draft.Wires.Add((marker, marker.Any(Prose.IsHan) ? Data.WireKind.Agency : Data.WireKind.Service, marker));
            draft.Warn("unknown-wire", $"The wire name \"{marker}\" is not in the table of agencies.", marker);
        }

        draft.Set("wires", string.Join(", ", draft.Wires.Select(w => w.Name)), line, MarkerStart, marker.Length, Rule,
            names.Count > 0 ? Confidence : 0.5);
    }
}
